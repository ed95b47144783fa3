import type { ClauseId } from './clauses.ts';
import type { InterpretationId } from './interpretations.ts';
import type { NextStep } from './next-steps.ts';

/** A lawful yes, with the clauses that made it and the interpretations that were applied. */
export interface Allowed {
  readonly allowed: true;
  readonly because: readonly ClauseId[];
  readonly interpretations: readonly InterpretationId[];
}

/** One thing that stands in the way, the clause that puts it there, and what to do about it. */
export interface Obstacle<Reason extends string> {
  readonly reason: Reason;
  readonly clause: ClauseId;
  readonly interpretation?: InterpretationId | undefined;
  readonly nextStep: NextStep;
  /** Of several reservations the one that it is about, by its position from 0. */
  readonly position?: number | undefined;
}

/** A lawful no, with every obstacle. `reason` is the first one's. */
export interface Denied<Reason extends string> {
  readonly allowed: false;
  readonly reason: Reason;
  readonly obstacles: readonly [Obstacle<Reason>, ...Obstacle<Reason>[]];
  readonly because: readonly ClauseId[];
  readonly interpretations: readonly InterpretationId[];
}

/** A lawful answer. Malformed facts never become one: they are issues. */
export type Decision<Reason extends string> = Allowed | Denied<Reason>;

/**
 * Denies for the given obstacles: the clauses and interpretations are theirs and what else led to the
 * answer, each named once.
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
