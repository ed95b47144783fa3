import type { RefundDocument } from './citations.ts';
import type { Product } from './products.ts';

/**
 * The time for which a refund uses the limit: 365 days from its own, until the calendar year ends (UTC), or,
 * where there is no window, for good.
 */
export type LimitWindow = '365-days' | 'calendar-year' | 'none';

/**
 * The numbers and choices of one version of the refund rules: plain JSON. Take a published one,
 * change what differs and pass it through `parseRefundPolicy`.
 */
export interface RefundPolicy {
  readonly id: string;
  /** The document whose clauses the answers cite. */
  readonly document: RefundDocument;
  /** The last day after the purchase on which no fee is due; `null`: there is no such window. */
  readonly windowDays: number | null;
  /** A day after the purchase for which the text has no row, so that it is refused; `null`: none. */
  readonly dayWithoutRow: number | null;
  /** True if an unused reservation is credited in full within the window. */
  readonly fullCreditWhenUnused: boolean;
  /** The early termination fee as a share of the credit; `'0'`: none; `null`: the text names no size. */
  readonly feeRate: string | null;
  /** The most that is refunded to one customer in a window, in USD; `null`: no limit. */
  readonly limitUsd: string | null;
  /** The period for which a refund uses the limit. */
  readonly limitWindow: LimitWindow;
  /** The amount that uses the limit: the refund that is paid, or the cancelled commitment, which is the credit before the fee and the payments to come (PAY-6). */
  readonly limitCounts: 'refund' | 'canceled-commitment';
  /** The rule above the limit: the refund is clipped to it, or the request is refused. */
  readonly overLimit: 'clip' | 'refuse';
  /** Rounding of the credit and the fee to the minor unit. */
  readonly rounding: 'half-even' | 'half-up' | 'down';
  /** True if an exchange must cost at least its credit. */
  readonly exchangeMinimum: 'credit' | 'none';
  /** The price that the credit of a refund shares: the price paid, or the lower of it and today's price (PAY-8). */
  readonly priceBasis: 'paid' | 'lower';
  /** The credit of an exchange: pro-rated on every day, or in full within the window like that of a refund. */
  readonly exchangeWindow: 'pro-rated' | 'full';
  /** The products that cannot be cancelled. */
  readonly nonReturnable: readonly Product[];
  /** The products that cannot be exchanged. */
  readonly nonExchangeable: readonly Product[];
  /**
   * The day (`YYYY-MM-DD`) from which reservations are bought that cannot be exchanged if savings plans
   * cover their service; `null`: there is no such rule (AZR-10).
   */
  readonly exchangeEnd: string | null;
  /** The party that the vendor pays. */
  readonly payee: 'partner' | 'customer';
}
