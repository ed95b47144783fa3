import { describe, expect, it } from 'vitest';
import { explain } from '../../src/explain/index.ts';
import {
  type PlanCandidateInput,
  type PlanRequestInput,
  planReturns,
  type ReturnPlan,
  tryPlanReturns,
} from '../../src/plans/index.ts';
import { openRefundLedger, type RefundLedger, settleRefund } from '../../src/reservations/index.ts';
import { bestOf, dayAfter } from './brute-force.ts';
import { largeCase, smallCase } from './cases.ts';

const LEDGER: RefundLedger = {
  customerId: 'contoso',
  lastDay: '2024-07-10',
  days: [{ on: '2024-07-10', usd: '45000.00' }],
  ids: [],
};

/** Bought two thirds of a three-year term before it ends. */
const threeYears = (id: string, paid: string, more: object = {}): PlanCandidateInput =>
  ({
    id,
    paid,
    currency: 'USD',
    term: 'P3Y',
    used: true,
    purchasedOn: '2024-07-02',
    ...more,
  }) as never;

const oneYear = (id: string, paid: string, more: object = {}): PlanCandidateInput =>
  ({
    id,
    paid,
    currency: 'USD',
    term: 'P1Y',
    used: true,
    purchasedOn: '2025-01-01',
    ...more,
  }) as never;

const monthly = (id: string, instalment: string, more: object = {}): PlanCandidateInput =>
  ({ ...oneYear(id, '1'), paid: undefined, billingPlan: 'Monthly', instalment, ...more }) as never;

const plan = (candidates: readonly PlanCandidateInput[], more: object = {}): ReturnPlan =>
  planReturns({ asOf: '2025-07-02', candidates, ...more } as PlanRequestInput);

const steps = ({ returns }: ReturnPlan): unknown[] =>
  returns.map(({ id, on, quantityToReturn, quote }) => [id, on, quantityToReturn, quote.refund]);

describe('planReturns', () => {
  it('returns what fits today and lets the smallest loss wait for the limit', () => {
    const candidates = [
      threeYears('VM', '45000.00'),
      threeYears('SQL', '36000.00'),
      threeYears('APP', '21272.73'),
    ];
    const found = plan(candidates);
    expect(steps(found)).toEqual([
      ['VM', '2025-07-02', 1, '26400.00'],
      ['SQL', '2025-07-02', 1, '21120.00'],
      ['APP', '2026-07-02', 1, '6240.00'],
    ]);
    expect(found).toMatchObject({
      total: '53760.00',
      baseline: { total: '50000.00' },
      gain: '3760.00',
      bound: '53760.00',
      optimal: true,
    });
    expect(found.returns.map(({ waitsFor }) => waitsFor)).toEqual([null, null, 'limit-given-back']);
    expect(found.limit).toEqual({
      max: '50000.00',
      available: '50000.00',
      days: [
        { on: '2025-07-02', givenBack: '0.00', used: '47520.00', available: '2480.00' },
        { on: '2026-07-02', givenBack: '47520.00', used: '6240.00', available: '43760.00' },
        { on: '2027-07-02', givenBack: '6240.00', used: '0.00', available: '50000.00' },
      ],
    });
  });

  it('waits for a part of the limit that the ledger gives back', () => {
    expect(steps(plan([oneYear('A', '24000.00')], { ledger: LEDGER }))).toEqual([
      ['A', '2025-07-10', 1, '10126.03'],
    ]);
    expect(
      steps(plan([oneYear('A', '24000.00')], { ledger: LEDGER, until: '2025-07-09' })),
    ).toEqual([['A', '2025-07-02', 1, '5000.00']]);
  });

  it('waits until two claims fit together if the policy refuses what exceeds the limit', () => {
    const policy = { policy: 'azure-service-2023' };
    const found = plan([oneYear('A', '59836.07'), oneYear('B', '40090.17')], policy);
    expect(found.baseline.returns.map(({ quote }) => quote.refund)).toEqual(['30000.00', '0.00']);
    expect(steps(found)).toEqual([
      ['A', '2025-07-02', 1, '30000.00'],
      ['B', '2025-07-03', 1, '19990.17'],
    ]);
    expect(found.returns[1]?.waitsFor).toBe('claim-fits');
    expect(found.optimal).toBe(true);
  });

  it('returns a part of the units if the others fit later only', () => {
    const found = plan([threeYears('A', '120000.00', { quantity: 10, units: 'any' })]);
    expect(steps(found)).toEqual([
      ['A#1', '2025-07-02', 7, '49280.00'],
      ['A#2', '2026-07-02', 3, '10560.00'],
    ]);
    expect(found.returns.map(({ candidate }) => candidate)).toEqual(['A', 'A']);
    expect(steps(plan([threeYears('A', '60000.00', { quantity: 10, units: 'any' })]))).toEqual([
      ['A', '2025-07-02', 10, '35200.00'],
    ]);
  });

  it('keeps what is worth more than its refund, and waits while a day is worth more than it costs', () => {
    const found = plan([
      oneYear('KEEP', '3650.00', { valuePerDay: '100.00' }),
      oneYear('GO', '3650.00', { valuePerDay: '1.00' }),
    ]);
    expect(steps(found)).toEqual([['GO', '2025-07-02', 1, '1610.40']]);
    expect(found.kept).toEqual([
      { id: 'KEEP', quantity: 1, because: 'worth-keeping', exchange: null, exchangeBar: null },
    ]);
    expect(found.keptValue).toBe('18300.00');
    const clipped = plan([oneYear('A', '120000.00', { valuePerDay: '10.00' })]);
    expect(clipped.returns).toMatchObject([{ on: '2025-07-12', waitsFor: 'worth-waiting' }]);
  });

  it('counts the payments that fall due while a monthly reservation waits', () => {
    const found = plan([monthly('A', '1000.00')], {
      ledger: { ...LEDGER, days: [{ on: '2024-07-10', usd: '50000.00' }] },
    });
    // Waiting would pay 850.00 more on 2025-08-01, but cost an instalment of 1,000.00.
    expect(found).toMatchObject({
      returns: [{ on: '2025-07-10', quote: { refund: '624.52', remainingCommitment: '5000.00' } }],
      refunds: '624.52',
      instalments: '0.00',
      keptValue: '0.00',
      total: '624.52',
    });
    expect(plan([monthly('A', '1000.00', { valuePerDay: '500.00' })])).toMatchObject({
      returns: [],
      instalments: '5000.00',
      keptValue: '91500.00',
      total: '86500.00',
    });
  });

  it('takes payments that fall due later as made, whatever was stated for the first day', () => {
    const missed = monthly('A', '1000.00', { completedTransactions: 6, valuePerDay: '40.00' });
    const { returns } = plan([missed], { until: '2025-08-02' });
    for (const { on, quote } of returns) {
      expect(quote.completedTransactions).toBe(on < '2025-08-01' ? 6 : 7);
    }
    expect(plan([missed], { until: '2025-08-02' })).toEqual(
      plan([missed], { until: '2025-08-02' }),
    );
  });

  it('names the credit of an exchange for what the limit leaves no room for', () => {
    const full = {
      ...LEDGER,
      lastDay: '2025-07-01',
      days: [{ on: '2025-07-01', usd: '50000.00' }],
    };
    const candidates = [
      oneYear('A', '12000.00'),
      oneYear('SUSE', '12000.00', { product: 'SuseLinux' }),
      oneYear('OLD', '12000.00', { purchasedOn: '2024-07-02' }),
    ];
    expect(plan(candidates, { ledger: full }).kept).toEqual([
      {
        id: 'A',
        quantity: 1,
        because: 'limit',
        exchange: { currency: 'USD', credit: '6016.44', until: '2025-12-31', onceFrom: null },
        exchangeBar: null,
      },
      { id: 'SUSE', quantity: 1, because: 'not-returnable', exchange: null, exchangeBar: null },
      { id: 'OLD', quantity: 1, because: 'term-ended', exchange: null, exchangeBar: null },
    ]);
  });

  it('takes the version of a source that is in force on the first day', () => {
    const found = plan([oneYear('A', '3650.00')], { policy: 'azure' });
    expect(found.policy.id).toBe('azure-2024-12');
    const named = plan([oneYear('A', '3650.00')], { policy: 'azure-2024-12' });
    expect(found).toEqual({ ...named, policySource: 'azure' });
  });

  it('names no exchange that the rule of 2027 bars, or may bar', () => {
    const full = {
      ...LEDGER,
      lastDay: '2027-06-01',
      days: [{ on: '2027-06-01', usd: '50000.00' }],
    };
    const late = (product?: string): unknown =>
      planReturns({
        asOf: '2027-06-01',
        until: '2027-06-02',
        candidates: [oneYear('A', '3650.00', { purchasedOn: '2027-03-01', product })],
        ledger: full,
        policy: 'azure-2027-02',
      }).kept[0]?.exchange;
    expect(late('VirtualMachines')).toBeNull();
    expect(late()).toBeNull();
    expect(late('AVS')).toMatchObject({ credit: '2732.51', until: '2028-02-29' });
  });

  it('passes over a day for which the policy has no rule', () => {
    const bought = oneYear('A', '3650.00', { purchasedOn: '2025-06-27', used: false });
    const policy = { policy: 'partner-center-2018-10' };
    expect(plan([bought], policy).returns).toMatchObject([
      { on: '2025-07-03', waitsFor: 'day-without-rule' },
    ]);
    expect(plan([bought], { ...policy, until: '2025-07-02' }).kept).toMatchObject([
      { because: 'undefined-by-text' },
    ]);
  });

  it('returns everything on its best day if the policy has no limit', () => {
    const policy = { policy: { basedOn: 'partner-center-2020-08', id: 'free', limitUsd: null } };
    const found = plan([oneYear('A', '300000.00'), oneYear('B', '300000.00')], policy);
    expect(found).toMatchObject({ limit: null, gain: '0.00', optimal: true });
    expect(found.returns.map(({ on }) => on)).toEqual(['2025-07-02', '2025-07-02']);
  });

  it('waits for the last day of the full refund if a day is worth something and nothing is limited', () => {
    const policy = { basedOn: 'partner-center-2018-10', id: 'free', limitUsd: null };
    const bought = { purchasedOn: '2025-07-01', used: false, valuePerDay: '1.00' };
    const { returns, limit } = plan([oneYear('A', '36500.00', bought)], { policy });
    expect(limit).toBeNull();
    expect(returns).toMatchObject([
      { on: '2025-07-05', waitsFor: 'worth-waiting', quote: { refund: '36500.00' } },
    ]);
  });

  it('returns at once a monthly reservation whose fee takes the whole credit, as it uses no limit', () => {
    const full = { ...LEDGER, days: [{ on: '2024-07-10', usd: '50000.00' }] };
    const policy = { basedOn: 'partner-center-2020-08', id: 'all', feeRate: '1' };
    const found = plan([monthly('A', '1000.00'), oneYear('B', '1.00')], { ledger: full, policy });
    expect(found).toMatchObject({
      returns: [{ on: '2025-07-02', quote: { refund: '0.00' } }],
      limit: { available: '0.00' },
    });
  });

  it('keeps what the limit would pay nothing for', () => {
    const candidates = [oneYear('A', '120000.00'), oneYear('B', '12000.00')];
    const found = plan(candidates, { until: '2025-07-02' });
    expect(steps(found)).toEqual([['A', '2025-07-02', 1, '50000.00']]);
    expect(found).toMatchObject({
      kept: [{ id: 'B', because: 'limit', exchange: { credit: '6016.44' } }],
      ...{ total: '50000.00', gain: '0.00', optimal: true },
    });
    expect(explain(found)).toContain('The refund limit withholds 2,944.65 USD.');
  });

  it('waits for 1 January if the limit counts calendar years', () => {
    const byYear = {
      basedOn: 'partner-center-2020-08',
      id: 'by-year',
      limitWindow: 'calendar-year',
    };
    const found = plan([threeYears('A', '84000.00'), threeYears('B', '60000.00')], {
      policy: byYear,
    });
    expect(found.returns.map(({ id, on }) => [id, on])).toEqual([
      ['A', '2025-07-02'],
      ['B', '2026-01-01'],
    ]);
  });

  it('counts refunds in other currencies in USD and totals them apart', () => {
    const euros = threeYears('E', '30000.00', { currency: 'EUR', usdRate: '1.1' });
    const found = plan([euros, threeYears('D', '15000.00')]);
    expect(found.byCurrency).toEqual([
      { currency: 'EUR', refund: '17600.00', withheld: '0.00', remainingCommitment: '0.00' },
      { currency: 'USD', refund: '8800.00', withheld: '0.00', remainingCommitment: '0.00' },
    ]);
    expect(found.refunds).toBe('28160.00');
  });

  it('gives the same answer every time, and leaves its input as it is', () => {
    const request = largeCase(3, 12);
    const text = JSON.stringify(request);
    expect(planReturns(request)).toEqual(planReturns(request));
    expect(JSON.stringify(request)).toBe(text);
  });

  it('is asked again with its own request and gives the same plan', () => {
    for (const seed of [1, 2, 3, 4, 5, 6, 7, 8]) {
      const found = planReturns(smallCase(seed));
      const isAssumed = found.assumed.includes('policy');
      const policy = isAssumed ? {} : { policy: found.policy };
      expect(planReturns({ ...found.request, ...policy } as PlanRequestInput)).toEqual(found);
    }
  });
});

describe('a plan, settled again in its order', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((n) => [n]))(
    'has the quotes of settleRefund and never exceeds the limit (case %s)',
    (seed) => {
      const request = seed % 2 === 0 ? smallCase(seed) : largeCase(seed, 8 + seed);
      const found = planReturns(request);
      let ledger = (request.ledger as RefundLedger) ?? openRefundLedger('customer');
      for (const { id, on, quantityToReturn, quote } of found.returns) {
        const settled = settleRefund(ledger, quote.request as never, { policy: found.policy });
        const { assumed: _, interpretations: __, ...figures } = settled.quote;
        expect(quote).toMatchObject(figures);
        expect(quote.allowed).toBe(true);
        expect(quote.request).toMatchObject({ id, canceledOn: on });
        expect(quote.quantityToReturn).toBe(quantityToReturn);
        const { consumedAfter = '0', max = '0' } = quote.limit ?? {};
        expect(Number(consumedAfter)).toBeLessThanOrEqual(Number(max));
        ledger = settled.ledger;
      }
      const parts = Number(found.refunds) - Number(found.instalments) + Number(found.keptValue);
      expect(parts).toBeCloseTo(Number(found.total), 4);
      expect(Number(found.total)).toBeGreaterThanOrEqual(Number(found.baseline.total));
      expect(Number(found.bound)).toBeGreaterThanOrEqual(Number(found.total));
      expect(found.optimal).toBe(found.bound === found.total);
    },
  );
});

describe('every plan on every day', () => {
  // All 3,000: `npm run test:plans`.
  const count = Number(process.env['CASES'] ?? 40);
  it.each(Array.from({ length: count }, (_, at) => [at + 1]))(
    'has no better one (case %s)',
    (seed) => {
      const request = smallCase(seed);
      const found = planReturns(request);
      expect([found.total, found.optimal]).toEqual([
        (bestOf(request).total / 100).toFixed(2),
        true,
      ]);
    },
  );

  it('has no better one if the limit comes back 365 days later', () => {
    const candidates = [
      threeYears('A', '90000.00', { purchasedOn: '2024-12-30' }),
      threeYears('B', '70000.00', { purchasedOn: '2024-11-30' }),
    ];
    const request = { asOf: '2025-07-02', until: '2026-07-04', candidates };
    const found = planReturns(request);
    expect(Number(found.total)).toBe(bestOf(request).total / 100);
    expect(found.optimal).toBe(true);
    expect(found.returns.map(({ on }) => on)).toEqual(['2025-07-02', '2026-07-02']);
  });
});

describe('200 candidates', () => {
  it.each([
    ['partner-center-2020-08', 'P1Y', 1],
    ['partner-center-2020-08', 'P3Y', 1],
    ['azure-2026-01', 'P1Y', 1],
    ['azure-2026-01', 'P3Y', 1],
    ['azure-2026-01', 'P3Y', 8],
  ] as const)(
    'are planned within a thousandth of the bound (%s, %s, prices × %s)',
    (policy, term, by) => {
      const { candidates, ...others } = largeCase(1, 200, policy);
      const larger = candidates.map((one) => {
        const { paid } = one as { readonly paid: string };
        return { ...one, term, paid: (Number(paid) * by).toFixed(2) };
      });
      const { total, bound } = planReturns({
        ...others,
        candidates: larger as PlanRequestInput['candidates'],
      });
      expect(Number(bound)).toBeLessThanOrEqual(Number(total) * 1.001);
    },
  );
});

describe('10,000 candidates', () => {
  it('are planned with a bounded effort, and an honest bound', () => {
    const request = largeCase(5, 10_000);
    const found = planReturns(request);
    expect(found.optimal).toBe(found.bound === found.total);
    expect(found.explored).toBeLessThan(200_000);
    expect(found.kept.length + found.returns.length).toBe(10_000);
    const { ok } = tryPlanReturns({
      ...request,
      candidates: [...request.candidates, oneYear('X', '1')],
    });
    expect(ok).toBe(false);
  });
});

describe('malformed facts', () => {
  const good = { asOf: '2025-07-02', candidates: [oneYear('A', '12000.00')] };
  const issues = (request: unknown): unknown[] => {
    const parsed = tryPlanReturns(request);
    return parsed.ok ? [] : parsed.issues.map(({ path, code }) => [path.join('.'), code]);
  };
  const messages = (request: unknown): string[] => {
    const parsed = tryPlanReturns(request);
    return parsed.ok ? [] : parsed.issues.map(({ message }) => message);
  };

  it.each([
    ['no object', 7, [['', 'not-an-object']]],
    [
      'nothing',
      {},
      [
        ['asOf', 'missing-field'],
        ['candidates', 'missing-field'],
      ],
    ],
    ['no candidates', { ...good, candidates: [] }, [['candidates', 'empty']]],
    ['an unknown field', { ...good, untill: '2025-12-31' }, [['untill', 'unknown-field']]],
    ['an end before the beginning', { ...good, until: '2025-07-01' }, [['until', 'out-of-order']]],
    ['a malformed day', { ...good, asOf: 'today' }, [['asOf', 'malformed-day']]],
    [
      'equal ids',
      { ...good, candidates: [oneYear('A', '1'), oneYear('A', '2')] },
      [['candidates.1.id', 'duplicate']],
    ],
    [
      'an id that a part could have',
      {
        ...good,
        candidates: [oneYear('A', '1', { units: 'any', quantity: 2 }), oneYear('A#1', '2')],
      },
      [['candidates.1.id', 'duplicate']],
    ],
    [
      'candidates of two customers',
      {
        ...good,
        candidates: [
          oneYear('A', '1', { customerId: 'a' }),
          oneYear('B', '1', { customerId: 'b' }),
        ],
      },
      [['candidates.1.customerId', 'other-customer']],
    ],
    [
      'a candidate of another customer than the ledger',
      { ...good, ledger: LEDGER, candidates: [oneYear('A', '1', { customerId: 'a' })] },
      [['candidates.0.customerId', 'other-customer']],
    ],
    [
      'a currency without a rate',
      { ...good, candidates: [oneYear('A', '1', { currency: 'EUR' })] },
      [['candidates.0.usdRate', 'rate-required']],
    ],
    [
      'a ledger beyond the first day',
      { ...good, ledger: { ...LEDGER, lastDay: '2025-07-03' } },
      [['asOf', 'out-of-order']],
    ],
    [
      'a policy without a fee',
      { ...good, policy: 'partner-center-2018-05' },
      [['policy.feeRate', 'fee-unstated']],
    ],
    [
      'a source that had no text by the first day',
      {
        ...good,
        asOf: '2019-07-02',
        policy: 'azure',
        candidates: [oneYear('A', '1', { purchasedOn: '2019-01-01' })],
      },
      [['asOf', 'before-first-version']],
    ],
    [
      'facts that the plan decides',
      {
        ...good,
        candidates: [
          oneYear('A', '1', {
            canceledOn: '2025-07-02',
            quantityToReturn: 1,
            consumedRefunds: '1',
            pricingRefund: '1',
          }),
        ],
      },
      [
        ['candidates.0.canceledOn', 'contradiction'],
        ['candidates.0.quantityToReturn', 'contradiction'],
        ['candidates.0.consumedRefunds', 'contradiction'],
        ['candidates.0.pricingRefund', 'contradiction'],
      ],
    ],
    [
      'a purchase after the first day',
      { ...good, candidates: [oneYear('A', '1', { purchasedOn: '2025-07-03' })] },
      [['candidates.0.purchasedOn', 'before-purchase']],
    ],
    [
      'a candidate without a name, units or a value that can be read',
      { ...good, candidates: [oneYear('', '1', { units: 'some', valuePerDay: '1e3' }), 'B'] },
      [
        ['candidates.0.id', 'empty'],
        ['candidates.0.units', 'unknown-value'],
        ['candidates.0.valuePerDay', 'malformed-amount'],
        ['candidates.1', 'not-an-object'],
      ],
    ],
    [
      'amounts beyond what stays exact',
      {
        ...good,
        candidates: [
          oneYear('A', '1000000000.01'),
          monthly('B', '90000000.00'),
          oneYear('C', '1', { valuePerDay: '500000.01' }),
          oneYear('D'.repeat(241), '1'),
        ],
      },
      [
        ['candidates.0.paid', 'too-large'],
        ['candidates.1.instalment', 'too-large'],
        ['candidates.2.valuePerDay', 'too-large'],
        ['candidates.3.id', 'too-long'],
      ],
    ],
  ])('reports %s', (_, request, expected) => {
    expect(issues(request)).toEqual(expected);
  });

  it('reports an id that the ledger has answered already', () => {
    const { ledger } = settleRefund(openRefundLedger('contoso'), {
      ...(oneYear('A', '12000.00') as object),
      id: 'A#2',
      canceledOn: '2025-06-01',
    } as never);
    const any = oneYear('A', '12000.00', { units: 'any', quantity: 2 });
    expect(issues({ ...good, ledger, candidates: [any] })).toEqual([
      ['candidates.0.id', 'id-conflict'],
    ]);
    expect(issues({ ...good, ledger })).toEqual([]);
    const { ledger: whole } = settleRefund(openRefundLedger('contoso'), {
      ...(oneYear('B', '12000.00') as object),
      canceledOn: '2025-06-01',
    } as never);
    expect(issues({ ...good, ledger: whole, candidates: [any] })).toEqual([]);
    const again = oneYear('B', '12000.00', { units: 'whole' });
    expect(issues({ ...good, ledger: whole, candidates: [again] })).toEqual([
      ['candidates.0.id', 'id-conflict'],
    ]);
    expect(plan([oneYear('A', '1.00', { units: 'whole' })]).request.candidates).toMatchObject([
      { units: 'whole' },
    ]);
  });

  it('says what was expected and what came', () => {
    expect(messages({ ...good, ledger: { ...LEDGER, lastDay: '2025-07-03' } })).toEqual([
      'asOf: expected 2025-07-03, the customer\'s last settled day, or a later one, got "2025-07-02"',
    ]);
    expect(
      messages({ ...good, candidates: [oneYear('A', '1', { purchasedOn: '2025-07-03' })] }),
    ).toEqual([
      'candidates[0].purchasedOn: expected asOf (2025-07-02) or an earlier day, got "2025-07-03"',
    ]);
  });

  it('throws them all', () => {
    expect(() => planReturns({ asOf: '2025-07-02', candidates: [] })).toThrow(
      'at least one candidate',
    );
  });
});

describe('dayAfter', () => {
  it('counts calendar days', () => expect(dayAfter('2024-02-28', 2)).toBe('2024-03-01'));
});
