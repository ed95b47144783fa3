import type { Price } from '../body/price.ts';

/** The vendor's figures of a reservation that was paid up front and is given back. */
export interface ReturnedPrices {
  readonly billingCurrencyTotalPaidAmount: Price;
  /** What is used up, and so kept. */
  readonly billingCurrencyProratedAmount: Price;
  /** What is still to be paid: nothing, as all was paid up front. */
  readonly billingCurrencyRemainingCommitmentAmount: Price;
}
