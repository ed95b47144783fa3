import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import {
  quoteRefund,
  type RefundCurve,
  type RefundCurveOptions,
  type RefundCurveRequest,
  refundCurve,
  refundPolicies,
} from '../../../src/reservations/index.ts';
import { faultsThrown } from '../../hostile/issues-of.ts';
import {
  addDays,
  dayOf,
  decimalsOf,
  minorOf,
  policyWith,
  refundCases,
  termEnd,
} from '../arbitraries.ts';
import { vandalise } from '../deep.ts';
import { hostiles, spoilt } from '../hostile.ts';
import type { UpfrontInput } from '../request.ts';

const REQUEST = {
  paid: '12000.00',
  currency: 'USD',
  term: 'P1Y',
  purchasedOn: '2025-01-01',
  used: false,
} as const;

const jumpsOf = (changed: Partial<UpfrontInput>, options?: RefundCurveOptions): string[] =>
  refundCurve({ ...REQUEST, ...changed }, options).jumps.map(
    ({ on, from, to, by, because }) => `${on}: ${from} ${by} = ${to}, ${because.join(' ')}`,
  );

describe('the curve of a year', () => {
  const { currency, policy, days } = refundCurve(REQUEST);

  it('goes from the purchase to the day after the last covered one', () => {
    expect({ currency, policy }).toEqual({ currency: 'USD', policy: 'partner-center-2020-08' });
    expect(days).toHaveLength(366);
    expect(days[0]).toEqual({
      on: '2025-01-01',
      sincePurchase: 0,
      allowed: true,
      reason: null,
      row: 'full-credit',
      credit: '12000.00',
      fee: '0.00',
      refundable: '12000.00',
      refund: '12000.00',
      withheld: '0.00',
    });
    expect(days.at(-1)).toMatchObject({
      on: '2026-01-01',
      sincePurchase: 365,
      allowed: false,
      reason: 'term-ended',
      row: null,
      refund: '0.00',
    });
  });

  it.each([
    ['2025-01-06', '12000.00', '0.00', '12000.00'],
    ['2025-01-07', '11802.74', '1416.33', '10386.41'],
    ['2025-07-02', '6016.44', '721.97', '5294.47'],
    ['2025-12-31', '32.88', '3.95', '28.93'],
  ])('has the figures of the rulebook: %s', (on, credit, fee, refund) => {
    expect(days.find((day) => day.on === on)).toMatchObject({ credit, fee, refund });
  });

  it.each([
    ['P1Y', '2024-03-01', 366],
    ['P3Y', '2025-01-01', 1_096],
    ['P5Y', '2025-01-01', 1_827],
    ['P5Y', '2024-01-01', 1_828],
  ] as const)('of a %s bought on %s has %i days', (term, purchasedOn, length) => {
    expect(refundCurve({ ...REQUEST, term, purchasedOn }).days).toHaveLength(length);
  });
});

describe('the jumps', () => {
  it('are the end of the days without a fee, and of the term', () => {
    expect(jumpsOf({})).toEqual([
      '2025-01-07: 12000.00 -1613.59 = 10386.41, window-ended',
      '2026-01-01: 28.93 -28.93 = 0.00, term-ended',
    ]);
    expect(jumpsOf({ used: true })).toEqual([
      '2025-01-07: 11835.62 -1449.21 = 10386.41, window-ended',
      '2026-01-01: 28.93 -28.93 = 0.00, term-ended',
    ]);
  });

  it('are none where the window ends without a fee', () => {
    expect(
      jumpsOf({ used: true }, { policy: policyWith({ feeRate: '0' }), to: '2025-12-31' }),
    ).toEqual([]);
    expect(jumpsOf({}, { policy: 'azure-2020-02', to: '2025-12-31' })).toEqual([]);
  });

  it('are the day without a row, and the one after it', () => {
    expect(jumpsOf({}, { policy: 'partner-center-2018-10', to: '2025-02-01' })).toEqual([
      '2025-01-06: 12000.00 -12000.00 = 0.00, day-without-row',
      '2025-01-07: 0.00 10386.41 = 10386.41, day-without-row',
    ]);
  });

  it('are none where the limit clips as much on both days', () => {
    expect(jumpsOf({ paid: '120000.00' })).toEqual([
      '2026-01-01: 289.32 -289.32 = 0.00, term-ended',
    ]);
  });

  it('are the day on which a claim comes to fit a limit that refuses', () => {
    expect(jumpsOf({ paid: '60000.00' }, { policy: 'azure-2020-07', to: '2025-12-31' })).toEqual([
      '2025-03-03: 0.00 49972.60 = 49972.60, limit',
    ]);
    const refusing = policyWith({ overLimit: 'refuse' });
    expect(jumpsOf({ paid: '51000.00' }, { policy: refusing, to: '2025-12-31' })).toEqual([
      '2025-01-07: 0.00 44142.24 = 44142.24, window-ended limit',
    ]);
  });

  it('are none on the last day where it has nothing to lose', () => {
    expect(jumpsOf({ consumedRefunds: '50000.00' })).toEqual([]);
    expect(jumpsOf({ product: 'RedHat' })).toEqual([]);
    const last = policyWith({ dayWithoutRow: 364 });
    expect(jumpsOf({}, { policy: last, from: '2025-12-30' })).toEqual([
      '2025-12-31: 57.86 -57.86 = 0.00, day-without-row',
    ]);
    const after = policyWith({ dayWithoutRow: 365 });
    expect(jumpsOf({}, { policy: after, from: '2025-12-30' })).toEqual([
      '2026-01-01: 28.93 -28.93 = 0.00, term-ended',
    ]);
  });

  it('are those within the days that are asked for', () => {
    expect(jumpsOf({}, { from: '2025-01-06', to: '2025-01-07' })).toHaveLength(1);
    expect(jumpsOf({}, { from: '2025-01-07', to: '2025-01-08' })).toEqual([]);
    expect(jumpsOf({}, { from: '2025-01-01', to: '2025-01-06' })).toEqual([]);
  });
});

/** A term of at most some days, so that every day can be quoted again. */
const spans = fc.record({
  start: fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 1_900 })),
  length: fc.integer({ min: 0, max: 40 }),
});

const LAST = dayOf('9999-12-31');
const lateEnough = (day: string, start: number): boolean => dayOf(day) + start + 40 <= LAST;

describe('a curve', () => {
  test.prop([refundCases, spans])(
    'is what quoteRefund answers on each of its days',
    ({ request, policy }, { start, length }) => {
      fc.pre(lateEnough(request.purchasedOn, start));
      const from = addDays(request.purchasedOn, start);
      const to = addDays(from, length);
      const { canceledOn: _, ...facts } = request;
      const { days } = refundCurve(facts, { from, to, policy });
      expect(days.map(({ on }) => on)).toEqual(
        Array.from({ length: length + 1 }, (_, at) => addDays(from, at)),
      );
      for (const { on, sincePurchase, allowed, reason, ...figures } of days) {
        const quote = quoteRefund({ ...request, canceledOn: on }, { policy });
        expect(quote).toMatchObject(figures);
        expect(quote.days.sincePurchase).toBe(sincePurchase);
        expect([quote.allowed, quote.allowed ? null : quote.reason]).toEqual([allowed, reason]);
      }
    },
  );

  /** The curve of a case from its purchase on, and the amounts as whole numbers. */
  const curveOf = (
    { request, policy }: typeof refundCases extends fc.Arbitrary<infer T> ? T : never,
    days: number,
  ): RefundCurve => {
    const { canceledOn: _, purchasedOn } = request;
    const to = addDays(purchasedOn, Math.min(days, LAST - dayOf(purchasedOn)));
    return refundCurve(request, { policy, to });
  };

  test.prop([refundCases], { numRuns: 300 })(
    'falls by no more than a day is worth wherever it does not jump, and never rises there',
    (one) => {
      const { days, jumps } = curveOf(one, 380);
      const jumped = new Set(jumps.map(({ on }) => on));
      const end = termEnd(one.request.purchasedOn, one.request.term);
      fc.pre(end.length === 10);
      const term = BigInt(dayOf(end) - dayOf(one.request.purchasedOn));
      const perDay = minorOf(one.request.paid) / term + 1n;
      days.slice(1).forEach((day, at) => {
        if (jumped.has(day.on)) return;
        const fall = minorOf(days[at]?.refund ?? '') - minorOf(day.refund);
        expect(fall >= 0n && fall <= perDay).toBe(true);
      });
    },
  );

  test.prop([refundCases], { numRuns: 300 })(
    'says of each jump what it is from, to and by, and why',
    (one) => {
      const { days, jumps, currency } = curveOf(one, 380);
      for (const { on, from, to, by, because } of jumps) {
        const at = days.findIndex((day) => day.on === on);
        expect([days[at - 1]?.refund, days[at]?.refund]).toEqual([from, to]);
        expect(minorOf(by)).toBe(minorOf(to) - minorOf(from));
        expect(minorOf(by)).not.toBe(0n);
        expect(by).toMatch(decimalsOf(currency) === 0 ? /^-?\d+$/ : /^-?\d+\.\d+$/);
        expect(because.length).toBeGreaterThan(0);
      }
      expect(jumps.length).toBeLessThanOrEqual(5);
    },
  );

  it('goes no further than the years do', () => {
    const { days } = refundCurve({ ...REQUEST, purchasedOn: '9999-12-01' });
    expect(days.at(-1)?.on).toBe('9999-12-31');
  });

  it('reads the day of the request and does not need it', () => {
    const dated = refundCurve({ ...REQUEST, canceledOn: '2025-07-02' });
    expect(dated).toEqual(refundCurve(REQUEST));
  });

  it('is plain JSON that nobody shares', () => {
    const curve = refundCurve(REQUEST);
    const text = JSON.stringify(curve);
    expect(JSON.parse(text)).toEqual(curve);
    vandalise(curve);
    expect(JSON.stringify(refundCurve(REQUEST))).toBe(text);
  });
});

describe('what is malformed', () => {
  const faultsOf = (request: unknown, options?: unknown): string[] => {
    return faultsThrown(() =>
      refundCurve(request as RefundCurveRequest, options as RefundCurveOptions),
    );
  };

  it.each<[unknown, string[]]>([
    [{ from: '2024-12-31' }, ['options.from: before-purchase']],
    [{ from: '2025-01-01' }, []],
    [{ from: '2025-02-02', to: '2025-02-01' }, ['options.to: out-of-order']],
    [{ from: '2025-02-02', to: '2025-02-02' }, []],
    [{ from: '2026-01-02' }, ['options.to: out-of-order']],
    [{ to: '2024-12-31' }, ['options.to: out-of-order']],
    [{ to: addDays('2025-01-01', 3_659) }, []],
    [{ to: addDays('2025-01-01', 3_660) }, ['options.to: too-long']],
    [
      { from: '2025-02-30', to: 1, til: 2 },
      ['options.til: unknown-field', 'options.from: no-such-day', 'options.to: malformed-day'],
    ],
    [{ policy: 'partner-center-2018-05' }, ['options.policy.feeRate: fee-unstated']],
    [
      { policy: '__proto__', to: '' },
      ['options.policy: unknown-value', 'options.to: malformed-day'],
    ],
    [null, []],
  ])('in the options %j is told all at once', (options, faults) => {
    expect(faultsOf(REQUEST, options)).toEqual(faults);
  });

  it('in the facts is told with what is wrong in the options', () => {
    const { purchasedOn: _, ...undated } = REQUEST;
    expect(faultsOf(undated, { from: 'x' })).toEqual([
      'purchasedOn: missing-field',
      'options.from: malformed-day',
    ]);
    expect(faultsOf({ ...REQUEST, canceledOn: '2024-12-31' })).toEqual([
      'canceledOn: before-purchase',
    ]);
    expect(faultsOf({ ...REQUEST, canceledOn: 1 })).toEqual(['canceledOn: malformed-day']);
    expect(faultsOf({ ...REQUEST, canceledOn: null })).toEqual([]);
  });

  test.prop([hostiles])('is an input error, whatever it is', ({ make }) => {
    expect(faultsOf(make()).length).toBeGreaterThan(0);
  });

  test.prop([spoilt(REQUEST), spoilt({ from: '2025-01-01', to: '2025-01-03' })], { numRuns: 200 })(
    'throws nothing else for one field',
    (request, options) => {
      faultsOf(request.make(), { to: '2025-01-03' });
      faultsOf(REQUEST, options.make());
    },
  );
});

it('follows a published policy by its name or as it is', () => {
  const named = refundCurve(REQUEST, { policy: 'azure-2020-01', to: '2025-01-03' });
  expect(
    refundCurve(REQUEST, { policy: refundPolicies['azure-2020-01'], to: '2025-01-03' }),
  ).toEqual(named);
  expect(named.policy).toBe('azure-2020-01');
});
