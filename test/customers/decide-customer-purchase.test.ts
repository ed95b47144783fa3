import { describe, expect, it } from 'vitest';
import {
  type CustomerPurchaseFacts,
  type CustomerSubscription,
  decideCustomerPurchase,
} from '../../src/customers/index.ts';
import {
  faultsOf,
  impostors,
  issuesOf,
  junk,
  noFacts,
  spoil,
  withThrowingGetter,
} from './hostile.ts';
import { missing, whileOn } from './rulebook.ts';

const offers = ['azure-plan', 'azure-global', 'other'] as const;
const buyers = ['partner', 'other'] as const;
const userRoles = ['owner', 'other'] as const;
const permissions = ['on', 'off'] as const;
/** Not given, not listed by MKT-1, and listed. */
const markets = [undefined, 'KR', 'SZ'] as const;

const subscriptions: readonly (CustomerSubscription | null)[] = [
  null,
  ...offers.flatMap((offer) =>
    buyers.flatMap((boughtBy) => userRoles.map((userRole) => ({ offer, boughtBy, userRole }))),
  ),
];

/** Every purchase that can be asked about, but for the other 248 markets. */
const purchases: readonly CustomerPurchaseFacts[] = subscriptions.flatMap((subscription) =>
  permissions.flatMap((permission) =>
    markets.map((market) => ({ subscription, permission, market })),
  ),
);

const good: CustomerPurchaseFacts = {
  subscription: { offer: 'azure-plan', boughtBy: 'partner', userRole: 'owner' },
  permission: 'on',
};

describe('decideCustomerPurchase', () => {
  it('lists the effects of a purchase for the partner', () => {
    expect(decideCustomerPurchase({ ...good, market: '대한민국' })).toEqual({
      kind: 'customer-purchase',
      allowed: true,
      because: ['CUS-3', 'CUS-4', 'CUS-1', 'MKT-1', 'CUS-5', 'CUS-6', 'CUS-7', 'CUS-8'],
      interpretations: ['R-CONDITIONS'],
      effects: whileOn,
      notes: ['no-promise-to-sell'],
      assumed: [],
      request: { ...good, market: 'KR' },
    });
  });

  it('lists the market as assumed', () => {
    expect(decideCustomerPurchase(good)).toEqual({
      kind: 'customer-purchase',
      allowed: true,
      because: ['CUS-3', 'CUS-4', 'CUS-1', 'CUS-5', 'CUS-6', 'CUS-7', 'CUS-8'],
      interpretations: ['R-CONDITIONS'],
      effects: whileOn,
      notes: [],
      assumed: ['market'],
      request: good,
    });
  });

  it('reports everything missing together, each with its next step', () => {
    expect(
      decideCustomerPurchase({ subscription: null, permission: 'off', market: 'Swaziland' }),
    ).toEqual({
      kind: 'customer-purchase',
      allowed: false,
      reason: 'no-subscription',
      obstacles: [missing.subscription, missing.owner, missing.permission, missing.market],
      because: ['CUS-3', 'CUS-4', 'CUS-1', 'MKT-1'],
      interpretations: ['R-CONDITIONS'],
      effects: null,
      notes: [],
      assumed: [],
      request: { subscription: null, permission: 'off', market: 'SZ' },
    });
  });

  it('is for the owner of the subscription alone', () => {
    const subscription = { offer: 'azure-plan', boughtBy: 'partner', userRole: 'other' } as const;
    expect(decideCustomerPurchase({ ...good, subscription })).toMatchObject({
      allowed: false,
      obstacles: [missing.owner],
      because: ['CUS-4', 'CUS-3'],
    });
  });

  it('keeps the note on the market if something else is missing', () => {
    expect(decideCustomerPurchase({ ...good, permission: 'off', market: 'KR' })).toMatchObject({
      obstacles: [missing.permission],
      because: ['CUS-1', 'CUS-3'],
      notes: ['no-promise-to-sell'],
      assumed: [],
    });
  });

  it('reads the role even if the subscription does not qualify', () => {
    const subscription = { offer: 'other', boughtBy: 'partner', userRole: 'owner' } as const;
    expect(decideCustomerPurchase({ subscription, permission: 'on' })).toMatchObject({
      obstacles: [missing.subscription],
    });
  });

  it.each(purchases)('is answered alike by its canonical form: $subscription, $market', (facts) => {
    const decision = decideCustomerPurchase(facts);
    expect(decideCustomerPurchase(decision.request)).toEqual(decision);
    expect(JSON.parse(JSON.stringify(decision))).toEqual(decision);
  });

  it.each(purchases)('shares nothing that can be changed: $subscription, $market', (facts) => {
    const before = JSON.stringify(decideCustomerPurchase(facts));
    const asked = JSON.stringify(facts);
    spoil(decideCustomerPurchase(facts));
    expect(JSON.stringify(decideCustomerPurchase(facts))).toBe(before);
    expect(JSON.stringify(facts)).toBe(asked);
  });
});

describe('decideCustomerPurchase with malformed facts', () => {
  const ask = (facts: unknown) => () => decideCustomerPurchase(facts as CustomerPurchaseFacts);

  it('requires the permission and the subscription', () => {
    expect(faultsOf(ask({}))).toEqual(['subscription: missing-field', 'permission: missing-field']);
    expect(issuesOf(ask({}))[0]?.message).toBe(
      'subscription: expected a subscription, or null if there is none, got nothing',
    );
  });

  it('reports every issue at once', () => {
    const subscription = { offer: 'azure', bougthBy: 'us' };
    expect(faultsOf(ask({ subscription, permision: 'on', market: 'UK' }))).toEqual([
      'permision: unknown-field',
      'subscription.bougthBy: unknown-field',
      'subscription.offer: unknown-value',
      'subscription.boughtBy: missing-field',
      'subscription.userRole: missing-field',
      'permission: missing-field',
      'market: unknown-value',
    ]);
    expect(issuesOf(ask({ ...good, permision: 'on' }))[0]?.expected).toBe('the field permission');
  });

  it('rejects an unknown market', () => {
    expect(faultsOf(ask({ ...good, market: 'Atlantis' }))).toEqual(['market: unknown-value']);
    expect(faultsOf(ask({ ...good, market: 1 }))).toEqual(['market: wrong-type']);
    expect(faultsOf(ask({ ...good, market: '' }))).toEqual(['market: empty']);
  });

  it.each(noFacts)('refuses %s for facts', (_, value) => {
    expect(faultsOf(ask(value))[0]).toMatch(/^: (not-an-object|unreadable)$/);
  });

  it.each(noFacts.slice(2))('refuses %s for a subscription', (_, value) => {
    expect(faultsOf(ask({ ...good, subscription: value }))[0]).toMatch(
      /^subscription: (not-an-object|unreadable)$/,
    );
  });

  it.each(impostors)('refuses %j for each word', (word) => {
    const subscription = { offer: word, boughtBy: word, userRole: word };
    expect(faultsOf(ask({ subscription, permission: word }))).toEqual([
      'subscription.offer: unknown-value',
      'subscription.boughtBy: unknown-value',
      'subscription.userRole: unknown-value',
      'permission: unknown-value',
    ]);
  });

  it.each(junk)('refuses %s for each word', (_, value) => {
    const subscription = { offer: value, boughtBy: value, userRole: value };
    expect(faultsOf(ask({ subscription, permission: value, market: value }))).toEqual([
      'subscription.offer: unknown-value',
      'subscription.boughtBy: unknown-value',
      'subscription.userRole: unknown-value',
      'permission: unknown-value',
      'market: wrong-type',
    ]);
  });

  it('refuses giant texts, and shows little of them', () => {
    const giant = 'on'.repeat(5_000_000);
    const issues = issuesOf(ask({ ...good, permission: giant, market: giant }));
    expect(issues.map(({ code }) => code)).toEqual(['unknown-value', 'too-long']);
    for (const { message } of issues) expect(message.length).toBeLessThan(300);
  });

  it.each(['subscription', 'permission', 'market'])('refuses a %s that throws', (name) => {
    expect(faultsOf(ask(withThrowingGetter(good, name)))).toEqual([': unreadable']);
  });

  it('rejects facts that an object inherits', () => {
    expect(faultsOf(ask(Object.create(good)))).toEqual([': not-an-object']);
    const polluted = JSON.parse('{"subscription": null, "__proto__": {"permission": "on"}}');
    expect(faultsOf(ask(polluted))).toContain('permission: missing-field');
  });

  it('calls each getter once', () => {
    let asked = 0;
    const facts = { ...good };
    Object.defineProperty(facts, 'permission', {
      enumerable: true,
      get: () => {
        asked += 1;
        return asked === 1 ? 'off' : 'on';
      },
    });
    expect(decideCustomerPurchase(facts)).toMatchObject({ reason: 'permission-off' });
    expect(asked).toBe(1);
  });
});

it('takes no market for a savings plan, because the list is for reservations', () => {
  const ask = () =>
    decideCustomerPurchase({
      subscription: null,
      permission: 'on',
      product: 'savings-plan',
      market: 'KR',
    });
  expect(issuesOf(ask)).toMatchObject([{ path: ['market'], code: 'contradiction' }]);
  const malformed = () =>
    decideCustomerPurchase({ subscription: null, permission: 'on', asOf: '2022-02-30' });
  expect(issuesOf(malformed)).toMatchObject([{ path: ['asOf'], code: 'no-such-day' }]);
});
