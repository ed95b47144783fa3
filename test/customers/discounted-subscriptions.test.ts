import { describe, expect, it } from 'vitest';
import { type DiscountFacts, discountedSubscriptions } from '../../src/customers/index.ts';
import {
  faultsOf,
  impostors,
  issuesOf,
  junk,
  noFacts,
  spoil,
  withThrowingGetter,
} from './hostile.ts';

const subscriptions = [
  { id: 'z', customerId: 'contoso', partnerId: 'us' },
  { id: 'theirs', customerId: 'contoso', partnerId: 'them' },
  { id: 'other', customerId: 'fabrikam', partnerId: 'us' },
  { id: 'neither', customerId: 'fabrikam', partnerId: 'them' },
  { id: 'a', customerId: 'contoso', partnerId: 'us' },
  { id: 'CASE', customerId: 'Contoso', partnerId: 'us' },
] as const;

const base = { customerId: 'contoso', partnerId: 'us', subscriptions } as const;
const shared: DiscountFacts = { ...base, scope: 'shared' };
const single: DiscountFacts = { ...base, scope: 'single', subscriptionId: 'a' };

describe('discountedSubscriptions', () => {
  it('are all that this partner bought for this customer, in the given order, with a shared scope', () => {
    expect(discountedSubscriptions(shared)).toEqual({
      kind: 'discounted-subscriptions',
      subscriptionIds: ['z', 'a'],
      because: ['CUS-9'],
      interpretations: [],
      request: shared,
    });
  });

  it('are the one of a single scope', () => {
    expect(discountedSubscriptions(single)).toEqual({
      kind: 'discounted-subscriptions',
      subscriptionIds: ['a'],
      because: ['CUS-9'],
      interpretations: [],
      request: single,
    });
  });

  it('can be none with a shared scope', () => {
    expect(discountedSubscriptions({ ...shared, subscriptions: [] }).subscriptionIds).toEqual([]);
    expect(discountedSubscriptions({ ...shared, partnerId: 'nobody' }).subscriptionIds).toEqual([]);
  });

  it('are found by ids that a look-up in a plain object would trip over', () => {
    const ids = ['__proto__', 'constructor', 'toString'];
    const listed = ids.map((id) => ({ id, customerId: '__proto__', partnerId: 'constructor' }));
    const facts = { customerId: '__proto__', partnerId: 'constructor', subscriptions: listed };
    expect(discountedSubscriptions({ ...facts, scope: 'shared' }).subscriptionIds).toEqual(ids);
    expect(
      faultsOf(() => discountedSubscriptions({ ...single, subscriptionId: 'valueOf' })),
    ).toEqual(['subscriptionId: unknown-value']);
  });

  it.each([shared, single])('are plain JSON that shares nothing: $scope', (facts) => {
    const answer = discountedSubscriptions(facts);
    const before = JSON.stringify(answer);
    expect(JSON.parse(before)).toEqual(answer);
    expect(discountedSubscriptions(answer.request)).toEqual(answer);
    spoil(answer);
    expect(JSON.stringify(discountedSubscriptions(facts))).toBe(before);
    expect(facts.subscriptions[0]).toEqual({ id: 'z', customerId: 'contoso', partnerId: 'us' });
  });
});

describe('discountedSubscriptions with malformed facts', () => {
  const ask = (facts: unknown) => () => discountedSubscriptions(facts as DiscountFacts);

  it.each(['theirs', 'other', 'neither', 'CASE', 'A', 'nowhere'])(
    'refuses a single scope on %s',
    (subscriptionId) => {
      expect(issuesOf(ask({ ...single, subscriptionId }))).toMatchObject([
        {
          path: ['subscriptionId'],
          code: 'unknown-value',
          expected: 'the id of a listed subscription that this partner bought for this customer',
          received: `"${subscriptionId}"`,
        },
      ]);
    },
  );

  it('rejects repeated subscriptions at each further position', () => {
    const twice = [...subscriptions, { ...subscriptions[0], partnerId: 'them' }, subscriptions[0]];
    expect(faultsOf(ask({ ...shared, subscriptions: twice }))).toEqual([
      'subscriptions.6.id: duplicate',
      'subscriptions.7.id: duplicate',
    ]);
    expect(issuesOf(ask({ ...shared, subscriptions: twice }))[0]?.expected).toBe(
      'an id that is listed once',
    );
  });

  it('reports every issue at once', () => {
    const listed = [{ id: '', costumerId: 'c', partnerId: 1 }, null, { id: '', customerId: 'c' }];
    expect(faultsOf(ask({ scope: 'single', customerId: '', subscriptions: listed }))).toEqual([
      'customerId: empty',
      'partnerId: missing-field',
      'subscriptions.0.costumerId: unknown-field',
      'subscriptions.0.id: empty',
      'subscriptions.0.customerId: missing-field',
      'subscriptions.0.partnerId: wrong-type',
      'subscriptions.1: not-an-object',
      'subscriptions.2.id: empty',
      'subscriptions.2.partnerId: missing-field',
      'subscriptionId: missing-field',
    ]);
  });

  it('rejects a subscription with the shared scope only', () => {
    expect(faultsOf(ask({ ...shared, subscriptionId: 'a' }))).toEqual([
      'subscriptionId: unknown-field',
    ]);
    expect(issuesOf(ask({ ...shared, subscriptionId: 'a' }))[0]?.expected).toBe(
      'no such field with the shared scope',
    );
    expect(ask({ ...shared, subscriptionId: undefined })()).toMatchObject({ request: shared });
    expect(faultsOf(ask({ ...single, scope: 'all' }))).toEqual(['scope: unknown-value']);
    expect(faultsOf(ask({ ...single, subscriptionId: undefined }))).toEqual([
      'subscriptionId: missing-field',
    ]);
  });

  it.each(noFacts)('refuses %s for facts', (_, value) => {
    expect(faultsOf(ask(value))[0]).toMatch(/^: (not-an-object|unreadable)$/);
  });

  it.each(noFacts)('refuses %s for a subscription', (_, value) => {
    expect(faultsOf(ask({ ...shared, subscriptions: [value] }))[0]).toMatch(
      /^subscriptions\.0: (not-an-object|unreadable)$/,
    );
  });

  it.each(impostors)('refuses %j for the scope', (word) => {
    expect(faultsOf(ask({ ...base, scope: word }))).toEqual(['scope: unknown-value']);
  });

  it.each(junk)('refuses %s for each name', (_, value) => {
    const listed = [{ id: value, customerId: value, partnerId: value }];
    const facts = { scope: 'single', customerId: value, partnerId: value, subscriptions: listed };
    expect(faultsOf(ask({ ...facts, subscriptionId: value }))).toEqual([
      'customerId: wrong-type',
      'partnerId: wrong-type',
      'subscriptions.0.id: wrong-type',
      'subscriptions.0.customerId: wrong-type',
      'subscriptions.0.partnerId: wrong-type',
      'subscriptionId: wrong-type',
    ]);
  });

  it('rejects lists that are malformed or endless', () => {
    expect(faultsOf(ask({ ...shared, subscriptions: undefined }))).toEqual([
      'subscriptions: missing-field',
    ]);
    expect(faultsOf(ask({ ...shared, subscriptions: { length: 1 } }))).toEqual([
      'subscriptions: not-an-array',
    ]);
    expect(faultsOf(ask({ ...shared, subscriptions: new Array(2 ** 32 - 1) }))).toEqual([
      'subscriptions: too-long',
    ]);
    expect(faultsOf(ask({ ...shared, subscriptions: Array(1) }))).toEqual([
      'subscriptions.0: not-an-object',
    ]);
  });

  it('accepts names of up to 256 characters', () => {
    const id = 'x'.repeat(256);
    const listed = [{ id, customerId: 'contoso', partnerId: 'us' }];
    const facts = { ...single, subscriptions: listed };
    expect(discountedSubscriptions({ ...facts, subscriptionId: id }).subscriptionIds).toEqual([id]);
    const tooLong = `${id}x`;
    expect(faultsOf(ask({ ...facts, subscriptionId: tooLong }))).toEqual([
      'subscriptionId: too-long',
    ]);
  });

  it.each(['scope', 'customerId', 'partnerId', 'subscriptions', 'subscriptionId'])(
    'refuses a %s that throws',
    (name) => {
      expect(faultsOf(ask(withThrowingGetter(single, name)))).toEqual([': unreadable']);
    },
  );
});
