import { percentOf } from '../../kernel/percent.ts';
import type { LimitWindow, RefundPolicy } from './refund-policy.ts';

const givenBack: Readonly<Record<LimitWindow, string>> = Object.freeze({
  '365-days': 'given back after 365 days',
  'calendar-year': 'given back at the new year',
  none: 'never given back',
});

/** Each field of a policy except its id, in words. */
export const policyWords: {
  readonly [Field in Exclude<keyof RefundPolicy, 'id'>]: (value: RefundPolicy[Field]) => string;
} = Object.freeze({
  document: (document) => `cites ${document}`,
  windowDays: (days) => (days === null ? 'no days without a fee' : `no fee up to day ${days}`),
  dayWithoutRow: (day) => (day === null ? 'a rule for every day' : `no rule for day ${day}`),
  fullCreditWhenUnused: (full) =>
    full ? 'full credit of an unused one within the window' : 'pro-rated credit from the first day',
  feeRate: (rate) => {
    if (rate === null) return 'a fee of unstated size';
    return rate === '0' ? 'no fee' : `a fee of ${percentOf(rate)} % of the credit`;
  },
  limitUsd: (usd) => (usd === null ? 'no limit' : `a limit of ${usd} USD`),
  limitWindow: (window) => givenBack[window],
  limitCounts: (counted) =>
    counted === 'refund'
      ? 'the refund uses the limit'
      : 'the credit and the payments to come use the limit',
  overLimit: (way) => (way === 'clip' ? 'clipped to the limit' : 'refused above the limit'),
  rounding: (rounding) => `rounded ${rounding}`,
  exchangeMinimum: (least) =>
    least === 'credit'
      ? 'an exchange costs at least its credit'
      : 'an exchange may cost less than its credit',
  priceBasis: (basis) =>
    basis === 'paid'
      ? 'the price paid is pro-rated'
      : 'the lower of the price paid and the current price is pro-rated',
  exchangeWindow: (credit) =>
    credit === 'full'
      ? 'full credit of an exchange within the window'
      : 'pro-rated credit of an exchange on every day',
  nonReturnable: (products) =>
    products.length === 0
      ? 'every product is returnable'
      : `not returnable: ${[...new Set(products)].sort().join(', ')}`,
  nonExchangeable: (products) =>
    products.length === 0
      ? 'every product is exchangeable'
      : `not exchangeable: ${[...new Set(products)].sort().join(', ')}`,
  exchangeEnd: (day) =>
    day === null
      ? 'no day from which reservations are bought that cannot be exchanged'
      : `no exchange of reservations bought from ${day} on if savings plans cover their service`,
  payee: (payee) => `paid to the ${payee}`,
});
