export type { DayInput } from '../kernel/day.ts';
export {
  InputError,
  type Issue,
  type IssueCode,
  isInputError,
  type Parsed,
} from '../kernel/issue.ts';
export type { Parser, StandardProps, StandardResult } from '../kernel/standard-schema.ts';
export type { Clause, ClauseId } from '../vocabulary/clauses.ts';
export type { Allowed, Decision, Denied, Obstacle } from '../vocabulary/decision.ts';
export type { DocumentKey } from '../vocabulary/documents.ts';
export type { InterpretationId } from '../vocabulary/interpretations.ts';
export type { NextStep } from '../vocabulary/next-steps.ts';
export {
  type AllowedMarket,
  type DeniedMarket,
  decideMarket,
  type MarketAssumed,
  type MarketDecision,
  type MarketNote,
  type MarketOptions,
  type MarketRequest,
  type NewestMarket,
} from './decide-market.ts';
export { isMarketAvailable } from './is-market-available.ts';
export { isTaxIncluded, type TaxedOffer, type TaxOptions } from './is-tax-included.ts';
export { type MarketListId, type MarketListVersion, marketListVersions } from './lists.ts';
export { marketListAt } from './market-list-at.ts';
export type { MarketCode } from './names.ts';
export { parseMarket } from './parse-market.ts';
export type { MarketInput } from './read-market.ts';
export type { MarketRefusal } from './refusals.ts';
export { type ListedMarket, type UnavailableMarket, unavailableMarkets } from './unavailable.ts';
