import { formatAmount, leftOf, plus, type Whole } from '../../kernel/money.ts';
import { subsetsOf } from '../../kernel/subsets.ts';
import type { ClauseId } from '../../vocabulary/clauses.ts';
import { deny, type Obstacle } from '../../vocabulary/decision.ts';
import type { InterpretationId } from '../../vocabulary/interpretations.ts';
import { citations } from '../policy/citations.ts';
import type { ReadyRefundPolicy } from '../policy/ready-policy.ts';
import type { RefundPolicy } from '../policy/refund-policy.ts';
import { calculateRefund, isInWindow, type RefundCalculation } from './calculate-refund.ts';
import type { RefundFacts } from './facts.ts';
import type {
  AllowedRefundQuote,
  QuoteDays,
  RefundLimit,
  RefundNote,
  RefundQuote,
  RefundRefusal,
} from './quote.ts';
import { type Amounts, linesOf } from './refund-lines.ts';
import type { RefundRequest } from './request.ts';
import {
  assumedOf,
  daysOf,
  interpretationsOfRefusal,
  obstaclesToReturn,
} from './returned-reservation.ts';

/** A quote, and the US cents that it uses of the limit. */
export interface RefundAnswer {
  readonly quote: RefundQuote;
  readonly countedCents: Whole;
}

/**
 * Quotes a refund: the calculation, written down with its clauses, interpretations and lines.
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
  const assumed = assumedOf(facts, ready, consumedCents === undefined && ready.limit !== null);

  const obstacles = obstaclesToRefund(facts, days, policy);
  if (obstacles !== null) {
    const zero = formatAmount(0, digits);
    const quote: RefundQuote = {
      kind: 'refund-quote',
      ...deny(obstacles, [], interpretationsOfRefusal(days, ready)),
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
  const because = becauseOf(facts, days, ready);
  const amounts = amountsOf(facts, outcome);
  const quote: AllowedRefundQuote = {
    kind: 'refund-quote',
    allowed: true,
    because,
    interpretations: interpretationsOf(facts, days, ready, outcome),
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
    limit: limitOf(request, ready, consumedCents ?? 0, outcome.countedCents),
    lines: linesOf(facts, days, because[0], ready, outcome, amounts),
    assumed,
    request,
    policy,
  };
  if (!outcome.isRefused) return { quote, countedCents: outcome.countedCents };

  const overLimit: Obstacle<RefundRefusal> = {
    reason: 'limit-exceeded',
    clause: citations[policy.document].limit,
    interpretation: 'R-OVER',
    nextStep: 'wait-for-limit',
  };
  const denied = deny<RefundRefusal>([overLimit], because, quote.interpretations);
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
    interpretation: 'R-FIVE',
    nextStep: 'choose-another-day',
  };
  return obstacles === null ? [dayWithoutRow] : [...obstacles, dayWithoutRow];
}

function amountsOf({ digits }: RefundFacts, outcome: RefundCalculation): Amounts {
  const { fee, withheld } = outcome;
  const refundable = formatAmount(outcome.refundable, digits);
  return {
    credit: formatAmount(outcome.credit, digits),
    fee: formatAmount(fee, digits),
    refundable,
    // Writing an amount costs more than finding that it is written already.
    refund: withheld === 0 ? refundable : formatAmount(outcome.refund, digits),
    withheld: formatAmount(withheld, digits),
  };
}

function limitOf(
  { consumedRefunds }: RefundRequest,
  { limit, policy }: ReadyRefundPolicy,
  consumedBefore: Whole,
  countedCents: Whole,
): RefundLimit | null {
  if (limit === null || policy.limitUsd === null) return null;
  const consumedAfter = plus(consumedBefore, countedCents);
  return {
    currency: 'USD',
    max: policy.limitUsd,
    consumedBefore: consumedRefunds ?? formatAmount(consumedBefore, 2),
    consumedAfter: formatAmount(consumedAfter, 2),
    available: formatAmount(leftOf(limit, consumedAfter), 2),
  };
}

function becauseOf(
  facts: RefundFacts,
  days: QuoteDays,
  { policy, because }: ReadyRefundPolicy,
): readonly [ClauseId, ...ClauseId[]] {
  return because[isInWindow(days.sincePurchase, policy) ? 'inWindow' : 'afterWindow'][
    facts.used ? 'used' : 'unused'
  ];
}

const interpretationSets = subsetsOf<InterpretationId>([
  'R-DAYS',
  'R-FIVE',
  ['R-PRORATE', 'R-BASIS', 'R-ROUND'],
  'R-FEE',
  ['R-YEAR', 'R-WHOSE', 'R-COUNTS'],
  'R-OVER',
  'R-FX',
  'R-WHICH',
]);

function interpretationsOf(
  facts: RefundFacts,
  days: QuoteDays,
  { policy, limit, assumed }: ReadyRefundPolicy,
  { row, withheld }: RefundCalculation,
): readonly InterpretationId[] {
  const bits =
    1 |
    (days.sincePurchase === policy.windowDays ? 2 : 0) |
    (row !== 'full-credit' ? 4 : 0) |
    (row === 'pro-rated-less-fee' ? 8 : 0) |
    (limit !== null ? 16 : 0) |
    (withheld !== 0 ? 32 : 0) |
    (facts.request.currency !== 'USD' ? 64 : 0) |
    (assumed ? 128 : 0);
  return interpretationSets[bits] as readonly InterpretationId[];
}

const notes = subsetsOf<RefundNote>(['limit-reached', 'limit-clipped']);

function notesOf({ withheld, refund }: RefundCalculation): readonly RefundNote[] {
  return notes[withheld === 0 ? 0 : refund === 0 ? 1 : 2] as readonly RefundNote[];
}
