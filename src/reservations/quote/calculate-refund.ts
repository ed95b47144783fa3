import {
  isLess,
  leftOf,
  minus,
  plus,
  type Ratio,
  times,
  timesOver,
  type Whole,
} from '../../kernel/money.ts';
import type { QuoteDays } from '../facts/days.ts';
import { type Bill, lowerOf, partOf, shareOf } from '../facts/payment.ts';
import type { RefundFacts } from '../facts/refund-facts.ts';
import type { ReadyRefundPolicy } from '../policy/ready-policy.ts';
import type { RefundPolicy } from '../policy/refund-policy.ts';
import type { RefundRow } from './quote.ts';

/** The result of a cancellation, in whole minor units of its currency and in US cents. */
export interface RefundCalculation {
  readonly row: RefundRow;
  /** The price or payment that the credit shares, for all units. */
  readonly basis: Whole;
  readonly credit: Whole;
  readonly fee: Whole;
  readonly refundable: Whole;
  readonly refund: Whole;
  readonly withheld: Whole;
  readonly remainingCommitment: Whole;
  readonly canceledCommitment: Whole;
  /** The part of the limit that was left, in the currency and rounded down; `null` for no limit. */
  readonly available: Whole | null;
  readonly availableCents: Whole | null;
  /** True if the policy refuses it for exceeding the limit. */
  readonly isRefused: boolean;
  /** The refund and the cancelled amount, in US cents. */
  readonly refundedCents: Whole;
  readonly canceledCents: Whole;
}

/**
 * Applies the clauses to a reservation that can be returned, in the clauses' order. `consumedCents`
 * is what earlier refunds use of the limit on the day of cancellation.
 *
 * Clauses: RES-1 to RES-6, PAY-2 to PAY-6, PAY-8.
 */
export function calculateRefund(
  facts: RefundFacts,
  days: QuoteDays,
  bill: Bill,
  ready: ReadyRefundPolicy,
  consumedCents: Whole,
): RefundCalculation {
  const { policy, limit } = ready;
  const { units, centsPerUnit } = facts;
  // RES-1 to RES-4, PAY-4: the row of the table.
  const row = rowOf(days.sincePurchase, facts.used, policy);

  // PAY-2, PAY-5, PAY-8: the credit of the returned units.
  const basis =
    policy.priceBasis === 'lower' ? lowerOf(bill.shared, facts.currentPrice) : bill.shared;
  const credit =
    row === 'full-credit'
      ? partOf(basis, units, policy.rounding)
      : shareOf(basis, units, bill.remaining, bill.days, policy.rounding);
  const fee = feeOf(row, credit, ready);

  // RES-6: the balance, less the fee.
  const refundable = minus(credit, fee);

  // PAY-3, PAY-6: what is cancelled.
  const remainingCommitment = partOf(bill.toCome, units, policy.rounding);
  const canceledCommitment = plus(credit, remainingCommitment);

  // RES-5: the limit, in the currency; R-PRICING: or in the USD that the vendor's service counts, which
  // knows no fee.
  const pricingRefund = fee === 0 ? facts.pricingRefund : undefined;
  const isRefundCounted = policy.limitCounts === 'refund';
  const availableCents = limit === null ? null : leftOf(limit, consumedCents);
  const available = availableCents === null ? null : payableOf(availableCents, centsPerUnit);
  const isOver =
    available !== null &&
    (isRefundCounted && pricingRefund !== undefined
      ? isLess(availableCents as Whole, pricingRefund)
      : isLess(available, isRefundCounted ? refundable : canceledCommitment));
  const isRefused = isOver && policy.overLimit === 'refuse';
  // Only refunds are clipped (a policy that clips commitments cannot be made).
  const clipped = isOver && isLess(available, refundable) ? available : refundable;
  const refund = isRefused ? 0 : clipped;
  return {
    row,
    basis,
    credit,
    fee,
    refundable,
    refund,
    withheld: minus(refundable, refund),
    remainingCommitment,
    canceledCommitment,
    available,
    availableCents,
    isRefused,
    refundedCents:
      pricingRefund !== undefined && !isOver
        ? pricingRefund
        : times(refund, centsPerUnit, 'half-even'),
    canceledCents: isRefused ? 0 : times(canceledCommitment, centsPerUnit, 'half-even'),
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

/** The early termination fee of a credit. */
export function feeOf(row: RefundRow, credit: Whole, { policy, fee }: ReadyRefundPolicy): Whole {
  return row === 'pro-rated-less-fee' ? times(credit, fee, policy.rounding) : 0;
}

/** R-FX: the amount of a currency that can be paid from what is left of the limit, in US cents. */
export function payableOf(availableCents: Whole, centsPerUnit: Ratio): Whole {
  return timesOver(availableCents, centsPerUnit.denominator, centsPerUnit.numerator, 'down');
}
