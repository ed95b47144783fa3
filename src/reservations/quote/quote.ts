import type { ClauseId } from '../../vocabulary/clauses.ts';
import type { Allowed, Denied } from '../../vocabulary/decision.ts';
import type { RefundPolicy } from '../policy/refund-policy.ts';
import type { RefundRequest } from './request.ts';

/** The row of the cancellation table that a cancellation falls in. */
export type RefundRow = 'full-credit' | 'pro-rated' | 'pro-rated-less-fee';

/** Why a refund is lawfully refused. */
export type RefundRefusal =
  | 'term-ended'
  | 'not-returnable'
  | 'undefined-by-text'
  | 'limit-exceeded';

/** What a refund that is allowed should make one look at: the limit cut it, or cut it to nothing. */
export type RefundNote = 'limit-clipped' | 'limit-reached';

/** What a quote took for granted since the caller did not say it. */
export type Assumed = 'policy' | 'consumedRefunds' | 'product' | 'billingPlan';

/** Whole UTC days. */
export interface QuoteDays {
  /** From the purchase (day 0) to the cancellation or exchange. */
  readonly sincePurchase: number;
  readonly term: number;
  /** From the cancellation or exchange to the end of the term; none once it has ended. */
  readonly remaining: number;
}

/** What a quote found of the customer's limit, and leaves of it. Amounts in US dollars. */
export interface RefundLimit {
  readonly currency: 'USD';
  readonly max: string;
  readonly consumedBefore: string;
  readonly consumedAfter: string;
  /** What is left after this refund. */
  readonly available: string;
}

/**
 * One step of the calculation. Its amount follows from its own operands alone, which stand on the
 * lines above it or in the facts, rounded once to the minor unit (half-even or as the policy says; the limit downwards).
 */
export type RefundLine =
  /** The whole price, or `of × days ÷ termDays`. */
  | {
      readonly code: 'credit';
      readonly amount: string;
      readonly clause: ClauseId;
      readonly of: string;
      readonly days?: number | undefined;
      readonly termDays?: number | undefined;
    }
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
    };

/** What every quote holds. Amounts are in `currency`, with exactly its decimals. */
interface RefundFigures {
  readonly kind: 'refund-quote';
  readonly currency: string;
  /** The price that was paid up front. */
  readonly paid: string;
  /** What the unused rest of the term is worth. */
  readonly credit: string;
  /** The early termination fee. */
  readonly fee: string;
  /** The credit less the fee. */
  readonly refundable: string;
  /** What is paid out. */
  readonly refund: string;
  /** What the limit keeps back of the refundable amount. */
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
}

export interface AllowedRefundQuote extends Allowed, RefundFigures {
  readonly row: RefundRow;
  readonly notes: readonly RefundNote[];
}

export interface DeniedRefundQuote extends Denied<RefundRefusal>, RefundFigures {
  /** `null` where no row was looked for. */
  readonly row: RefundRow | null;
  readonly notes: readonly [];
}

/** How much of a cancelled reservation comes back, why, and by which steps. */
export type RefundQuote = AllowedRefundQuote | DeniedRefundQuote;
