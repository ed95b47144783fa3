import { Decimal } from 'decimal.js';
import { quoteRefund, refundPolicies } from '../../../dist/index.js';
import { cases, centsOf, dayOf, daysOf, endOf, halfEven, terms, textOf } from './refund.js';

// One cancellation: strings in, the whole answer out, with its lines, clauses and interpretations.

export { cases };

const policy = refundPolicies['partner-center-2020-08'];
const assumed = ['policy', 'product', 'billingPlan'];

/** The answer, from its figures as text and its days. */
function answerOf(request, row, days, isWithheld, isWindowEnd, figures) {
  const { credit, fee, refundable, refund, withheld, before, available, after, left } = figures;
  const isFull = row === 'full-credit';
  const clause = isFull
    ? 'RES-1'
    : row === 'pro-rated'
      ? 'RES-2'
      : request.used
        ? 'RES-4'
        : 'RES-3';
  const interpretations = ['R-DAYS'];
  if (isWindowEnd) interpretations.push('R-FIVE');
  if (!isFull) interpretations.push('R-PRORATE', 'R-BASIS', 'R-ROUND');
  if (row === 'pro-rated-less-fee') interpretations.push('R-FEE');
  interpretations.push('R-YEAR', 'R-WHOSE', 'R-COUNTS');
  if (isWithheld) interpretations.push('R-OVER');
  interpretations.push('R-WHICH');
  const { term, remaining } = days;
  const lines = [
    isFull
      ? { code: 'credit', amount: credit, clause, of: request.paid }
      : {
          code: 'credit',
          amount: credit,
          clause,
          of: request.paid,
          days: remaining,
          termDays: term,
        },
  ];
  if (row === 'pro-rated-less-fee') {
    lines.push({ code: 'fee', amount: fee, clause, of: credit, rate: '0.12' });
  }
  lines.push(
    { code: 'refundable', amount: refundable, clause: 'RES-6', of: credit, less: fee },
    { code: 'limit', amount: available, clause: 'RES-5', availableUsd: available, usdRate: '1' },
    { code: 'refund', amount: refund, clause: 'RES-7', of: refundable, atMost: available },
  );
  if (isWithheld) {
    lines.push({
      code: 'withheld',
      amount: withheld,
      clause: 'RES-5',
      of: refundable,
      less: refund,
    });
  }
  const notes = isWithheld ? [refund === '0.00' ? 'limit-reached' : 'limit-clipped'] : [];
  notes.push('superseded');
  const { paid, currency, purchasedOn, canceledOn, used } = request;
  return {
    kind: 'refund-quote',
    allowed: true,
    because: [clause, 'RES-5', 'RES-6', 'RES-7'],
    interpretations,
    row,
    notes,
    currency,
    paid,
    credit,
    fee,
    refundable,
    refund,
    withheld,
    billingPlan: 'Upfront',
    quantity: 1,
    quantityToReturn: 1,
    instalment: null,
    completedTransactions: null,
    period: null,
    remainingCommitment: '0.00',
    canceledCommitment: credit,
    payee: 'partner',
    days,
    limit: {
      currency: 'USD',
      max: '50000.00',
      consumedBefore: before,
      consumedAfter: after,
      available: left,
    },
    lines,
    assumed,
    request: {
      paid,
      currency,
      term: request.term,
      purchasedOn,
      canceledOn,
      used,
      consumedRefunds: before,
    },
    policy,
    supersededBy:
      canceledOn < '2024-12-05'
        ? 'partner-center-2023-07'
        : canceledOn < '2026-01-15'
          ? 'partner-center-2024-12'
          : 'partner-center-2026-01',
  };
}

const rowOf = (isEarly, used) =>
  isEarly ? (used ? 'pro-rated' : 'full-credit') : 'pro-rated-less-fee';

/** The least that gives the answer with no check at all: integers of cents, days by hand. */
function unchecked(request) {
  const from = dayOf(request.purchasedOn);
  const on = dayOf(request.canceledOn);
  const end = endOf(request.purchasedOn, terms[request.term]);
  const cents = centsOf(request.paid);
  const isEarly = on - from <= 5;
  const row = rowOf(isEarly, request.used);
  const credit = row === 'full-credit' ? cents : halfEven(cents * (end - on), end - from);
  const fee = isEarly ? 0 : halfEven(credit * 12, 100);
  const before = centsOf(request.consumedRefunds);
  const available = before < 5_000_000 ? 5_000_000 - before : 0;
  const refundable = credit - fee;
  const refund = refundable < available ? refundable : available;
  const after = before + refund;
  const days = { sincePurchase: on - from, term: end - from, remaining: end - on };
  return answerOf(request, row, days, refund < refundable, on - from === 5, {
    credit: textOf(credit),
    fee: textOf(fee),
    refundable: textOf(refundable),
    refund: textOf(refund),
    withheld: textOf(refundable - refund),
    before: request.consumedRefunds,
    available: textOf(available),
    after: textOf(after),
    left: textOf(after < 5_000_000 ? 5_000_000 - after : 0),
  });
}

/** As one writes it with decimal.js and date-fns. */
function decimals(request) {
  const { since, remaining, length } = daysOf(request);
  const paid = new Decimal(request.paid);
  const isEarly = since <= 5;
  const row = rowOf(isEarly, request.used);
  const round = (value) => value.toDecimalPlaces(2, Decimal.ROUND_HALF_EVEN);
  const credit = row === 'full-credit' ? paid : round(paid.times(remaining).div(length));
  const fee = isEarly ? new Decimal(0) : round(credit.times('0.12'));
  const limit = new Decimal('50000');
  const before = new Decimal(request.consumedRefunds);
  const available = Decimal.max(0, limit.minus(before));
  const refundable = credit.minus(fee);
  const refund = Decimal.min(refundable, available);
  const after = before.plus(refund);
  const days = { sincePurchase: since, term: length, remaining };
  return answerOf(request, row, days, refund.lt(refundable), since === 5, {
    credit: credit.toFixed(2),
    fee: fee.toFixed(2),
    refundable: refundable.toFixed(2),
    refund: refund.toFixed(2),
    withheld: refundable.minus(refund).toFixed(2),
    before: before.toFixed(2),
    available: available.toFixed(2),
    after: after.toFixed(2),
    left: Decimal.max(0, limit.minus(after)).toFixed(2),
  });
}

export const contenders = {
  'partner-rules': (request) => quoteRefund(request),
  unchecked,
  'decimal.js + date-fns': decimals,
};
