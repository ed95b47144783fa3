import type { ClauseId } from './clauses.ts';
import type { Obstacle } from './decision.ts';
import type { InterpretationId } from './interpretations.ts';
import type { NextStep } from './next-steps.ts';

/** A reason to refuse: its clause and interpretation, which may depend on the text that a policy follows, and what to do next. */
interface Refusal<Citations = unknown> {
  readonly clause: ClauseId | ((cites: Citations) => ClauseId);
  readonly interpretation?:
    | InterpretationId
    | ((cites: Citations) => InterpretationId | undefined)
    | undefined;
  readonly nextStep: NextStep;
}

/** The refusals of a family of rules, by reason. */
export type Refusals<Reason extends string, Citations = unknown> = {
  readonly [R in Reason]: Refusal<Citations>;
};

/** Returns the obstacle of a refusal, with the clause that a text cites for it. */
export function obstacleOf<Reason extends string, Citations>(
  refusals: Refusals<Reason, Citations>,
  reason: Reason,
  cites: Citations,
): Obstacle<Reason> {
  const refusal: Refusal<Citations> = refusals[reason];
  const { nextStep } = refusal;
  const clause = typeof refusal.clause === 'function' ? refusal.clause(cites) : refusal.clause;
  const interpretation =
    typeof refusal.interpretation === 'function'
      ? refusal.interpretation(cites)
      : refusal.interpretation;
  return interpretation === undefined
    ? { reason, clause, nextStep }
    : { reason, clause, interpretation, nextStep };
}
