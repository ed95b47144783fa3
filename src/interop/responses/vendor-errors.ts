import type { ExchangeRefusal } from '../../reservations/quote/exchange-quote.ts';
import type { RefundRefusal } from '../../reservations/quote/quote.ts';

/**
 * The vendor's published error codes for what a quote is refused for. It has published none for the
 * other reasons, which are written as they are.
 */
export const vendorErrorCodes: {
  readonly 'limit-exceeded': 'RefundLimitExceeded';
  readonly 'not-returnable': 'SelfServiceRefundNotSupported';
} = Object.freeze({
  'limit-exceeded': 'RefundLimitExceeded',
  'not-returnable': 'SelfServiceRefundNotSupported',
});

/** The reason of each refusal, in a sentence for people. */
export const refusalMessages: {
  readonly [Reason in RefundRefusal | ExchangeRefusal]: string;
} = Object.freeze({
  'term-ended': 'The term of the reservation has ended.',
  'not-returnable': 'A reservation of this product cannot be returned.',
  'undefined-by-text': 'The rules have no row for this day.',
  'limit-exceeded': 'The refund is above what is left of the limit.',
  'covered-by-savings-plans':
    'The reservation was bought after exchanges ended for services that savings plans cover.',
  'same-reservation': 'The new reservation has the same SKU, region and term.',
  'other-product-family': 'The new reservation is of another product family.',
  'purchase-below-credit': 'What is bought costs less than what is given back is worth.',
});
