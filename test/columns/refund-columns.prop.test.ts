import { test } from '@fast-check/vitest';
import fc from 'fast-check';
import { describe, expect } from 'vitest';
import {
  type RefundColumns,
  type RefundColumnsRequest,
  type RefundFigureColumns,
  type RefundStatus,
  refundColumns,
  refundStatuses,
} from '../../src/columns/index.ts';
import { terms, termYears } from '../../src/reservations/facts/term.ts';
import {
  type RefundPolicy,
  type RefundRequest,
  type Term,
  tryQuoteRefund,
} from '../../src/reservations/index.ts';
import {
  amountText,
  dayOf,
  dayText,
  decimalsOf,
  minorOf,
  refundCases,
} from '../reservations/arbitraries.ts';
import type { UpfrontRequest } from '../reservations/request.ts';

const neverMonthly = new Set<string | undefined>([
  'Databricks',
  'MDC',
  'RedHat',
  'RedHatOsa',
  'Sentinel',
  'SuseLinux',
]);

// All rows of a table share the policy and currency of one case of `quoteRefund`, which has ties,
// edges of windows and refunds that fit the limit to the cent on purpose; the rows are that case, its
// neighbours, other cases, and some with odd values in them.

interface Row {
  readonly paid: number;
  readonly termMonths: number;
  readonly purchasedOn: number;
  readonly canceledOn: number;
  readonly used: number;
  readonly consumedUsdCents: number;
  readonly completed: number;
}

interface Table {
  readonly shared: Pick<RefundRequest, 'currency' | 'usdRate' | 'product'>;
  readonly policy: RefundPolicy;
  readonly isConsumedGiven: boolean;
  readonly isMonthly: boolean;
  readonly isCompletedGiven: boolean;
  readonly rows: readonly Row[];
}

function rowOf(request: UpfrontRequest): Row {
  return {
    paid: Number(minorOf(request.paid)),
    termMonths: termYears[request.term] * 12,
    purchasedOn: dayOf(request.purchasedOn),
    canceledOn: dayOf(request.canceledOn),
    used: request.used ? 1 : 0,
    consumedUsdCents: Number(minorOf(request.consumedRefunds ?? '0.00')),
    completed: 1,
  };
}

const amounts = fc.constantFrom(
  ...[Number.NaN, Number.POSITIVE_INFINITY, -1, -0.5, 0.5, 100.25, -0, 0, 1, 2 ** 53 - 1, 2 ** 53],
  ...[1e15 - 1, 1e15, 1e300, 5e-324],
);
const days = fc.oneof(
  fc.constantFrom(-719_163, -719_162, -719_161, 2_932_895, 2_932_896, 2_932_897),
  fc.constantFrom(-(2 ** 31), 2 ** 31 - 1, 0),
);
const oddities: fc.Arbitrary<Partial<Row>> = fc.record(
  {
    paid: amounts,
    termMonths: fc.nat(255),
    purchasedOn: days,
    canceledOn: days,
    used: fc.nat(255),
    consumedUsdCents: amounts,
    completed: fc.nat(62),
  },
  { requiredKeys: [] },
);

const steps = fc.constantFrom(-1, 0, 0, 1);

const tables: fc.Arbitrary<Table> = fc
  .record({
    shared: refundCases,
    others: fc.array(fc.tuple(refundCases, oddities), { maxLength: 6 }),
    isMonthly: fc.boolean(),
    isCompletedGiven: fc.boolean(),
    neighbours: fc.array(fc.record({ paid: steps, canceledOn: steps, consumed: steps }), {
      maxLength: 6,
    }),
    isConsumedGiven: fc.boolean(),
    oddOnes: fc.integer({ min: 0, max: 6 }),
  })
  .map(({ shared: { request, policy }, others, neighbours, isConsumedGiven, oddOnes, ...plan }) => {
    const one = rowOf(request);
    const { currency, usdRate, product } = request;
    return {
      shared: { currency, usdRate, product },
      policy,
      isConsumedGiven,
      isMonthly: plan.isMonthly && !neverMonthly.has(product),
      isCompletedGiven: plan.isCompletedGiven,
      rows: [
        one,
        ...neighbours.map(({ paid, canceledOn, consumed }) => ({
          ...one,
          paid: one.paid + paid,
          canceledOn: one.canceledOn + canceledOn,
          consumedUsdCents: one.consumedUsdCents + consumed,
        })),
        ...others.map(([other, odd], at) => ({
          ...rowOf(other.request),
          ...(at < oddOnes ? {} : odd),
        })),
      ],
    };
  });

function columnsOf({ shared, rows, ...given }: Table): RefundColumnsRequest {
  const amounts = Float64Array.from(rows, (row) => row.paid);
  const completedTransactions = Uint8Array.from(rows, (row) => row.completed);
  const consumedUsdCents = Float64Array.from(rows, (row) => row.consumedUsdCents);
  const columns = {
    ...shared,
    termMonths: Uint8Array.from(rows, (row) => row.termMonths),
    purchasedOn: Int32Array.from(rows, (row) => row.purchasedOn),
    canceledOn: Int32Array.from(rows, (row) => row.canceledOn),
    used: Uint8Array.from(rows, (row) => row.used),
    ...(given.isConsumedGiven ? { consumedUsdCents } : {}),
  };
  if (!given.isMonthly) return { ...columns, paid: amounts };
  const counted = given.isCompletedGiven ? { completedTransactions } : {};
  return { ...columns, billingPlan: 'Monthly', instalment: amounts, ...counted };
}

/** What `quoteRefund` reads: malformed wherever the row is. */
function requestOf(
  { shared, isConsumedGiven, isMonthly, isCompletedGiven }: Table,
  row: Row,
): unknown {
  const amount = (minor: number, digits: number): string =>
    Number.isSafeInteger(minor) && minor >= 0 ? amountText(BigInt(minor), digits) : 'malformed';
  const day = (days: number): string =>
    days >= -719_162 && days <= 2_932_896 ? dayText(days) : 'malformed';
  const term = terms.find((name: Term) => termYears[name] * 12 === row.termMonths);
  const paid = amount(row.paid, decimalsOf(shared.currency));
  const monthly = {
    billingPlan: 'Monthly',
    instalment: paid,
    ...(isCompletedGiven ? { completedTransactions: row.completed } : {}),
  };
  return {
    ...shared,
    ...(isMonthly ? monthly : { paid }),
    term: term ?? 'malformed',
    purchasedOn: day(row.purchasedOn),
    canceledOn: day(row.canceledOn),
    used: [false, true][row.used] ?? 'malformed',
    ...(isConsumedGiven ? { consumedRefunds: amount(row.consumedUsdCents, 2) } : {}),
  };
}

/** The payments of a term together: a safe whole number of at most 15 digits before the decimals. */
const mostOf = (currency: string): number =>
  Math.min(Number.MAX_SAFE_INTEGER, 10 ** (15 + decimalsOf(currency)) - 1);

interface Answer {
  readonly status: RefundStatus;
  readonly credit: number;
  readonly fee: number;
  readonly refund: number;
  readonly withheld: number;
  readonly remaining: number;
}

function expectedOf(table: Table, row: Row): Answer {
  const parsed = tryQuoteRefund(requestOf(table, row), { policy: table.policy });
  const all = table.isMonthly ? row.paid * row.termMonths : 0;
  if (!parsed.ok || all > mostOf(table.shared.currency))
    return { status: 'invalid', credit: 0, fee: 0, refund: 0, withheld: 0, remaining: 0 };
  const quote = parsed.value;
  const figure = (amount: string): number => Number(minorOf(amount));
  return {
    status: quote.allowed ? quote.row : quote.reason,
    credit: figure(quote.credit),
    fee: figure(quote.fee),
    refund: figure(quote.refund),
    withheld: figure(quote.withheld),
    remaining: quote.row === null ? 0 : figure(quote.remainingCommitment),
  };
}

function answersOf({
  credit,
  fee,
  refund,
  status,
  remainingCommitment,
}: RefundFigureColumns): Answer[] {
  return Array.from(status, (code, at) => {
    const [credited = Number.NaN, charged = Number.NaN, paid = Number.NaN] = [
      credit[at],
      fee[at],
      refund[at],
    ];
    return {
      status: refundStatuses[code] as RefundStatus,
      credit: credited,
      fee: charged,
      refund: paid,
      withheld: credited - charged - paid,
      remaining: remainingCommitment?.[at] ?? 0,
    };
  });
}

function refundsOf(table: Table): RefundColumns {
  return refundColumns(columnsOf(table), { policy: table.policy });
}

describe('refundColumns', () => {
  test.prop([tables])('has the result of quoteRefund in every row', (table) => {
    expect(answersOf(refundsOf(table))).toEqual(table.rows.map((row) => expectedOf(table, row)));
  });

  test.prop([tables])('counts the rows of each status', (table) => {
    const { status, counts } = refundsOf(table);
    const recount = refundStatuses.map((name, code) => [
      name,
      status.filter((one) => one === code).length,
    ]);
    expect(Object.entries(counts)).toEqual(recount);
  });

  test.prop([tables])('fills arrays that were used before as it fills new ones', (table) => {
    const { length } = table.rows;
    const out = {
      credit: new Float64Array(length).fill(Number.NaN),
      fee: new Float64Array(length).fill(-1),
      refund: new Float64Array(length).fill(0.5),
      status: new Uint8Array(length).fill(255),
      ...(table.isMonthly ? { remainingCommitment: new Float64Array(length).fill(0.5) } : {}),
    };
    const again = refundColumns(columnsOf(table), { policy: table.policy, out });
    expect(again).toEqual(refundsOf(table));
    expect(again.credit).toBe(out.credit);
    expect(again.fee).toBe(out.fee);
    expect(again.refund).toBe(out.refund);
    expect(again.status).toBe(out.status);
  });

  test.prop([tables])('leaves its input as it is', (table) => {
    const columns = columnsOf(table);
    refundColumns(columns, { policy: table.policy });
    expect(columns).toEqual(columnsOf(table));
  });
});
