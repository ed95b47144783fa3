import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import {
  type BetterDay,
  nextBetterDay,
  openRefundLedger,
  type PolicyOptions,
  parseRefundLedger,
  quoteRefund,
  type RefundLedger,
  type RefundRequestInput,
  settleRefund,
  type Term,
} from '../../../src/reservations/index.ts';
import { faultsThrown } from '../../hostile/issues-of.ts';
import {
  addDays,
  amountText,
  dayOf,
  dayText,
  minorOf,
  policyFrom,
  policyInputs,
  policyWith,
  termEnd,
} from '../arbitraries.ts';
import { deepFreeze } from '../deep.ts';
import { hostiles, spoilt } from '../hostile.ts';

const REQUEST = {
  paid: '24000.00',
  currency: 'USD',
  term: 'P1Y',
  purchasedOn: '2025-01-01',
  canceledOn: '2025-07-02',
  used: true,
} as const;

/** A ledger with these uses of the limit, in order of their days. */
function ledgerOf(...days: readonly (readonly [on: string, usd: string])[]): RefundLedger {
  const parsed = parseRefundLedger({
    customerId: 'contoso',
    lastDay: days.at(-1)?.[0] ?? null,
    days: days.map(([on, usd]) => ({ on, usd })),
    ids: [],
  });
  if (!parsed.ok) throw new Error(parsed.issues.map(({ message }) => message).join('; '));
  return parsed.value;
}

describe('a day without a row', () => {
  it('hides what is given back on it until the next', () => {
    const policy = policyWith({ windowDays: 4, dayWithoutRow: 5 });
    const ledger = ledgerOf(['2024-01-07', '50000.00']);
    const asked = { ...REQUEST, canceledOn: '2025-01-06', purchasedOn: '2025-01-02' };
    // Given back on 2025-01-06 and no row on 2025-01-07.
    expect(nextBetterDay(ledger, { ...asked, canceledOn: '2025-01-03' }, { policy })).toMatchObject(
      {
        better: { on: '2025-01-06' },
      },
    );
    const purchased = { ...asked, purchasedOn: '2025-01-01', canceledOn: '2025-01-02' };
    // Both on 2025-01-06.
    expect(nextBetterDay(ledger, purchased, { policy })).toMatchObject({
      asked: { on: '2025-01-02', refund: '0.00' },
      better: { on: '2025-01-07' },
      givenBackUsd: '50000.00',
    });
  });
});

describe('a refused refund', () => {
  it.each([
    ['48000.00', '2025-12-30', '2000.00'],
    ['49000.00', '2025-12-31', '1000.00'],
  ])('beside %s may fit on one of the last days of the term alone: %s', (used, on, refund) => {
    const request = { ...REQUEST, paid: '365000.00' };
    const ledger = ledgerOf(['2025-06-01', used]);
    expect(nextBetterDay(ledger, request, { policy: 'azure-2024-12' })).toMatchObject({
      asked: { on: '2025-07-02', refund: '0.00' },
      better: { on, refund },
    });
  });

  it('may fit on the last day of the term without a refund before it', () => {
    const request = { ...REQUEST, paid: '18250000.00' }; // 50,000.00 a day
    expect(nextBetterDay(ledgerOf(), request, { policy: 'azure-2024-12' })).toMatchObject({
      better: { on: '2025-12-31', refund: '50000.00' },
    });
  });

  it('never fits where the term has ended first', () => {
    const request = { ...REQUEST, paid: '365000.00' };
    const ledger = ledgerOf(['2025-06-01', '49000.01']);
    expect(nextBetterDay(ledger, request, { policy: 'azure-2024-12' })).toBeNull();
  });
});

describe('a clipped refund', () => {
  it('is larger on the day on which limit is given back', () => {
    expect(nextBetterDay(ledgerOf(['2024-07-10', '45000.00']), REQUEST)).toEqual({
      currency: 'USD',
      asked: { on: '2025-07-02', refund: '5000.00' },
      better: { on: '2025-07-10', refund: '10126.03' },
      gain: '5126.03',
      dueMeanwhile: '0.00',
      givenBackUsd: '45000.00',
    });
  });

  it('waits no longer where waiting loses more than comes back', () => {
    // On 2025-12-20 what is left of the term is worth 694.36 less than the 5,000.00 of today.
    expect(nextBetterDay(ledgerOf(['2024-12-20', '45000.00']), REQUEST)).toBe(null);
  });

  it('waits for the first of the days that is worth it, not for the best', () => {
    const uses = [
      ['2024-07-03', '10.00'],
      ['2024-07-10', '44990.00'],
    ] as const;
    expect(nextBetterDay(ledgerOf(...uses), REQUEST)).toMatchObject({
      better: { on: '2025-07-03', refund: '5010.00' },
      gain: '10.00',
      givenBackUsd: '10.00',
    });
  });

  it('waits for the new year where the policy says so', () => {
    const policy = policyWith({ limitWindow: 'calendar-year' });
    const request = { ...REQUEST, term: 'P3Y' } as const;
    expect(nextBetterDay(ledgerOf(['2025-01-10', '48000.00']), request, { policy })).toMatchObject({
      asked: { refund: '2000.00' },
      better: { on: '2026-01-01' },
      givenBackUsd: '48000.00',
    });
  });

  it('is none the better on the last day before something is given back', () => {
    const ledger = ledgerOf(['2024-07-10', '50000.00']);
    expect(nextBetterDay(ledger, { ...REQUEST, canceledOn: '2025-07-09' })).toMatchObject({
      asked: { on: '2025-07-09', refund: '0.00' },
      better: { on: '2025-07-10' },
    });
    expect(nextBetterDay(ledger, { ...REQUEST, canceledOn: '2025-07-10' })).toBe(null);
  });
});

describe('a refused refund', () => {
  const big = { ...REQUEST, paid: '120000.00' } as const;

  it('is paid on the first day on which it fits what was given back', () => {
    const uses = ledgerOf(['2024-09-02', '49000.00']);
    expect(nextBetterDay(uses, REQUEST, { policy: 'azure-2020-07' })).toMatchObject({
      asked: { refund: '0.00' },
      better: { on: '2025-09-02', refund: '7956.16' },
      givenBackUsd: '49000.00',
    });
  });

  it('is paid on the first day on which proration alone makes it fit', () => {
    const better = nextBetterDay(openRefundLedger('contoso'), big, { policy: 'azure-2020-07' });
    expect(better).toMatchObject({
      better: { on: '2025-08-02', refund: '49972.60' },
      givenBackUsd: '0.00',
    });
    const eve = quoteRefund({ ...big, canceledOn: '2025-08-01' }, { policy: 'azure-2020-07' });
    expect(eve.allowed).toBe(false);
  });

  it('stays refused where it never fits', () => {
    const policy = policyWith({ overLimit: 'refuse', limitUsd: '0.00' });
    expect(nextBetterDay(openRefundLedger('contoso'), big, { policy })).toBe(null);
  });
});

describe('any other refund', () => {
  it('is best today', () => {
    for (const canceledOn of ['2025-01-01', '2025-01-06', '2025-07-02', '2025-12-31']) {
      const ledger = ledgerOf(['2024-12-20', '10000.00']);
      expect(nextBetterDay(ledger, { ...REQUEST, canceledOn })).toBe(null);
    }
  });

  it.each([
    [{ canceledOn: '2026-01-01' }, 'ended'],
    [{ product: 'RedHat' }, 'not returnable'],
  ] as const)('is refused later too: %j, %s', (changed, _why) => {
    expect(nextBetterDay(openRefundLedger('contoso'), { ...REQUEST, ...changed })).toBe(null);
  });

  it('is better on the day after one without a row', () => {
    const asked = { ...REQUEST, canceledOn: '2025-01-06' };
    const options: PolicyOptions = { policy: 'partner-center-2018-10' };
    expect(nextBetterDay(openRefundLedger('contoso'), asked, options)).toMatchObject({
      better: { on: '2025-01-07', refund: '20772.82' },
    });
  });
});

interface Case {
  readonly ledger: RefundLedger;
  readonly request: RefundRequestInput;
  readonly options: { readonly policy: ReturnType<typeof policyFrom> };
}

const someBacks = fc.oneof(
  fc.integer({ min: 0, max: 364 }),
  fc.constantFrom(0, 1, 2, 300, 360, 363, 364, 365),
);

const cases: fc.Arbitrary<Case> = fc
  .record({
    input: policyInputs,
    window: fc.constantFrom<Partial<{ windowDays: null; dayWithoutRow: number }>>(
      {},
      {},
      {
        windowDays: null,
        dayWithoutRow: 12,
      },
    ),
    term: fc.constantFrom<Term>('P1Y', 'P1Y', 'P3Y'),
    asked: fc.constantFrom('2025-07-02', '2025-12-31', '2024-02-29', '2025-01-01', '9999-12-01'),
    since: fc.constantFrom(0, 3, 5, 11, 12, 100, 340, 364, 366),
    uses: fc.array(fc.tuple(someBacks, fc.bigInt(0n, 3_000_000n)), { maxLength: 5 }),
    money: fc.constantFrom({}, { currency: 'EUR', usdRate: '1.1' }),
    cents: fc.oneof(fc.bigInt(0n, 9_000_000n), fc.bigInt(4_800_000n, 6_500_000n)),
    used: fc.boolean(),
  })
  .map(({ input, window, term, asked, since, uses, money, cents, used }) => {
    const byDay = new Map(uses.map(([back, usd]) => [dayOf(asked) - back, amountText(usd, 2)]));
    const days = [...byDay].sort(([a], [b]) => a - b);
    const limitUsd = input.limitUsd === null ? null : '50000.00';
    return {
      ledger: ledgerOf(...days.map(([day, usd]) => [dayText(day), usd] as const)),
      request: {
        paid: amountText(cents, 2),
        currency: 'USD',
        ...money,
        term,
        purchasedOn: addDays(asked, -since),
        canceledOn: asked,
        used,
      },
      options: { policy: policyFrom({ ...input, ...window, limitUsd }) },
    };
  });

/** Looks at every later day of the term, one by one. */
function slowly({ ledger, request, options }: Case): BetterDay | null {
  const { policy } = options;
  const consumedOn = (day: string): bigint =>
    ledger.days
      .filter(({ on }) =>
        policy.limitWindow === '365-days'
          ? dayOf(day) - dayOf(on) < 365
          : policy.limitWindow === 'none' || on.slice(0, 4) === day.slice(0, 4),
      )
      .reduce((sum, { usd }) => sum + minorOf(usd), 0n);
  const refundOn = (canceledOn: string): string => {
    const consumedRefunds = amountText(consumedOn(canceledOn), 2);
    return quoteRefund({ ...request, canceledOn, consumedRefunds }, options).refund;
  };
  const on = request.canceledOn as string;
  const refund = refundOn(on);
  const end = termEnd(request.purchasedOn as string, request.term);
  const left = end.length > 10 ? dayOf('9999-12-31') + 1 - dayOf(on) : dayOf(end) - dayOf(on);
  for (let days = 1; days < left; days += 1) {
    const day = addDays(on, days);
    const better = refundOn(day);
    if (minorOf(better) <= minorOf(refund)) continue;
    return {
      currency: request.currency,
      asked: { on, refund },
      better: { on: day, refund: better },
      gain: amountText(minorOf(better) - minorOf(refund), 2),
      dueMeanwhile: '0.00',
      givenBackUsd: amountText(consumedOn(on) - consumedOn(day), 2),
    };
  }
  return null;
}

describe('nextBetterDay', () => {
  test.prop([cases])('finds what a look at every single day finds', (one) => {
    const { ledger, request, options } = one;
    expect(nextBetterDay(ledger, request, options)).toEqual(slowly(one));
  });

  const policyOf = (given: object): PolicyOptions => ({
    policy: policyWith({ id: 'x', ...given }),
  });

  it.each<[what: string, case_: Case, on: string]>([
    [
      'the last covered day, where limit is given back only then',
      {
        ledger: ledgerOf(['2024-12-31', '50000.00']),
        request: REQUEST,
        options: policyOf({}),
      } as Case,
      '2025-12-31',
    ],
    [
      'the last covered day, where what is claimed fits only then',
      {
        ledger: ledgerOf(['2025-01-01', '49950.00']),
        request: { ...REQUEST, paid: '18000.00' },
        options: policyOf({ overLimit: 'refuse', limitWindow: 'none' }),
      } as Case,
      '2025-12-31',
    ],
    [
      'a day before one without a row, where halving would meet that one first',
      {
        ledger: ledgerOf(['2024-11-06', '0.00']),
        request: {
          ...REQUEST,
          paid: '72134.40',
          purchasedOn: '2025-07-02',
          canceledOn: '2025-07-02',
        },
        options: policyOf({
          windowDays: 117,
          dayWithoutRow: 119,
          feeRate: '0.5',
          overLimit: 'refuse',
        }),
      } as Case,
      '2025-10-23',
    ],
  ])('may be %s', (_, case_, on) => {
    const { ledger, request, options } = case_;
    const found = nextBetterDay(ledger, request, options);
    expect(found).toEqual(slowly(case_));
    expect(found?.better.on).toBe(on);
  });

  it('is put to the test by cases of every kind', () => {
    const found = fc.sample(cases, { numRuns: 120, seed: 1 }).map(slowly);
    const share = (isSo: (day: BetterDay) => boolean): number =>
      found.filter((day) => day !== null && isSo(day)).length;
    expect(found.filter((day) => day === null).length).toBeGreaterThan(12);
    expect(
      share(({ asked, givenBackUsd }) => asked.refund !== '0.00' && givenBackUsd !== '0.00'),
    ).toBeGreaterThan(3);
    expect(
      share(({ asked, givenBackUsd }) => asked.refund === '0.00' && givenBackUsd !== '0.00'),
    ).toBeGreaterThan(3);
    expect(share(({ givenBackUsd }) => givenBackUsd === '0.00')).toBeGreaterThan(1);
  });

  test.prop([cases])('agrees with what settling on either day would pay', (one) => {
    const { ledger, request, options } = one;
    const day = nextBetterDay(ledger, request, options);
    if (day === null) return;
    for (const { on, refund } of [day.asked, day.better]) {
      const { quote } = settleRefund(ledger, { ...request, canceledOn: on }, options);
      expect(quote.refund).toBe(refund);
    }
  });

  test.prop([cases])('leaves the ledger as it is', ({ ledger, request, options }) => {
    const before = JSON.stringify(ledger);
    nextBetterDay(deepFreeze(ledger), deepFreeze(request), options);
    expect(JSON.stringify(ledger)).toBe(before);
  });
});

describe('what is malformed', () => {
  const faultsOf = (ledger: unknown, request: unknown, options?: unknown): string[] => {
    return faultsThrown(() =>
      nextBetterDay(
        ledger as RefundLedger,
        request as RefundRequestInput,
        options as PolicyOptions,
      ),
    );
  };
  const ledger = ledgerOf(['2025-07-02', '1.00']);

  it.each<[unknown, unknown, unknown, string[]]>([
    [ledger, { ...REQUEST, canceledOn: '2025-07-01' }, {}, ['canceledOn: out-of-order']],
    [ledger, { ...REQUEST, customerId: 'fabrikam' }, {}, ['customerId: other-customer']],
    [ledger, { ...REQUEST, consumedRefunds: '1' }, {}, ['consumedRefunds: conflicts-with-ledger']],
    [
      ledger,
      REQUEST,
      { policy: 'partner-center-2018-05' },
      ['options.policy.feeRate: fee-unstated'],
    ],
    [
      null,
      { ...REQUEST, used: 1 },
      { policy: 'x' },
      ['ledger: not-an-object', 'used: wrong-type', 'options.policy: unknown-value'],
    ],
  ])('is told: case %#', (given, request, options, faults) => {
    expect(faultsOf(given, request, options)).toEqual(faults);
  });

  test.prop([hostiles, spoilt(REQUEST)])('throws nothing else', (any, request) => {
    faultsOf(ledger, request.make());
    expect(faultsOf(any.make(), REQUEST).length).toBeGreaterThan(0);
  });
});
