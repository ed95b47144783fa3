export { currencyCodes, currencyDigits, currencyListDate } from '../kernel/currencies.ts';
export * from '../vocabulary/index.ts';
export type { QuoteDays } from './facts/days.ts';
export { parseExchangeRequest } from './facts/parse-exchange-request.ts';
export { parseRefundRequest } from './facts/parse-refund-request.ts';
export type {
  BillingPlan,
  ExchangeRequest,
  ExchangeRequestInput,
  PaymentStatus,
  PriceInput,
  PurchasedItem,
  RefundRequest,
  RefundRequestInput,
  ReturnedItem,
  ScheduledPayment,
  ScheduledPaymentInput,
  SeveralExchangeRequest,
  SingleExchangeRequest,
} from './facts/request.ts';
export type { Term } from './facts/term.ts';
export {
  createSettlement,
  type Settlement,
  type SettlementOptions,
  type SettlementResult,
} from './ledger/create-settlement.ts';
export { type GivenBack, type LimitState, limitOn } from './ledger/limit-on.ts';
export {
  type LedgerDay,
  type LedgerId,
  openRefundLedger,
  parseRefundLedger,
  type RefundLedger,
  type RefundLedgerInput,
} from './ledger/refund-ledger.ts';
export { type SettledRefund, settleRefund, trySettleRefund } from './ledger/settle-refund.ts';
export { settleRefunds } from './ledger/settle-refunds.ts';
export type { RefundDocument } from './policy/citations.ts';
export {
  diffPolicies,
  type RefundPolicyDifference,
  type RefundPolicyField,
} from './policy/diff-policies.ts';
export { parseRefundPolicy } from './policy/parse-refund-policy.ts';
export {
  defaultRefundPolicy,
  type PolicySource,
  type PublishedRefundPolicyId,
  type RefundPolicyVersion,
  refundPolicies,
  refundPolicyVersions,
} from './policy/policies.ts';
export type {
  PolicyOptions,
  RefundPolicyName,
  RefundPolicySource,
} from './policy/policy-choice.ts';
export type {
  DerivedRefundPolicy,
  RefundPolicyFields,
  RefundPolicyInput,
} from './policy/policy-fields.ts';
export { type Product, products } from './policy/products.ts';
export type { LimitWindow, RefundPolicy } from './policy/refund-policy.ts';
export { refundPolicyAt } from './policy/refund-policy-at.ts';
export { savingsPlanServices } from './policy/savings-plans.ts';
export type {
  ExchangeLine,
  ExchangeQuote,
  PurchaseFigures,
  ReturnedReservationFigures,
} from './quote/exchange-quote.ts';
export type {
  AllowedRefundQuote,
  Assumed,
  BillingPeriod,
  DeniedRefundQuote,
  RefundLimit,
  RefundLine,
  RefundNote,
  RefundQuote,
  RefundRow,
} from './quote/quote.ts';
export { quoteExchange, tryQuoteExchange } from './quote/quote-exchange.ts';
export { quoteRefund, tryQuoteRefund } from './quote/quote-refund.ts';
export type { ExchangeRefusal, RefundRefusal } from './refusals.ts';
export {
  type ComparedRefund,
  compareRefund,
  type RefundDifference,
} from './what-if/compare-refund.ts';
export { type BetterDay, type DatedRefund, nextBetterDay } from './what-if/next-better-day.ts';
export {
  type RefundCurve,
  type RefundCurveOptions,
  type RefundCurveRequest,
  type RefundJump,
  type RefundJumpCause,
  type RefundOnDay,
  refundCurve,
} from './what-if/refund-curve.ts';
