export { customerClauses } from '../customers/clauses.ts';
export type {
  Clause,
  ClauseId,
  ClauseStatus,
  DocumentKey,
  InformationalClauseId,
  ModelledClauseId,
  SupersededClauseId,
} from '../kernel/clause.ts';
export { InputError, type Issue, type IssueCode, isInputError } from '../kernel/issue.ts';
export { marketClauses } from '../markets/clauses.ts';
export { resellerClauses } from '../resellers/clauses.ts';
export { reservationClauses } from '../reservations/clauses.ts';
export { roleClauses } from '../roles/clauses.ts';
export { softwareClauses } from '../software/clauses.ts';
export { supportClauses } from '../support/clauses.ts';
export { clauses } from './catalogue.ts';
export { clauseById } from './clause-by-id.ts';
