import { type Day, type DayInput, formatDay, readDay } from '../../kernel/day.ts';
import { InputError, type Issue, issue } from '../../kernel/issue.ts';
import {
  formatAmount,
  isLess,
  minus,
  plus,
  type Whole,
  writtenAmount,
} from '../../kernel/money.ts';
import { type Fields, readOptional } from '../../kernel/read.ts';
import { termEndOf, upToTheLastDay } from '../facts/days.ts';
import { type Bill, billOf, shareOf } from '../facts/payment.ts';
import { type RefundFacts, readRefundFacts } from '../facts/refund-facts.ts';
import type { RefundRequestInput } from '../facts/request.ts';
import {
  isSource,
  type PolicyOptions,
  readOptions,
  refundPolicyOf,
  refundPolicyOn,
} from '../policy/policy-choice.ts';
import type { ReadyRefundPolicy } from '../policy/ready-policy.ts';
import { answerRefund } from '../quote/answer-refund.ts';
import type { RefundRow } from '../quote/quote.ts';
import type { RefundRefusal } from '../refusals.ts';

/**
 * The facts of a cancellation on no day in particular. A `canceledOn` is the day for which payments are
 * stated: those that are due later count as made.
 */
export type RefundCurveRequest = RefundRequestInput extends infer Request
  ? Request extends unknown
    ? Omit<Request, 'canceledOn'> & { readonly canceledOn?: DayInput | undefined }
    : never
  : never;

export interface RefundCurveOptions extends PolicyOptions {
  /** The first day; the day of the purchase where none is given. */
  readonly from?: DayInput | undefined;
  /** The last day; the day after the last one that the term covers where none is given. */
  readonly to?: DayInput | undefined;
}

/** The result of a cancellation on one day. Amounts in the currency of the curve. */
export interface RefundOnDay {
  readonly on: string;
  /** Whole UTC days. */
  readonly sincePurchase: number;
  readonly allowed: boolean;
  /** The reason of a refusal; `null` if it would not be refused. */
  readonly reason: RefundRefusal | null;
  readonly row: RefundRow | null;
  readonly credit: string;
  readonly fee: string;
  readonly refundable: string;
  readonly refund: string;
  readonly withheld: string;
}

/**
 * The reason why a refund jumps: the days without a fee are over, the policy has no row for this day or for the
 * one before, what is claimed fits the limit from now on, a monthly payment is due, another version of
 * the source is in force, or the term is over.
 */
export type RefundJumpCause =
  | 'window-ended'
  | 'day-without-row'
  | 'limit'
  | 'payment-due'
  | 'version-changed'
  | 'term-ended';

/** A day whose refund is not that of the day before less a day. */
export interface RefundJump {
  readonly on: string;
  /** The refund on the day before. */
  readonly from: string;
  /** The refund on this day. */
  readonly to: string;
  /** `to` less `from`; with a minus where it falls. */
  readonly by: string;
  readonly because: readonly RefundJumpCause[];
}

/** A refund over the days on which it could be asked for: data for a plot. */
export interface RefundCurve {
  readonly currency: string;
  /** The id of the policy, or the source whose version of each day was taken. */
  readonly policy: string;
  readonly days: readonly RefundOnDay[];
  readonly jumps: readonly RefundJump[];
  /** The versions that replace the policy by the last day, from their days on. */
  readonly supersededBy: readonly SupersedingVersion[];
}

/** A version that replaces an earlier one, and its first day. */
interface SupersedingVersion {
  readonly policy: string;
  readonly from: string;
}

const optionNames: ReadonlySet<string> = new Set<keyof RefundCurveOptions>([
  'policy',
  'from',
  'to',
]);

/** Twice the longest term, and some days. */
const MOST_DAYS = 3_660;

/**
 * Returns the refund of a cancellation on each day of its term, and the days on which the refund
 * jumps, with the reason: it becomes or ceases to be refused, or changes by more than a day is worth.
 * On every day the consumed part of the limit is the caller's figure.
 *
 * @throws InputError with every issue, if the facts or options are malformed, the policy states no
 * fee, the first day lies before the purchase or after the last, or there are more than 3,660 days.
 *
 * Clauses and interpretations: as `quoteRefund`, with which it agrees on every day.
 *
 * @example
 * const { days, jumps } = refundCurve({
 *   paid: '12000.00', currency: 'USD', term: 'P1Y', used: false, purchasedOn: '2025-01-01',
 * });
 * days.length; //=> 366
 * jumps[0];
 * //=> { on: '2025-01-07', from: '12000.00', to: '10386.41', by: '-1613.59', because: ['window-ended'] }
 */
export function refundCurve(
  request: RefundCurveRequest,
  options?: RefundCurveOptions,
): RefundCurve {
  const issues: Issue[] = [];
  const facts = readRefundFacts(request, 'on-any-day', issues);
  const given = readOptions<keyof RefundCurveOptions>(options, issues, optionNames);
  const choice = refundPolicyOf(given, issues);
  const [from, to] = readSpan(given, facts, issues);
  if (facts === undefined || choice === undefined || issues.length > 0) {
    throw new InputError(issues);
  }
  refundPolicyOn(choice, from, ['options', 'from'], issues);
  if (issues.length > 0) throw new InputError(issues);

  const days: RefundOnDay[] = [];
  const bills: Bill[] = [];
  const versions: string[] = [];
  for (let day = from; day <= to; day += 1) {
    // The USD that the service counts are those of the stated day.
    const onDay = { ...facts, returnedOn: day, pricingRefund: undefined };
    const ready = refundPolicyOn(choice, day, [], []) as ReadyRefundPolicy; // as on the first day
    const { quote } = answerRefund(onDay, ready, facts.consumed);
    versions.push(ready.policy.id);
    bills.push(billOf(facts.payment, onDay));
    days.push({
      on: formatDay(day),
      sincePurchase: quote.days.sincePurchase,
      allowed: quote.allowed,
      reason: quote.allowed ? null : quote.reason,
      row: quote.row,
      credit: quote.credit,
      fee: quote.fee,
      refundable: quote.refundable,
      refund: quote.refund,
      withheld: quote.withheld,
    });
  }
  return {
    currency: facts.request.currency,
    policy: isSource(choice) ? choice.source : choice.policy.id,
    days,
    jumps: jumpsIn(days, bills, versions, facts),
    supersededBy: isSource(choice) ? [] : supersedingUntil(choice, to),
  };
}

function supersedingUntil({ successors }: ReadyRefundPolicy, last: Day): SupersedingVersion[] {
  return successors
    .filter(({ from }) => from <= last)
    .map(({ id, from }) => ({ policy: id, from: formatDay(from) }));
}

function readSpan(
  given: Fields<'from' | 'to'>,
  facts: RefundFacts | undefined,
  issues: Issue[],
): [from: Day, to: Day] {
  const before = issues.length;
  const from = readOptional(given.from, ['options', 'from'], issues, readDay);
  const to = readOptional(given.to, ['options', 'to'], issues, readDay);
  if (facts === undefined || issues.length > before) return [0, 0];

  const { purchasedOn } = facts;
  const first = from ?? purchasedOn;
  const last = to ?? upToTheLastDay(termEndOf(facts));
  if (first < purchasedOn) {
    const expected = `the day of the purchase (${formatDay(purchasedOn)}) or a later one`;
    issues.push(issue(['options', 'from'], 'before-purchase', expected, given.from));
  }
  if (last < first) {
    const expected = `${formatDay(first)}, the first day, or a later one`;
    issues.push(issue(['options', 'to'], 'out-of-order', expected, formatDay(last)));
  } else if (last - first >= MOST_DAYS) {
    const expected = `at most ${MOST_DAYS} days from the first to the last`;
    issues.push(issue(['options', 'to'], 'too-long', expected, formatDay(last)));
  }
  return [first, last];
}

function jumpsIn(
  days: readonly RefundOnDay[],
  bills: readonly Bill[],
  versions: readonly string[],
  facts: RefundFacts,
): RefundJump[] {
  const jumps: RefundJump[] = [];
  const minorOf = (amount: string): Whole => writtenAmount(amount, facts.digits);
  for (const [at, day] of days.entries()) {
    const [before, bill, billBefore] = [days[at - 1], bills[at] as Bill, bills[at - 1]];
    if (before === undefined || billBefore === undefined || before.refund === day.refund) continue;
    const by = minus(minorOf(day.refund), minorOf(before.refund));
    // Rounded, two days differ by a day's worth rounded down and one minor unit at the most.
    const perDay = shareOf(billBefore.shared, facts.units, 1, billBefore.days, 'down');
    const isPaymentDue = bill.monthly?.made !== billBefore.monthly?.made;
    const isRefusal = before.allowed !== day.allowed;
    const isVersion = versions[at] !== versions[at - 1];
    const isRaised = isVersion && isLess(0, by);
    if (isRefusal || isPaymentDue || isRaised || isLess(by, minus(0, plus(perDay, 1)))) {
      const [from, to] = [before.refund, day.refund];
      const because = causesOf(before, day, isPaymentDue);
      if (isVersion && day.reason !== 'term-ended') because.push('version-changed');
      jumps.push({ on: day.on, from, to, by: formatAmount(by, facts.digits), because });
    }
  }
  return jumps;
}

function causesOf(before: RefundOnDay, day: RefundOnDay, isPaymentDue: boolean): RefundJumpCause[] {
  if (day.reason === 'term-ended') return ['term-ended'];
  const reasons = [before.reason, day.reason];
  const causes: RefundJumpCause[] = [];
  if (before.row !== null && day.row !== null && before.row !== day.row)
    causes.push('window-ended');
  if (reasons.includes('undefined-by-text')) causes.push('day-without-row');
  if (reasons.includes('limit-exceeded')) causes.push('limit');
  if (isPaymentDue) causes.push('payment-due');
  return causes;
}
