import type {
  CalculateExchangeOperationResultResponse,
  CalculateRefundResponse,
  KnownErrorResponseCode,
} from '@azure/arm-reservations';
import { describe, expectTypeOf, test } from 'vitest';
import {
  decideCustomerPurchase,
  decidePermissionChange,
  decideSoftwareCancellation,
  type ExchangeQuote,
  type ExchangeResponse,
  type Parsed,
  quoteExchange,
  quoteRefund,
  type RefundQuote,
  type RefundRequest,
  type RefundResponse,
  readExchangeResponse,
  readPartnerSubscription,
  readRefundResponse,
  readReservation,
  readReservationOrder,
  readSelfServeChange,
  readSelfServePolicy,
  readSoftwareOrder,
  toExchangeResponse,
  toRefundResponse,
  type vendorErrorCodes,
} from '../../src/index.ts';

declare const body: unknown;
declare const refundQuote: RefundQuote;
declare const exchangeQuote: ExchangeQuote;

/** What `A` has, at any depth, and `B` has not: `never` where `B` knows every field of `A`. */
type Unknown<A, B> = A extends readonly (infer One)[]
  ? B extends readonly (infer Other)[]
    ? Unknown<One, Other>
    : 'no array'
  : A extends object
    ? {
        [K in keyof A]-?: K extends keyof B ? Unknown<NonNullable<A[K]>, NonNullable<B[K]>> : K;
      }[keyof A]
    : never;

describe('what is written', () => {
  test('is what the vendor’s own library responds', () => {
    expectTypeOf(toRefundResponse(refundQuote)).toEqualTypeOf<RefundResponse>();
    expectTypeOf<RefundResponse>().toExtend<CalculateRefundResponse>();
    expectTypeOf(toExchangeResponse(exchangeQuote)).toEqualTypeOf<ExchangeResponse>();
    expectTypeOf<ExchangeResponse>().toExtend<CalculateExchangeOperationResultResponse>();
  });

  test('has no field that the vendor’s own library does not know', () => {
    expectTypeOf<Unknown<RefundResponse, CalculateRefundResponse>>().toBeNever();
    expectTypeOf<Unknown<ExchangeResponse, CalculateExchangeOperationResultResponse>>().toBeNever();
    // The policy of an exchange has no properties of its own, as that of a refund has.
    type Deeper = { properties: { policyResult: RefundResponse['properties']['policyResult'] } };
    expectTypeOf<
      Unknown<Deeper, CalculateExchangeOperationResultResponse>
    >().toEqualTypeOf<'properties'>();
  });

  test('has only error codes of the vendor, where it is stated to be one', () => {
    type Code = (typeof vendorErrorCodes)[keyof typeof vendorErrorCodes];
    expectTypeOf<Code>().toExtend<`${KnownErrorResponseCode}`>();
  });

  test('takes the quote of its kind', () => {
    // @ts-expect-error: the quote of an exchange
    toRefundResponse(exchangeQuote);
    // @ts-expect-error: the quote of a cancellation
    toExchangeResponse(refundQuote);
    // @ts-expect-error: a name that no response has
    toRefundResponse(refundQuote, { reservation: 'R-1' });
  });
});

describe('what is read', () => {
  test('is what the rules take', () => {
    expectTypeOf(readRefundResponse(body)).toEqualTypeOf<Parsed<RefundRequest>>();
    const order = readReservationOrder(body, { used: true, canceledOn: new Date(0) });
    if (order.ok) quoteRefund(order.value);
    const exchange = readExchangeResponse(body, { term: 'P1Y', exchangedOn: undefined });
    if (exchange.ok) quoteExchange(exchange.value);
    readExchangeResponse(body, {
      exchangedOn: '2025-03-25',
      reservationsToExchange: [
        { term: 'P1Y', billingPlan: 'Monthly', completedTransactions: 1 },
        {},
      ],
    });
    const reservation = readReservation(body, { billingPlan: 'Monthly', instalment: '1.00' });
    if (reservation.ok) quoteRefund(reservation.value);
    readReservationOrder(body, { reservationId: 'R-1' });
    const software = readSoftwareOrder(body, { kind: 'subscription', lineItemNumber: 0 });
    if (software.ok) decideSoftwareCancellation(software.value);
    const owned = readPartnerSubscription(body, { kind: 'subscription' });
    if (owned.ok) decideSoftwareCancellation(owned.value);
    const purchase = readSelfServePolicy(body, { subscription: null });
    if (purchase.ok) decideCustomerPurchase(purchase.value);
    const change = readSelfServeChange(body, { roles: 'admin-agent', current: 'on' });
    if (change.ok) decidePermissionChange(change.value);
  });

  test('is completed by facts of its kind', () => {
    // @ts-expect-error: a misspelt fact
    readReservationOrder(body, { cancelledOn: '2025-01-07' });
    // @ts-expect-error: the day of an exchange
    readRefundResponse(body, { exchangedOn: '2025-01-07' });
    // @ts-expect-error: an instalment goes with the plan Monthly
    readReservation(body, { billingPlan: 'Upfront', instalment: '1.00' });
    // @ts-expect-error: an answer to a refund has one reservation
    readRefundResponse(body, { reservationsToExchange: [] });
    // @ts-expect-error: a reservation has no line items
    readReservationOrder(body, { lineItemNumber: 0 });
  });
});
