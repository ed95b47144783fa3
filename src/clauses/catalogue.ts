import { customerClauses } from '../customers/clauses.ts';
import { marketClauses } from '../markets/clauses.ts';
import { resellerClauses } from '../resellers/clauses.ts';
import { azureClauses } from '../reservations/azure-clauses.ts';
import { partnerPageClauses } from '../reservations/clauses.ts';
import { roleClauses } from '../roles/clauses.ts';
import { softwareClauses } from '../software/clauses.ts';
import { supportClauses } from '../support/clauses.ts';
import type { Clause } from '../vocabulary/clauses.ts';

/** The clauses on reservations: of the pages for partners, then of Microsoft's pages for all customers and its service. */
export const reservationClauses: readonly Clause[] = Object.freeze([
  ...partnerPageClauses,
  ...azureClauses,
]);

/**
 * Every clause of the documents, room by room and in the order of their numbers: what it says in
 * this project's words, where the original stands, and whether a rule computes it.
 *
 * @example
 * clauses[0]?.id; //=> 'RES-1'
 * clauses.filter(({ status }) => status === 'superseded').length; //=> 16
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
