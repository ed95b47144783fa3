export * from '../vocabulary/index.ts';
export type { PolicyError } from './body/policy-errors.ts';
export type { Price } from './body/price.ts';
export { readCollection } from './body/read-collection.ts';
export { readOrderTransactions } from './exports/read-order-transactions.ts';
export {
  type ReconciliationLine,
  readReconciliationLine,
} from './exports/read-reconciliation-line.ts';
export {
  type ReservationTransaction,
  readReservationTransaction,
} from './exports/read-reservation-transaction.ts';
export type { Known } from './facts/known-facts.ts';
export {
  type KnownOfExchange,
  type KnownOfSeveral,
  readExchangeResponse,
} from './facts/read-exchange-response.ts';
export { readRefundResponse } from './facts/read-refund-response.ts';
export { readReservation } from './facts/read-reservation.ts';
export { type KnownOfOrder, readReservationOrder } from './facts/read-reservation-order.ts';
export { readReservedInstance } from './facts/read-reserved-instance.ts';
export {
  type ReturnedReservation,
  readReturnedReservations,
} from './facts/read-returned-reservations.ts';
export { readSelfServeChange } from './facts/read-self-serve-change.ts';
export { readSelfServePolicy } from './facts/read-self-serve-policy.ts';
export { readSoftwareEntitlement } from './facts/read-software-entitlement.ts';
export { type KnownNextToOrder, readSoftwareOrder } from './facts/read-software-order.ts';
export {
  type PartnerRelationship,
  readPartnerRelationship,
} from './partner-center/read-partner-relationship.ts';
export { readPartnerSubscription } from './partner-center/read-partner-subscription.ts';
export type {
  ExchangeResponse,
  ReturnedReservationResponse,
} from './responses/exchange-response.ts';
export {
  readExchangeFigures,
  type VendorExchangeFigures,
} from './responses/read-exchange-figures.ts';
export {
  readRefundFigures,
  type VendorRefundFigures,
  type VendorRefundLimit,
} from './responses/read-refund-figures.ts';
export {
  type ResellerError,
  type ResellerErrorReason,
  readResellerError,
  resellerErrorCodes,
} from './responses/read-reseller-error.ts';
export type { RefundResponse } from './responses/refund-response.ts';
export type { ResponseNames } from './responses/response-parts.ts';
export type { ReturnedFigures } from './responses/returned-figures.ts';
export type { ReturnedPrices } from './responses/returned-prices.ts';
export { toExchangeResponse } from './responses/to-exchange-response.ts';
export { toRefundResponse } from './responses/to-refund-response.ts';
export { vendorErrorCodes } from './responses/vendor-errors.ts';
