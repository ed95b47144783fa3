export type {
  Clause,
  ClauseId,
  ClauseStatus,
  DocumentKey,
  InformationalClauseId,
  ModelledClauseId,
  SupersededClauseId,
} from '../kernel/clause.ts';
export { InputError, type Issue, type IssueCode, isInputError } from '../kernel/parse.ts';
export { clauses } from './catalogue.ts';
export { clauseById } from './clause-by-id.ts';
