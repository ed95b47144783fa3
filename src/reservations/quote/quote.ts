import type { ClauseId } from '../../vocabulary/clauses.ts';
import type { Allowed, Denied } from '../../vocabulary/decision.ts';
import type { QuoteDays } from '../facts/days.ts';
import type { BillingPlan, RefundRequest } from '../facts/request.ts';
import type { PublishedRefundPolicyId } from '../policy/policies.ts';
import type { RefundPolicy } from '../policy/refund-policy.ts';
import type { RefundRefusal } from '../refusals.ts';

/** The row of the cancellation table that a cancellation falls in. */
export type RefundRow = 'full-credit' | 'pro-rated' | 'pro-rated-less-fee';

/**
 * A note on a refund: the limit cut it, or cut it to nothing; the policy's text does not know monthly
 * payment (R-MONTHLY-FEE); payments to come have no amount yet, so that the last known one was taken
 * (R-RATE); or a later version was in force on the day of cancellation, named in `supersededBy`.
 */
export type RefundNote =
  | 'limit-clipped'
  | 'limit-reached'
  | 'plan-not-in-text'
  | 'commitment-estimated'
  | 'superseded';

/** A fact that a quote assumed because the caller did not state it. */
export type Assumed =
  | 'policy'
  | 'consumedRefunds'
  | 'product'
  | 'billingPlan'
  | 'currentPrice'
  | 'savingsPlanEligible';

/** The billing month of the last payment made, in UTC days. */
export interface BillingPeriod {
  /** The day on which the payment was due. */
  readonly from: string;
  /** The day on which the next one is due, or the term ends. */
  readonly to: string;
  readonly days: number;
  readonly used: number;
  readonly remaining: number;
}

/** The customer's limit before and after a quote. Amounts in US dollars. */
export interface RefundLimit {
  readonly currency: 'USD';
  readonly max: string;
  readonly consumedBefore: string;
  readonly consumedAfter: string;
  /** The part that is left after this refund. */
  readonly available: string;
}

/**
 * The returned units' share of the price, or of one payment: `of × quantityToReturn ÷ quantity`. The
 * credit is not made from it: it shares `of` itself, so that nothing is rounded twice.
 */
export interface PartLine {
  readonly code: 'part';
  readonly amount: string;
  readonly clause: ClauseId;
  readonly of: string;
  readonly quantityToReturn: number;
  readonly quantity: number;
}

/**
 * The price, or the last payment: all of it, or `of × days ÷ termDays`; times `quantityToReturn ÷
 * quantity` if a part of the units is returned. `termDays` are those that `of` pays for.
 */
export interface CreditLine {
  readonly code: 'credit';
  readonly amount: string;
  readonly clause: ClauseId;
  readonly of: string;
  readonly days?: number | undefined;
  readonly termDays?: number | undefined;
  readonly quantityToReturn?: number | undefined;
  readonly quantity?: number | undefined;
}

/** The cancelled payments: the returned units' share of `of`, the sum of the payments to come. */
export interface CommitmentLine {
  readonly code: 'commitment';
  readonly amount: string;
  readonly clause: ClauseId;
  readonly of: string;
  readonly payments: number;
  readonly quantityToReturn?: number | undefined;
  readonly quantity?: number | undefined;
}

/**
 * One step of the calculation. Its amount follows from its own operands alone, which stand on the
 * lines above it or in the facts, rounded once to the minor unit (half-even or as the policy says; the limit downwards).
 */
export type RefundLine =
  | PartLine
  | CreditLine
  /** `of × rate`. */
  | {
      readonly code: 'fee';
      readonly amount: string;
      readonly clause: ClauseId;
      readonly of: string;
      readonly rate: string;
    }
  /** `of − less`. */
  | {
      readonly code: 'refundable';
      readonly amount: string;
      readonly clause: ClauseId;
      readonly of: string;
      readonly less: string;
    }
  /** The most that can be paid: `availableUsd ÷ usdRate`, rounded down. */
  | {
      readonly code: 'limit';
      readonly amount: string;
      readonly clause: ClauseId;
      readonly availableUsd: string;
      readonly usdRate: string;
    }
  /** The smaller of `of` and the limit. */
  | {
      readonly code: 'refund';
      readonly amount: string;
      readonly clause: ClauseId;
      readonly of: string;
      readonly atMost?: string | undefined;
    }
  /** `of − less`: what the limit withholds. */
  | {
      readonly code: 'withheld';
      readonly amount: string;
      readonly clause: ClauseId;
      readonly of: string;
      readonly less: string;
    }
  | CommitmentLine;

/** The billing plan of a returned reservation. Amounts are in the currency of the quote. */
export interface PlanFigures {
  readonly billingPlan: BillingPlan;
  readonly quantity: number;
  readonly quantityToReturn: number;
  /** The last payment made, for all units; `null` for `Upfront`. */
  readonly instalment: string | null;
  /** The payments made; `null` for `Upfront`. */
  readonly completedTransactions: number | null;
  /** `null` for `Upfront`, and once the term has ended. */
  readonly period: BillingPeriod | null;
  /** The payments to come of the returned units: cancelled, never paid, so never refunded (PAY-3). */
  readonly remainingCommitment: string;
  /** The credit and the remaining commitment (PAY-6). */
  readonly canceledCommitment: string;
}

/** The fields of every quote. Amounts are in `currency`, with exactly its decimals. */
interface RefundFigures extends PlanFigures {
  readonly kind: 'refund-quote';
  readonly currency: string;
  /** The price that was paid up front, or all payments made, for all units. */
  readonly paid: string;
  /** The pro-rated credit of the returned units. */
  readonly credit: string;
  /** The early termination fee. */
  readonly fee: string;
  /** The credit less the fee. */
  readonly refundable: string;
  /** The amount that is paid out. */
  readonly refund: string;
  /** The part of the refundable amount that the limit withholds. */
  readonly withheld: string;
  /** Whom the vendor pays. */
  readonly payee: RefundPolicy['payee'];
  readonly days: QuoteDays;
  /** `null` where the limit had no part in the answer. */
  readonly limit: RefundLimit | null;
  readonly lines: readonly RefundLine[];
  readonly assumed: readonly Assumed[];
  /** The facts in canonical form. */
  readonly request: RefundRequest;
  readonly policy: RefundPolicy;
  /** The version in force on the day of cancellation, if it has replaced `policy`; otherwise `null`. */
  readonly supersededBy: PublishedRefundPolicyId | null;
}

export interface AllowedRefundQuote extends Allowed, RefundFigures {
  readonly row: RefundRow;
  readonly notes: readonly RefundNote[];
}

export interface DeniedRefundQuote extends Denied<RefundRefusal>, RefundFigures {
  /** `null` where no row was looked for. */
  readonly row: RefundRow | null;
  readonly notes: readonly 'superseded'[];
}

/** The refund of a cancelled reservation, with reasons and steps. */
export type RefundQuote = AllowedRefundQuote | DeniedRefundQuote;
