import { describe, expect, it } from 'vitest';
import { decideSoftwareCancellation, readPartnerSubscription } from '../../../src/index.ts';
import { complaints, factsOf } from '../readers.ts';

const subscription = {
  id: 'S-1',
  orderId: 'O-1',
  offerName: 'Suite',
  friendlyName: 'Suite for Sales',
  quantity: 10,
  status: 'active',
  termDuration: 'P1Y',
  billingCycle: 'monthly',
  creationDate: '2023-07-01T23:30:00-01:00',
  commitmentEndDate: '2024-07-01T00:00:00Z',
  cancellationAllowedUntilDate: '2023-07-09T00:30:00Z',
  refundOptions: [
    { type: 'Full', expiresAt: '2023-07-03T00:30:00Z', sequenceId: 0 },
    { type: 'Partial', expiresAt: null },
  ],
  refundableQuantity: {
    totalQuantity: 10,
    details: [{ quantity: 10, allowedUntilDateTime: '2023-07-09T00:30:00Z', links: {} }],
  },
  autoRenewEnabled: false,
  attributes: { objectType: 'Subscription' },
};
const known = {
  kind: 'subscription',
  canceledOn: '2023-07-04',
  roles: 'admin-agent',
  customer: { domain: 'contoso.com' },
  paid: '120.00',
  currency: 'USD',
} as const;
type Body = Record<string, unknown>;
const read = (changes: Body = {}, more: Body = {}) =>
  readPartnerSubscription({ ...subscription, ...changes }, { ...known, ...more } as never);

describe('a subscription of Partner Center', () => {
  it('states the facts of its cancellation, with the instants of the vendor', () => {
    const facts = factsOf(read());
    expect(facts).toEqual({
      kind: 'subscription',
      purchasedOn: '2023-07-02',
      purchasedAt: '2023-07-02T00:30:00.000Z',
      canceledOn: '2023-07-04',
      roles: ['admin-agent'],
      cancellationAllowedUntilDate: '2023-07-09T00:30:00.000Z',
      refundOptions: [{ type: 'Full', expiresAt: '2023-07-03T00:30:00.000Z' }, { type: 'Partial' }],
      refundableQuantity: {
        totalQuantity: 10,
        details: [{ quantity: 10, allowedUntilDateTime: '2023-07-09T00:30:00.000Z' }],
      },
      quantity: 10,
      paid: '120.00',
      currency: 'USD',
      term: 'P1Y',
      billingCycle: 'monthly',
      customer: { domain: 'contoso.com' },
      productName: 'Suite',
      friendlyName: 'Suite for Sales',
      orderId: 'O-1',
      subscriptionId: 'S-1',
    });
    // 12.00 × 29 ÷ 31, rounded down, 10 times
    expect(decideSoftwareCancellation(facts, { policy: 'software' })).toMatchObject({
      allowed: true,
      policy: { id: 'software-2023-06' },
      credit: { basis: 'pro-rated', amount: '112.20', days: 29, termDays: 31 },
    });
  });

  it('lacks the facts of the caller', () => {
    expect(complaints(readPartnerSubscription(subscription))).toEqual([
      'known.kind missing-field',
      'known.canceledOn missing-field',
      'known.roles missing-field',
    ]);
  });

  it('may leave out every other field', () => {
    const facts = factsOf(
      readPartnerSubscription(
        {},
        {
          kind: 'subscription',
          purchasedOn: '2023-07-01',
          canceledOn: '2023-07-04',
          roles: 'admin-agent',
        },
      ),
    );
    expect(Object.keys(facts)).toEqual(['kind', 'purchasedOn', 'canceledOn', 'roles']);
  });

  it('says nothing by null or by an empty text', () => {
    const nothing = {
      ...{ orderId: '', offerName: '', friendlyName: '', quantity: null, billingCycle: null },
      ...{ cancellationAllowedUntilDate: null, refundOptions: null, refundableQuantity: null },
    };
    const facts = factsOf(read(nothing, { paid: undefined, currency: undefined }));
    for (const name of Object.keys(nothing)) expect(facts).not.toHaveProperty(name);
    expect(facts).not.toHaveProperty('productName');
  });

  it('gives way to the facts of the caller', () => {
    const facts = factsOf(read({}, { quantity: 3, friendlyName: 'Ours' }));
    expect(facts).toMatchObject({ quantity: 3, friendlyName: 'Ours' });
  });

  it.each([
    ['monthly', 'P1Y', 'monthly'],
    ['Annual', 'P1Y', 'annual'],
    ['triennial', 'P3Y', 'triennial'],
    ['one_time', 'P1M', 'monthly'],
    ['OneTime', 'P1Y', 'annual'],
    ['one_time', 'P3Y', 'triennial'],
    ['none', 'P1Y', undefined],
  ])('that is paid %s for a term of %s has the charge cycle %s', (word, termDuration, cycle) => {
    const body = { billingCycle: word, termDuration, commitmentEndDate: undefined };
    expect(factsOf(read(body, { paid: undefined, currency: undefined })).billingCycle).toBe(cycle);
  });

  it('has a charge cycle only next to a term, which the caller may add', () => {
    const body = {
      billingCycle: 'one_time',
      termDuration: undefined,
      commitmentEndDate: undefined,
    };
    const free = { paid: undefined, currency: undefined };
    expect(factsOf(read(body, free))).not.toHaveProperty('billingCycle');
    expect(factsOf(read(body, { ...free, term: 'P3Y' }))).toMatchObject({
      term: 'P3Y',
      billingCycle: 'triennial',
    });
  });

  it('has neither term nor cycle if it is a plan of another maker', () => {
    const facts = factsOf(read({}, { kind: 'red-hat-plan' }));
    expect(facts).not.toHaveProperty('term');
    expect(facts).not.toHaveProperty('billingCycle');
  });

  it.each(['active', 'Suspended', 'pending'])('is live when it is %s', (status) => {
    expect(read({ status }).ok).toBe(true);
  });

  it.each([
    ['deleted', 'contradiction'],
    ['Expired', 'contradiction'],
    ['disabled', 'contradiction'],
    ['asleep', 'unknown-value'],
  ])('is not read when it is %s', (status, code) => {
    expect(complaints(read({ status }))).toEqual([`status ${code}`]);
  });

  it('that names the end of a refund as the documentation does is read alike', () => {
    const refundOptions = [{ type: 'Full', expiresAfter: '2023-07-03T00:30:00Z' }];
    expect(factsOf(read({ refundOptions })).refundOptions).toEqual([
      { type: 'Full', expiresAt: '2023-07-03T00:30:00.000Z' },
    ]);
  });

  it('of the .NET library is read alike', () => {
    const pascal = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(pascal);
      if (typeof value !== 'object' || value === null) return value;
      const upper = (name: string) => `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
      return Object.fromEntries(
        Object.entries(value).map(([name, part]) => [upper(name), pascal(part)]),
      );
    };
    expect(readPartnerSubscription(pascal(subscription), known)).toEqual(read());
  });

  it.each<[Body, string]>([
    [{ id: 5 }, 'id wrong-type'],
    [{ quantity: 0 }, 'quantity malformed-count'],
    [{ creationDate: 'soon' }, 'creationDate malformed-day'],
    [{ commitmentEndDate: 'soon' }, 'commitmentEndDate malformed-day'],
    [{ termDuration: 'P2Y', commitmentEndDate: null }, 'termDuration unknown-value'],
    [{ billingCycle: 'weekly' }, 'billingCycle unknown-value'],
    [{ billingCycle: 5 }, 'billingCycle unknown-value'],
    [{ billingCycle: 'triennial' }, 'billingCycle contradiction'],
    [
      { cancellationAllowedUntilDate: '2023-05-08' },
      'cancellationAllowedUntilDate malformed-instant',
    ],
    [{ refundOptions: {} }, 'refundOptions not-an-array'],
    [{ refundOptions: [5] }, 'refundOptions.0 not-an-object'],
    [{ refundOptions: [{}] }, 'refundOptions.0.type missing-field'],
    [{ refundOptions: [{ type: 'Half' }] }, 'refundOptions.0.type unknown-value'],
    [
      { refundOptions: [{ type: 'Full', expiresAt: 'P1D' }] },
      'refundOptions.0.expiresAt malformed-instant',
    ],
    [
      {
        refundOptions: [
          {
            type: 'Full',
            expiresAt: '2023-07-03T00:30:00Z',
            expiresAfter: '2023-07-03T00:30:00Z',
          },
        ],
      },
      'refundOptions.0.expiresAfter duplicate',
    ],
    [{ refundableQuantity: 5 }, 'refundableQuantity not-an-object'],
    [{ refundableQuantity: {} }, 'refundableQuantity.totalQuantity missing-field'],
    [
      { refundableQuantity: { totalQuantity: 1, details: 5 } },
      'refundableQuantity.details not-an-array',
    ],
    [
      { refundableQuantity: { totalQuantity: 1, details: [5] } },
      'refundableQuantity.details.0 not-an-object',
    ],
    [
      {
        refundableQuantity: {
          totalQuantity: 1,
          details: [{ allowedUntilDateTime: '2023-07-09T00:30:00Z' }],
        },
      },
      'refundableQuantity.details.0.quantity missing-field',
    ],
  ])('with %j is not read', (changed, complaint) => {
    expect(complaints(read(changed))).toEqual([complaint]);
  });

  it('is not perpetual if it has a term', () => {
    expect(complaints(read({}, { kind: 'perpetual' }))).toEqual(['termDuration contradiction']);
  });

  it('is no text, and its caller’s facts are no text either', () => {
    expect(complaints(readPartnerSubscription('S-1', known))).toContain(' not-an-object');
    expect(complaints(readPartnerSubscription(subscription, 'all' as never))).toContain(
      'known not-an-object',
    );
  });
});

describe('the last day of the commitment', () => {
  // Bought on 2023-07-02 for a year: the term's last day is 2024-07-01.
  it.each([
    ['2024-06-30', undefined],
    ['2024-07-01', 'P1Y'],
    ['2024-07-02', 'P1Y'],
  ])('%s says that the first term is that of the subscription, or shorter', (last, term) => {
    const commitmentEndDate = `${last}T00:00:00Z`;
    const facts = factsOf(read({ commitmentEndDate }, { paid: undefined, currency: undefined }));
    expect(facts).toMatchObject({ purchasedOn: '2023-07-02' });
    expect(facts.term).toBe(term);
    expect(facts.billingCycle).toBe(term && 'monthly');
  });

  it.each([
    ['2024-07-03', '2023-07-03'],
    ['2025-07-01', '2024-07-02'],
  ])('%s says that the term began later, on a day that the caller adds', (last, purchasedOn) => {
    const commitmentEndDate = `${last}T00:00:00Z`;
    const parsed = read({ commitmentEndDate });
    expect(complaints(parsed)).toEqual(['known.purchasedOn missing-field']);
    const began = { purchasedOn, canceledOn: purchasedOn };
    expect(factsOf(read({ commitmentEndDate }, began))).toMatchObject({ purchasedOn, term: 'P1Y' });
  });

  it('is that of the month, if the month of the purchase has more days', () => {
    const body = (last: string) => ({
      ...{ creationDate: '2023-01-31T09:00:00Z', commitmentEndDate: `${last}T00:00:00Z` },
      ...{ termDuration: 'P1M', billingCycle: 'monthly' },
    });
    const on = { canceledOn: '2023-02-01' };
    expect(factsOf(read(body('2023-02-27'), on)).term).toBe('P1M');
    expect(factsOf(read(body('2023-02-28'), on)).term).toBe('P1M');
    expect(complaints(read(body('2023-02-26'), on))).toEqual(['known.term missing-field']);
    expect(complaints(read(body('2023-03-01'), on))).toEqual(['known.purchasedOn missing-field']);
  });

  it('counts from the purchase that the caller states', () => {
    const renewed = { purchasedOn: '2024-07-02', canceledOn: '2024-07-03' };
    const body = { commitmentEndDate: '2025-06-30T00:00:00Z' };
    expect(complaints(read(body, renewed))).toEqual(['known.term missing-field']);
  });

  it('says nothing without a term', () => {
    const body = { termDuration: undefined, billingCycle: undefined };
    const free = { paid: undefined, currency: undefined };
    expect(complaints(read(body, free))).toEqual(['known.purchasedOn missing-field']);
    expect(factsOf(read(body, { term: 'P1Y' }))).toMatchObject({ purchasedOn: '2023-07-02' });
  });
});
