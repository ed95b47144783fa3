import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import {
  InputError,
  type Issue,
  type RefundColumnsOptions,
  type RefundColumnsRequest,
  refundColumns,
  refundStatuses,
  type UpfrontColumnsRequest,
} from '../../src/columns/index.ts';
import {
  defaultRefundPolicy,
  parseRefundPolicy,
  type RefundPolicy,
} from '../../src/reservations/index.ts';
import { dayOf } from '../reservations/arbitraries.ts';

interface Row {
  readonly paid?: number;
  readonly termMonths?: number;
  readonly purchasedOn?: string | number;
  readonly canceledOn?: string | number;
  readonly used?: number;
  readonly consumedUsdCents?: number;
}

const day = (given: string | number): number => (typeof given === 'string' ? dayOf(given) : given);

/** Rows of the rulebook's example but for what is given: 12,000.00 USD for a year from 2025-01-01. */
function columns(rows: readonly Row[]): UpfrontColumnsRequest {
  return {
    currency: 'USD',
    paid: Float64Array.from(rows, ({ paid = 1_200_000 }) => paid),
    termMonths: Uint8Array.from(rows, (row) => row.termMonths ?? 12),
    purchasedOn: Int32Array.from(rows, (row) => day(row.purchasedOn ?? '2025-01-01')),
    canceledOn: Int32Array.from(rows, (row) => day(row.canceledOn ?? '2025-07-02')),
    used: Uint8Array.from(rows, ({ used = 1 }) => used),
    consumedUsdCents: Float64Array.from(rows, (row) => row.consumedUsdCents ?? 0),
  };
}

type Figures = readonly [status: string | undefined, credit: number, fee: number, refund: number];

function figures(request: RefundColumnsRequest, options?: RefundColumnsOptions): Figures[] {
  const { credit, fee, refund, status } = refundColumns(request, options);
  return Array.from(status, (code, at) => [
    refundStatuses[code],
    credit[at] as number,
    fee[at] as number,
    refund[at] as number,
  ]);
}

function issuesOf(request: unknown, options?: unknown): readonly Issue[] {
  try {
    refundColumns(request as RefundColumnsRequest, options as RefundColumnsOptions);
  } catch (error) {
    if (error instanceof InputError) return error.issues;
    throw error;
  }
  return [];
}

const told = (issues: readonly Issue[]): string[] =>
  issues.map(({ path, code }) => `${path.join('.')} ${code}`);

const invalid: Figures = ['invalid', 0, 0, 0];

describe('the figures', () => {
  it('are those of the rulebook', () => {
    expect(
      figures(
        columns([
          { canceledOn: '2025-01-01', used: 0 },
          { canceledOn: '2025-01-06', used: 0 },
          { canceledOn: '2025-01-06', used: 1 },
          { canceledOn: '2025-01-07', used: 0 },
          { canceledOn: '2025-07-02', used: 1 },
          { canceledOn: '2025-12-31', used: 1 },
          { canceledOn: '2026-01-01', used: 1 },
          { paid: 12_000_000 },
          { paid: 12_000_000, consumedUsdCents: 4_800_000 },
          { paid: 12_000_000, consumedUsdCents: 5_000_001 },
        ]),
      ),
    ).toEqual([
      ['full-credit', 1_200_000, 0, 1_200_000],
      ['full-credit', 1_200_000, 0, 1_200_000],
      ['pro-rated', 1_183_562, 0, 1_183_562],
      ['pro-rated-less-fee', 1_180_274, 141_633, 1_038_641],
      ['pro-rated-less-fee', 601_644, 72_197, 529_447],
      ['pro-rated-less-fee', 3_288, 395, 2_893],
      ['term-ended', 0, 0, 0],
      ['pro-rated-less-fee', 6_016_438, 721_973, 5_000_000],
      ['pro-rated-less-fee', 6_016_438, 721_973, 200_000],
      ['pro-rated-less-fee', 6_016_438, 721_973, 0],
    ]);
  });

  it('are exact where a product is no safe number', () => {
    const [row] = figures(columns([{ paid: Number.MAX_SAFE_INTEGER }]), {
      policy: { ...defaultRefundPolicy, id: 'unlimited', limitUsd: null },
    });
    // 9007199254740991 × 183 ÷ 365 = 4515938256486579.04…, of which 12 % are 541912590778389.48
    expect(row).toEqual([
      'pro-rated-less-fee',
      4_515_938_256_486_579,
      541_912_590_778_389,
      3_974_025_665_708_190,
    ]);
  });

  it('take 25 bytes a record', () => {
    const { credit, fee, refund, status } = refundColumns(columns([{}, {}, {}]));
    const bytes = [credit, fee, refund, status].map(({ byteLength }) => byteLength);
    expect(bytes.reduce((sum, each) => sum + each, 0)).toBe(75);
  });

  it('have no rows if there are none', () => {
    const { status, counts } = refundColumns(columns([]));
    expect(status).toHaveLength(0);
    expect(Object.values(counts)).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
  });

  it('keep the credit and the fee of a request that the limit refuses', () => {
    const policy = 'azure-2020-07';
    expect(
      figures(
        columns([
          { consumedUsdCents: 5_000_000 - 601_644 },
          { consumedUsdCents: 5_000_000 - 601_643 },
        ]),
        { policy },
      ),
    ).toEqual([
      ['pro-rated-less-fee', 601_644, 0, 601_644],
      ['limit-exceeded', 601_644, 0, 0],
    ]);
  });

  it('turn the limit into the currency of the rows', () => {
    const { consumedUsdCents: _, ...rows } = columns([{ paid: 12_000_000 }]);
    const euros = { ...rows, currency: 'EUR', usdRate: '1.1' };
    expect(figures(euros)).toEqual([['pro-rated-less-fee', 6_016_438, 721_973, 4_545_454]]);
  });
});

describe('the statuses', () => {
  it('have these codes, which callers store', () => {
    expect(refundStatuses).toEqual([
      'invalid',
      'full-credit',
      'pro-rated',
      'pro-rated-less-fee',
      'term-ended',
      'not-returnable',
      'undefined-by-text',
      'limit-exceeded',
    ]);
    expect(Object.isFrozen(refundStatuses)).toBe(true);
  });

  it('name the refusal that quoteRefund names first', () => {
    const parsed = parseRefundPolicy({
      basedOn: 'partner-center-2018-10',
      id: 'ours',
      nonReturnable: ['RedHat'],
    });
    if (!parsed.ok) throw new InputError(parsed.issues);
    const policy = parsed.value;
    const rows = columns([{ canceledOn: '2025-01-06' }, { canceledOn: '2026-01-01' }]);
    const statuses = (product?: 'RedHat'): unknown[] =>
      figures({ ...rows, product }, { policy }).map(([status]) => status);
    expect(statuses()).toEqual(['undefined-by-text', 'term-ended']);
    expect(statuses('RedHat')).toEqual(['not-returnable', 'term-ended']);
  });

  it.each<[string, Row]>([
    ['a price that is no number', { paid: Number.NaN }],
    ['an endless price', { paid: Number.POSITIVE_INFINITY }],
    ['a negative price', { paid: -1 }],
    ['a price between two cents', { paid: 0.5 }],
    ['a price that is no safe number', { paid: 2 ** 53 }],
    ['a consumption that is no number', { consumedUsdCents: Number.NaN }],
    ['a negative consumption', { consumedUsdCents: -1 }],
    ['a consumption between two cents', { consumedUsdCents: 0.5 }],
    ['a consumption that is no safe number', { consumedUsdCents: 2 ** 53 }],
    ['no term', { termMonths: 0 }],
    ['months that are no term', { termMonths: 24 }],
    ['a day before the year 1', { purchasedOn: -719_163, canceledOn: -719_163 }],
    ['a day after the year 9999', { purchasedOn: 2_932_896, canceledOn: 2_932_897 }],
    ['a cancellation before its purchase', { canceledOn: '2024-12-31' }],
    ['a use that is neither yes nor no', { used: 2 }],
  ])('mark %s as invalid, and no other row', (_, row) => {
    const request = columns([{}, row, {}]);
    const sound: Figures = ['pro-rated-less-fee', 601_644, 72_197, 529_447];
    expect(figures(request)).toEqual([sound, invalid, sound]);
    expect(refundColumns(request).counts).toEqual({
      invalid: 1,
      'full-credit': 0,
      'pro-rated': 0,
      'pro-rated-less-fee': 2,
      'term-ended': 0,
      'not-returnable': 0,
      'undefined-by-text': 0,
      'limit-exceeded': 0,
    });
  });

  it.each<[string, Row, Figures]>([
    ['nothing, with a sign', { paid: -0 }, ['pro-rated-less-fee', 0, 0, 0]],
    [
      'nothing paid in the window',
      { paid: -0, canceledOn: '2025-01-01', used: 0 },
      ['full-credit', 0, 0, 0],
    ],
    [
      'the first day',
      { purchasedOn: -719_162, canceledOn: -719_162, used: 0 },
      ['full-credit', 1_200_000, 0, 1_200_000],
    ],
    [
      'the last day',
      { purchasedOn: 2_932_896, canceledOn: 2_932_896, used: 0 },
      ['full-credit', 1_200_000, 0, 1_200_000],
    ],
  ])('take %s as it is', (_, row, expected) => {
    expect(figures(columns([row]))).toEqual([expected]);
  });

  it('mark a price of more whole digits than an amount can have', () => {
    const rows = columns([{ paid: 1e15 - 1 }, { paid: 1e15 }]);
    const yen = { ...rows, currency: 'JPY', usdRate: '0.0067' };
    expect(figures(yen).map(([status]) => status)).toEqual(['pro-rated-less-fee', 'invalid']);
  });
});

describe('the answer', () => {
  it('lists its assumptions', () => {
    const { consumedUsdCents: _, ...rows } = columns([{}]);
    expect(refundColumns(rows).assumed).toEqual([
      'policy',
      'product',
      'billingPlan',
      'consumedRefunds',
    ]);
    const policy = parseRefundPolicy({
      basedOn: 'partner-center-2020-08',
      id: 'x',
      limitUsd: null,
    });
    expect(
      refundColumns(rows, { policy: (policy as { value: RefundPolicy }).value }).assumed,
    ).toEqual(['product', 'billingPlan']);
    const all = { ...columns([{}]), product: 'VirtualMachines', billingPlan: 'Upfront' } as const;
    const answer = refundColumns(all, { policy: 'partner-center-2020-08' });
    expect(answer.assumed).toEqual([]);
    expect(answer.policy).toBe(defaultRefundPolicy);
    expect(answer.currency).toBe('USD');
  });
});

describe('monthly payment', () => {
  const { paid: _, ...facts } = columns([{}, {}, {}, {}, {}]);
  const monthly = {
    ...facts,
    billingPlan: 'Monthly',
    instalment: Float64Array.of(100_000, 100_000, 100_000, 100_000, 100_000),
    completedTransactions: Uint8Array.of(7, 6, 1, 0, 8),
  } as const;

  it('shares the last payment made, and cancels those to come', () => {
    // 2025-07-02: 30 of the 31 days of the seventh month are left; the seventh payment is due.
    const { remainingCommitment, counts } = refundColumns(monthly);
    expect(figures(monthly)).toEqual([
      ['pro-rated-less-fee', 96_774, 11_613, 85_161],
      ['pro-rated-less-fee', 0, 0, 0],
      ['pro-rated-less-fee', 0, 0, 0],
      ['invalid', 0, 0, 0],
      ['invalid', 0, 0, 0],
    ]);
    expect([...(remainingCommitment as Float64Array)]).toEqual([500_000, 600_000, 1_100_000, 0, 0]);
    expect(counts.invalid).toBe(2);
  });

  it('takes all payments as made that were due', () => {
    const { completedTransactions: __, ...due } = monthly;
    expect(figures(due)).toEqual(Array(5).fill(['pro-rated-less-fee', 96_774, 11_613, 85_161]));
  });

  it('refuses, where a policy counts commitments, what exceeds the limit', () => {
    const options = { policy: 'azure-2026-01' } as const;
    const instalment = Float64Array.of(837_838, 837_837, 0, 0, 0);
    const { status, refund } = refundColumns(
      { ...monthly, instalment, completedTransactions: undefined },
      options,
    );
    expect(refundStatuses[status[0] as number]).toBe('limit-exceeded');
    expect(refundStatuses[status[1] as number]).toBe('pro-rated-less-fee');
    expect([...refund.subarray(0, 1)]).toEqual([0]);
  });

  it('has no row whose payments together have more than 15 digits', () => {
    const most = 10 ** 15 - 1;
    const instalment = Float64Array.of(Math.floor(most / 12), Math.ceil(most / 12), 1, 1, 1);
    const answers = figures({ ...monthly, currency: 'JPY', usdRate: '0.000001', instalment });
    expect(answers[0]?.[0]).toBe('pro-rated-less-fee');
    expect(answers[1]).toEqual(['invalid', 0, 0, 0]);
  });

  it.each([
    ['has a price besides', { paid: new Float64Array(5) }, 'paid contradiction'],
    ['has no payments', { instalment: undefined }, 'instalment missing-field'],
    [
      'counts payments in another kind',
      { completedTransactions: new Float64Array(5) },
      'completedTransactions wrong-type',
    ],
    ['is of a product never sold so', { product: 'Databricks' }, 'billingPlan contradiction'],
    [
      'has another length',
      { instalment: new Float64Array(4) },
      'completedTransactions contradiction',
    ],
  ])('is malformed if it %s', (_, change, issue) => {
    expect(told(issuesOf({ ...monthly, ...change }))).toContain(issue);
  });

  it('writes the remaining commitments into an array of the caller, which only it has', () => {
    const out = (rows: number) => ({
      credit: new Float64Array(rows),
      fee: new Float64Array(rows),
      refund: new Float64Array(rows),
      status: new Uint8Array(rows),
    });
    const remainingCommitment = new Float64Array(5).fill(-1);
    refundColumns(monthly, { out: { ...out(5), remainingCommitment } });
    expect([...remainingCommitment]).toEqual([500_000, 600_000, 1_100_000, 0, 0]);
    expect(told(issuesOf(monthly, { out: out(5) }))).toEqual([
      'options.out.remainingCommitment missing-field',
    ]);
    const upfront = { out: { ...out(1), remainingCommitment: new Float64Array(1) } };
    expect(told(issuesOf(columns([{}]), upfront))).toEqual([
      'options.out.remainingCommitment contradiction',
    ]);
  });
});

describe('a malformed call', () => {
  it('is reported with every issue at once', () => {
    const given = {
      currency: 'usd',
      product: 'Redhat',
      billingPlan: 'Weekly',
      paid: [1_200_000],
      instalment: new Float64Array(2),
      termMonths: new Uint16Array(1),
      purchasedOn: new Int32Array(2),
      canceledOn: new Int32Array(3),
      consumedUsdCents: 0,
      useds: new Uint8Array(1),
    };
    const options = { policy: 'partner-center-2018-05', out: { credit: 1 }, outs: 2 };
    expect(told(issuesOf(given, options))).toEqual([
      'useds unknown-field',
      'options.outs unknown-field',
      'options.policy.feeRate fee-unstated',
      'options.out.credit wrong-type',
      'options.out.fee missing-field',
      'options.out.refund missing-field',
      'options.out.status missing-field',
      'currency unknown-currency',
      'product unknown-value',
      'billingPlan unknown-value',
      'instalment contradiction',
      'paid wrong-type',
      'termMonths wrong-type',
      'used missing-field',
      'consumedUsdCents wrong-type',
      'canceledOn contradiction',
    ]);
  });

  it.each([
    ['the currency is not USD and there is no rate', { currency: 'EUR' }, 'usdRate rate-required'],
    ['the rate is none', { currency: 'EUR', usdRate: '0' }, 'usdRate malformed-rate'],
    ['the rate of USD is not 1', { usdRate: '1.1' }, 'usdRate rate-not-one'],
    ['a column is longer', { used: new Uint8Array(3) }, 'used contradiction'],
    [
      'a column is shorter',
      { consumedUsdCents: new Float64Array(1) },
      'consumedUsdCents contradiction',
    ],
    ['a column is of clamped bytes', { used: new Uint8ClampedArray(2) }, 'used wrong-type'],
    ['a column is bytes of another kind', { used: new Int8Array(2) }, 'used wrong-type'],
    ['a column is no array', { paid: new DataView(new ArrayBuffer(16)) }, 'paid wrong-type'],
    [
      'a column only says that it is one',
      { paid: { [Symbol.toStringTag]: 'Float64Array', length: 2 } },
      'paid wrong-type',
    ],
  ])('is refused where %s', (_, change, issue) => {
    expect(told(issuesOf({ ...columns([{}, {}]), ...change }))).toEqual([issue]);
  });

  it.each([undefined, null, 'columns', [], 7])('is refused where %s came', (request) => {
    expect(told(issuesOf(request))).toEqual([' not-an-object']);
    expect(told(issuesOf(columns([]), { out: 1 }))).toEqual(['options.out not-an-object']);
  });

  it('is refused with the name of a source, as all rows have one policy', () => {
    const [issue, ...others] = issuesOf(columns([{}]), { policy: 'azure' });
    expect(others).toEqual([]);
    expect(issue).toMatchObject({
      path: ['options', 'policy'],
      code: 'unsupported',
      expected: 'the id of a version of azure, as columns have one policy for all rows',
    });
  });

  it('reports everything that is missing', () => {
    expect(told(issuesOf({}))).toEqual([
      'currency missing-field',
      'paid missing-field',
      'termMonths missing-field',
      'purchasedOn missing-field',
      'canceledOn missing-field',
      'used missing-field',
    ]);
  });

  it('shows what was received', () => {
    const [issue] = issuesOf({ ...columns([]), paid: new BigInt64Array(0) });
    expect(issue?.message).toBe('paid: expected a Float64Array, got an object');
    const [length] = issuesOf({ ...columns([{}]), used: new Uint8Array(2) });
    expect(length?.message).toBe('used: expected 1 rows, like paid, got 2');
  });

  it('writes nothing', () => {
    const out = {
      credit: new Float64Array(1).fill(7),
      fee: new Float64Array(1).fill(7),
      refund: new Float64Array(1).fill(7),
      status: new Uint8Array(1).fill(7),
    };
    expect(told(issuesOf({ ...columns([{}]), currency: '?' }, { out }))).toHaveLength(1);
    expect(Object.values(out).flatMap((column) => [...column])).toEqual([7, 7, 7, 7]);
  });
});

describe('arrays of the caller’s own', () => {
  const rows = columns([{}, {}]);
  const one = new Float64Array(8);
  const out = {
    credit: one.subarray(0, 2),
    fee: one.subarray(2, 4),
    refund: one.subarray(4, 6),
    status: new Uint8Array(one.buffer, 48, 2),
  };

  it('may be parts of one memory', () => {
    expect(issuesOf(rows, { out })).toEqual([]);
    expect([...one.subarray(0, 6)]).toEqual([601_644, 601_644, 72_197, 72_197, 529_447, 529_447]);
  });

  it('may be parts of one memory in any order', () => {
    const part = (start: number) => one.subarray(start, start + 2);
    for (const [credit, fee, refund] of [
      [0, 4, 2],
      [2, 0, 4],
      [2, 4, 0],
      [4, 0, 2],
      [4, 2, 0],
    ] as const) {
      const parts = { credit: part(credit), fee: part(fee), refund: part(refund) };
      expect(issuesOf(rows, { out: { ...out, ...parts } })).toEqual([]);
    }
  });

  it.each([
    ['longer than the columns', { fee: new Float64Array(3) }, 'options.out.fee contradiction'],
    ['what is still to be read', { refund: rows.paid }, 'options.out.refund contradiction'],
    ['in part one another', { fee: one.subarray(1, 3) }, 'options.out.fee contradiction'],
    [
      'in part one another, the later first',
      { credit: one.subarray(1, 3), fee: one.subarray(0, 2), refund: one.subarray(3, 5) },
      'options.out.fee contradiction',
    ],
    ['of another kind', { status: new Float64Array(2) }, 'options.out.status wrong-type'],
  ])('may not be %s', (_, change, issue) => {
    expect(told(issuesOf(rows, { out: { ...out, ...change } }))).toEqual([issue]);
  });

  it('are reported with the column whose memory they share', () => {
    const [issue] = issuesOf(rows, { out: { ...out, refund: rows.paid } });
    expect(issue?.expected).toBe('memory that is not shared with paid');
    const [other] = issuesOf(rows, { out: { ...out, fee: out.credit } });
    expect(other?.expected).toBe('memory that is not shared with options.out.credit');
  });
});

describe('hostile input', () => {
  it('may come from another realm', () => {
    const paid = runInNewContext('Float64Array.of(1200000)') as Float64Array;
    expect(paid).not.toBeInstanceOf(Float64Array);
    expect(figures({ ...columns([{}]), paid })).toEqual([
      ['pro-rated-less-fee', 601_644, 72_197, 529_447],
    ]);
  });

  it('is asked for its true length', () => {
    const paid = Object.defineProperty(new Float64Array(2), 'length', { value: 1 });
    expect(told(issuesOf({ ...columns([{}, {}]), paid }))).toEqual([]);
  });

  it('reads nothing from Object.prototype', () => {
    const before = figures(columns([{}]));
    Object.defineProperty(Object.prototype, 'out', {
      value: { credit: 1 },
      configurable: true,
      writable: true,
      enumerable: true,
    });
    try {
      expect(figures(columns([{}]))).toEqual(before);
      expect(figures(columns([{}]), {})).toEqual(before);
    } finally {
      delete (Object.prototype as { out?: unknown }).out;
    }
  });
});
