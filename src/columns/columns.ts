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
export type RefundColumnsRequest = UpfrontColumnsRequest | MonthlyColumnsRequest;

/** The columns that both plans have. */
interface CommonColumnsRequest {
  /** ISO 4217, of every row. */
  readonly currency: CurrencyCode;
  /** USD per unit of `currency`; needed for every currency but USD. */
  readonly usdRate?: AmountInput | undefined;
  /** The vendor's `reservedResourceType` of every row. */
  readonly product?: Product | undefined;
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

/** Many reservations that were paid up front. */
export interface UpfrontColumnsRequest extends CommonColumnsRequest {
  readonly billingPlan?: 'Upfront' | undefined;
  /** The full price paid up front, in whole minor units (cents, yen), up to 2⁵³ − 1. */
  readonly paid: Float64Array;
  readonly instalment?: undefined;
  readonly completedTransactions?: undefined;
}

/** Many reservations that are paid monthly, in equal payments. */
export interface MonthlyColumnsRequest extends CommonColumnsRequest {
  readonly billingPlan: 'Monthly';
  /** One monthly payment, in whole minor units; those of the term are at most 2⁵³ − 1 together. */
  readonly instalment: Float64Array;
  /** Number of payments made by the day of cancellation; without it all that were due. */
  readonly completedTransactions?: Uint8Array | undefined;
  readonly paid?: undefined;
}

/** The figures of many refunds, in whole minor units of their currency. */
export interface RefundFigureColumns {
  /** The value of the unused rest of the term, or of the month that is paid. */
  readonly credit: Float64Array;
  /** The early termination fee. */
  readonly fee: Float64Array;
  /** The amount that is paid out. The limit withholds `credit − fee − refund`. */
  readonly refund: Float64Array;
  /** The code of each row: its place in `refundStatuses`. */
  readonly status: Uint8Array;
  /** With the plan `Monthly` only: the payments that are cancelled; 0 in a refused row. */
  readonly remainingCommitment?: Float64Array | undefined;
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
