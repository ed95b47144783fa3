import { isLess, leftOf, minus, times, type Whole } from '../kernel/money.ts';
import type { RefundFacts } from './input.ts';
import type { ReadyRefundPolicy } from './policy.ts';
import type { QuoteDays, RefundRow } from './refund-quote.ts';
import { proRate } from './return.ts';
import type { RefundPolicy } from './terms.ts';

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
 */
export function calculateRefund(
  facts: RefundFacts,
  days: QuoteDays,
  { policy, fee: feeRate, limit }: ReadyRefundPolicy,
  consumedCents: Whole,
): RefundCalculation {
  // RES-1 to RES-4: the row of the table.
  const row = rowOf(days, facts.used, policy);
  const credit = row === 'full-credit' ? facts.paid : proRate(facts.paid, days, policy);
  const fee = row === 'pro-rated-less-fee' ? times(credit, feeRate, policy.rounding) : 0;

  // RES-6: the balance, less the fee.
  const refundable = minus(credit, fee);

  // RES-5: the limit. It is in US dollars, so another currency is turned both ways (R-FX).
  const { centsPerUnit } = facts;
  const unitsPerCent = {
    numerator: centsPerUnit.denominator,
    denominator: centsPerUnit.numerator,
  };
  const availableCents = limit === null ? null : leftOf(limit, consumedCents);
  const available = availableCents === null ? null : times(availableCents, unitsPerCent, 'down');
  const claimed = policy.limitCounts === 'refund' ? refundable : credit;
  const isOver = available !== null && isLess(available, claimed);
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

function rowOf(days: QuoteDays, used: boolean, policy: RefundPolicy): RefundRow {
  if (!isInWindow(days, policy)) return 'pro-rated-less-fee';
  return policy.fullCreditWhenUnused && !used ? 'full-credit' : 'pro-rated';
}

/** R-FIVE: the last day of the window is inside it. */
export function isInWindow(days: QuoteDays, { windowDays }: RefundPolicy): boolean {
  return windowDays !== null && days.sincePurchase <= windowDays;
}
