import type { CurrencyCode } from '../kernel/currencies.ts';
import type { AmountInput } from '../kernel/money.ts';
import type { PublishedRefundPolicyId } from '../reservations/policy/policies.ts';
import type { Product } from '../reservations/policy/products.ts';
import type { RefundPolicy } from '../reservations/policy/refund-policy.ts';
import type { Assumed } from '../reservations/quote/quote.ts';
import type { RefundStatus } from './refund-status.ts';

/**
 * The facts of many cancellations: a typed array for each that differs from row to row, all of one
 * length, and once what is the same for all.
 */
export interface RefundColumnsRequest {
  /** ISO 4217, of every row. */
  readonly currency: CurrencyCode;
  /** USD per unit of `currency`; needed for every currency but USD. */
  readonly usdRate?: AmountInput | undefined;
  /** The vendor's `reservedResourceType` of every row. */
  readonly product?: Product | undefined;
  /** Columns are of reservations paid up front; `quoteRefund` takes monthly payment too. */
  readonly billingPlan?: 'Upfront' | undefined;
  /** The full price paid up front, in whole minor units (cents, yen), up to 2⁵³ − 1. */
  readonly paid: Float64Array;
  /** 12, 36 or 60. */
  readonly termMonths: Uint8Array;
  /** The UTC day of the purchase, in days since 1970-01-01. */
  readonly purchasedOn: Int32Array;
  /** The UTC day of the cancellation, in days since 1970-01-01. */
  readonly canceledOn: Int32Array;
  /** 1 where any of it was used, 0 where none was. */
  readonly used: Uint8Array;
  /** The part of the limit that earlier refunds use on the day of cancellation, in whole US cents. */
  readonly consumedUsdCents?: Float64Array | undefined;
}

/** The figures of many refunds, in whole minor units of their currency. */
export interface RefundFigureColumns {
  /** The value of the unused rest of the term. */
  readonly credit: Float64Array;
  /** The early termination fee. */
  readonly fee: Float64Array;
  /** The amount that is paid out. The limit withholds `credit − fee − refund`. */
  readonly refund: Float64Array;
  /** The code of each row: its place in `refundStatuses`. */
  readonly status: Uint8Array;
}

export interface RefundColumnsOptions {
  /**
   * The id of a published version, or any policy: the same for all rows, and so not the name of a source.
   * Without it {@link defaultRefundPolicy} applies, and `assumed` has `policy`.
   */
  readonly policy?: RefundPolicy | PublishedRefundPolicyId | undefined;
  /**
   * Arrays of the caller's own, to be written in place of new ones: as long as the columns, and
   * sharing memory with none of them and with none of each other.
   */
  readonly out?: RefundFigureColumns | undefined;
}

/** The refunds of many cancelled reservations. */
export interface RefundColumns extends RefundFigureColumns {
  /** Number of rows of each status. */
  readonly counts: Readonly<Record<RefundStatus, number>>;
  readonly currency: string;
  /** The facts that the caller did not give, for any row. */
  readonly assumed: readonly Assumed[];
  readonly policy: RefundPolicy;
  /** The number of rows on whose day of cancellation a later version had replaced `policy`, by its id. */
  readonly supersededBy: Readonly<Partial<Record<PublishedRefundPolicyId, number>>>;
}
