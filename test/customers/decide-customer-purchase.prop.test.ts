import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import {
  type CustomerPurchaseDecision,
  type CustomerPurchaseFacts,
  decideCustomerPurchase,
  isInputError,
} from '../../src/customers/index.ts';
import { decideMarket, isMarketAvailable } from '../../src/markets/index.ts';
import { isoMarkets } from '../markets/iso.ts';

const someSubscription = fc.option(
  fc.record({
    offer: fc.constantFrom('azure-plan', 'azure-global', 'other'),
    boughtBy: fc.constantFrom('partner', 'other'),
    userRole: fc.constantFrom('owner', 'other'),
  }),
);
const someMarket = fc.constantFrom(...isoMarkets.map(({ code }) => code));
const someFacts: fc.Arbitrary<CustomerPurchaseFacts> = fc.record(
  {
    subscription: someSubscription,
    permission: fc.constantFrom('on', 'off'),
    market: someMarket,
  },
  { requiredKeys: ['subscription', 'permission'] },
);

const stepsOf = (decision: CustomerPurchaseDecision): string[] =>
  decision.allowed ? [] : decision.obstacles.map(({ nextStep }) => nextStep);

describe('a purchase by the customer', () => {
  test.prop([someFacts])('is allowed once every next step was taken', (facts) => {
    const { subscription } = facts;
    const steps = stepsOf(decideCustomerPurchase(facts));
    const bought = steps.includes('buy-a-subscription')
      ? { offer: 'azure-plan' as const, boughtBy: 'partner' as const }
      : {};
    const assigned = steps.includes('assign-the-owner-role') ? { userRole: 'owner' as const } : {};
    const after = {
      subscription: {
        ...(subscription as NonNullable<typeof subscription>),
        ...bought,
        ...assigned,
      },
      permission: steps.includes('turn-on-the-permission') ? 'on' : facts.permission,
      market: facts.market,
    } as const;
    const left = steps.filter((step) => step === 'continue-without-a-reservation');
    expect(stepsOf(decideCustomerPurchase(after))).toEqual(left);
  });

  test.prop([someFacts])('is never allowed with fewer conditions met', (facts) => {
    const steps = stepsOf(decideCustomerPurchase(facts));
    for (const worse of [
      { ...facts, subscription: null },
      { ...facts, permission: 'off' },
      { ...facts, market: 'SZ' },
    ] as const) {
      const others = stepsOf(decideCustomerPurchase(worse));
      expect(others).toEqual(expect.arrayContaining(steps));
      expect(others).not.toEqual([]);
    }
  });

  test.prop([someFacts, someMarket])('agrees with the decision on the market', (facts, market) => {
    const decision = decideCustomerPurchase({ ...facts, market });
    const isUnavailable = stepsOf(decision).includes('continue-without-a-reservation');
    expect(isUnavailable).toBe(!isMarketAvailable(market));
    expect(decision.notes).toEqual(decideMarket(market).notes);
    const { name, alpha3 } = decideMarket(market);
    expect(decideCustomerPurchase({ ...facts, market: name })).toEqual(decision);
    expect(decideCustomerPurchase({ ...facts, market: alpha3 })).toEqual(decision);
  });
});

describe('anything at all', () => {
  const anything = fc.anything({ withBigInt: true, withDate: true, withNullPrototype: true });
  const almost = fc.record(
    {
      subscription: fc.oneof(someSubscription, anything),
      permission: fc.oneof(fc.constantFrom('on', 'off'), anything),
      market: fc.oneof(someMarket, anything),
    },
    { requiredKeys: [] },
  );

  test.prop([fc.oneof(almost, anything)])('is answered, or is an InputError', (facts) => {
    let decision: CustomerPurchaseDecision;
    try {
      decision = decideCustomerPurchase(facts as CustomerPurchaseFacts);
    } catch (thrown) {
      expect(isInputError(thrown)).toBe(true);
      return;
    }
    expect(decideCustomerPurchase(decision.request)).toEqual(decision);
  });
});
