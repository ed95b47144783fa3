import type { ClauseId } from './clauses.ts';
import type { InterpretationId } from './interpretations.ts';
import type { NextStep } from './next-steps.ts';

/** A yes, with the clauses and interpretations applied. */
export interface Allowed {
  readonly allowed: true;
  readonly because: readonly ClauseId[];
  readonly interpretations: readonly InterpretationId[];
}

/** One reason for a refusal, its clause, and the next step. */
export interface Obstacle<Reason extends string> {
  readonly reason: Reason;
  readonly clause: ClauseId;
  readonly interpretation?: InterpretationId | undefined;
  readonly nextStep: NextStep;
  /** Of several reservations the one that it is about, by its position from 0. */
  readonly position?: number | undefined;
}

/** A refusal with all its obstacles. `reason` is that of the first. */
export interface Denied<Reason extends string> {
  readonly allowed: false;
  readonly reason: Reason;
  readonly obstacles: readonly [Obstacle<Reason>, ...Obstacle<Reason>[]];
  readonly because: readonly ClauseId[];
  readonly interpretations: readonly InterpretationId[];
}

/** A yes or a refusal. Malformed facts never lead to a decision: they are issues. */
export type Decision<Reason extends string> = Allowed | Denied<Reason>;

/**
 * Creates a refusal for the given obstacles. Its clauses and interpretations are theirs and the given
 * further ones, each listed once.
 */
export function deny<Reason extends string>(
  obstacles: readonly [Obstacle<Reason>, ...Obstacle<Reason>[]],
  clauses: readonly ClauseId[] = [],
  furtherInterpretations: readonly InterpretationId[] = [],
): Denied<Reason> {
  const because = new Set<ClauseId>();
  const interpretations = new Set<InterpretationId>();
  for (const { clause, interpretation } of obstacles) {
    because.add(clause);
    if (interpretation !== undefined) interpretations.add(interpretation);
  }
  for (const clause of clauses) because.add(clause);
  for (const interpretation of furtherInterpretations) interpretations.add(interpretation);
  return {
    allowed: false,
    reason: obstacles[0].reason,
    obstacles,
    because: [...because],
    interpretations: [...interpretations],
  };
}
