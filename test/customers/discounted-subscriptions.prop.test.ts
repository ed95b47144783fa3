import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import {
  type BoughtSubscription,
  type DiscountedSubscriptions,
  type DiscountFacts,
  discountedSubscriptions,
  isInputError,
} from '../../src/customers/index.ts';

const someone = fc.constantFrom('contoso', 'fabrikam', '__proto__');
const somePartner = fc.constantFrom('us', 'them', 'constructor');
const someSubscription: fc.Arbitrary<BoughtSubscription> = fc.record({
  id: fc.oneof(fc.constantFrom('toString', '__proto__'), fc.string({ minLength: 1 })),
  customerId: someone,
  partnerId: somePartner,
});
const someBase = fc.record({
  customerId: someone,
  partnerId: somePartner,
  subscriptions: fc.uniqueArray(someSubscription, { selector: ({ id }) => id, maxLength: 12 }),
});

const shared = (base: Omit<DiscountFacts, 'scope'>): readonly string[] =>
  discountedSubscriptions({ ...base, scope: 'shared' }).subscriptionIds;

describe('the discount of a reservation', () => {
  test.prop([someBase])('is never another customer’s, nor for another partner’s', (base) => {
    const ids = shared(base);
    for (const { id, customerId, partnerId } of base.subscriptions) {
      const isOurs = customerId === base.customerId && partnerId === base.partnerId;
      expect(ids.includes(id)).toBe(isOurs);
    }
  });

  test.prop([someBase])('keeps the order given, and names nothing twice', (base) => {
    const ids = shared(base);
    expect(new Set(ids).size).toBe(ids.length);
    const order = base.subscriptions.map(({ id }) => id).filter((id) => ids.includes(id));
    expect(ids).toEqual(order);
  });

  test.prop([someBase])('of a shared scope includes that of each single one', (base) => {
    const ids = shared(base);
    for (const { id } of base.subscriptions) {
      let answer: DiscountedSubscriptions | undefined;
      try {
        answer = discountedSubscriptions({ ...base, scope: 'single', subscriptionId: id });
      } catch (thrown) {
        expect(isInputError(thrown)).toBe(true);
      }
      expect(answer?.subscriptionIds ?? []).toEqual(ids.includes(id) ? [id] : []);
    }
  });

  test.prop([someBase, someSubscription])(
    'does not depend on the purchases of others',
    (base, more) => {
      fc.pre(base.subscriptions.every(({ id }) => id !== more.id));
      fc.pre(more.customerId !== base.customerId || more.partnerId !== base.partnerId);
      expect(shared({ ...base, subscriptions: [more, ...base.subscriptions] })).toEqual(
        shared(base),
      );
    },
  );
});

describe('anything at all', () => {
  const anything = fc.anything({ withBigInt: true, withDate: true, withNullPrototype: true });
  const almost = someBase.chain((base) =>
    fc.record(
      {
        scope: fc.oneof(fc.constantFrom('shared', 'single'), anything),
        customerId: fc.oneof(fc.constant(base.customerId), anything),
        partnerId: fc.oneof(fc.constant(base.partnerId), anything),
        subscriptions: fc.oneof(fc.constant(base.subscriptions), anything),
        subscriptionId: fc.oneof(fc.string(), anything),
      },
      { requiredKeys: ['scope', 'customerId', 'partnerId', 'subscriptions'] },
    ),
  );

  test.prop([fc.oneof(almost, anything)])('is answered, or is an InputError', (facts) => {
    let answer: DiscountedSubscriptions;
    try {
      answer = discountedSubscriptions(facts as DiscountFacts);
    } catch (thrown) {
      expect(isInputError(thrown)).toBe(true);
      return;
    }
    expect(discountedSubscriptions(answer.request)).toEqual(answer);
  });
});
