export { customerClauses } from '../customers/clauses.ts';
export { InputError, type Issue, type IssueCode, isInputError } from '../kernel/issue.ts';
export { marketClauses } from '../markets/clauses.ts';
export { resellerClauses } from '../resellers/clauses.ts';
export { roleClauses } from '../roles/clauses.ts';
export { softwareClauses } from '../software/clauses.ts';
export { supportClauses } from '../support/clauses.ts';
export type {
  Clause,
  ClauseId,
  ClauseStatus,
  InformationalClauseId,
  ModelledClauseId,
  SupersededClauseId,
} from '../vocabulary/clauses.ts';
export type { DocumentKey } from '../vocabulary/documents.ts';
export { clauses, reservationClauses } from './catalogue.ts';
export { clauseById } from './clause-by-id.ts';
export { documents, type SourceDocument } from './documents.ts';
