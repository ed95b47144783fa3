import { addMonths, type Day } from '../../kernel/day.ts';
import { isLess, times, timesOver, type Whole } from '../../kernel/money.ts';
import { daysOf } from '../../reservations/facts/days.ts';
import { billOf } from '../../reservations/facts/payment.ts';
import type { RefundFacts } from '../../reservations/facts/refund-facts.ts';
import { paymentsOf } from '../../reservations/facts/term.ts';
import type { ReadyRefundPolicy } from '../../reservations/policy/ready-policy.ts';
import { calculateRefund, payableOf } from '../../reservations/quote/calculate-refund.ts';
import type { CandidateFacts } from '../facts/read-candidate.ts';
import type { PlanFacts } from '../facts/read-plan-request.ts';

/** A reservation that can be returned on some day. Amounts are whole US cents. */
export interface Candidate {
  /** Its position among all candidates. */
  readonly position: number;
  readonly facts: CandidateFacts;
  readonly quantity: number;
  /** The last day on which it can be returned. */
  readonly last: Day;
  /** A day on which it cannot be returned, as the policy has no row for it. */
  readonly hole: Day | null;
}

/** A return of some units on a day, before the limit. Amounts are whole US cents. */
export interface Claim {
  readonly candidate: Candidate;
  readonly day: Day;
  readonly units: number;
  /** The part of the limit that it uses. */
  readonly use: number;
  /** The part of the limit that must be left: a cent more than `use` where an exchange rate rounds down. */
  readonly need: number;
  /** The gain over keeping the units: the refund and the cancelled payments, less the lost value. */
  readonly worth: number;
}

/** The candidates that can be returned at all. */
export function returnableOf({ candidates, policy, until }: PlanFacts): Candidate[] {
  const { nonReturnable, dayWithoutRow } = policy.policy;
  return candidates.flatMap((facts, position) => {
    const { refund, termEnd } = facts;
    const last = Math.min(termEnd - 1, until ?? termEnd);
    const isBarred = refund.product !== undefined && nonReturnable.includes(refund.product);
    if (last < refund.returnedOn || isBarred) return [];
    const hole = dayWithoutRow === null ? null : refund.purchasedOn + dayWithoutRow;
    return [{ position, facts, quantity: refund.units.quantity, last, hole }];
  });
}

/** Calculates a claim; `null` on the day on which there is none. */
export function claimOn(
  candidate: Candidate,
  day: Day,
  units: number,
  ready: ReadyRefundPolicy,
): Claim | null {
  if (day === candidate.hole) return null;
  const { facts, quantity } = candidate;
  const refund: RefundFacts = {
    ...facts.refund,
    returnedOn: day,
    units: { quantity, quantityToReturn: units },
  };
  const { centsPerUnit } = refund;
  const unlimited = { ...ready, limit: null };
  const bill = billOf(refund.payment, refund);
  const outcome = calculateRefund(refund, daysOf(refund), bill, unlimited, 0);
  const isRefund = ready.policy.limitCounts === 'refund';
  const counted = isRefund ? outcome.refundable : outcome.canceledCommitment;
  const saved = times(outcome.remainingCommitment, centsPerUnit, 'half-even') as number;
  const lost = valueLost(facts, day, units, quantity);
  return {
    candidate,
    day,
    units,
    use: (isRefund ? outcome.refundedCents : outcome.canceledCents) as number,
    need: needOf(counted, refund),
    worth: (outcome.refundedCents as number) + saved - lost,
  };
}

/** US cents that must be left of the limit for an amount to fit it. */
function needOf(amount: Whole, { centsPerUnit }: RefundFacts): number {
  const down = times(amount, centsPerUnit, 'down') as number;
  return isLess(payableOf(down, centsPerUnit), amount) ? down + 1 : down;
}

/** US cents that returned units would still have been worth. */
export function valueLost(
  { valuePerDay, termEnd }: CandidateFacts,
  day: Day,
  units: number,
  quantity: number,
): number {
  const unitDays = timesOver(units, termEnd - day, 1, 'down');
  return timesOver(valuePerDay, unitDays, quantity, 'half-even') as number;
}

/** US cents that are paid for a claim from what is left of a limit that clips. */
export function clippedTo(available: number, { candidate }: Claim): number {
  const { centsPerUnit } = candidate.facts.refund;
  return times(payableOf(available, centsPerUnit), centsPerUnit, 'half-even') as number;
}

/** The days after which a claim changes by more than its daily share: of each stretch between them it is linear. */
export function breaksOf(
  { facts, hole, last }: Candidate,
  { policy }: ReadyRefundPolicy,
): readonly Day[] {
  const { refund } = facts;
  const { payment, purchasedOn, term } = refund;
  const breaks: Day[] = [];
  if (policy.windowDays !== null) breaks.push(purchasedOn + policy.windowDays + 1);
  if (hole !== null) breaks.push(hole, hole + 1);
  if (payment.kind === 'scheduled') breaks.push(...payment.payments.map(({ due }) => due));
  if (payment.kind === 'equal') {
    for (let k = 1; k < paymentsOf(term); k += 1) breaks.push(addMonths(purchasedOn, k));
  }
  return breaks.filter((day) => day > refund.returnedOn && day <= last);
}

/** The most US cents by which rounding moves a claim's use and its worth from their linear course. */
export function roundingOf({ facts }: Candidate, { policy, fee }: ReadyRefundPolicy): number {
  const { numerator, denominator } = facts.refund.centsPerUnit;
  const isInCents = numerator === denominator;
  const unit = Number(numerator) / Number(denominator);
  const step = (policy.rounding === 'down' ? 1 : 0.5) * unit;
  const toCents = isInCents ? 0 : 0.5;
  const credit = step + (fee.numerator === 0 ? 0 : step) + toCents;
  const saved = facts.refund.billingPlan === 'Upfront' ? 0 : step + toCents;
  return credit + saved + (facts.valuePerDay === 0 ? 0 : 0.5);
}

/** True if no rounding can set a claim's course against another's: whole units, in US cents. */
export function isExact({ facts, quantity }: Candidate): boolean {
  const { numerator, denominator } = facts.refund.centsPerUnit;
  return numerator === denominator && (!facts.isAny || quantity === 1);
}
