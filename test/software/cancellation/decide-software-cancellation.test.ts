import { describe, expect, it } from 'vitest';
import { explain } from '../../../src/explain/index.ts';
import {
  decideSoftwareCancellation,
  defaultSoftwarePolicy,
  type SoftwareCancellationInput,
} from '../../../src/software/index.ts';
import { vandalise } from '../../reservations/deep.ts';
import { perpetual, subscription, without } from '../facts.ts';
import * as model from '../model.ts';
import { superseded } from '../policy-table.ts';

describe('a subscription', () => {
  it('is credited pro rata, with all fields of the answer', () => {
    expect(decideSoftwareCancellation(subscription)).toStrictEqual({
      kind: 'software-cancellation',
      allowed: true,
      because: ['SOF-1', 'SOF-2', 'SOF-4', 'SOF-5', 'SOF-7'],
      interpretations: ['R-SIXTY', 'R-PRORATE', 'R-BASIS', 'R-ROUND', 'R-WHICH', 'R-WHEN'],
      lastDay: '2025-04-30',
      endsAt: null,
      daysLeft: 0,
      daysSincePurchase: 60,
      allowedRoles: ['admin-agent'],
      ignoredRoles: [],
      missing: [],
      credit: {
        basis: 'pro-rated',
        amount: '1002.74',
        currency: 'USD',
        invoice: 'next-monthly',
        days: 305,
        termDays: 365,
      },
      lines: [
        {
          code: 'credit',
          amount: '1002.74',
          clause: 'SOF-2',
          of: '1200.00',
          days: 305,
          termDays: 365,
        },
      ],
      effects: [
        'keys-revoked',
        'download-links-revoked',
        'listed-without-key',
        'credit-on-next-monthly-invoice',
        'dashboard-may-lag-15-minutes',
        'both-stop-using',
        'partner-uninstalls',
        'partner-removes-downloads-and-links',
      ],
      assumed: ['policy'],
      request: subscription,
      policy: defaultSoftwarePolicy,
      ...superseded,
    });
  });

  it('is kept a day later', () => {
    const late = { ...subscription, canceledOn: '2025-05-01' };
    expect(decideSoftwareCancellation(late)).toStrictEqual({
      kind: 'software-cancellation',
      allowed: false,
      reason: 'window-passed',
      obstacles: [
        {
          reason: 'window-passed',
          clause: 'SOF-1',
          interpretation: 'R-SIXTY',
          nextStep: 'keep-the-software',
        },
      ],
      because: ['SOF-1'],
      interpretations: ['R-SIXTY', 'R-WHICH', 'R-WHEN'],
      lastDay: '2025-04-30',
      endsAt: null,
      daysLeft: 0,
      daysSincePurchase: 61,
      allowedRoles: ['admin-agent'],
      ignoredRoles: [],
      missing: [],
      credit: null,
      lines: [],
      effects: [],
      assumed: ['policy'],
      request: late,
      policy: defaultSoftwarePolicy,
      ...superseded,
    });
  });

  it.each([
    ['2025-03-01', '1200.00', 365],
    ['2025-03-02', '1196.71', 364],
    ['2025-04-29', '1006.03', 306],
  ])('cancelled on %s is credited %s', (canceledOn, amount, days) => {
    const { credit } = decideSoftwareCancellation({ ...subscription, canceledOn });
    expect(credit).toMatchObject({ basis: 'pro-rated', amount, days, termDays: 365 });
  });

  it('of three years is shared out over three years', () => {
    const three = { ...subscription, term: 'P3Y' } as const;
    // 1200.00 × 1036 ÷ 1096, since 2028 has a leap day
    expect(decideSoftwareCancellation(three).credit).toMatchObject({
      amount: '1134.31',
      days: 1036,
      termDays: 1096,
    });
  });

  it('has a share without a price, and no share without a term', () => {
    const unpriced = without(subscription, 'paid', 'currency');
    const nothing = { basis: 'pro-rated', amount: null, currency: null, invoice: 'next-monthly' };
    expect(decideSoftwareCancellation(unpriced)).toMatchObject({
      allowed: true,
      interpretations: ['R-SIXTY', 'R-PRORATE', 'R-WHICH', 'R-WHEN'],
      credit: { ...nothing, days: 305, termDays: 365 },
      lines: [],
    });
    expect(decideSoftwareCancellation(without(unpriced, 'term', 'billingCycle'))).toMatchObject({
      allowed: true,
      interpretations: ['R-SIXTY', 'R-WHICH', 'R-WHEN'],
      credit: { ...nothing, days: null, termDays: null },
      lines: [],
    });
  });
});

describe('perpetual software', () => {
  it.each(['2025-03-01', '2025-04-29', '2025-04-30'])('is credited in full on %s', (canceledOn) => {
    const answer = decideSoftwareCancellation({ ...perpetual, canceledOn });
    expect(answer).toMatchObject({
      allowed: true,
      interpretations: ['R-SIXTY', 'R-WHICH', 'R-WHEN'],
    });
    expect(answer.credit).toStrictEqual({
      basis: 'full',
      amount: '1200.00',
      currency: 'USD',
      invoice: 'next-monthly',
    });
    expect(answer.lines).toStrictEqual([
      { code: 'credit', amount: '1200.00', clause: 'SOF-2', of: '1200.00' },
    ]);
  });

  it('has no amount without a price', () => {
    const answer = decideSoftwareCancellation(without(perpetual, 'paid', 'currency'));
    expect(answer.credit).toStrictEqual({
      basis: 'full',
      amount: null,
      currency: null,
      invoice: 'next-monthly',
    });
    expect(answer.lines).toEqual([]);
  });

  it('has no limit and no fee', () => {
    const paid = '999999999999999.99';
    expect(decideSoftwareCancellation({ ...perpetual, paid }).credit?.amount).toBe(paid);
  });
});

describe('the window', () => {
  it.each([
    // bought, day 59, day 60, day 61
    ['2025-03-01', '2025-04-29', '2025-04-30', '2025-05-01'],
    ['2024-01-01', '2024-02-29', '2024-03-01', '2024-03-02'],
    ['2023-12-31', '2024-02-28', '2024-02-29', '2024-03-01'],
    ['2023-01-01', '2023-03-01', '2023-03-02', '2023-03-03'],
    ['2024-02-29', '2024-04-28', '2024-04-29', '2024-04-30'],
    ['2024-11-01', '2024-12-30', '2024-12-31', '2025-01-01'],
    ['2024-11-02', '2024-12-31', '2025-01-01', '2025-01-02'],
    ['1899-12-31', '1900-02-28', '1900-03-01', '1900-03-02'],
    ['1999-12-31', '2000-02-28', '2000-02-29', '2000-03-01'],
    ['0001-01-01', '0001-03-01', '0001-03-02', '0001-03-03'],
  ])('of what was bought on %s holds day 60', (purchasedOn, day59, day60, day61) => {
    const on = (canceledOn: string) =>
      decideSoftwareCancellation({ ...perpetual, purchasedOn, canceledOn });
    const lastDay = day60;
    expect(on(day59)).toMatchObject({ allowed: true, lastDay, daysLeft: 1, daysSincePurchase: 59 });
    expect(on(day60)).toMatchObject({ allowed: true, lastDay, daysLeft: 0, daysSincePurchase: 60 });
    expect(on(day61)).toMatchObject({
      allowed: false,
      reason: 'window-passed',
      lastDay,
      daysLeft: 0,
      daysSincePurchase: 61,
    });
  });

  it('counts UTC dates, not times of day', () => {
    const latest = {
      ...perpetual,
      purchasedOn: '2025-03-01T23:59:59+00:00',
      canceledOn: new Date('2025-04-30T23:59:59.999Z'),
    };
    expect(decideSoftwareCancellation(latest)).toMatchObject({ allowed: true, daysLeft: 0 });
    const abroad = { ...perpetual, canceledOn: '2025-05-01T08:59:59+09:00' };
    expect(decideSoftwareCancellation(abroad).request.canceledOn).toBe('2025-04-30');
  });

  it('may end on the last day that can be written', () => {
    const end = { ...subscription, purchasedOn: '9999-11-01', canceledOn: '9999-12-31' };
    expect(decideSoftwareCancellation(end)).toMatchObject({
      allowed: true,
      lastDay: '9999-12-31',
      daysLeft: 0,
      credit: { days: 306, termDays: 366 }, // the year 10000 has a leap day
    });
  });
});

describe('the term', () => {
  it.each([
    // bought, term, days of the term
    ['2024-02-29', 'P1Y', 365],
    ['2024-02-29', 'P3Y', 1095],
    ['2024-02-28', 'P1Y', 366],
    ['2023-03-01', 'P1Y', 366],
    ['2023-02-28', 'P1Y', 365],
    ['2025-12-31', 'P3Y', 1096],
    ['2097-03-01', 'P3Y', 1095],
  ] as const)('of what was bought on %s for %s has %i days', (purchasedOn, term, termDays) => {
    const facts = { ...subscription, purchasedOn, canceledOn: purchasedOn, term };
    const { credit } = decideSoftwareCancellation(facts);
    expect(credit).toMatchObject({ days: termDays, termDays, amount: '1200.00' });
    expect(model.termEndOf(purchasedOn, term) - model.dayNumber(purchasedOn)).toBe(termDays);
  });
});

describe('a tie', () => {
  it.each([
    // 1.83 × days ÷ 366 is half a cent too much for every odd number of days.
    ['2024-01-16', 351, '1.76'], // 1.755 up to the even cent
    ['2024-01-18', 349, '1.74'], // 1.745 down to it
    ['2024-03-01', 306, '1.53'], // no tie: 1.53 exactly
    ['2024-02-29', 307, '1.54'], // 1.535
    ['2024-02-27', 309, '1.54'], // 1.545
  ])('on %s goes to the even cent', (canceledOn, days, amount) => {
    const facts = { ...subscription, purchasedOn: '2024-01-01', canceledOn, paid: '1.83' };
    expect(decideSoftwareCancellation(facts).credit).toMatchObject({ days, termDays: 366, amount });
  });

  it('is settled alike on every day of the window, in every size of money', () => {
    const bought = '2024-01-01';
    let ties = 0;
    for (let day = 0; day <= 60; day += 1) {
      const canceledOn = model.dayText(model.dayNumber(bought) + day);
      // 183 and 548 are the halves of 366 and 1096 days; the last two lie beyond safe whole numbers.
      const cases = [
        [183n, 'P1Y'],
        [549n, 'P1Y'],
        [548n, 'P3Y'],
        [183n + 366n * 10n ** 13n, 'P1Y'],
        [548n + 1096n * 9n * 10n ** 13n, 'P3Y'],
      ] as const;
      for (const [minor, term] of cases) {
        const days = BigInt(model.termEndOf(bought, term) - model.dayNumber(canceledOn));
        const termDays = term === 'P1Y' ? 366n : 1096n;
        if ((minor * days * 2n) % termDays === 0n && (minor * days) % termDays !== 0n) ties += 1;
        const paid = model.amountText(minor, 2);
        const facts = { ...subscription, purchasedOn: bought, canceledOn, paid, term };
        expect(decideSoftwareCancellation(facts).credit?.amount).toBe(
          model.amountText(model.creditOf(minor, bought, canceledOn, term), 2),
        );
      }
    }
    expect(ties).toBe(5 * 30);
  });

  it.each([
    ['JPY', '183', '154'],
    ['KWD', '0.183', '0.154'],
    ['CLF', '0.0183', '0.0154'],
  ])('is one of minor units of %s', (currency, paid, amount) => {
    const days = { purchasedOn: '2024-01-01', canceledOn: '2024-02-29' };
    const { credit } = decideSoftwareCancellation({ ...subscription, ...days, paid, currency });
    expect(credit).toMatchObject({ amount, currency });
  });
});

describe('the requirements of a cancellation', () => {
  it.each([{ name: 'Contoso' }, { tenantId: '45411344-b09d-47e7' }, { domain: 'contoso.com' }])(
    'names the customer by any one: %j',
    (customer) => {
      const answer = decideSoftwareCancellation({ ...subscription, customer });
      expect(answer).toMatchObject({ allowed: true, missing: [], request: { customer } });
    },
  );

  it.each([{}, { name: undefined }, { name: undefined, tenantId: undefined, domain: undefined }])(
    'is not a customer without a name: %j',
    (customer) => {
      const answer = decideSoftwareCancellation({ ...subscription, customer });
      expect(answer).toMatchObject({ reason: 'support-required', missing: ['customer'] });
      expect(answer.request.customer).toStrictEqual({});
    },
  );

  it('is a tick, not the want of one', () => {
    const answer = decideSoftwareCancellation({ ...subscription, messageRead: false });
    expect(answer).toMatchObject({ reason: 'support-required', missing: ['messageRead'] });
    expect(answer.request.messageRead).toBe(false);
  });

  it('is listed in full if all of it is missing', () => {
    const bare = without(subscription, 'customer', 'productName', 'orderId', 'messageRead');
    expect(decideSoftwareCancellation(bare)).toMatchObject({
      reason: 'support-required',
      obstacles: [{ reason: 'support-required', clause: 'SOF-6', nextStep: 'request-support' }],
      because: ['SOF-6', 'SOF-5'],
      interpretations: ['R-SIXTY', 'R-WHICH', 'R-WHEN'],
      missing: ['customer', 'productName', 'orderId', 'messageRead'],
    });
  });
});

describe('the facts', () => {
  it('are returned in canonical form, and lead to the same answer again', () => {
    const given: SoftwareCancellationInput = {
      kind: 'subscription',
      purchasedOn: '2025-03-01T23:30:00-01:00',
      canceledOn: new Date('2025-04-30T12:00:00Z'),
      roles: ['sales-agent', 'admin-agent', 'sales-agent'],
      paid: 1200n,
      currency: 'KWD',
      term: 'P3Y',
      customer: { domain: 'contoso.com', name: 'Contoso', tenantId: undefined },
      qualifies: undefined,
      productName: ' SQL ',
    };
    const answer = decideSoftwareCancellation(given);
    expect(answer.request).toStrictEqual({
      kind: 'subscription',
      purchasedOn: '2025-03-02',
      purchasedAt: '2025-03-02T00:30:00.000Z',
      canceledOn: '2025-04-30',
      canceledAt: '2025-04-30T12:00:00.000Z',
      roles: ['admin-agent', 'sales-agent'],
      paid: '1200.000',
      currency: 'KWD',
      term: 'P3Y',
      customer: { name: 'Contoso', domain: 'contoso.com' },
      productName: ' SQL ',
    });
    expect(decideSoftwareCancellation(answer.request)).toEqual(answer);
  });

  it('take one role as well as an array of them', () => {
    const one = decideSoftwareCancellation({ ...subscription, roles: 'admin-agent' });
    expect(one).toEqual(decideSoftwareCancellation(subscription));
  });

  it('ignore and list names that are no role, next to one that is', () => {
    const roles = ['Billing hero', 'Admin Agent', 'Billing hero'];
    const answer = decideSoftwareCancellation({ ...subscription, roles });
    expect(answer).toMatchObject({ allowed: true, ignoredRoles: ['Billing hero'] });
    expect(answer.request.roles).toEqual(['admin-agent']);
    expect(explain(answer)).toContain('Billing hero');
    const altered = { ...answer, ignoredRoles: ['Sales Agent'] };
    expect(() => explain(altered)).toThrow('ignoredRoles');
  });

  it('can have a price even if it cannot be cancelled', () => {
    const plan = {
      ...without(subscription, 'term', 'billingCycle'),
      kind: 'red-hat-plan',
    } as const;
    expect(decideSoftwareCancellation(plan)).toMatchObject({
      reason: 'not-cancellable',
      credit: null,
      request: { paid: '1200.00', currency: 'USD' },
    });
  });
});

describe('an answer', () => {
  const late = { ...subscription, canceledOn: '2025-05-01', roles: [] };
  const unclear = { ...subscription, messageRead: false };
  const unpriced = without(perpetual, 'paid', 'currency');

  it.each([subscription, perpetual, unpriced, late, unclear])('is plain JSON', (facts) => {
    const answer = decideSoftwareCancellation(facts);
    expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer);
  });

  it.each([subscription, perpetual, unpriced, late, unclear])('is nobody else’s', (facts) => {
    const before = JSON.stringify(decideSoftwareCancellation(facts));
    const given = JSON.stringify(facts);
    vandalise(decideSoftwareCancellation(facts));
    expect(JSON.stringify(decideSoftwareCancellation(facts))).toBe(before);
    expect(JSON.stringify(facts)).toBe(given);
  });

  it('is made of frozen facts too', () => {
    const roles = Object.freeze(['admin-agent'] as const);
    const customer = Object.freeze({ name: 'Contoso' });
    const frozen = Object.freeze({ ...subscription, roles, customer });
    expect(decideSoftwareCancellation(frozen).request).toStrictEqual(frozen);
  });
});
