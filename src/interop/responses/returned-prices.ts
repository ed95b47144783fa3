import type { Price } from '../body/price.ts';

/** The vendor's figures of a reservation that is returned. */
export interface ReturnedPrices {
  /** All that was paid, for all units. */
  readonly billingCurrencyTotalPaidAmount: Price;
  /** What was paid and is not refunded, also for units that stay. */
  readonly billingCurrencyProratedAmount: Price;
  /** What the returned units would still have cost: 0 if they were paid up front. */
  readonly billingCurrencyRemainingCommitmentAmount: Price;
}
