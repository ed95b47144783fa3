import type { ClauseId, InformationalClauseId } from '../../../src/clauses/index.ts';

/** A question, and what its answer shows. */
type Shown = readonly [ask: () => object, shows: object];

/** A step below a bound, on it, and a step above: a day, a cent, a millisecond, a download. */
export type Step = -1 | 0 | 1;

/** A bound of a clause, the question asked at each step, and what the three answers show. */
export interface Boundary {
  readonly of: string;
  readonly ask: (step: Step) => object;
  readonly shows: readonly [below: object, on: object, above: object];
}

/** A question whose answer meets a clause, one whose answer does not, and the bounds of the clause. */
export interface ClauseExample {
  readonly meets: Shown;
  readonly doesNot: Shown;
  readonly boundaries?: readonly Boundary[];
}

/** The clauses that answers follow, today's or those of an older policy. */
export type FollowedClauseId = Exclude<ClauseId, InformationalClauseId>;

/** An example for each clause whose id begins so: one that is missing does not compile. */
export type ExamplesOf<Prefix extends string> = {
  readonly [Id in Extract<FollowedClauseId, `${Prefix}-${number}`>]: ClauseExample;
};
