import { customerExamples } from './customers.ts';
import type { ClauseExample, FollowedClauseId } from './example.ts';
import { marketExamples } from './markets.ts';
import { monthlyExamples } from './monthly.ts';
import { resellerExamples } from './resellers.ts';
import { reservationExamples } from './reservations.ts';
import { roleExamples } from './roles.ts';
import { softwareExamples } from './software.ts';
import { supportExamples } from './support.ts';

/** For every clause that answers follow, one that meets it and one that does not. */
export const examples: { readonly [Id in FollowedClauseId]: ClauseExample } = {
  ...reservationExamples,
  ...monthlyExamples,
  ...roleExamples,
  ...marketExamples,
  ...softwareExamples,
  ...customerExamples,
  ...resellerExamples,
  ...supportExamples,
};
