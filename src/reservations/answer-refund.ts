import type { ClauseId, ReadingId } from '../kernel/clause.ts';
import { deny, type Obstacle } from '../kernel/decision.ts';
import { formatAmount, leftOf, plus, type Whole } from '../kernel/money.ts';
import { calculateRefund, type RefundCalculation } from './calculate-refund.ts';
import { citations } from './citations.ts';
import type { RefundFacts } from './input.ts';
import type { ReadyRefundPolicy } from './policy.ts';
import { type Amounts, linesOf, rowClauseOf } from './refund-lines.ts';
import type {
  AllowedRefundQuote,
  QuoteDays,
  RefundLimit,
  RefundNote,
  RefundQuote,
  RefundRefusal,
} from './refund-quote.ts';
import { assumedOf, daysOf, obstaclesToReturn, readingsOfRefusal } from './return.ts';
import type { RefundPolicy } from './terms.ts';

/** A quote, and the US cents that it uses of the limit. */
export interface RefundAnswer {
  readonly quote: RefundQuote;
  readonly countedCents: Whole;
}

/**
 * Quotes a refund: the calculation, written down with its clauses, readings and lines.
 * `consumedCents` is what earlier refunds use of the limit on the day of cancellation; `undefined`
 * where nobody said, so that none is assumed.
 */
export function answerRefund(
  facts: RefundFacts,
  ready: ReadyRefundPolicy,
  consumedCents: Whole | undefined,
): RefundAnswer {
  const { request, digits } = facts;
  const { policy } = ready;
  const days = daysOf(facts);
  const assumed = assumedOf(facts, ready);
  if (consumedCents === undefined) assumed.push('consumedRefunds');

  const obstacles = obstaclesToRefund(facts, days, policy);
  if (obstacles !== null) {
    const zero = formatAmount(0, digits);
    const quote: RefundQuote = {
      ...deny(obstacles, [], readingsOfRefusal(days, ready)),
      row: null,
      notes: [],
      currency: request.currency,
      paid: request.paid,
      credit: zero,
      fee: zero,
      refundable: zero,
      refund: zero,
      withheld: zero,
      payee: policy.payee,
      days,
      limit: null,
      lines: [],
      assumed,
      request,
      policy,
    };
    return { quote, countedCents: 0 };
  }

  const outcome = calculateRefund(facts, days, ready, consumedCents ?? 0);
  const amounts = amountsOf(outcome, digits);
  const quote: AllowedRefundQuote = {
    allowed: true,
    because: becauseOf(facts, days, ready),
    readings: readingsOf(facts, days, ready, outcome),
    row: outcome.row,
    notes: notesOf(outcome),
    currency: request.currency,
    paid: request.paid,
    credit: amounts.credit,
    fee: amounts.fee,
    refundable: amounts.refundable,
    refund: amounts.refund,
    withheld: amounts.withheld,
    payee: policy.payee,
    days,
    limit: limitOf(ready, consumedCents ?? 0, outcome.countedCents),
    lines: linesOf(facts, days, ready, outcome, amounts),
    assumed,
    request,
    policy,
  };
  if (!outcome.isRefused) return { quote, countedCents: outcome.countedCents };

  const { because, readings } = quote;
  const overLimit: Obstacle<RefundRefusal> = {
    reason: 'limit-exceeded',
    clause: citations[policy.document].limit,
    reading: 'R-OVER',
    nextStep: 'wait-for-limit',
  };
  const denied = deny<RefundRefusal>([overLimit], because, readings);
  return { quote: { ...quote, ...denied, notes: [] }, countedCents: 0 };
}

/** What stands in the way whatever the ledger holds. */
function obstaclesToRefund(
  facts: RefundFacts,
  days: QuoteDays,
  policy: RefundPolicy,
): readonly [Obstacle<RefundRefusal>, ...Obstacle<RefundRefusal>[]] | null {
  const obstacles = obstaclesToReturn(facts, days, policy);
  if (days.sincePurchase !== policy.dayWithoutRow) return obstacles;
  const dayWithoutRow: Obstacle<RefundRefusal> = {
    reason: 'undefined-by-text',
    clause: citations[policy.document].inWindow.used,
    reading: 'R-FIVE',
    nextStep: 'choose-another-day',
  };
  return obstacles === null ? [dayWithoutRow] : [...obstacles, dayWithoutRow];
}

function amountsOf(outcome: RefundCalculation, digits: number): Amounts {
  return {
    credit: formatAmount(outcome.credit, digits),
    fee: formatAmount(outcome.fee, digits),
    refundable: formatAmount(outcome.refundable, digits),
    refund: formatAmount(outcome.refund, digits),
    withheld: formatAmount(outcome.withheld, digits),
  };
}

function limitOf(
  { limit }: ReadyRefundPolicy,
  consumedBefore: Whole,
  countedCents: Whole,
): RefundLimit | null {
  if (limit === null) return null;
  const consumedAfter = plus(consumedBefore, countedCents);
  return {
    currency: 'USD',
    max: formatAmount(limit, 2),
    consumedBefore: formatAmount(consumedBefore, 2),
    consumedAfter: formatAmount(consumedAfter, 2),
    available: formatAmount(leftOf(limit, consumedAfter), 2),
  };
}

function becauseOf(facts: RefundFacts, days: QuoteDays, ready: ReadyRefundPolicy): ClauseId[] {
  const { everyRefund, limit } = citations[ready.policy.document];
  const row = rowClauseOf(facts, days, ready);
  if (ready.limit !== null) return [row, ...everyRefund];
  return [row, ...everyRefund.filter((clause) => clause !== limit)];
}

function readingsOf(
  facts: RefundFacts,
  days: QuoteDays,
  { policy, limit, assumed }: ReadyRefundPolicy,
  { row, withheld }: RefundCalculation,
): ReadingId[] {
  const readings: ReadingId[] = ['R-DAYS'];
  if (days.sincePurchase === policy.windowDays) readings.push('R-FIVE');
  if (row !== 'full-credit') readings.push('R-PRORATE', 'R-BASIS', 'R-ROUND');
  if (row === 'pro-rated-less-fee') readings.push('R-FEE');
  if (limit !== null) readings.push('R-YEAR', 'R-WHOSE', 'R-COUNTS');
  if (withheld !== 0) readings.push('R-OVER');
  if (facts.request.currency !== 'USD') readings.push('R-FX');
  if (assumed) readings.push('R-WHICH');
  return readings;
}

function notesOf({ withheld, refund }: RefundCalculation): RefundNote[] {
  if (withheld === 0) return [];
  return [refund === 0 ? 'limit-reached' : 'limit-clipped'];
}
