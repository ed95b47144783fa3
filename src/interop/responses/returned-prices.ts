import type { Price } from '../body/price.ts';

/** The vendor's figures of a reservation that is returned. */
export interface ReturnedPrices {
  /** All that was paid, for all units. */
  readonly billingCurrencyTotalPaidAmount: Price;
  /** The part of the payment that is kept, also for units that stay. */
  readonly billingCurrencyProratedAmount: Price;
  /** The cancelled payments of the returned units: 0 if they were paid up front. */
  readonly billingCurrencyRemainingCommitmentAmount: Price;
}
