import type { ClauseId } from '../vocabulary/clauses.ts';
import { type Denied, deny, type Obstacle } from '../vocabulary/decision.ts';
import type { InterpretationId } from '../vocabulary/interpretations.ts';
import type { PartnershipRefusal } from './partnership.ts';
import type { ResellerTaskRefusal } from './relationship.ts';
import { refusals } from './reseller-tasks.ts';

/** Creates a refusal for the given reasons; `undefined` if there are none. */
export function refuse<Reason extends PartnershipRefusal | ResellerTaskRefusal>(
  reasons: readonly Reason[],
  clauses: readonly ClauseId[],
  interpretations: readonly InterpretationId[],
): Denied<Reason> | undefined {
  const [first, ...others] = reasons.map((reason): Obstacle<Reason> => {
    const [clause, nextStep] = refusals[reason];
    return { reason, clause, nextStep };
  });
  return first === undefined ? undefined : deny([first, ...others], clauses, interpretations);
}
