export * from '../kernel/index.ts';
export type { Known } from './complete.ts';
export type { ExchangeResponse, ReturnedReservationResponse } from './exchange-response.ts';
export type { PolicyError } from './policy-errors.ts';
export type { Price } from './price.ts';
export { readCollection } from './read-collection.ts';
export { readExchangeFigures, type VendorExchangeFigures } from './read-exchange-figures.ts';
export { readExchangeResponse } from './read-exchange-response.ts';
export {
  readRefundFigures,
  type VendorRefundFigures,
  type VendorRefundLimit,
} from './read-refund-figures.ts';
export { readRefundResponse } from './read-refund-response.ts';
export { readReservationOrder } from './read-reservation-order.ts';
export { readReservedInstance } from './read-reserved-instance.ts';
export {
  type ReturnedReservation,
  readReturnedReservations,
} from './read-returned-reservations.ts';
export { readSelfServeChange } from './read-self-serve-change.ts';
export { readSelfServePolicy } from './read-self-serve-policy.ts';
export { readSoftwareEntitlement } from './read-software-entitlement.ts';
export { type KnownBesideOrder, readSoftwareOrder } from './read-software-order.ts';
export type { RefundResponse } from './refund-response.ts';
export type { ReturnedFigures } from './returned-figures.ts';
export type { ReturnedPrices } from './returned-prices.ts';
export { vendorErrorCodes } from './terms.ts';
export { toExchangeResponse } from './to-exchange-response.ts';
export { toRefundResponse } from './to-refund-response.ts';
export type { ResponseNames } from './written.ts';
