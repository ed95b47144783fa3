import { Decimal } from 'decimal.js';
import { afterEach, describe, expect, it } from 'vitest';
import {
  type Issue,
  type IssueCode,
  isInputError,
  parseRefundPolicy,
  quoteRefund,
  type RefundQuote,
  type RefundRequestInput,
  refundPolicies,
  tryQuoteRefund,
} from '../../../src/reservations/index.ts';
import { faultTexts } from '../../hostile/issues-of.ts';
import { policyWith } from '../arbitraries.ts';
import { deepFreeze } from '../deep.ts';
import { revokedProxy, throwingProxy, withThrowingGetter } from '../hostile.ts';
import { REQUEST, type UpfrontInput } from '../request.ts';
import { inZone, zones } from '../zones.ts';

function quote(given: Partial<UpfrontInput> = {}): RefundQuote {
  return quoteRefund({ ...REQUEST, ...given });
}

function issuesOf(request: unknown, options?: unknown): readonly Issue[] {
  const parsed = tryQuoteRefund(request, options as undefined);
  return parsed.ok ? [] : parsed.issues;
}

/** Each issue as its path and its code: 'days[0].on: malformed-day'. */
function faultsOf(request: unknown, options?: unknown): string[] {
  return faultTexts(issuesOf(request, options));
}

describe('the worked examples of the rulebook', () => {
  const table = [
    ['2025-01-01', false, 0, 365, 'full-credit', '12000.00', '0.00', '12000.00', 'RES-1'],
    ['2025-01-06', false, 5, 360, 'full-credit', '12000.00', '0.00', '12000.00', 'RES-1'],
    ['2025-01-06', true, 5, 360, 'pro-rated', '11835.62', '0.00', '11835.62', 'RES-2'],
    ['2025-01-07', false, 6, 359, 'pro-rated-less-fee', '11802.74', '1416.33', '10386.41', 'RES-3'],
    ['2025-07-02', true, 182, 183, 'pro-rated-less-fee', '6016.44', '721.97', '5294.47', 'RES-4'],
    ['2025-12-31', true, 364, 1, 'pro-rated-less-fee', '32.88', '3.95', '28.93', 'RES-4'],
  ] as const;

  const prices = {
    'a string': '12000.00',
    'a short string': '12000',
    'a number': 12_000,
    'a bigint': 12_000n,
    'a decimal.js value': new Decimal('12000'),
    'a value of another decimal.js': new (Decimal.clone({ precision: 5 }))('12000.00'),
    'any object that writes itself out': { toFixed: () => '12000.00' },
  };

  for (const [kind, paid] of Object.entries(prices)) {
    it.each(table)(
      `cancelled on %s, used: %s, the price as ${kind}`,
      (canceledOn, used, sincePurchase, remaining, row, credit, fee, refund, clause) => {
        expect(quote({ paid, canceledOn, used })).toMatchObject({
          allowed: true,
          because: [clause, 'RES-5', 'RES-6', 'RES-7'],
          row,
          days: { sincePurchase, term: 365, remaining },
          paid: '12000.00',
          credit,
          fee,
          refundable: refund,
          refund,
          withheld: '0.00',
          payee: 'partner',
          notes: ['superseded'],
          limit: {
            currency: 'USD',
            max: '50000.00',
            consumedBefore: '0.00',
            consumedAfter: refund,
          },
        });
      },
    );
  }

  it.each([
    ['Dates', new Date('2025-01-01T23:59:59.999Z'), new Date('2025-07-02T00:00:00Z')],
    ['instants', '2025-01-01T00:00Z', '2025-07-02T23:59:59.999999999Z'],
    ['instants with offsets', '2025-01-02T08:59:59+09:00', '2025-07-01T19:00:00-05:00'],
    ['a day and a Date', '2025-01-01', new Date(Date.UTC(2025, 6, 2, 12))],
  ])('reads the days from %s', (_, purchasedOn, canceledOn) => {
    expect(quote({ purchasedOn, canceledOn })).toEqual(quote());
  });

  it('refuses on the term end', () => {
    expect(quote({ canceledOn: '2026-01-01' })).toEqual({
      kind: 'refund-quote',
      allowed: false,
      reason: 'term-ended',
      obstacles: [
        {
          reason: 'term-ended',
          clause: 'RES-8',
          interpretation: 'R-ENDED',
          nextStep: 'nothing-left-to-return',
        },
      ],
      because: ['RES-8'],
      interpretations: ['R-ENDED', 'R-DAYS', 'R-PRORATE', 'R-WHICH'],
      row: null,
      notes: ['superseded'],
      currency: 'USD',
      paid: '12000.00',
      credit: '0.00',
      fee: '0.00',
      refundable: '0.00',
      refund: '0.00',
      withheld: '0.00',
      billingPlan: 'Upfront',
      quantity: 1,
      quantityToReturn: 1,
      instalment: null,
      completedTransactions: null,
      period: null,
      remainingCommitment: '0.00',
      canceledCommitment: '0.00',
      payee: 'partner',
      days: { sincePurchase: 365, term: 365, remaining: 0 },
      limit: null,
      lines: [],
      assumed: ['policy', 'product', 'billingPlan', 'consumedRefunds'],
      request: { ...REQUEST, canceledOn: '2026-01-01' },
      policy: refundPolicies['partner-center-2020-08'],
      supersededBy: 'partner-center-2024-12',
    });
  });

  it('clips 120,000.00 to the limit', () => {
    expect(quote({ paid: '120000.00' })).toMatchObject({
      allowed: true,
      credit: '60164.38',
      fee: '7219.73',
      refundable: '52944.65',
      refund: '50000.00',
      withheld: '2944.65',
      notes: ['limit-clipped', 'superseded'],
      limit: { consumedBefore: '0.00', consumedAfter: '50000.00', available: '0.00' },
    });
  });

  it.each(['48000.00', 48_000, 48_000n, new Decimal(48_000)])(
    'clips 120,000.00 to what 48,000.00 consumed before leave (case %#)',
    (consumedRefunds) => {
      expect(quote({ paid: '120000.00', consumedRefunds })).toMatchObject({
        refundable: '52944.65',
        refund: '2000.00',
        withheld: '50944.65',
        notes: ['limit-clipped', 'superseded'],
        limit: { consumedBefore: '48000.00', consumedAfter: '50000.00', available: '0.00' },
      });
    },
  );

  it('leaves 1 day to a year bought on 2024-07-10 and returned on 2025-07-09', () => {
    expect(quote({ purchasedOn: '2024-07-10', canceledOn: '2025-07-09' })).toMatchObject({
      days: { sincePurchase: 364, term: 365, remaining: 1 },
      credit: '32.88',
    });
  });

  it('writes out the whole answer, step by step', () => {
    expect(
      quote({ paid: '120000.00', consumedRefunds: '48000', product: 'VirtualMachines' }),
    ).toEqual({
      kind: 'refund-quote',
      allowed: true,
      because: ['RES-4', 'RES-5', 'RES-6', 'RES-7'],
      interpretations: [
        ...['R-DAYS', 'R-PRORATE', 'R-BASIS', 'R-ROUND', 'R-FEE'],
        ...['R-YEAR', 'R-WHOSE', 'R-COUNTS', 'R-OVER', 'R-WHICH'],
      ],
      row: 'pro-rated-less-fee',
      notes: ['limit-clipped', 'superseded'],
      currency: 'USD',
      paid: '120000.00',
      credit: '60164.38',
      fee: '7219.73',
      refundable: '52944.65',
      refund: '2000.00',
      withheld: '50944.65',
      billingPlan: 'Upfront',
      quantity: 1,
      quantityToReturn: 1,
      instalment: null,
      completedTransactions: null,
      period: null,
      remainingCommitment: '0.00',
      canceledCommitment: '60164.38',
      payee: 'partner',
      days: { sincePurchase: 182, term: 365, remaining: 183 },
      limit: {
        currency: 'USD',
        max: '50000.00',
        consumedBefore: '48000.00',
        consumedAfter: '50000.00',
        available: '0.00',
      },
      lines: [
        {
          code: 'credit',
          amount: '60164.38',
          clause: 'RES-4',
          of: '120000.00',
          days: 183,
          termDays: 365,
        },
        { code: 'fee', amount: '7219.73', clause: 'RES-4', of: '60164.38', rate: '0.12' },
        {
          code: 'refundable',
          amount: '52944.65',
          clause: 'RES-6',
          of: '60164.38',
          less: '7219.73',
        },
        {
          code: 'limit',
          amount: '2000.00',
          clause: 'RES-5',
          availableUsd: '2000.00',
          usdRate: '1',
        },
        {
          code: 'refund',
          amount: '2000.00',
          clause: 'RES-7',
          of: '52944.65',
          atMost: '2000.00',
        },
        { code: 'withheld', amount: '50944.65', clause: 'RES-5', of: '52944.65', less: '2000.00' },
      ],
      assumed: ['policy', 'billingPlan'],
      request: {
        ...REQUEST,
        paid: '120000.00',
        consumedRefunds: '48000.00',
        product: 'VirtualMachines',
      },
      policy: refundPolicies['partner-center-2020-08'],
      supersededBy: 'partner-center-2024-12',
    });
  });
});

describe('the five days', () => {
  it.each([
    ['2025-01-05', false, 'full-credit', 'RES-1', '12000.00'],
    ['2025-01-05', true, 'pro-rated', 'RES-2', '11868.49'],
    ['2025-01-06', false, 'full-credit', 'RES-1', '12000.00'],
    ['2025-01-06', true, 'pro-rated', 'RES-2', '11835.62'],
    ['2025-01-07', false, 'pro-rated-less-fee', 'RES-3', '11802.74'],
    ['2025-01-07', true, 'pro-rated-less-fee', 'RES-4', '11802.74'],
  ] as const)('cancelled on %s, used: %s is %s by %s', (canceledOn, used, row, clause, credit) => {
    const answer = quote({ canceledOn, used });
    expect(answer).toMatchObject({ row, credit });
    expect(answer.because[0]).toBe(clause);
    expect(answer.lines[0]).toMatchObject({ code: 'credit', clause, amount: credit });
  });

  it('names R-FIVE on day 5 alone', () => {
    const named = ['2025-01-05', '2025-01-06', '2025-01-07'].filter((canceledOn) =>
      quote({ canceledOn }).interpretations.includes('R-FIVE'),
    );
    expect(named).toEqual(['2025-01-06']);
  });

  it('names only the interpretations that made the answer', () => {
    const limit = ['R-YEAR', 'R-WHOSE', 'R-COUNTS'];
    const full = quote({ canceledOn: '2025-01-01', used: false });
    expect(full.interpretations).toEqual(['R-DAYS', ...limit, 'R-WHICH']);
    const proRated = ['R-DAYS', 'R-PRORATE', 'R-BASIS', 'R-ROUND'];
    expect(quote({ canceledOn: '2025-01-02' }).interpretations).toEqual([
      ...proRated,
      ...limit,
      'R-WHICH',
    ]);
    const options = { policy: policyWith({ limitUsd: null }) };
    expect(quoteRefund(REQUEST, options).interpretations).toEqual([...proRated, 'R-FEE']);
    const euros = quoteRefund({ ...REQUEST, currency: 'EUR', usdRate: '1' }, options);
    expect(euros.interpretations).toEqual([...proRated, 'R-FEE', 'R-FX']);
  });

  it('writes one line for a full credit: the price as it is', () => {
    const answer = quote({ canceledOn: '2025-01-06', used: false });
    expect(answer.lines.map(({ code }) => code)).toEqual([
      'credit',
      'refundable',
      'limit',
      'refund',
    ]);
    expect(answer.lines[0]).toEqual({
      code: 'credit',
      amount: '12000.00',
      clause: 'RES-1',
      of: '12000.00',
    });
  });

  it.each([
    [0, '2025-01-01', 'full-credit'],
    [0, '2025-01-02', 'pro-rated-less-fee'],
    [366, '2025-12-31', 'full-credit'],
    [null, '2025-01-01', 'pro-rated-less-fee'],
  ] as const)('a window of %s days on %s gives %s', (windowDays, canceledOn, row) => {
    const options = { policy: policyWith({ windowDays }) };
    expect(quoteRefund({ ...REQUEST, canceledOn, used: false }, options).row).toBe(row);
  });
});

describe('the term', () => {
  it.each([
    ['2025-01-01', 'P1Y', 365, '2025-12-31'],
    ['2024-01-01', 'P1Y', 366, '2024-12-31'],
    ['2024-02-29', 'P1Y', 365, '2025-02-27'],
    ['2024-02-28', 'P1Y', 366, '2025-02-27'],
    ['2023-02-28', 'P1Y', 365, '2024-02-27'],
    ['2023-03-01', 'P1Y', 366, '2024-02-29'],
    ['2024-02-29', 'P3Y', 1095, '2027-02-27'],
    ['2025-02-28', 'P3Y', 1095, '2028-02-27'],
    ['2025-03-01', 'P3Y', 1096, '2028-02-29'],
    ['2024-02-29', 'P5Y', 1826, '2029-02-27'],
    ['2023-03-01', 'P5Y', 1827, '2028-02-29'],
    ['2097-01-01', 'P5Y', 1825, '2101-12-31'],
    ['2025-01-31', 'P1Y', 365, '2026-01-30'],
    ['2024-12-31', 'P1Y', 365, '2025-12-30'],
    ['2025-04-30', 'P3Y', 1096, '2028-04-29'],
    ['0001-01-01', 'P1Y', 365, '0001-12-31'],
    ['9998-12-31', 'P1Y', 365, '9999-12-30'],
  ] as const)('%s + %s has %i days, the last covered one %s', (purchasedOn, term, count, last) => {
    const [year, month, date] = last.split('-').map(Number) as [number, number, number];
    const later = (days: number) => {
      const day = new Date(0);
      day.setUTCFullYear(year, month - 1, date + days);
      return day;
    };
    expect(quote({ purchasedOn, term, canceledOn: later(-1) })).toMatchObject({
      allowed: true,
      days: { sincePurchase: count - 2, term: count, remaining: 2 },
    });
    expect(quote({ purchasedOn, term, canceledOn: last })).toMatchObject({
      allowed: true,
      days: { sincePurchase: count - 1, term: count, remaining: 1 },
    });
    for (const day of [later(1), later(2)].filter((at) => at.getUTCFullYear() < 10_000)) {
      expect(quote({ purchasedOn, term, canceledOn: day })).toMatchObject({
        allowed: false,
        reason: 'term-ended',
        days: { term: count, remaining: 0 },
      });
    }
  });

  it('may end after the last day that can be written', () => {
    const last = { purchasedOn: '9999-12-31', canceledOn: '9999-12-31' };
    expect(quote({ ...last, term: 'P5Y', used: false })).toMatchObject({
      row: 'full-credit',
      days: { sincePurchase: 0, term: 1827, remaining: 1827 },
    });
  });

  it.each([
    ['2024-02-29', '2024-02-29', 0],
    ['2024-02-29', '2024-03-05', 5],
    ['2024-02-27', '2024-03-03', 5],
    ['2023-02-27', '2023-03-04', 5],
    ['2024-12-31', '2025-01-05', 5],
    ['2025-01-31', '2025-02-05', 5],
  ])('from %s to %s is %i days', (purchasedOn, canceledOn, sincePurchase) => {
    const answer = quote({ purchasedOn, canceledOn, used: false });
    expect(answer).toMatchObject({ row: 'full-credit', days: { sincePurchase } });
  });
});

describe('rounding', () => {
  // 183 of 366 days remain, so the credit is exactly half of what was paid.
  const half = { purchasedOn: '2024-01-01', canceledOn: '2024-07-02' } as const;
  const yen = { currency: 'JPY', usdRate: '0.0067' } as const;
  const dinars = { currency: 'KWD', usdRate: '3.25' } as const;
  const unidades = { currency: 'CLF', usdRate: '39.5' } as const;

  it.each([
    ['100.01', {}, '50.00'],
    ['100.03', {}, '50.02'],
    ['0.01', {}, '0.00'],
    ['0.03', {}, '0.02'],
    ['999999999999999.99', {}, '500000000000000.00'],
    ['999999999999999.97', {}, '499999999999999.98'],
    ['101', yen, '50'],
    ['103', yen, '52'],
    ['999999999999999', yen, '500000000000000'],
    ['0.101', dinars, '0.050'],
    ['0.103', dinars, '0.052'],
    ['0.1001', unidades, '0.0500'],
    ['0.1003', unidades, '0.0502'],
  ] as const)('half of %s is a tie (%j), and goes to %s', (paid, given, credit) => {
    const answer = quote({ ...half, ...given, paid });
    expect(answer.days).toEqual({ sincePurchase: 183, term: 366, remaining: 183 });
    expect(answer.credit).toBe(credit);
  });

  it.each([
    ['0.125', '0.12', '0.02'], // 0.015
    ['0.125', '0.04', '0.00'], // 0.005
    ['0.125', '0.20', '0.02'], // 0.025
    ['0.5', '0.01', '0.00'],
    ['0.5', '0.03', '0.02'],
    ['0.5', '999999999999999.99', '500000000000000.00'],
    ['0.5', '999999999999999.97', '499999999999999.98'],
    ['0.05', '0.10', '0.00'],
    ['0.05', '0.30', '0.02'],
    ['0.05', '0.50', '0.02'],
    ['1', '0.01', '0.01'],
    ['0', '99.99', '0.00'],
  ])('a fee of %s on %s is %s', (feeRate, paid, fee) => {
    const options = { policy: policyWith({ windowDays: null, feeRate }) };
    const answer = quoteRefund({ ...REQUEST, canceledOn: '2025-01-01', paid }, options);
    expect(answer).toMatchObject({ row: 'pro-rated-less-fee', credit: paid, fee });
  });

  it('takes the fee from the rounded credit', () => {
    // 35 % of the unrounded 0.045 would be 0.02.
    const options = { policy: policyWith({ feeRate: '0.35' }) };
    const answer = quoteRefund({ ...REQUEST, ...half, paid: '0.09' }, options);
    expect(answer).toMatchObject({ credit: '0.04', fee: '0.01', refundable: '0.03' });
  });

  it.each([
    ['EUR', '0.50', '1.01', '0.50'], // 0.505
    ['EUR', '1.50', '1.01', '1.52'], // 1.515
    ['EUR', '0.01', '0.5', '0.00'],
    ['EUR', '0.03', '0.5', '0.02'],
    ['JPY', '1', '0.005', '0.00'],
    ['JPY', '3', '0.005', '0.02'],
    ['KWD', '0.001', '5', '0.00'],
    ['KWD', '0.003', '5', '0.02'],
    ['CLF', '0.0001', '50', '0.00'],
    ['CLF', '0.0003', '50', '0.02'],
    ['CLF', '0.0001', '0.000000000001', '0.00'],
    ['JPY', '49', '999.999', '48999.95'],
  ])('%s %s at %s uses %s of the limit', (currency, paid, usdRate, consumedAfter) => {
    const day = { canceledOn: '2025-01-01', used: false };
    expect(quote({ ...day, currency, paid, usdRate })).toMatchObject({
      refund: paid,
      limit: { consumedAfter },
    });
  });
});

describe('the limit', () => {
  it.each([
    ['44705.52', '5294.47', '0.00', [], '49999.99', '0.01'],
    ['44705.53', '5294.47', '0.00', [], '50000.00', '0.00'],
    ['44705.54', '5294.46', '0.01', ['limit-clipped'], '50000.00', '0.00'],
    ['49999.99', '0.01', '5294.46', ['limit-clipped'], '50000.00', '0.00'],
    ['50000.00', '0.00', '5294.47', ['limit-reached'], '50000.00', '0.00'],
    ['50000.01', '0.00', '5294.47', ['limit-reached'], '50000.01', '0.00'],
  ] as const)(
    'with %s consumed before it pays %s and withholds %s',
    (consumedRefunds, refund, withheld, notes, consumedAfter, available) => {
      expect(quote({ consumedRefunds })).toMatchObject({
        allowed: true,
        refundable: '5294.47',
        refund,
        withheld,
        notes: [...notes, 'superseded'],
        limit: { consumedBefore: consumedRefunds, consumedAfter, available },
      });
    },
  );

  it('reaches the full-credit row too', () => {
    const day = { canceledOn: '2025-01-01', used: false };
    const options = { paid: '50000.01', ...day };
    expect(quote(options)).toMatchObject({ row: 'full-credit', refund: '50000.00' });
    expect(quote({ ...options, paid: '50000.00' })).toMatchObject({
      withheld: '0.00',
      notes: ['superseded'],
    });
  });

  it('notes nothing where there was nothing to withhold', () => {
    expect(quote({ paid: '0', consumedRefunds: '50000' })).toMatchObject({
      allowed: true,
      refund: '0.00',
      withheld: '0.00',
      notes: ['superseded'],
    });
  });

  it('clips euros to the limit in euros, rounded down', () => {
    // 50000 / 1.10 is 45454.5454...; 45454.54 x 1.10 is 49999.994.
    const answer = quote({ paid: '120000.00', currency: 'EUR', usdRate: '1.10' });
    expect(answer).toMatchObject({
      refundable: '52944.65',
      refund: '45454.54',
      withheld: '7490.11',
      limit: { consumedAfter: '49999.99', available: '0.01' },
      notes: ['limit-clipped', 'superseded'],
    });
    expect(answer.lines[3]).toEqual({
      code: 'limit',
      amount: '45454.54',
      clause: 'RES-5',
      availableUsd: '50000.00',
      usdRate: '1.1',
    });
    expect(answer.interpretations).toContain('R-FX');
    expect(quote({ currency: 'EUR', usdRate: '1.10', consumedRefunds: '49999.99' })).toMatchObject({
      refund: '0.00',
      limit: { consumedAfter: '49999.99', available: '0.01' },
      notes: ['limit-reached', 'superseded'],
    });
  });

  it('clips yen and Kuwaiti dinars at their own decimals', () => {
    const yen = { paid: '20000000', currency: 'JPY', usdRate: '0.0067' };
    expect(quote(yen)).toMatchObject({
      refundable: '8824109',
      refund: '7462686',
      withheld: '1361423',
      limit: { consumedAfter: '50000.00', available: '0.00' },
    });
    const dinars = { paid: '40000.000', currency: 'KWD', usdRate: '3.25' };
    expect(quote(dinars)).toMatchObject({
      refundable: '17648.220',
      refund: '15384.615',
      withheld: '2263.605',
      limit: { consumedAfter: '50000.00' },
    });
    const unidades = { paid: '4000.0000', currency: 'CLF', usdRate: '39.5' };
    expect(quote(unidades)).toMatchObject({
      refund: '1265.8227',
      limit: { consumedAfter: '50000.00' },
    });
  });

  it('may be absent', () => {
    const options = { policy: policyWith({ limitUsd: null }) };
    const answer = quoteRefund(
      { ...REQUEST, paid: '120000', consumedRefunds: '48000.00' },
      options,
    );
    expect(answer).toMatchObject({
      because: ['RES-4', 'RES-6', 'RES-7'],
      refund: '52944.65',
      withheld: '0.00',
      limit: null,
    });
    expect(answer.lines.at(-1)).toEqual({
      code: 'refund',
      amount: '52944.65',
      clause: 'RES-7',
      of: '52944.65',
    });
  });

  it('may refuse what does not fit: exactly the limit fits, one cent more does not', () => {
    const options = { policy: policyWith({ overLimit: 'refuse' }) };
    const fits = quoteRefund({ ...REQUEST, consumedRefunds: '44705.53' }, options);
    expect(fits).toMatchObject({ allowed: true, refund: '5294.47', notes: [] });
    expect(quoteRefund({ ...REQUEST, consumedRefunds: '44705.54' }, options)).toMatchObject({
      allowed: false,
      reason: 'limit-exceeded',
      obstacles: [
        {
          reason: 'limit-exceeded',
          clause: 'RES-5',
          interpretation: 'R-OVER',
          nextStep: 'wait-for-limit',
        },
      ],
      because: ['RES-5', 'RES-4', 'RES-6', 'RES-7'],
      interpretations: [
        ...['R-OVER', 'R-DAYS', 'R-PRORATE', 'R-BASIS', 'R-ROUND', 'R-FEE'],
        ...['R-YEAR', 'R-WHOSE', 'R-COUNTS'],
      ],
      row: 'pro-rated-less-fee',
      credit: '6016.44',
      fee: '721.97',
      refundable: '5294.47',
      refund: '0.00',
      withheld: '5294.47',
      notes: [],
      limit: { consumedBefore: '44705.54', consumedAfter: '44705.54', available: '5294.46' },
    });
  });

  it('may count the commitment: it must fit, though the refund would', () => {
    const options = {
      policy: policyWith({ limitCounts: 'canceled-commitment', overLimit: 'refuse' }),
    };
    expect(quoteRefund({ ...REQUEST, consumedRefunds: '43983.56' }, options)).toMatchObject({
      allowed: true,
      refund: '5294.47',
      withheld: '0.00',
      limit: { consumedAfter: '50000.00', available: '0.00' },
    });
    const over = quoteRefund({ ...REQUEST, consumedRefunds: '43983.57' }, options);
    expect(over).toMatchObject({ allowed: false, reason: 'limit-exceeded' });
  });
});

describe('what cannot be returned', () => {
  it.each(['SuseLinux', 'RedHat'] as const)('refuses %s by RES-11', (product) => {
    expect(quote({ product })).toMatchObject({
      allowed: false,
      reason: 'not-returnable',
      obstacles: [{ reason: 'not-returnable', clause: 'RES-11', nextStep: 'keep-until-term-end' }],
      because: ['RES-11'],
      interpretations: ['R-WHICH'],
      row: null,
      refund: '0.00',
      limit: null,
      lines: [],
    });
  });

  it('names both obstacles, the ended term first', () => {
    const answer = quote({ product: 'RedHat', canceledOn: '2026-01-01' });
    expect(answer).toMatchObject({
      reason: 'term-ended',
      obstacles: [{ reason: 'term-ended' }, { reason: 'not-returnable' }],
      because: ['RES-8', 'RES-11'],
    });
  });

  it('writes nothing as the currency does', () => {
    const given = { canceledOn: '2026-01-01', paid: '1' };
    expect(quote({ ...given, currency: 'JPY', usdRate: '1' }).refund).toBe('0');
    expect(quote({ ...given, currency: 'CLF', usdRate: '1' }).refund).toBe('0.0000');
  });
});

describe('what is assumed', () => {
  it('names what was not said, and nothing that was', () => {
    expect(quote().assumed).toEqual(['policy', 'product', 'billingPlan', 'consumedRefunds']);
    const all = { product: 'AVS', billingPlan: 'Upfront', consumedRefunds: '0' } as const;
    expect(quote(all).assumed).toEqual(['policy']);
    const options = { policy: 'partner-center-2020-08' } as const;
    expect(quoteRefund({ ...REQUEST, ...all }, options).assumed).toEqual([]);
    expect(quoteRefund({ ...REQUEST, ...all }, options).interpretations).not.toContain('R-WHICH');
  });

  it('takes options without a policy as no options', () => {
    expect(quoteRefund(REQUEST, {})).toEqual(quote());
    expect(quoteRefund(REQUEST, { policy: undefined })).toEqual(quote());
  });

  it('hands back what is the caller’s', () => {
    const meta = { any: ['thing', Symbol('at all')] };
    const request = quote({ id: '계약 7\n', customerId: '__proto__', meta }).request;
    expect(request).toEqual({ ...REQUEST, id: '계약 7\n', customerId: '__proto__', meta });
    expect(request.meta).toBe(meta);
  });
});

describe('the policy of 2018', () => {
  it('states no fee, and says so', () => {
    const options = { policy: 'partner-center-2018-05' } as const;
    expect(faultsOf(REQUEST, options)).toEqual(['options.policy.feeRate: fee-unstated']);
    expect(() => quoteRefund(REQUEST, options)).toThrow('partner-center-2018-05');
    // Also beside the issues of the request.
    expect(faultsOf({ ...REQUEST, used: 1 }, options)).toEqual([
      'used: wrong-type',
      'options.policy.feeRate: fee-unstated',
    ]);
    const unstated = { policy: { basedOn: 'partner-center-2020-08', id: 'ours', feeRate: null } };
    expect(faultsOf(REQUEST, unstated)).toEqual(['options.policy.feeRate: fee-unstated']);
  });

  it('works once it is given one: from the first day, paid to the customer', () => {
    const parsed = parseRefundPolicy({
      basedOn: 'partner-center-2018-05',
      id: 'x',
      feeRate: '0.12',
    });
    if (!parsed.ok) throw new Error('The policy must parse.');
    const options = { policy: parsed.value };
    const request = { ...REQUEST, canceledOn: '2025-01-01', used: false };
    expect(quoteRefund(request, options)).toMatchObject({
      allowed: true,
      because: ['RES-13'],
      row: 'pro-rated-less-fee',
      credit: '12000.00',
      fee: '1440.00',
      refund: '10560.00',
      payee: 'customer',
      lines: [
        { code: 'credit', clause: 'RES-13' },
        { code: 'fee', clause: 'RES-13' },
        { code: 'refundable', clause: 'RES-13' },
        { code: 'limit', clause: 'RES-13' },
        { code: 'refund', clause: 'RES-13' },
      ],
    });
    expect(quoteRefund({ ...request, product: 'RedHat' }, options).allowed).toBe(true);
    expect(quoteRefund({ ...request, canceledOn: '2026-01-01' }, options)).toMatchObject({
      reason: 'term-ended',
      because: ['RES-13'],
    });
  });

  it('names its clause without a limit too', () => {
    const parsed = parseRefundPolicy({
      basedOn: 'partner-center-2018-05',
      id: 'x',
      feeRate: '0.12',
      limitUsd: null,
    });
    if (!parsed.ok) throw new Error('The policy must parse.');
    expect(quoteRefund(REQUEST, { policy: parsed.value }).because).toEqual(['RES-13']);
  });
});

describe('any host', () => {
  it('really changes the zone of the process here', () => {
    const offset = () => new Date('2025-07-01T00:00:00Z').getTimezoneOffset();
    expect(inZone('Pacific/Kiritimati', offset)).toBe(-840);
    expect(inZone('Pacific/Niue', offset)).toBe(660);
  });

  it('gives the same bytes in every time zone', () => {
    const days: readonly (readonly [string, string])[] = [
      ['2011-12-29', '2011-12-31'], // Apia had no 30 December
      ['2024-02-29', '2024-03-10'],
      ['2024-10-27T00:30:00+01:00', '2025-10-26T23:30:00-12:00'],
      ['2018-11-04', '2018-11-05T02:59:59.999Z'], // no midnight in São Paulo
      ['1970-01-01', '1970-06-30T23:59:59+14:00'],
      ['0099-12-31', '0100-06-30'],
    ];
    const answers = () =>
      JSON.stringify(
        days.flatMap(([purchasedOn, canceledOn]) => [
          quote({ purchasedOn, canceledOn }),
          quote({ purchasedOn, canceledOn, term: 'P5Y', used: false }),
          quote({
            purchasedOn: new Date(Date.parse(purchasedOn)),
            canceledOn: new Date(Date.parse(canceledOn)),
          }),
        ]),
      );
    const expected = inZone('UTC', answers);
    expect(zones.filter((zone) => inZone(zone, answers) !== expected)).toEqual([]);
  });

  it('is not moved by how the host configures decimal.js', () => {
    const request = { ...REQUEST, paid: '999999999999999.99', canceledOn: '2025-07-02' };
    const expected = JSON.stringify(quoteRefund(request));
    const { precision, rounding } = Decimal;
    Decimal.set({ precision: 3, rounding: Decimal.ROUND_UP });
    try {
      expect(JSON.stringify(quoteRefund(request))).toBe(expected);
    } finally {
      Decimal.set({ precision, rounding });
    }
  });

  it('takes frozen facts', () => {
    const request = deepFreeze({ ...REQUEST, meta: { list: [1] } });
    const options = deepFreeze({
      policy: { ...refundPolicies['partner-center-2020-08'], id: 'x' },
    });
    expect(quoteRefund(request, options).refund).toBe('5294.47');
  });

  it('asks no getter twice', () => {
    let asked = 0;
    const request = Object.defineProperty({ ...REQUEST }, 'paid', {
      enumerable: true,
      get: () => {
        asked += 1;
        return '12000';
      },
    });
    expect(quoteRefund(request).refund).toBe('5294.47');
    expect(asked).toBe(1);
  });
});

describe('malformed facts', () => {
  const missing = ['paid', 'currency', 'term', 'purchasedOn', 'canceledOn', 'used'] as const;

  it.each(missing)('misses %s, absent or undefined', (name) => {
    const { [name]: _, ...others } = REQUEST;
    expect(faultsOf(others)).toEqual([`${name}: missing-field`]);
    expect(faultsOf({ ...REQUEST, [name]: undefined })).toEqual([`${name}: missing-field`]);
    expect(issuesOf(others)[0]).toMatchObject({ path: [name], received: 'nothing' });
  });

  it.each([
    ['consumedRefund', 'consumedRefunds'],
    ['ConsumedRefunds', 'consumedRefunds'],
    ['cancelledOn', 'canceledOn'],
    ['usdrate', 'usdRate'],
  ])('does not know %s, and names %s', (wrong, right) => {
    expect(issuesOf({ ...REQUEST, [wrong]: '1' })).toMatchObject([
      { path: [wrong], code: 'unknown-field', expected: `the field ${right}`, received: '"1"' },
    ]);
  });

  it('reads a field in another case as well, and reports it once', () => {
    const { currency, ...others } = REQUEST;
    expect(faultsOf({ ...others, Currency: currency })).toEqual(['Currency: unknown-field']);
    expect(faultsOf({ ...others, Currency: 'usd' })).toEqual([
      'Currency: unknown-field',
      'currency: unknown-currency',
    ]);
    expect(faultsOf({ ...REQUEST, Currency: 'usd' })).toEqual(['Currency: unknown-field']);
  });

  it.each(['region', '', '__proto__x', 'exchangedOn', 'newPrice'])('does not know %j', (name) => {
    expect(faultsOf({ ...REQUEST, [name]: 1 })).toEqual([`${name}: unknown-field`]);
  });

  it.each(['__proto__', 'constructor', 'toString'])('does not know an own field %s', (name) => {
    const request = JSON.parse(`{"${name}": {"paid": "1"}}`);
    expect(faultsOf({ ...REQUEST, ...request })).toEqual([`${name}: unknown-field`]);
    const fields = Object.entries(REQUEST).map(([key, value]) => `"${key}": "${value}"`);
    const json = `{${fields.join().replace('"true"', 'true')}, "${name}": {"used": false}}`;
    expect(faultsOf(JSON.parse(json))).toEqual([`${name}: unknown-field`]);
  });

  it('rejects an object that inherits its facts', () => {
    expect(faultsOf(Object.create(REQUEST))).toEqual([': not-an-object']);
    const bare = Object.assign(Object.create(null), REQUEST);
    expect(quoteRefund(bare)).toEqual(quote());
  });

  const amounts: Partial<Record<IssueCode, readonly unknown[]>> = {
    'malformed-amount': [
      '',
      ' 12 ',
      '12 ',
      '1e3',
      '0x10',
      '-5',
      '+5',
      '-0',
      '.5',
      '5.',
      '1.2.3',
      '1,000',
      '1_000',
      '007',
      '00',
      'NaN',
      'Infinity',
      '١٢',
      '１２',
      '12\n',
      '$12',
      -5,
      Number.POSITIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
      Number.NaN,
      1e21,
      1e-7,
      -1n,
      new Decimal(-1),
      new Decimal('NaN'),
      new Decimal('Infinity'),
    ],
    'too-many-decimals': ['0.001', '12.000', `0.${'0'.repeat(400)}`, 1.005, new Decimal('0.005')],
    'too-large': [
      '1000000000000000',
      '9'.repeat(400),
      10n ** 15n,
      10n ** 400n,
      new Decimal('1e400'),
    ],
    'imprecise-number': [0.1 + 0.2, 1e15],
    'rounding-object': [Object(12), { toFixed: (digits = 0) => (1.5).toFixed(digits) }],
    'wrong-type': [
      { toFixed: () => 12 },
      { toFixed: '12' },
      {},
      [],
      ['12'],
      null,
      true,
      Symbol('12'),
      () => '12',
      new Date(0),
      Object('12'),
      Object(12n),
      revokedProxy(),
      throwingProxy('get'),
    ],
  };

  for (const [code, values] of Object.entries(amounts)) {
    it(`takes no amount that is ${code}`, () => {
      for (const value of values) {
        expect(faultsOf({ ...REQUEST, paid: value })).toEqual([`paid: ${code}`]);
        const consumed = { ...REQUEST, consumedRefunds: value };
        const fault = value === null ? [] : [`consumedRefunds: ${code}`];
        expect(faultsOf(consumed)).toEqual(fault);
      }
    });
  }

  it('knows how many decimals a currency has', () => {
    const given = { usdRate: '1', canceledOn: '2025-01-01', used: false };
    const paidIn = (currency: string, paid: string) =>
      faultsOf({ ...REQUEST, ...given, currency, paid });
    expect(paidIn('JPY', '1.0')).toEqual(['paid: too-many-decimals']);
    expect(paidIn('JPY', '1.')).toEqual(['paid: malformed-amount']);
    expect(paidIn('KWD', '1.000')).toEqual([]);
    expect(paidIn('KWD', '1.0000')).toEqual(['paid: too-many-decimals']);
    expect(paidIn('CLF', '1.0000')).toEqual([]);
    expect(paidIn('CLF', '1.00000')).toEqual(['paid: too-many-decimals']);
    // The limit is in US dollars, whatever is refunded.
    const dinars = { ...REQUEST, currency: 'KWD', usdRate: '3', consumedRefunds: '1.000' };
    expect(faultsOf(dinars)).toEqual(['consumedRefunds: too-many-decimals']);
  });

  const days: Partial<Record<IssueCode, readonly unknown[]>> = {
    'malformed-day': [
      '',
      '2025-7-2',
      '2025/07/02',
      '02.07.2025',
      ' 2025-07-02',
      '20250702',
      '+002025-07-02',
      '2025-07-02 12:00Z',
      '2025-07-02T24:00Z',
      '2025-07-02T23:59:60Z',
      '2025-07-02T12Z',
      '2025-07-02T12:00:00.Z',
      '2025-07-02T12:00:00.0000000000Z',
      '2025-07-02T12:00:00z',
      '2025-07-02T12:00:00+9',
      '2025-07-02T12:00:00+24:00',
      'now',
      new Date(Number.NaN),
      1_751_414_400_000,
      20_250_702n,
      null,
      true,
      {},
      [],
      ['2025-07-02'],
      { getTime: () => 0 },
      Object('2025-07-02'),
      revokedProxy(new Date()),
    ],
    'no-such-day': [
      '2025-02-29',
      '2100-02-29',
      '2025-02-29T00:00Z',
      '2025-04-31',
      '2025-13-01',
      '2025-00-01',
      '2025-01-00',
    ],
    'no-offset': ['2025-07-02T12:00', '2025-07-02T12:00:00.5'],
    'year-out-of-range': [
      '0000-12-31',
      '0001-01-01T00:00:00+00:01',
      '9999-12-31T23:59:59-00:01',
      new Date('-000001-01-01T00:00:00Z'),
      new Date('+010000-01-01T00:00:00Z'),
    ],
  };

  for (const [code, values] of Object.entries(days)) {
    it(`takes no day that is ${code}`, () => {
      for (const value of values) {
        expect(faultsOf({ ...REQUEST, canceledOn: value })).toEqual([`canceledOn: ${code}`]);
        expect(faultsOf({ ...REQUEST, purchasedOn: value })).toEqual([`purchasedOn: ${code}`]);
      }
    });
  }

  it('reports a cancellation before the purchase', () => {
    expect(issuesOf({ ...REQUEST, canceledOn: '2024-12-31' })).toMatchObject([
      {
        path: ['canceledOn'],
        code: 'before-purchase',
        expected: 'the day of the purchase (2025-01-01) or a later one',
        received: '"2024-12-31"',
      },
    ]);
    expect(faultsOf({ ...REQUEST, canceledOn: '2025-01-01' })).toEqual([]);
    expect(faultsOf({ ...REQUEST, canceledOn: '2025-01-01T08:59:59+09:00' })).toEqual([
      'canceledOn: before-purchase',
    ]);
  });

  const words: Record<string, readonly [IssueCode, readonly unknown[]]> = {
    term: ['unknown-value', ['P2Y', 'p1y', 'P1M', '1', 'constructor', ['P1Y']]],
    currency: ['unknown-currency', ['XXX', 'XAU', 'DEM', 'US', 'USDD', ' USD', ['USD']]],
    used: ['wrong-type', ['true', 'false', 0, Object(true)]],
    product: ['unknown-value', ['Suse', 'redhat', 'constructor', ['RedHat']]],
    billingPlan: ['unknown-value', ['monthly', 'upfront', ['Upfront'], false]],
  };

  for (const [name, [code, values]] of Object.entries(words)) {
    it(`takes no unknown ${name}`, () => {
      const never = ['', 1, null, {}, [], 10n, Symbol('x'), () => 1, '__proto__', revokedProxy()];
      for (const value of [...values, ...never]) {
        const isGiven = value !== null || !['product', 'billingPlan'].includes(name);
        const faults = isGiven ? [`${name}: ${code}`] : [];
        expect(faultsOf({ ...REQUEST, [name]: value })).toEqual(faults);
      }
    });
  }

  it('names what a misspelt word may have meant', () => {
    expect(issuesOf({ ...REQUEST, currency: 'usd' })[0]?.expected).toContain('"USD"');
    expect(issuesOf({ ...REQUEST, term: 'p1y' })[0]?.expected).toContain('"P1Y"');
    expect(issuesOf({ ...REQUEST, product: 'Redhat' })[0]?.expected).toContain('"RedHat"');
  });

  it.each(['id', 'customerId'])('wants a text of 1 to 256 characters as %s', (name) => {
    const fault = (value: unknown) => faultsOf({ ...REQUEST, [name]: value });
    expect(fault('x'.repeat(256))).toEqual([]);
    expect(fault('x'.repeat(257))).toEqual([`${name}: too-long`]);
    expect(fault('')).toEqual([`${name}: empty`]);
    expect(fault(null)).toEqual([]);
    for (const value of [1, true, {}, [], Object('x'), Symbol('x')]) {
      expect(fault(value)).toEqual([`${name}: wrong-type`]);
    }
  });

  it.each([
    [undefined, 'rate-required'],
    ['0', 'malformed-rate'],
    ['0.000000000000', 'malformed-rate'],
    [0, 'malformed-rate'],
    [0n, 'malformed-rate'],
    ['-1', 'malformed-rate'],
    ['1e3', 'malformed-rate'],
    ['', 'malformed-rate'],
    ['1/2', 'malformed-rate'],
    ['0.0000000000001', 'too-many-decimals'],
    ['1000000', 'too-large'],
    [1 / 3, 'imprecise-number'],
    [Number.NaN, 'malformed-rate'],
    [null, 'rate-required'],
    [{}, 'wrong-type'],
  ])('takes no rate for euros from %o (%s)', (usdRate, code) => {
    expect(faultsOf({ ...REQUEST, currency: 'EUR', usdRate })).toEqual([`usdRate: ${code}`]);
  });

  it('takes for dollars no rate but 1', () => {
    expect(quote({ usdRate: '1' }).request.usdRate).toBe('1');
    expect(quote({ usdRate: '1.000' }).request.usdRate).toBe('1');
    expect(quote({ usdRate: 1n }).request.usdRate).toBe('1');
    expect(faultsOf({ ...REQUEST, usdRate: '1.1' })).toEqual(['usdRate: rate-not-one']);
    expect(faultsOf({ ...REQUEST, usdRate: '0.999999999999' })).toEqual(['usdRate: rate-not-one']);
    expect(faultsOf({ ...REQUEST, usdRate: '0' })).toEqual(['usdRate: malformed-rate']);
  });

  it('takes no request that is no object', () => {
    for (const value of [undefined, null, 1, 'x', true, 10n, Symbol('x'), () => 1, [], [REQUEST]]) {
      expect(faultsOf(value)).toEqual([': not-an-object']);
    }
  });

  it('reports what cannot be read', () => {
    const unreadable = [
      throwingProxy('ownKeys', REQUEST),
      throwingProxy('getOwnPropertyDescriptor', REQUEST),
      throwingProxy('get', REQUEST),
      revokedProxy(REQUEST),
      withThrowingGetter(REQUEST, 'paid'),
    ];
    for (const value of unreadable) expect(faultsOf(value)).toEqual([': unreadable']);
  });

  it('reports all wrong fields of a request at once, and the options too', () => {
    const request = {
      paid: '1e3',
      currency: 'usd',
      term: 'P2Y',
      purchasedOn: '2025-02-29',
      canceledOn: 'today',
      used: 'no',
      consumedRefunds: '-1',
      usdRate: '0',
      product: 'Redhat',
      billingPlan: 'monthly',
      id: '',
      customerId: 7,
      note: 'x',
    };
    expect(faultsOf(request, { polcy: 'partner-center-2020-08' }).sort()).toEqual([
      'billingPlan: unknown-value',
      'canceledOn: malformed-day',
      'consumedRefunds: malformed-amount',
      'currency: unknown-currency',
      'customerId: wrong-type',
      'id: empty',
      'note: unknown-field',
      'options.polcy: unknown-field',
      'paid: malformed-amount',
      'product: unknown-value',
      'purchasedOn: no-such-day',
      'term: unknown-value',
      'usdRate: malformed-rate',
      'used: wrong-type',
    ]);
    expect.assertions(3);
    try {
      quoteRefund(request as unknown as RefundRequestInput);
    } catch (error) {
      expect(isInputError(error) && error.issues).toHaveLength(13);
      expect(isInputError(error) && error.message).toContain('used: expected true or false');
    }
  });

  it('shortens ten megabytes in any field', () => {
    const giant = 'x'.repeat(10_000_000);
    const digits = '1'.repeat(10_000_000);
    const names = [...Object.keys(REQUEST), 'consumedRefunds', 'usdRate', 'product', 'billingPlan'];
    for (const name of [...names, 'id', 'customerId', 'unknown']) {
      for (const text of [giant, digits]) {
        const issues = issuesOf({ ...REQUEST, [name]: text });
        expect(issues.map(({ path }) => path)).toEqual([[name]]);
        expect(JSON.stringify(issues).length).toBeLessThan(2_000);
      }
    }
    expect(issuesOf({ ...REQUEST, [giant]: 1 })[0]?.message.length).toBeLessThan(1_000);
    expect(issuesOf(REQUEST, { policy: giant })[0]?.message.length).toBeLessThan(1_000);
    expect(issuesOf(giant)[0]?.message.length).toBeLessThan(1_000);
  });
});

describe('malformed options', () => {
  it('reports them where they stand', () => {
    const malformed: readonly (readonly [unknown, string])[] = [
      [[], 'options: not-an-object'],
      ['partner-center-2020-08', 'options: not-an-object'],
      [revokedProxy(), 'options: unreadable'],
      [withThrowingGetter({}, 'policy'), 'options: unreadable'],
      [{ polcy: 'partner-center-2020-08' }, 'options.polcy: unknown-field'],
      [{ ledgers: [] }, 'options.ledgers: unknown-field'],
      [{ policy: 'partner-center-2020-8' }, 'options.policy: unknown-value'],
      [{ policy: '__proto__' }, 'options.policy: unknown-value'],
      [{ policy: 'constructor' }, 'options.policy: unknown-value'],
      [{ policy: '' }, 'options.policy: unknown-value'],
    ];
    for (const [options, fault] of malformed) expect(faultsOf(REQUEST, options)).toEqual([fault]);
  });

  it('names the option and the policy that were meant', () => {
    expect(issuesOf(REQUEST, { polcy: 1 })[0]?.expected).toBe('the field policy');
    expect(issuesOf(REQUEST, { policy: 'partner-center-2020-8' })[0]?.expected).toContain(
      'did you mean "partner-center-2020-08"?',
    );
  });

  it('takes no policy that is no object, and then reports nothing else of it', () => {
    for (const policy of [1, [], true, () => 1]) {
      expect(faultsOf(REQUEST, { policy })).toEqual(['options.policy: not-an-object']);
    }
    expect(faultsOf(REQUEST, { policy: revokedProxy() })).toEqual(['options.policy: unreadable']);
  });
});

describe('where somebody has put a policy on every object', () => {
  const everyObject = Object.prototype as { policy?: unknown; meta?: unknown };
  afterEach(() => {
    delete everyObject.policy;
    delete everyObject.meta;
  });

  it('is not taken for one that the caller names', () => {
    const fair = quoteRefund(REQUEST);
    everyObject.policy = policyWith({ feeRate: '0' });
    expect(quoteRefund(REQUEST).fee).toBe(fair.fee);
    expect(quoteRefund(REQUEST, {}).fee).toBe(fair.fee);
  });

  it('keeps the facts of the caller when a read-only property of that name is on every object', () => {
    const request = { ...REQUEST, meta: { row: 1 } };
    const fair = quoteRefund(request);
    Object.defineProperty(everyObject, 'meta', { value: 'none', configurable: true });
    expect(quoteRefund(request)).toEqual(fair);
  });
});
