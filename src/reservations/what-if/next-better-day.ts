import { addMonths, type Day, formatDay, writtenDay } from '../../kernel/day.ts';
import { InputError, type Issue, issue, unwrap } from '../../kernel/issue.ts';
import {
  formatAmount,
  isLess,
  minus,
  plus,
  type Whole,
  writtenAmount,
} from '../../kernel/money.ts';
import { termEndOf, upToTheLastDay } from '../facts/days.ts';
import { billOf, type Payment, partOf } from '../facts/payment.ts';
import type { RefundFacts } from '../facts/refund-facts.ts';
import type { RefundRequestInput } from '../facts/request.ts';
import { paymentsOf } from '../facts/term.ts';
import { givenBackOn } from '../ledger/limit-window.ts';
import type { RefundLedger } from '../ledger/refund-ledger.ts';
import { RunningLedger } from '../ledger/running-ledger.ts';
import { type LedgerStep, readStep } from '../ledger/settlement-step.ts';
import { isSource, type PolicyOptions, refundPolicyOn } from '../policy/policy-choice.ts';
import type { ReadyRefundPolicy } from '../policy/ready-policy.ts';
import { answerRefund } from '../quote/answer-refund.ts';
import type { RefundQuote } from '../quote/quote.ts';

/** The refund on one day, in the currency of the request. */
export interface DatedRefund {
  readonly on: string;
  readonly refund: string;
}

/** A later day that refunds more than the day that was asked about. */
export interface BetterDay {
  readonly currency: string;
  /** The day that was asked about. */
  readonly asked: DatedRefund;
  /** The first day that refunds more. */
  readonly better: DatedRefund;
  /** The gain, less the payments that fall due meanwhile. */
  readonly gain: string;
  /** The monthly payments of the returned units that fall due from the one day to the other. */
  readonly dueMeanwhile: string;
  /** The part of the limit that is released between the two days, in USD. */
  readonly givenBackUsd: string;
}

/**
 * Finds the first later day of the term on which a cancellation refunds more, because the limit given
 * back is worth more than the proration and fee that waiting costs; `null` if there is no such day. A
 * day on which a refused claim fits the limit also counts, as does the day after one for which the
 * policy has no row.
 *
 * Nothing else is taken to be refunded in between. Ask before the cancellation is settled: its `id` is
 * not looked up. The ledger stays as it is. Days are UTC calendar days.
 *
 * @throws InputError with every issue, if the ledger or the facts are malformed, the policy states
 * no fee, the customer is another (`other-customer`) or the day lies before the last settled one
 * (`out-of-order`).
 *
 * Clauses: as `quoteRefund`; interpretations R-YEAR, R-WHOSE, R-COUNTS besides.
 *
 * @example
 * // 45,000 USD of the limit are in use until 2025-07-10.
 * const ledger = {
 *   customerId: 'contoso', lastDay: '2024-07-10', days: [{ on: '2024-07-10', usd: '45000.00' }], ids: [],
 * };
 * nextBetterDay(ledger, {
 *   paid: '24000.00', currency: 'USD', term: 'P1Y', used: true,
 *   purchasedOn: '2025-01-01', canceledOn: '2025-07-02',
 * });
 * //=> { currency: 'USD', asked: { on: '2025-07-02', refund: '5000.00' },
 * //     better: { on: '2025-07-10', refund: '10126.03' }, gain: '5126.03', dueMeanwhile: '0.00',
 * //     givenBackUsd: '45000.00' }
 */
export function nextBetterDay(
  ledger: RefundLedger,
  request: RefundRequestInput,
  options?: PolicyOptions,
): BetterDay | null {
  const step = unwrap(readStep(ledger, request, options));
  const { facts, policy } = step;
  const { lastDay } = step.ledger;
  if (lastDay !== null && formatDay(facts.returnedOn) < lastDay) {
    const expected = `${lastDay}, the customer's last settled day, or a later one`;
    throw new InputError([
      issue(['canceledOn'], 'out-of-order', expected, facts.request.canceledOn),
    ]);
  }

  const issues: Issue[] = [];
  refundPolicyOn(policy, facts.returnedOn, ['canceledOn'], issues);
  if (issues.length > 0) throw new InputError(issues);
  const running = new RunningLedger(step.ledger, policy);
  const readyOn = (day: Day) => refundPolicyOn(policy, day, [], []) as ReadyRefundPolicy; // or a later one
  const quoteOn = (day: Day): RefundQuote =>
    answerRefund(
      { ...facts, returnedOn: day, pricingRefund: undefined },
      readyOn(day),
      running.consumedOn(day, readyOn(day).policy),
    ).quote;
  const minorOf = ({ refund }: RefundQuote): Whole => writtenAmount(refund, facts.digits);
  const paidBy = (day: Day): Whole =>
    partOf(billOf(facts.payment, { ...facts, returnedOn: day }).paid, facts.units, 'down');
  const dueBy = (day: Day): Whole =>
    facts.billingPlan === 'Upfront' ? 0 : minus(paidBy(day), paidBy(facts.returnedOn));

  const asked = quoteOn(facts.returnedOn);
  const isBetter = (day: Day): boolean =>
    isLess(plus(minorOf(asked), dueBy(day)), minorOf(quoteOn(day)));
  const day = daysWorthAsking(step, quoteOn).find(isBetter);
  if (day === undefined) return null;

  const better = quoteOn(day);
  const due = dueBy(day);
  const counts = readyOn(facts.returnedOn).policy;
  const givenBack = minus(
    running.consumedOn(facts.returnedOn, counts),
    running.consumedOn(day, counts),
  );
  return {
    currency: asked.currency,
    asked: { on: facts.request.canceledOn, refund: asked.refund },
    better: { on: formatDay(day), refund: better.refund },
    gain: formatAmount(minus(minus(minorOf(better), minorOf(asked)), due), facts.digits),
    dueMeanwhile: formatAmount(due, facts.digits),
    givenBackUsd: formatAmount(givenBack, 2),
  };
}

/**
 * The few days that can be the first better one, in order. Between two days on which limit is given
 * back or the version changes, and apart from a day without a row, the limit stays and what is claimed only falls: by
 * proration, and at the end of the window by the fee. So what is clipped or fits is worth most on the
 * first day of such a stretch, and what is refused on the first day, if any, on which it no longer is.
 */
function daysWorthAsking(step: LedgerStep, quoteOn: (day: Day) => RefundQuote): Day[] {
  const { facts, policy } = step;
  const policies = isSource(policy)
    ? policy.versions.map(({ ready }) => ready.policy)
    : [policy.policy];
  const next = facts.returnedOn + 1;
  const last = upToTheLastDay(termEndOf(facts));
  const starts = [next];
  for (const { on } of step.ledger.days) {
    const windows = new Set(policies.map(({ limitWindow }) => limitWindow));
    for (const window of windows) starts.push(givenBackOn(writtenDay(on), window));
  }
  for (const { dayWithoutRow } of policies) {
    if (dayWithoutRow !== null) starts.push(facts.purchasedOn + dayWithoutRow);
  }
  if (isSource(policy)) starts.push(...policy.versions.map(({ from }) => from));
  starts.push(...dueDays(facts.payment, facts));
  const inTerm = starts
    .map((day) => Math.min(day, last))
    .filter((day) => day >= next)
    .sort((a, b) => a - b);
  const isRefused = (day: Day): boolean => !quoteOn(day).allowed;
  return inTerm.map((start, at) =>
    firstWithout(isRefused, start, (inTerm[at + 1] ?? last + 1) - 1),
  );
}

/** The days on which payments are due: then the credit is that of a new month. */
function dueDays(payment: Payment, { purchasedOn, term }: RefundFacts): Day[] {
  if (payment.kind === 'upfront') return [];
  return payment.kind === 'scheduled'
    ? payment.payments.map(({ due }) => due)
    : Array.from({ length: paymentsOf(term) }, (_, k) => addMonths(purchasedOn, k));
}

/** The first day of a stretch without something that ends in it once for all, or its last day. */
function firstWithout(isSo: (day: Day) => boolean, start: Day, last: Day): Day {
  let [from, to] = [start, last];
  while (from < to && isSo(from)) {
    const middle = Math.floor((from + to) / 2);
    if (isSo(middle)) from = middle + 1;
    else to = middle;
  }
  return from;
}
