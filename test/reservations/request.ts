import type {
  AmountInput,
  RefundRequest,
  RefundRequestInput,
} from '../../src/reservations/index.ts';

/** A cancellation of what was paid up front, in canonical form and as callers have it. */
export type UpfrontRequest = Extract<RefundRequest, { readonly paid: string }>;
export type UpfrontInput = Extract<RefundRequestInput, { readonly paid: AmountInput }>;

/** What tests of refunds begin with: 182 of the 365 days of a year for 12,000 USD are used. */
export const REQUEST = {
  paid: '12000.00',
  currency: 'USD',
  term: 'P1Y',
  purchasedOn: '2025-01-01',
  canceledOn: '2025-07-02',
  used: true,
} as const;
