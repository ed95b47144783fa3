import { describe, expect, it } from 'vitest';
import {
  decideSoftwareCancellation,
  type PublishedSoftwarePolicyId,
  type SoftwareCancellationInput,
  type SoftwarePolicy,
  softwarePolicies,
} from '../../../src/software/index.ts';
import { issuesOf } from '../../hostile/issues-of.ts';
import { billed, faultsOf, perpetual, subscription, without } from '../facts.ts';

const newest: SoftwarePolicy = softwarePolicies['software-2023-06'];

const own = (change: Partial<SoftwarePolicy>): { readonly policy: SoftwarePolicy } => ({
  policy: { ...newest, id: 'ours', fullCreditHours: null, ...change },
});

/** A monthly subscription of so many units, cancelled with so many days left of a month of 31 or 30. */
function monthly(units: number, unitPrice: string, left: number, days: number) {
  const cents = Math.round(Number(unitPrice) * 100) * units;
  const month = days === 31 ? '2024-01' : '2024-04';
  const day = `${days - left + 1}`.padStart(2, '0');
  return {
    ...billed,
    ...({ term: 'P1M', billingCycle: 'monthly', quantity: units } as const),
    paid: `${Math.floor(cents / 100)}.${`${cents % 100}`.padStart(2, '0')}`,
    ...{ purchasedOn: `${month}-01`, canceledOn: `${month}-${day}` },
  };
}

/** The vendor's printed figures: units, unit price, days left, days of the cycle, amount. */
const printed = [
  [10, '10.08', 29, 31, '94.20'],
  [10, '10.08', 28, 30, '94.08'],
  [12, '10.08', 28, 30, '112.89'],
  [8, '10.08', 28, 30, '75.26'],
  [10, '12.00', 29, 31, '112.25'],
  [15, '12.00', 29, 31, '168.38'],
  [15, '12.00', 26, 31, '150.96'],
  [25, '12.00', 26, 31, '251.61'],
  [25, '12.00', 24, 31, '232.25'],
  [23, '12.00', 24, 31, '213.67'],
  [23, '12.00', 22, 31, '195.87'],
  [20, '12.00', 22, 31, '170.32'],
  [20, '12.00', 11, 31, '85.16'],
  [30, '12.00', 11, 31, '127.74'],
  [300, '10.08', 23, 30, '2316.00'],
  [300, '6.43', 23, 30, '1476.00'],
  [100, '10.08', 23, 30, '772.00'],
  [100, '6.43', 23, 30, '492.00'],
] as const;

const roundings = ['unit-down', 'total-down', 'half-even'] as const;

/** Which rounding reproduces which of them, by hand. */
const reproducing: readonly (readonly (typeof roundings)[number][])[] = [
  ['unit-down'],
  ['total-down', 'half-even'],
  ['total-down'],
  ['total-down', 'half-even'],
  ['total-down'],
  ['total-down'],
  ['total-down'],
  ['total-down', 'half-even'],
  ['unit-down', 'total-down'],
  ['unit-down', 'total-down'],
  ['total-down', 'half-even'],
  ['total-down', 'half-even'],
  ['total-down', 'half-even'],
  ['total-down', 'half-even'],
  ['unit-down'],
  ['unit-down'],
  ['unit-down'],
  ['unit-down'],
];

describe('the printed figures', () => {
  it.each(printed.map((figure, at) => [...figure, at] as const))(
    'of %i units at %s with %i of %i days left, %s, are reproduced by some roundings',
    (units, price, left, days, amount, at) => {
      const facts = monthly(units, price, left, days);
      const fitting = roundings.filter((rounding) => {
        const options = own({ rounding, subscriptionDays: 30 });
        return decideSoftwareCancellation(facts, options).credit?.amount === amount;
      });
      expect(fitting).toEqual(reproducing[at]);
    },
  );

  it('are reproduced 7, 13 and 7 times', () => {
    const count = (rounding: (typeof roundings)[number]) =>
      reproducing.filter((fitting) => fitting.includes(rounding)).length;
    expect(roundings.map(count)).toEqual([7, 13, 7]);
  });
});

describe('a credit over the charge cycle', () => {
  const policy = 'software-2021-06';
  const cancel = (change: object, id: PublishedSoftwarePolicyId = policy) =>
    decideSoftwareCancellation({ ...billed, ...change } as SoftwareCancellationInput, {
      policy: id,
    });

  it('shares one year of a term of three', () => {
    const facts = {
      ...{ term: 'P3Y', billingCycle: 'annual', paid: '1000.00' },
      ...{ purchasedOn: '2023-05-01', canceledOn: '2023-05-03' },
    };
    expect(cancel(facts, 'software-2023-06')).toMatchObject({
      credit: { basis: 'pro-rated', amount: '994.53', days: 364, termDays: 366 },
      because: ['SOF-22', 'SOF-20', 'SOF-24', 'SOF-4', 'SOF-7'],
      interpretations: ['R-SIXTY', 'R-TODAY', 'R-BASIS', 'R-UNIT'],
    });
    const exact = { policy: { ...newest, id: 'ours', rounding: 'half-even' } } as const;
    const rounded = decideSoftwareCancellation(
      { ...billed, ...facts } as SoftwareCancellationInput,
      exact,
    );
    expect(rounded.credit?.amount).toBe('994.54');
    expect(rounded.interpretations).toEqual(['R-SIXTY', 'R-TODAY', 'R-BASIS', 'R-ROUND']);
  });

  it('is unstated by a text that knows the price of the whole term only', () => {
    const facts = { term: 'P3Y', billingCycle: 'annual' };
    expect(cancel(facts, 'software-2021-02')).toMatchObject({
      allowed: true,
      credit: { basis: 'unstated', amount: null },
      lines: [],
      notes: ['credit-unstated', 'superseded'],
    });
    expect(cancel({ term: 'P1Y' }, 'software-2021-02').credit?.amount).toBe('1002.74');
    expect(cancel({ term: 'P3Y', billingCycle: 'triennial' }, 'software-2021-02')).toMatchObject({
      credit: { basis: 'pro-rated', termDays: 1_096 },
    });
  });

  it.each([
    // bought, cancelled, cycle, days left, days of the cycle
    ['2025-01-31', '2025-01-31', 'monthly', 28, 28],
    ['2025-01-31', '2025-02-27', 'monthly', 1, 28],
    ['2025-01-31', '2025-02-28', 'monthly', 31, 31],
    ['2025-01-31', '2025-03-02', 'monthly', 29, 31],
    ['2024-01-31', '2024-02-28', 'monthly', 1, 29],
    ['2024-01-31', '2024-02-29', 'monthly', 31, 31],
    ['2025-02-28', '2025-03-27', 'monthly', 1, 28],
    ['2025-02-28', '2025-03-28', 'monthly', 31, 31],
    ['2024-02-29', '2024-02-29', 'annual', 365, 365],
    ['2024-02-29', '2024-03-29', 'annual', 336, 365],
    ['2025-12-31', '2026-01-30', 'monthly', 1, 31],
    ['9999-12-01', '9999-12-31', 'monthly', 1, 31],
  ])('bought on %s and cancelled on %s, paid %s, has %i of %i days', (...row) => {
    const [purchasedOn, canceledOn, billingCycle, days, termDays] = row;
    const { credit } = cancel({ term: 'P3Y', billingCycle, purchasedOn, canceledOn });
    expect(credit).toMatchObject({ days, termDays });
  });

  it('goes through 31 Jan to 27 Feb, 28 Feb to 30 Mar and 31 Mar to 29 Apr', () => {
    const options = own({ subscriptionDays: 120 });
    const first = (canceledOn: string) =>
      decideSoftwareCancellation(
        { ...billed, billingCycle: 'monthly', purchasedOn: '2025-01-31', canceledOn },
        options,
      ).credit;
    for (const [from, to, termDays] of [
      ['2025-01-31', '2025-02-27', 28],
      ['2025-02-28', '2025-03-30', 31],
      ['2025-03-31', '2025-04-29', 30],
      ['2025-04-30', '2025-05-30', 31],
    ] as const) {
      expect(first(from)).toMatchObject({ days: termDays, termDays });
      expect(first(to)).toMatchObject({ days: 1, termDays });
    }
  });

  it('needs the billing cycle and the units if they could change the amount', () => {
    const bare = without(billed, 'billingCycle', 'quantity');
    const ask = (facts: object) => () =>
      decideSoftwareCancellation(facts as SoftwareCancellationInput, { policy });
    const early = { ...bare, canceledOn: '2025-03-20' };
    expect(issuesOf(ask(early))).toMatchObject([
      {
        path: ['billingCycle'],
        code: 'missing-field',
        expected: 'the billing cycle, one of monthly, annual, triennial, whose price is credited',
      },
      {
        path: ['quantity'],
        code: 'missing-field',
        expected: 'the units of the purchase, as the credit is rounded for each of them',
      },
    ]);
    expect(faultsOf(ask({ ...early, quantity: 1 }))).toEqual(['billingCycle: missing-field']);
    expect(faultsOf(ask({ ...early, billingCycle: 'annual' }))).toEqual([
      'quantity: missing-field',
    ]);
    // A month is paid in a month; without a price, and where it is refused, there is no amount.
    const month = { ...early, term: 'P1M', quantity: 1 };
    expect(ask(month)()).toMatchObject({ credit: { days: 12, termDays: 31 } });
    expect(ask(without(early, 'paid', 'currency'))()).toMatchObject({
      credit: { basis: 'pro-rated', amount: null, days: null, termDays: null },
    });
    expect(ask({ ...bare, canceledOn: '2025-04-30' })()).toMatchObject({
      reason: 'window-passed',
    });
    expect(ask({ ...early, roles: [] })()).toMatchObject({ reason: 'not-granted' });
    expect(ask({ ...early, orderId: undefined })()).toMatchObject({ reason: 'support-required' });
    const total = own({ rounding: 'total-down', subscriptionDays: 30 });
    const counted = { ...early, billingCycle: 'annual' } as const;
    expect(decideSoftwareCancellation(counted, total).credit?.amount).toBe('1137.53');
  });

  it('is rounded down for one unit, which its lines show', () => {
    const facts = monthly(300, '10.08', 23, 30);
    const { lines, credit } = decideSoftwareCancellation(facts, own({ subscriptionDays: 30 }));
    expect(credit).toMatchObject({ amount: '2316.00', days: 23, termDays: 30 });
    expect(lines).toEqual([
      {
        ...{ code: 'unit-credit', amount: '7.72', clause: 'SOF-24', of: '3024.00' },
        ...{ days: 23, termDays: 30, quantity: 300 },
      },
      { code: 'credit', amount: '2316.00', clause: 'SOF-22', of: '7.72', quantity: 300 },
    ]);
    const total = own({ rounding: 'total-down', subscriptionDays: 30 });
    expect(decideSoftwareCancellation(facts, total)).toMatchObject({
      lines: [{ code: 'credit', amount: '2318.40', of: '3024.00', days: 23, termDays: 30 }],
      because: ['SOF-22', 'SOF-20', 'SOF-4', 'ROL-14', 'SOF-7'],
      interpretations: ['R-SIXTY', 'R-TODAY', 'R-BASIS', 'R-UNIT'],
    });
  });

  it('is exact for the largest prices', () => {
    const facts = { paid: '999999999999999.99', quantity: 1_000_000_000, canceledOn: '2025-03-02' };
    // 99,999,999,999,999,999 × 364 ÷ 365 ÷ 10⁹ = 99,726,027.39…
    expect(cancel(facts).credit?.amount).toBe('997260270000000.00');
  });

  it('is that of the whole cycle on its first day, also after a renewal of the cycle', () => {
    const second = { billingCycle: 'monthly', purchasedOn: '2025-01-31', canceledOn: '2025-02-28' };
    expect(cancel(second)).toMatchObject({ credit: { amount: '1200.00', days: 31 } });
  });

  it.each([
    ['not-charged', '2024-01-03', 29, '93.54'],
    ['charged', '2024-01-03', 28, '90.32'],
    ['charged', '2024-01-01', 30, '96.77'],
    ['charged', '2024-01-31', 0, '0.00'],
  ] as const)(
    'of which the day of the cancellation is %s, on %s',
    (day, canceledOn, days, amount) => {
      const facts = { ...monthly(1, '100.00', 29, 31), canceledOn };
      const options = own({ cancellationDay: day, subscriptionDays: 30 });
      expect(decideSoftwareCancellation(facts, options).credit).toMatchObject({ amount, days });
    },
  );
});

describe('a term of a month', () => {
  const month = { ...billed, term: 'P1M', billingCycle: 'monthly' } as const;

  it.each([
    ['2025-03-31', true, 1],
    ['2025-04-01', false, null],
    ['2025-04-02', false, null],
  ])('cancelled on %s has a credit: %s', (canceledOn, allowed, days) => {
    const answer = decideSoftwareCancellation({ ...month, canceledOn });
    expect(answer.allowed).toBe(allowed);
    expect(answer.credit).toEqual(days === null ? null : expect.objectContaining({ days }));
    if (!answer.allowed) expect(answer.reason).toBe('term-ended');
  });

  it('has ended after its window has closed too, which is told once', () => {
    const late = { ...month, canceledOn: '2025-04-02' };
    expect(decideSoftwareCancellation(late, { policy: 'software-2022' })).toMatchObject({
      reason: 'window-passed',
      obstacles: [{ reason: 'window-passed' }],
    });
  });
});

describe('the first 24 hours', () => {
  const policy = 'software-2023-01';
  const at = (purchasedOn: string, canceledOn: string, more: object = {}) =>
    decideSoftwareCancellation({ ...billed, purchasedOn, canceledOn, ...more }, { policy });
  const full = { basis: 'full', amount: '1200.00' };

  it.each([
    ['2025-03-01T10:00:00Z', '2025-03-01T10:00:00Z', true],
    ['2025-03-01T10:00:00Z', '2025-03-02T09:59:59.999999999Z', true],
    ['2025-03-01T10:00:00Z', '2025-03-02T10:00:00Z', false],
    ['2025-03-01T10:00:00Z', '2025-03-02T10:00:00.000000001Z', false],
    ['2025-03-01T23:59:59Z', '2025-03-02T00:00:00Z', true],
    ['2025-03-01T00:00:00Z', '2025-03-02T00:00:00Z', false],
    ['2025-03-01T00:00:00Z', '2025-03-01T23:59:59Z', true],
    ['2025-03-01', '2025-03-01', true],
    ['2025-03-01', '2025-03-03', false],
  ])('from %s to %s are in full: %s', (purchasedOn, canceledOn, isFull) => {
    const { credit, lines, because, interpretations } = at(purchasedOn, canceledOn);
    if (!isFull) {
      expect(credit?.basis).toBe('pro-rated');
      return;
    }
    expect(credit).toMatchObject(full);
    expect(lines).toEqual([{ code: 'credit', amount: '1200.00', clause: 'SOF-21', of: '1200.00' }]);
    expect(because).toEqual(['SOF-19', 'SOF-21', 'SOF-4', 'SOF-5', 'SOF-7']);
    expect(interpretations).toEqual(['R-SIXTY', 'R-HOURS', 'R-WHEN']);
  });

  it('need instants on the day after the purchase', () => {
    const ask = (purchasedOn: string, canceledOn: string, more: object = {}) =>
      faultsOf(() => at(purchasedOn, canceledOn, more));
    const both = ['purchasedAt: missing-field', 'canceledAt: missing-field'];
    expect(ask('2025-03-01', '2025-03-02')).toEqual(both);
    expect(ask('2025-03-01T10:00:00Z', '2025-03-02')).toEqual([both[1]]);
    expect(ask('2025-03-01', '2025-03-02T10:00:00Z')).toEqual([both[0]]);
    const instants = { purchasedAt: '2025-03-01T10:00:00Z', canceledAt: '2025-03-02T09:00:00Z' };
    expect(at('2025-03-01', '2025-03-02', instants).credit).toMatchObject(full);
    expect(issuesOf(() => at('2025-03-01', '2025-03-02'))[0]?.expected).toBe(
      'the instant of the purchase, since hours decide on this day',
    );
  });

  it('are the policy’s, and need no cycle and no units', () => {
    const bare = without(billed, 'billingCycle', 'quantity');
    const facts = { ...bare, canceledOn: '2025-03-01' };
    expect(decideSoftwareCancellation(facts, { policy }).credit).toMatchObject(full);
    expect(faultsOf(() => decideSoftwareCancellation(facts, { policy: 'software-2022' }))).toEqual([
      'billingCycle: missing-field',
      'quantity: missing-field',
    ]);
  });

  it('are nothing to perpetual software, which is credited in full anyway', () => {
    const facts = { ...perpetual, canceledOn: '2025-03-02' };
    expect(decideSoftwareCancellation(facts, { policy }).because).not.toContain('SOF-21');
  });

  it.each([
    [12, '2025-03-01', 'needs instants'],
    [36, '2025-03-02', 'needs instants'],
    [48, '2025-03-02', 'full'],
    [48, '2025-03-04', 'pro-rated'],
  ])('may be %i by a policy of one’s own, on %s: %s', (fullCreditHours, canceledOn, basis) => {
    const ask = () =>
      decideSoftwareCancellation({ ...billed, canceledOn }, own({ fullCreditHours }));
    if (basis === 'needs instants') expect(faultsOf(ask)).toHaveLength(2);
    else expect(ask().credit?.basis).toBe(basis);
  });
});

describe('the instants of a purchase', () => {
  const cancel = (facts: object) => () =>
    decideSoftwareCancellation({ ...subscription, ...facts } as SoftwareCancellationInput);

  it('are kept next to the days, and agree with them', () => {
    const given = {
      purchasedOn: '2025-03-01T23:30:00-01:00',
      canceledAt: '2025-03-05T01:00:00.5+02:00',
      canceledOn: '2025-03-04',
    };
    expect(cancel(given)().request).toMatchObject({
      purchasedOn: '2025-03-02',
      purchasedAt: '2025-03-02T00:30:00.000Z',
      canceledOn: '2025-03-04',
      canceledAt: '2025-03-04T23:00:00.500Z',
    });
    const same = { ...given, purchasedAt: '2025-03-02T00:30:00Z' };
    expect(cancel(same)().request).toEqual(cancel(given)().request);
  });

  it.each([
    [{ purchasedAt: '2025-03-02T00:00:00Z' }, ['purchasedAt: contradiction']],
    [{ canceledAt: '2025-04-29T23:59:59Z' }, ['canceledAt: contradiction']],
    [
      { purchasedOn: '2025-03-01T10:00:00Z', purchasedAt: '2025-03-01T10:00:01Z' },
      ['purchasedAt: contradiction'],
    ],
    [{ purchasedAt: 'x' }, ['purchasedAt: malformed-instant']],
    [{ purchasedOn: 'x', purchasedAt: '2025-03-01T10:00:00Z' }, ['purchasedOn: malformed-day']],
    [
      { purchasedOn: '2025-03-01T10:00:00Z', canceledOn: '2025-03-01T09:59:59Z' },
      ['canceledOn: before-purchase'],
    ],
    [
      {
        ...{ purchasedOn: '2025-03-01T10:00:00Z', canceledOn: '2025-03-01' },
        canceledAt: '2025-03-01T09:59:59Z',
      },
      ['canceledAt: before-purchase'],
    ],
  ])('are reported where they are wrong: %j', (facts, faults) => {
    expect(faultsOf(cancel(facts))).toEqual(faults);
  });

  it('say what they should be', () => {
    const expectedOf = (facts: object) => issuesOf(cancel(facts))[0]?.expected;
    expect(expectedOf({ purchasedAt: '2025-03-02T00:00:00Z' })).toBe(
      'an instant on 2025-03-01, as purchasedOn states',
    );
    const twice = { purchasedOn: '2025-03-01T10:00:00Z', purchasedAt: '2025-03-01T10:00:01Z' };
    expect(expectedOf(twice)).toBe('2025-03-01T10:00:00.000Z, as purchasedOn states');
    const early = { purchasedOn: '2025-03-01T10:00:00Z', canceledOn: '2025-03-01T09:00:00Z' };
    expect(expectedOf(early)).toBe(
      'the instant of the purchase (2025-03-01T10:00:00.000Z) or a later one',
    );
  });
});

describe('the billing cycle and the units', () => {
  const faults = (facts: object) =>
    faultsOf(() => decideSoftwareCancellation(facts as SoftwareCancellationInput));

  it.each([
    [{ ...billed, billingCycle: 'weekly' }, ['billingCycle: unknown-value']],
    [{ ...billed, billingCycle: 'triennial' }, ['billingCycle: contradiction']],
    [{ ...billed, term: 'P1M' }, ['billingCycle: contradiction']],
    [{ ...perpetual, billingCycle: 'annual' }, ['billingCycle: unknown-field']],
    [
      { ...perpetual, kind: 'x', billingCycle: 'annual' },
      ['kind: unknown-value', 'term: missing-field'],
    ],
    [{ ...without(billed, 'term', 'paid', 'currency') }, ['term: missing-field']],
    [{ ...billed, quantity: 0 }, ['quantity: malformed-count']],
    [{ ...billed, quantity: 1.5 }, ['quantity: malformed-count']],
    [{ ...billed, quantity: '1' }, ['quantity: malformed-count']],
    [{ ...billed, quantity: Number.MAX_SAFE_INTEGER + 1 }, ['quantity: malformed-count']],
    [{ ...billed, friendlyName: ' ' }, ['friendlyName: empty']],
    [{ ...billed, subscriptionId: 1 }, ['subscriptionId: wrong-type']],
  ])('are read without trust (%#)', (facts, expected) => {
    expect(faults(facts)).toEqual(expected);
  });
});

it('any number of units is cancelled together', () => {
  const quantity = Number.MAX_SAFE_INTEGER;
  const facts = { ...billed, quantity, paid: '999999999999999.99', canceledOn: '2025-03-05' };
  const decision = decideSoftwareCancellation(facts, { policy: 'software-2022' });
  // 99,999,999,999,999,999 ÷ 9,007,199,254,740,991 × 361 ÷ 365 = 10.98…
  expect(decision.lines[0]).toMatchObject({ amount: '0.10', quantity });
  expect(decision.credit?.amount).toBe('900719925474099.10');
});

describe('the details of a cancellation since 2023-06', () => {
  const policy = 'software-2023-06';
  const early = { canceledOn: '2025-03-05' } as const;

  it.each([
    [{ friendlyName: 'SQL' }, []],
    [{ subscriptionId: 'S-1' }, []],
    [{}, ['subscription']],
    [{ customer: undefined }, ['customer', 'subscription']],
  ])('name a subscription by its friendly name or ID: %j', (given, missing) => {
    const bare = without(billed, 'friendlyName', 'productName', 'orderId', 'messageRead');
    const answer = decideSoftwareCancellation({ ...bare, ...early, ...given }, { policy });
    expect(answer.missing).toEqual(missing);
    expect(answer.allowed).toBe(missing.length === 0);
    if (!answer.allowed) {
      expect(answer).toMatchObject({ reason: 'support-required', because: ['SOF-6', 'SOF-22'] });
    }
  });

  it('ask for the order and the tick of perpetual software only', () => {
    const bare = without(perpetual, 'orderId', 'messageRead');
    const answer = decideSoftwareCancellation({ ...bare, ...early }, { policy });
    expect(answer.missing).toEqual(['orderId', 'messageRead']);
  });
});

describe('a sales agent', () => {
  const cancelled = (canceledOn: string, policy: PublishedSoftwarePolicyId = 'software-2023-06') =>
    decideSoftwareCancellation(
      { ...perpetual, purchasedOn: '2023-07-20', canceledOn, roles: ['sales-agent'] },
      { policy },
    );

  it.each([
    ['2023-07-26', false],
    ['2023-07-27', true],
    ['2023-07-28', true],
  ])('cancels on %s under the text of 2023-06: %s', (day, allowed) => {
    expect(cancelled(day)).toMatchObject({
      allowed,
      allowedRoles: allowed ? ['admin-agent', 'sales-agent'] : ['admin-agent'],
    });
    expect(cancelled(day).because.includes('ROL-14')).toBe(allowed);
  });

  it('does not cancel under an earlier text, nor does a global admin', () => {
    expect(cancelled('2023-07-28', 'software-2023-01').allowed).toBe(false);
    const global = { ...perpetual, roles: ['global-admin'] } as const;
    expect(decideSoftwareCancellation(global, { policy: 'software-2023-06' })).toMatchObject({
      allowed: false,
    });
    const old = { ...perpetual, purchasedOn: '2019-01-01', canceledOn: '2019-01-02' };
    expect(decideSoftwareCancellation(old, { policy: 'software-2023-06' }).allowedRoles).toEqual([
      'admin-agent',
    ]);
  });
});
