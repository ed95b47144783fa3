export { currencyCodes, currencyDigits, currencyListDate } from '../kernel/currencies.ts';
export * from '../kernel/index.ts';
export { type ComparedRefund, compareRefund, type RefundDifference } from './compare-refund.ts';
export {
  createSettlement,
  type Settlement,
  type SettlementOptions,
  type SettlementResult,
} from './create-settlement.ts';
export {
  diffPolicies,
  type RefundPolicyDifference,
  type RefundPolicyField,
} from './diff-policies.ts';
export {
  type LedgerDay,
  type LedgerId,
  openRefundLedger,
  parseRefundLedger,
  type RefundLedger,
  type RefundLedgerInput,
} from './ledger.ts';
export { type LimitState, limitOn } from './limit-on.ts';
export { type BetterDay, type DatedRefund, nextBetterDay } from './next-better-day.ts';
export { parseExchangeRequest } from './parse-exchange-request.ts';
export { parseRefundPolicy } from './parse-refund-policy.ts';
export { parseRefundRequest } from './parse-refund-request.ts';
export {
  defaultRefundPolicy,
  type PolicySource,
  type PublishedRefundPolicyId,
  type RefundPolicyVersion,
  refundPolicies,
  refundPolicyVersions,
} from './policies.ts';
export type { PolicyOptions } from './policy.ts';
export type {
  DerivedRefundPolicy,
  RefundPolicyFields,
  RefundPolicyInput,
} from './policy-fields.ts';
export {
  type ExchangeLine,
  type ExchangeQuote,
  type ExchangeRefusal,
  quoteExchange,
  tryQuoteExchange,
} from './quote-exchange.ts';
export { quoteRefund, tryQuoteRefund } from './quote-refund.ts';
export {
  type RefundCurve,
  type RefundCurveOptions,
  type RefundCurveRequest,
  type RefundJump,
  type RefundJumpCause,
  type RefundOnDay,
  refundCurve,
} from './refund-curve.ts';
export { refundPolicyAt } from './refund-policy-at.ts';
export type {
  AllowedRefundQuote,
  Assumed,
  DeniedRefundQuote,
  QuoteDays,
  RefundLimit,
  RefundLine,
  RefundNote,
  RefundQuote,
  RefundRefusal,
  RefundRow,
} from './refund-quote.ts';
export type {
  ExchangeRequest,
  ExchangeRequestInput,
  RefundRequest,
  RefundRequestInput,
} from './request.ts';
export { type SettledRefund, settleRefund, trySettleRefund } from './settle-refund.ts';
export { settleRefunds } from './settle-refunds.ts';
export {
  type LimitWindow,
  type Product,
  products,
  type RefundDocument,
  type RefundPolicy,
  type Term,
} from './terms.ts';
