import { addMonths, addYears, isWritable, wholeMonthsBetween } from '../kernel/day.ts';
import { InputError, type Issue } from '../kernel/issue.ts';
import { isLess, leftOf, timesOver, type Whole } from '../kernel/money.ts';
import { supersedingOn } from '../kernel/succession.ts';
import { termYears } from '../reservations/facts/term.ts';
import { feeOf, payableOf, rowOf } from '../reservations/quote/calculate-refund.ts';
import type { RefundRow } from '../reservations/quote/quote.ts';
import { assumedOf } from '../reservations/quote/returned-reservation.ts';
import { type ColumnFacts, readColumnFacts } from './column-facts.ts';
import type { RefundColumns, RefundColumnsOptions, RefundColumnsRequest } from './columns.ts';
import { type RefundStatus, refundStatuses } from './refund-status.ts';

/**
 * Quotes the refunds of many cancelled Azure reservations: {@link quoteRefund} for typed
 * arrays, row by row the same to the last digit, and without the explanation. Each row is quoted by
 * itself; what its customer has consumed of the limit is the caller's figure.
 *
 * Amounts are whole minor units of the currency that all rows share, days the UTC days since
 * 1970-01-01. A row that is malformed (a price or a figure of consumption that is no safe whole
 * number from 0, a day outside the years 0001 to 9999, a cancellation before its purchase, an
 * unknown term, a `used` that is neither 0 nor 1, more payments made than were due) has the status `invalid` and figures of 0, and is
 * counted. Every lawful refusal has a status of its own. What the limit withholds is
 * `credit − fee − refund`.
 *
 * @throws InputError with every issue, before anything is written, where it is the call that is
 * malformed: a column of another kind or length, an unknown currency, no rate for one that needs it,
 * a policy that states no fee.
 *
 * Clauses and interpretations: as `quoteRefund`.
 *
 * @example
 * const { refund, status, counts } = refundColumns({
 *   currency: 'USD',
 *   paid: Float64Array.of(1_200_000, 1_200_000, Number.NaN),
 *   termMonths: Uint8Array.of(12, 12, 12),
 *   purchasedOn: Int32Array.of(20_089, 20_089, 20_089), // 2025-01-01
 *   canceledOn: Int32Array.of(20_095, 20_454, 20_095), // 2025-01-07, 2026-01-01, 2025-01-07
 *   used: Uint8Array.of(0, 1, 0),
 * });
 * [...refund]; //=> [1038641, 0, 0]
 * [...status].map((code) => refundStatuses[code]); //=> ['pro-rated-less-fee', 'term-ended', 'invalid']
 * counts.invalid; //=> 1
 */
export function refundColumns(
  request: RefundColumnsRequest,
  options?: RefundColumnsOptions,
): RefundColumns {
  const issues: Issue[] = [];
  const facts = readColumnFacts(request, options, issues);
  if (facts === undefined) throw new InputError(issues);

  const { columns, shared, policy, out } = facts;
  creditRows(facts);
  chargeRows(facts);
  if (policy.limit !== null) limitRows(facts, policy.limit);
  return {
    credit: out.credit,
    fee: out.fee,
    refund: out.refund,
    status: out.status,
    remainingCommitment: out.remainingCommitment,
    counts: countRows(facts),
    currency: shared.request.currency,
    assumed: assumedOf(
      shared,
      policy,
      columns.consumedUsdCents === undefined && policy.limit !== null,
      policy.policy.priceBasis === 'lower',
    ),
    policy: policy.policy,
    supersededBy: countSuperseded(facts),
  };
}

const codeOf = (status: RefundStatus): number => refundStatuses.indexOf(status);

const INVALID = codeOf('invalid');
const FULL_CREDIT = codeOf('full-credit');
const PRO_RATED = codeOf('pro-rated');
const PRO_RATED_LESS_FEE = codeOf('pro-rated-less-fee');
const TERM_ENDED = codeOf('term-ended');
const NOT_RETURNABLE = codeOf('not-returnable');
const UNDEFINED_BY_TEXT = codeOf('undefined-by-text');
const LIMIT_EXCEEDED = codeOf('limit-exceeded');

const { P1Y, P3Y, P5Y } = termYears;

// A pass over the rows for each step: small loops are quick, and need no object for a row.

/** RES-1 to RES-4, RES-8, RES-11, PAY-1 to PAY-3: the status of each row, but for the limit, and its credit. */
function creditRows({
  rows,
  columns,
  isMonthly,
  shared,
  mostPaid,
  policy,
  out,
}: ColumnFacts): void {
  const { amount, completedTransactions, purchasedOn, canceledOn, used, consumedUsdCents } =
    columns;
  const { credit, status, remainingCommitment } = out;
  const { nonReturnable, dayWithoutRow, rounding } = policy.policy;
  const isReturnable = shared.product === undefined || !nonReturnable.includes(shared.product);
  for (let at = 0; at < rows; at += 1) {
    const price = (amount[at] as number) + 0; // there are no negative zeros in the answer
    const months = columns.termMonths[at] as number;
    const years = months / 12;
    const from = purchasedOn[at] as number;
    const on = canceledOn[at] as number;
    const use = used[at] as number;
    const consumed = consumedUsdCents === undefined ? 0 : (consumedUsdCents[at] as number);
    const isValid =
      isWhole(price, mostPaid) &&
      (years === P1Y || years === P3Y || years === P5Y) &&
      isWritable(from) &&
      isWritable(on) &&
      from <= on &&
      use <= 1 &&
      isWhole(consumed, Number.MAX_SAFE_INTEGER);
    credit[at] = 0;
    if (remainingCommitment !== undefined) remainingCommitment[at] = 0;
    const due = isValid && isMonthly ? Math.min(wholeMonthsBetween(from, on) + 1, months) : 0;
    const made = completedTransactions === undefined ? due : (completedTransactions[at] as number);
    const isPaid = !isMonthly || (made >= 1 && made <= due && price * months <= mostPaid);
    if (!isValid || !isPaid) {
      status[at] = INVALID;
      continue;
    }
    const termEnd = addYears(from, years);
    const sincePurchase = on - from;
    if (on >= termEnd) status[at] = TERM_ENDED;
    else if (!isReturnable) status[at] = NOT_RETURNABLE;
    else if (sincePurchase === dayWithoutRow) status[at] = UNDEFINED_BY_TEXT;
    else {
      const row = rowOf(sincePurchase, use === 1, policy.policy);
      status[at] = codeOfRow(row);
      const start = isMonthly ? addMonths(from, made - 1) : from;
      const end = isMonthly ? addMonths(from, made) : termEnd;
      // No more than the price, and so a plain number.
      credit[at] = (
        row === 'full-credit'
          ? price
          : timesOver(price, Math.max(0, end - on), end - start, rounding)
      ) as number;
      if (remainingCommitment !== undefined) remainingCommitment[at] = price * (months - made);
    }
  }
}

/** RES-3, RES-4, RES-6: the fee of each row, and the refund, but for the limit. */
function chargeRows({ rows, policy, out: { credit, fee, refund, status } }: ColumnFacts): void {
  for (let at = 0; at < rows; at += 1) {
    const credited = credit[at] as number;
    const isCharged = status[at] === PRO_RATED_LESS_FEE;
    const charged = isCharged ? (feeOf('pro-rated-less-fee', credited, policy) as number) : 0;
    fee[at] = charged;
    refund[at] = credited - charged;
  }
}

/** RES-5: what the limit leaves of each refund. */
function limitRows({ rows, columns, shared, policy, out }: ColumnFacts, limit: Whole): void {
  const { consumedUsdCents } = columns;
  const { centsPerUnit } = shared;
  const { credit, refund, status, remainingCommitment } = out;
  const payableAtMost = payableOf(limit, centsPerUnit);
  const isRefundCounted = policy.policy.limitCounts === 'refund';
  for (let at = 0; at < rows; at += 1) {
    const canceled = (credit[at] as number) + (remainingCommitment?.[at] ?? 0);
    const claim = isRefundCounted ? (refund[at] as number) : canceled;
    if (claim === 0) continue; // refused already, if not invalid
    const payable =
      consumedUsdCents === undefined
        ? payableAtMost
        : payableOf(leftOf(limit, consumedUsdCents[at] as number), centsPerUnit);
    if (!isLess(payable, claim)) continue;
    const isRefused = policy.policy.overLimit === 'refuse';
    if (isRefused) status[at] = LIMIT_EXCEEDED;
    refund[at] = isRefused ? 0 : (payable as number);
  }
}

function countRows({ rows, out: { status } }: ColumnFacts): Record<RefundStatus, number> {
  const counts = refundStatuses.map(() => 0);
  for (let at = 0; at < rows; at += 1) {
    const code = status[at] as number;
    counts[code] = (counts[code] as number) + 1;
  }
  const named = refundStatuses.map((name, code) => [name, counts[code]]);
  return Object.fromEntries(named) as Record<RefundStatus, number>;
}

function countSuperseded({
  rows,
  columns: { canceledOn },
  policy: { successors },
  out: { status },
}: ColumnFacts): RefundColumns['supersededBy'] {
  const counts: Record<string, number> = {};
  if (successors.length === 0) return counts;
  for (let at = 0; at < rows; at += 1) {
    if (status[at] === INVALID) continue;
    const id = supersedingOn(successors, canceledOn[at] as number);
    if (id !== null) counts[id] = (counts[id] ?? 0) + 1;
  }
  return counts;
}

/** Returns whether it is a whole number from 0; not NaN. */
function isWhole(value: number, most: number): boolean {
  return value >= 0 && value <= most && Math.floor(value) === value;
}

function codeOfRow(row: RefundRow): number {
  if (row === 'full-credit') return FULL_CREDIT;
  return row === 'pro-rated' ? PRO_RATED : PRO_RATED_LESS_FEE;
}
