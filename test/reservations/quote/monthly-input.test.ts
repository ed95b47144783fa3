import { describe, expect, it } from 'vitest';
import { type Issue, tryQuoteExchange, tryQuoteRefund } from '../../../src/reservations/index.ts';
import { faultTexts } from '../../hostile/issues-of.ts';
import { revokedProxy } from '../hostile.ts';

const MONTHLY = {
  currency: 'USD',
  term: 'P1Y',
  billingPlan: 'Monthly',
  instalment: '100.00',
  purchasedOn: '2025-01-15',
} as const;

const UPFRONT = { ...MONTHLY, billingPlan: 'Upfront', instalment: undefined, paid: '100.00' };

const gone = (name: string): object => ({ [name]: undefined });

type Case = readonly [what: string, given: object, path: string, code: string, expected?: string];

/** What is wrong with a returned reservation, and where it says so. */
const cases: readonly Case[] = [
  ['an instalment with Upfront', { ...UPFRONT, instalment: '1' }, 'instalment', 'contradiction'],
  [
    'an instalment without a plan',
    { ...UPFRONT, ...gone('billingPlan'), instalment: '1' },
    'instalment',
    'contradiction',
  ],
  [
    'a count with Upfront',
    { ...UPFRONT, completedTransactions: 1 },
    'completedTransactions',
    'contradiction',
  ],
  [
    'a schedule with Upfront',
    { ...UPFRONT, paymentSchedule: [] },
    'paymentSchedule',
    'contradiction',
  ],
  ['a price with Monthly', { ...MONTHLY, paid: '1200.00' }, 'paid', 'contradiction'],
  ['no instalment', { ...MONTHLY, ...gone('instalment') }, 'instalment', 'missing-field'],
  ['no price', { ...UPFRONT, ...gone('paid') }, 'paid', 'missing-field'],
  [
    'no price and no plan',
    { ...UPFRONT, ...gone('paid'), ...gone('billingPlan') },
    'paid',
    'missing-field',
  ],
  ['an unknown plan', { ...MONTHLY, billingPlan: 'Yearly' }, 'billingPlan', 'unknown-value'],
  ...(['quantity', 'quantityToReturn', 'completedTransactions'] as const).flatMap((name) =>
    [0, -1, 1.5, '3', 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY, 3n, true, [1]].map(
      (value): Case =>
        [
          ...[`${name} ${String(value)}`, { ...MONTHLY, [name]: value }, name, 'malformed-count'],
          'a whole number from 1',
        ] as unknown as Case,
    ),
  ),
  [
    'one unit more than there are',
    { ...MONTHLY, quantity: 3, quantityToReturn: 4 },
    'quantityToReturn',
    'contradiction',
    'at most the quantity, 3',
  ],
  [
    'two units of the one that there is',
    { ...UPFRONT, quantityToReturn: 2 },
    'quantityToReturn',
    'contradiction',
    'at most the quantity, 1',
  ],
  [
    'a payment too many',
    { ...MONTHLY, completedTransactions: 3 },
    'completedTransactions',
    'contradiction',
    'at most 2, which were due by 2025-02-15',
  ],
  ...(['SuseLinux', 'RedHat', 'RedHatOsa', 'Databricks', 'MDC', 'Sentinel'] as const).map(
    (product): Case => [
      `${product} by the month`,
      { ...MONTHLY, product },
      'billingPlan',
      'contradiction',
      `the billing plan Upfront, as ${product} is never paid monthly`,
    ],
  ),
  [
    'a current price in euros',
    { ...MONTHLY, currentPrice: { amount: '1', currencyCode: 'EUR' } },
    'currentPrice.currencyCode',
    'other-currency',
  ],
  [
    'a current price of no amount',
    { ...MONTHLY, currentPrice: '1e3' },
    'currentPrice',
    'malformed-amount',
  ],
  [
    'an instalment of no amount',
    { ...MONTHLY, instalment: '-1' },
    'instalment',
    'malformed-amount',
  ],
];

function told(issues: readonly Issue[], prefix: string): unknown[] {
  return issues.map(({ path, code, expected }) => [
    path.join('.').replace(prefix, ''),
    code,
    expected,
  ]);
}

describe.each(cases.map((one) => ({ what: one[0], one })))('$what', ({ one }) => {
  const [, given, path, code, expected = expect.any(String)] = one;

  it('is an input error of a cancellation', () => {
    const parsed = tryQuoteRefund({ ...given, canceledOn: '2025-02-15', used: false });
    expect(told(parsed.ok ? [] : parsed.issues, '')).toEqual([[path, code, expected]]);
  });

  it('is an input error of an exchange, and of each of several', () => {
    const single = tryQuoteExchange({ ...given, exchangedOn: '2025-02-15', newPrice: '9999' });
    expect(told(single.ok ? [] : single.issues, '')).toEqual([[path, code, expected]]);
    const several = tryQuoteExchange({
      exchangedOn: '2025-02-15',
      reservationsToExchange: [MONTHLY, given],
      reservationsToPurchase: [{ price: '9999' }],
    });
    const at = 'reservationsToExchange.1.';
    expect(told(several.ok ? [] : several.issues, at)).toEqual([[path, code, expected]]);
  });
});

describe('a cancellation that is paid monthly', () => {
  const faultsOf = (given: object): string[] => {
    const parsed = tryQuoteRefund({ ...MONTHLY, canceledOn: '2025-02-15', used: false, ...given });
    return parsed.ok ? [] : faultTexts(parsed.issues);
  };

  it('says that the total number of payments is no fact', () => {
    expect(faultsOf({ totalTransactions: 12 })).toEqual(['totalTransactions: unknown-field']);
  });

  it('wants counts even after the term has ended', () => {
    const ended = { canceledOn: '2027-01-15' };
    expect(faultsOf({ ...ended, completedTransactions: 12 })).toEqual([]);
    expect(faultsOf({ ...ended, completedTransactions: 13 })).toEqual([
      'completedTransactions: contradiction',
    ]);
  });

  it('reports a price that cannot be read', () => {
    expect(faultsOf({ currentPrice: revokedProxy() })).toEqual(['currentPrice: wrong-type']);
    class Price {
      readonly amount = '1.00';
    }
    expect(faultsOf({ currentPrice: new Price() })).toEqual(['currentPrice: not-an-object']);
  });

  it('wants the vendor’s refund in US dollars', () => {
    expect(faultsOf({ pricingRefund: '80.64' })).toEqual([]);
    expect(faultsOf({ pricingRefund: { amount: 80.64, currencyCode: 'EUR' } })).toEqual([
      'pricingRefund.currencyCode: other-currency',
    ]);
    expect(faultsOf({ pricingRefund: '1.005' })).toEqual(['pricingRefund: too-many-decimals']);
  });

  it('reports every issue at once', () => {
    const wrong = {
      ...{ paid: '1', instalment: 'x', quantity: 0, quantityToReturn: 1.5 },
      ...{ completedTransactions: '3', currentPrice: -1, pricingRefund: '', product: 'RedHat' },
    };
    expect(faultsOf(wrong).sort()).toEqual([
      'billingPlan: contradiction',
      'completedTransactions: malformed-count',
      'currentPrice: malformed-amount',
      'instalment: malformed-amount',
      'paid: contradiction',
      'pricingRefund: malformed-amount',
      'quantity: malformed-count',
      'quantityToReturn: malformed-count',
    ]);
  });
});
