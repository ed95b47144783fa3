import { customerClauses } from '../customers/clauses.ts';
import { marketClauses } from '../markets/clauses.ts';
import { resellerClauses } from '../resellers/clauses.ts';
import { reservationClauses } from '../reservations/clauses.ts';
import { roleClauses } from '../roles/clauses.ts';
import { softwareClauses } from '../software/clauses.ts';
import { supportClauses } from '../support/clauses.ts';
import type { Clause } from '../vocabulary/clauses.ts';

/**
 * Every clause of the documents, room by room and in the order of their numbers: what it says in
 * this project's words, where the original stands, and whether a rule computes it.
 *
 * @example
 * clauses[0]?.id; //=> 'RES-1'
 * clauses.filter(({ status }) => status === 'superseded').length; //=> 13
 */
export const clauses: readonly Clause[] = Object.freeze([
  ...reservationClauses,
  ...roleClauses,
  ...marketClauses,
  ...softwareClauses,
  ...customerClauses,
  ...resellerClauses,
  ...supportClauses,
]);
