import { formatAmount, leftOf, plus, type Whole } from '../../kernel/money.ts';
import { subsetsOf } from '../../kernel/subsets.ts';
import type { ClauseId } from '../../vocabulary/clauses.ts';
import { deny, type Obstacle } from '../../vocabulary/decision.ts';
import type { InterpretationId } from '../../vocabulary/interpretations.ts';
import { obstacleOf } from '../../vocabulary/refusal.ts';
import { daysOf, type QuoteDays } from '../facts/days.ts';
import { type Bill, billOf } from '../facts/payment.ts';
import type { RefundFacts } from '../facts/refund-facts.ts';
import { citations } from '../policy/citations.ts';
import type { ReadyRefundPolicy } from '../policy/ready-policy.ts';
import type { RefundPolicy } from '../policy/refund-policy.ts';
import { type RefundRefusal, refundRefusals } from '../refusals.ts';
import { calculateRefund, isInWindow, type RefundCalculation } from './calculate-refund.ts';
import {
  type CreditBasis,
  paidOf,
  planClausesOf,
  planFigures,
  planInterpretationsOf,
  refusedPlanFigures,
} from './plan.ts';
import type { AllowedRefundQuote, RefundLimit, RefundNote, RefundQuote } from './quote.ts';
import { type Amounts, linesOf } from './refund-lines.ts';
import {
  assumedOf,
  interpretationsOfRefusal,
  obstaclesToReturn,
  supersededByOf,
} from './returned-reservation.ts';

/** The part of a limit that a refund uses, in US cents. */
export interface Counted {
  readonly refundedCents: Whole;
  readonly canceledCents: Whole;
}

/** A quote, and what it uses of the limit. */
export interface RefundAnswer extends Counted {
  readonly quote: RefundQuote;
}

const nothing: Counted = { refundedCents: 0, canceledCents: 0 };

/** R-COUNTS, R-COMMIT: the US cents that a policy counts. */
export function countedCents(
  { refundedCents, canceledCents }: Counted,
  { limitCounts }: RefundPolicy,
): Whole {
  return limitCounts === 'refund' ? refundedCents : canceledCents;
}

/**
 * Quotes a refund: the calculation, written down with its clauses, interpretations and lines.
 * `consumedCents` is what earlier refunds use of the limit on the day of cancellation; `undefined`
 * if it was not given, so that none is assumed.
 */
export function answerRefund(
  facts: RefundFacts,
  ready: ReadyRefundPolicy,
  consumedCents: Whole | undefined,
): RefundAnswer {
  const { request, digits } = facts;
  const { policy } = ready;
  const days = daysOf(facts);
  const bill = billOf(facts.payment, facts);
  const assumed = assumedOf(
    facts,
    ready,
    consumedCents === undefined && ready.limit !== null,
    policy.priceBasis === 'lower' && facts.currentPrice === undefined,
  );

  const supersededBy = supersededByOf(ready, facts);
  const obstacles = obstaclesToRefund(facts, days, policy);
  if (obstacles !== null) {
    const zero = formatAmount(0, digits);
    const quote: RefundQuote = {
      kind: 'refund-quote',
      ...deny(obstacles, [], interpretationsOfRefusal(days, ready)),
      row: null,
      notes: notesOfRefusal(supersededBy),
      currency: request.currency,
      paid: paidOf(facts, bill),
      credit: zero,
      fee: zero,
      refundable: zero,
      refund: zero,
      withheld: zero,
      ...refusedPlanFigures(facts, bill),
      payee: policy.payee,
      days,
      limit: null,
      lines: [],
      assumed,
      request,
      policy,
      supersededBy,
    };
    return { quote, ...nothing };
  }

  const outcome = calculateRefund(facts, days, bill, ready, consumedCents ?? 0);
  const counted = countedCents(outcome, policy);
  const plan: CreditBasis = { basis: outcome.basis, isFull: outcome.row === 'full-credit' };
  const because = becauseOf(facts, days, bill, ready, plan);
  const amounts = amountsOf(facts, outcome);
  const figures = planFigures(facts, bill, amounts.remainingCommitment, amounts.canceledCommitment);
  // Field by field: to spread records into it would take longer than the whole calculation.
  const quote: AllowedRefundQuote = {
    kind: 'refund-quote',
    allowed: true,
    because,
    interpretations: interpretationsOf(facts, days, bill, ready, outcome),
    row: outcome.row,
    notes: notesOf(bill, ready, outcome, supersededBy),
    currency: request.currency,
    paid: paidOf(facts, bill),
    credit: amounts.credit,
    fee: amounts.fee,
    refundable: amounts.refundable,
    refund: amounts.refund,
    withheld: amounts.withheld,
    billingPlan: figures.billingPlan,
    quantity: figures.quantity,
    quantityToReturn: figures.quantityToReturn,
    instalment: figures.instalment,
    completedTransactions: figures.completedTransactions,
    period: figures.period,
    remainingCommitment: figures.remainingCommitment,
    canceledCommitment: figures.canceledCommitment,
    payee: policy.payee,
    days,
    limit: limitOf(facts, ready, consumedCents ?? 0, counted),
    lines: linesOf(facts, bill, because[0], ready, outcome, plan, amounts),
    assumed,
    request,
    policy,
    supersededBy,
  };
  const { refundedCents, canceledCents } = outcome;
  if (!outcome.isRefused) return { quote, refundedCents, canceledCents };

  const overLimit = obstacleOf(refundRefusals, 'limit-exceeded', citations[policy.document]);
  const denied = deny<RefundRefusal>([overLimit], because, quote.interpretations);
  return { quote: { ...quote, ...denied, notes: notesOfRefusal(supersededBy) }, ...nothing };
}

/** The obstacles that do not depend on the ledger. */
function obstaclesToRefund(
  facts: RefundFacts,
  days: QuoteDays,
  policy: RefundPolicy,
): readonly [Obstacle<RefundRefusal>, ...Obstacle<RefundRefusal>[]] | null {
  const obstacles = obstaclesToReturn(facts, days, policy.nonReturnable, policy);
  if (days.sincePurchase !== policy.dayWithoutRow) return obstacles;
  const cites = citations[policy.document];
  const dayWithoutRow = obstacleOf(refundRefusals, 'undefined-by-text', cites);
  return obstacles === null ? [dayWithoutRow] : [...obstacles, dayWithoutRow];
}

function amountsOf({ digits }: RefundFacts, outcome: RefundCalculation): Amounts {
  const { fee, withheld, remainingCommitment } = outcome;
  const credit = formatAmount(outcome.credit, digits);
  const refundable = formatAmount(outcome.refundable, digits);
  return {
    credit,
    fee: formatAmount(fee, digits),
    refundable,
    // Writing an amount costs more than finding that it is written already.
    refund: withheld === 0 ? refundable : formatAmount(outcome.refund, digits),
    withheld: formatAmount(withheld, digits),
    remainingCommitment: formatAmount(remainingCommitment, digits),
    canceledCommitment:
      remainingCommitment === 0 ? credit : formatAmount(outcome.canceledCommitment, digits),
  };
}

function limitOf(
  { consumed, request }: RefundFacts,
  { limit, policy }: ReadyRefundPolicy,
  consumedBefore: Whole,
  counted: Whole,
): RefundLimit | null {
  if (limit === null || policy.limitUsd === null) return null;
  const consumedAfter = plus(consumedBefore, counted);
  return {
    currency: 'USD',
    max: policy.limitUsd,
    consumedBefore:
      (consumed === undefined ? undefined : request.consumedRefunds) ??
      formatAmount(consumedBefore, 2),
    consumedAfter: formatAmount(consumedAfter, 2),
    available: formatAmount(leftOf(limit, consumedAfter), 2),
  };
}

/** The clause of the row comes first. */
function becauseOf(
  facts: RefundFacts,
  days: QuoteDays,
  bill: Bill,
  { policy, limit, because }: ReadyRefundPolicy,
  plan: CreditBasis,
): readonly [ClauseId, ...ClauseId[]] {
  const ofRow =
    because[isInWindow(days.sincePurchase, policy) ? 'inWindow' : 'afterWindow'][
      facts.used ? 'used' : 'unused'
    ];
  const ofPlan = planClausesOf(facts, bill, plan);
  if (bill.monthly !== null && limit !== null && policy.limitCounts === 'canceled-commitment') {
    ofPlan.push('PAY-6');
  }
  if (plan.basis !== bill.shared) ofPlan.push('PAY-8');
  return ofPlan.length === 0 ? ofRow : [...ofRow, ...ofPlan];
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

/** The bits of the words of {@link interpretationSets}, in their order, named after the case in which each applies. */
const [
  ALWAYS,
  ON_LAST_DAY_OF_WINDOW,
  IF_PRO_RATED,
  IF_FEE,
  IF_LIMIT,
  IF_WITHHELD,
  IF_NOT_USD,
  IF_POLICY_ASSUMED,
] = [1, 2, 4, 8, 16, 32, 64, 128] as const;

function interpretationsOf(
  facts: RefundFacts,
  days: QuoteDays,
  bill: Bill,
  { policy, limit, assumed }: ReadyRefundPolicy,
  { row, withheld }: RefundCalculation,
): readonly InterpretationId[] {
  const bits =
    ALWAYS |
    (days.sincePurchase === policy.windowDays ? ON_LAST_DAY_OF_WINDOW : 0) |
    (row !== 'full-credit' ? IF_PRO_RATED : 0) |
    (row === 'pro-rated-less-fee' ? IF_FEE : 0) |
    (limit !== null ? IF_LIMIT : 0) |
    (withheld !== 0 ? IF_WITHHELD : 0) |
    (facts.request.currency !== 'USD' ? IF_NOT_USD : 0) |
    (assumed ? IF_POLICY_ASSUMED : 0);
  const common = interpretationSets[bits] as readonly InterpretationId[];
  const further = planInterpretationsOf(facts, bill);
  const isMonthly = bill.monthly !== null;
  if (isMonthly && limit !== null && policy.limitCounts === 'canceled-commitment') {
    further.push('R-COMMIT');
  }
  if (isMonthly && row === 'pro-rated-less-fee' && !citations[policy.document].knowsMonthly) {
    further.push('R-MONTHLY-FEE');
  }
  if (row === 'full-credit' && policy.document === 'azure-service-2023') further.push('R-WINDOW');
  if (facts.pricingRefund !== undefined) further.push('R-PRICING');
  return further.length === 0 ? common : [...common, ...further];
}

const notes = subsetsOf<RefundNote>([
  'limit-reached',
  'limit-clipped',
  'plan-not-in-text',
  'commitment-estimated',
  'superseded',
]);
const [REACHED, CLIPPED, NOT_IN_TEXT, ESTIMATED, SUPERSEDED] = [1, 2, 4, 8, 16] as const;

function notesOf(
  { monthly }: Bill,
  { policy }: ReadyRefundPolicy,
  { withheld, refund }: RefundCalculation,
  supersededBy: RefundQuote['supersededBy'],
): readonly RefundNote[] {
  const bits =
    (withheld === 0 ? 0 : refund === 0 ? REACHED : CLIPPED) |
    (monthly !== null && !citations[policy.document].knowsMonthly ? NOT_IN_TEXT : 0) |
    (monthly?.isEstimated ? ESTIMATED : 0) |
    (supersededBy === null ? 0 : SUPERSEDED);
  return notes[bits] as readonly RefundNote[];
}

function notesOfRefusal(supersededBy: RefundQuote['supersededBy']): readonly 'superseded'[] {
  return supersededBy === null ? [] : ['superseded'];
}
