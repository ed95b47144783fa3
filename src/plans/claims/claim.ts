import { addMonths, type Day } from '../../kernel/day.ts';
import { isLess, times, timesOver, type Whole } from '../../kernel/money.ts';
import { daysOf } from '../../reservations/facts/days.ts';
import { billOf } from '../../reservations/facts/payment.ts';
import type { RefundFacts } from '../../reservations/facts/refund-facts.ts';
import { paymentsOf } from '../../reservations/facts/term.ts';
import type { ReadyRefundPolicy } from '../../reservations/policy/ready-policy.ts';
import type { RefundPolicy } from '../../reservations/policy/refund-policy.ts';
import { countedCents } from '../../reservations/quote/answer-refund.ts';
import { calculateRefund, payableOf } from '../../reservations/quote/calculate-refund.ts';
import { type PlanRules, type PlanVersion, rulesOn } from '../facts/plan-rules.ts';
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
}

/** A return of some units on a day, before the limit. Amounts are whole US cents. */
export interface Claim {
  readonly candidate: Candidate;
  readonly day: Day;
  readonly units: number;
  /** The part of the limit that it uses, as counted on its day. */
  readonly use: number;
  /** The part of the limit that it uses on later days on which the limit refuses. */
  readonly laterUse: number;
  /** The part of the limit that must be left: a cent more than `use` where an exchange rate rounds down. */
  readonly need: number;
  /** The gain over keeping the units: the refund and the cancelled payments, less the lost value. */
  readonly worth: number;
}

/** The candidates that can be returned at all. */
export function returnableOf({ candidates, rules, until }: PlanFacts): Candidate[] {
  return candidates.flatMap((facts, position) => {
    const { refund, termEnd } = facts;
    const last = Math.min(termEnd - 1, until ?? termEnd);
    const isReturnable = rules.versions.some(
      ({ from, ready }) => from <= last && !isBarred(facts, ready.policy),
    );
    if (last < refund.returnedOn || !isReturnable) return [];
    return [{ position, facts, quantity: refund.units.quantity, last }];
  });
}

function isBarred(
  { refund: { product } }: CandidateFacts,
  { nonReturnable }: RefundPolicy,
): boolean {
  return product !== undefined && nonReturnable.includes(product);
}

/** Calculates a claim; `null` on a day on which the rules have none. */
export function claimOn(
  candidate: Candidate,
  day: Day,
  units: number,
  rules: PlanRules,
): Claim | null {
  const { facts, quantity } = candidate;
  const ready = rulesOn(rules, day);
  const isWithoutRow = day - facts.refund.purchasedOn === ready.policy.dayWithoutRow;
  if (isWithoutRow || isBarred(facts, ready.policy)) return null;
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
    use: countedCents(outcome, ready.policy) as number,
    laterUse: countedCents(outcome, lastOf(rules).policy) as number,
    need: needOf(counted, refund),
    worth: (outcome.refundedCents as number) + saved - lost,
  };
}

/** The newest of the rules, by which earlier claims count once the limit refuses. */
function lastOf({ versions }: PlanRules): ReadyRefundPolicy {
  return (versions[versions.length - 1] as PlanVersion).ready;
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

/** The days after those for which the rules have no row. */
export function daysAfterHoles({ facts }: Candidate, rules: PlanRules): Day[] {
  const { purchasedOn } = facts.refund;
  return rules.versions.flatMap(({ ready: { policy } }) =>
    policy.dayWithoutRow === null ? [] : [purchasedOn + policy.dayWithoutRow + 1],
  );
}

/** The days after which a claim changes by more than its daily share: of each stretch between them it is linear. */
export function breaksOf(candidate: Candidate, rules: PlanRules): readonly Day[] {
  const { facts, last } = candidate;
  const { refund } = facts;
  const { payment, purchasedOn, term } = refund;
  const breaks: Day[] = [];
  for (const { ready } of rules.versions) {
    const { windowDays, dayWithoutRow } = ready.policy;
    if (windowDays !== null) breaks.push(purchasedOn + windowDays + 1);
    if (dayWithoutRow !== null) breaks.push(purchasedOn + dayWithoutRow);
  }
  breaks.push(...daysAfterHoles(candidate, rules));
  if (payment.kind === 'scheduled') breaks.push(...payment.payments.map(({ due }) => due));
  if (payment.kind === 'equal') {
    for (let k = 1; k < paymentsOf(term); k += 1) breaks.push(addMonths(purchasedOn, k));
  }
  return breaks.filter((day) => day > refund.returnedOn && day <= last);
}

/** The most US cents by which rounding moves a claim's use and its worth from their linear course. */
export function roundingOf(candidate: Candidate, { versions }: PlanRules): number {
  return Math.max(...versions.map(({ ready }) => roundingUnder(ready, candidate)));
}

function roundingUnder({ policy, fee }: ReadyRefundPolicy, { facts }: Candidate): number {
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
