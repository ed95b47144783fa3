import {
  isLess,
  leftOf,
  minus,
  type Ratio,
  times,
  timesOver,
  type Whole,
} from '../../kernel/money.ts';
import type { ReadyRefundPolicy } from '../policy/ready-policy.ts';
import type { RefundPolicy } from '../policy/refund-policy.ts';
import type { RefundFacts } from './facts.ts';
import type { QuoteDays, RefundRow } from './quote.ts';
import { proRate } from './returned-reservation.ts';

/** What a cancellation comes to, in whole minor units of its currency and in US cents. */
export interface RefundCalculation {
  readonly row: RefundRow;
  readonly credit: Whole;
  readonly fee: Whole;
  readonly refundable: Whole;
  readonly refund: Whole;
  readonly withheld: Whole;
  /** What was left of the limit, in the currency and rounded down; `null` for no limit. */
  readonly available: Whole | null;
  readonly availableCents: Whole | null;
  /** Whether the policy refuses it for being above the limit. */
  readonly isRefused: boolean;
  /** What it uses of the limit. */
  readonly countedCents: Whole;
}

/**
 * Applies the clauses to a reservation that can be returned, in the clauses' order. `consumedCents`
 * is what earlier refunds use of the limit on the day of cancellation.
 *
 * Clauses: RES-1 to RES-6.
 */
export function calculateRefund(
  facts: RefundFacts,
  days: QuoteDays,
  ready: ReadyRefundPolicy,
  consumedCents: Whole,
): RefundCalculation {
  const { policy, limit } = ready;
  // RES-1 to RES-4: the row of the table.
  const row = rowOf(days.sincePurchase, facts.used, policy);
  const credit = creditOf(row, facts.paid, days.remaining, days.term, policy);
  const fee = feeOf(row, credit, ready);

  // RES-6: the balance, less the fee.
  const refundable = minus(credit, fee);

  // RES-5: the limit.
  const { centsPerUnit } = facts;
  const availableCents = limit === null ? null : leftOf(limit, consumedCents);
  const available = availableCents === null ? null : payableOf(availableCents, centsPerUnit);
  const isOver = available !== null && isLess(available, claimOf(credit, refundable, policy));
  const isRefused = isOver && policy.overLimit === 'refuse';
  // Only refunds are clipped (a policy that clips commitments cannot be made).
  const refund = isRefused ? 0 : isOver ? available : refundable;
  const counted = policy.limitCounts === 'refund' ? refund : credit;
  return {
    row,
    credit,
    fee,
    refundable,
    refund,
    withheld: minus(refundable, refund),
    available,
    availableCents,
    isRefused,
    countedCents: isRefused ? 0 : times(counted, centsPerUnit, 'half-even'),
  };
}

// The figures one by one, on plain numbers: a column of refunds needs no object for each.

/** RES-1 to RES-4: the row of the table. */
export function rowOf(sincePurchase: number, used: boolean, policy: RefundPolicy): RefundRow {
  if (!isInWindow(sincePurchase, policy)) return 'pro-rated-less-fee';
  return policy.fullCreditWhenUnused && !used ? 'full-credit' : 'pro-rated';
}

/** R-FIVE: the last day of the window is inside it. */
export function isInWindow(sincePurchase: number, { windowDays }: RefundPolicy): boolean {
  return windowDays !== null && sincePurchase <= windowDays;
}

/** What the unused rest of the term is worth. */
export function creditOf(
  row: RefundRow,
  paid: Whole,
  remaining: number,
  termDays: number,
  { rounding }: RefundPolicy,
): Whole {
  return row === 'full-credit' ? paid : proRate(paid, remaining, termDays, rounding);
}

/** The early termination fee of a credit. */
export function feeOf(row: RefundRow, credit: Whole, { policy, fee }: ReadyRefundPolicy): Whole {
  return row === 'pro-rated-less-fee' ? times(credit, fee, policy.rounding) : 0;
}

/** R-COUNTS: what is held against the limit. */
export function claimOf(credit: Whole, refundable: Whole, { limitCounts }: RefundPolicy): Whole {
  return limitCounts === 'refund' ? refundable : credit;
}

/** R-FX: what can be paid in a currency out of what is left of the limit, which is in US dollars. */
export function payableOf(availableCents: Whole, centsPerUnit: Ratio): Whole {
  return timesOver(availableCents, centsPerUnit.denominator, centsPerUnit.numerator, 'down');
}
