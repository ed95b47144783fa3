import type { ClauseId, InformationalClauseId } from '../../../src/clauses/index.ts';

/** A question, and what its answer shows. */
type Shown = readonly [ask: () => object, shows: object];

/** A question whose answer meets a clause, and one whose answer does not. */
export interface ClauseExample {
  readonly meets: Shown;
  readonly doesNot: Shown;
}

/** The clauses that answers follow, today's or those of an older policy. */
export type FollowedClauseId = Exclude<ClauseId, InformationalClauseId>;

/** An example for each clause whose id begins so: one that is missing does not compile. */
export type ExamplesOf<Prefix extends string> = {
  readonly [Id in Extract<FollowedClauseId, `${Prefix}-${number}`>]: ClauseExample;
};
