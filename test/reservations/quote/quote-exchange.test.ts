import { Decimal } from 'decimal.js';
import { describe, expect, it } from 'vitest';
import {
  type AmountInput,
  type ExchangeQuote,
  type ExchangeRequestInput,
  type Issue,
  isInputError,
  quoteExchange,
  refundPolicies,
  tryQuoteExchange,
} from '../../../src/reservations/index.ts';
import { faultTexts } from '../../hostile/issues-of.ts';
import { policyWith } from '../arbitraries.ts';
import { deepFreeze } from '../deep.ts';
import { revokedProxy, withThrowingGetter } from '../hostile.ts';

const REQUEST = {
  paid: '12000.00',
  currency: 'USD',
  term: 'P1Y',
  purchasedOn: '2025-01-01',
  exchangedOn: '2025-07-02',
  newPrice: '15000.00',
} as const satisfies ExchangeRequestInput;

type Single = Extract<ExchangeRequestInput, { readonly paid: AmountInput }>;

function quote(given: Partial<Single> = {}): ExchangeQuote {
  return quoteExchange({ ...REQUEST, ...given });
}

function issuesOf(request: unknown, options?: unknown): readonly Issue[] {
  const parsed = tryQuoteExchange(request, options as undefined);
  return parsed.ok ? [] : parsed.issues;
}

function faultsOf(request: unknown, options?: unknown): string[] {
  return faultTexts(issuesOf(request, options));
}

describe('what an exchange credits', () => {
  it('writes out the whole answer', () => {
    expect(quote()).toEqual({
      kind: 'exchange-quote',
      allowed: true,
      because: ['RES-9'],
      interpretations: ['R-DAYS', 'R-PRORATE', 'R-BASIS', 'R-ROUND', 'R-SWAP', 'R-WHICH'],
      currency: 'USD',
      paid: '12000.00',
      newPrice: '15000.00',
      credit: '6016.44',
      netPayable: '8983.56',
      returned: [
        {
          paid: '12000.00',
          days: { sincePurchase: 182, term: 365, remaining: 183 },
          credit: '6016.44',
          billingPlan: 'Upfront',
          quantity: 1,
          quantityToReturn: 1,
          instalment: null,
          completedTransactions: null,
          period: null,
          remainingCommitment: '0.00',
          canceledCommitment: '6016.44',
        },
      ],
      purchases: [{ total: '15000.00' }],
      refundsTotal: '6016.44',
      purchasesTotal: '15000.00',
      lines: [
        {
          code: 'credit',
          amount: '6016.44',
          clause: 'RES-9',
          of: '12000.00',
          days: 183,
          termDays: 365,
        },
        {
          code: 'net-payable',
          amount: '8983.56',
          clause: 'RES-9',
          of: '15000.00',
          less: '6016.44',
        },
      ],
      payee: 'partner',
      days: { sincePurchase: 182, term: 365, remaining: 183 },
      notes: ['superseded'],
      assumed: ['policy', 'product', 'billingPlan'],
      request: REQUEST,
      policy: refundPolicies['partner-center-2020-08'],
      supersededBy: 'partner-center-2024-12',
      ruleChangesOn: null,
    });
  });

  it.each([
    ['2025-01-01', 365, '12000.00'],
    ['2025-01-05', 361, '11868.49'],
    ['2025-01-06', 360, '11835.62'],
    ['2025-01-07', 359, '11802.74'],
    ['2025-12-30', 2, '65.75'],
    ['2025-12-31', 1, '32.88'],
  ])(
    'pro-rates on every day, the first five too: on %s %i days are %s',
    (day, remaining, credit) => {
      const answer = quote({ exchangedOn: day });
      expect(answer).toMatchObject({ allowed: true, days: { remaining }, credit });
    },
  );

  it('costs no fee and knows no limit', () => {
    expect(quote({ paid: '120000.00', newPrice: '120000.00' })).toMatchObject({
      credit: '60164.38',
      netPayable: '59835.62',
    });
  });

  it.each([
    ['a number and a bigint', 12_000, 15_000n],
    ['decimal.js values', new Decimal(12_000), new Decimal('15000.0')],
    ['short strings', '12000', '15000'],
  ])('reads %s', (_, paid, newPrice) => {
    const instants = {
      purchasedOn: new Date('2025-01-01T23:59:59Z'),
      exchangedOn: '2025-07-03T08:59:59+09:00',
    };
    expect(quote({ paid, newPrice, ...instants })).toEqual(quote());
  });

  it('needs no rate in another currency', () => {
    const yen = { currency: 'JPY', paid: '101', newPrice: '500' };
    const half = { purchasedOn: '2024-01-01', exchangedOn: '2024-07-02' };
    expect(quote({ ...yen, ...half })).toMatchObject({ credit: '50', netPayable: '450' });
    expect(quote({ ...yen, ...half, paid: '103' })).toMatchObject({ credit: '52' });
    const unidades = { currency: 'CLF', paid: '0.1003', newPrice: '1', newCurrency: 'CLF' };
    expect(quote({ ...unidades, ...half })).toMatchObject({
      credit: '0.0502',
      netPayable: '0.9498',
    });
  });

  it('is exact with fifteen whole digits', () => {
    const half = { purchasedOn: '2024-01-01', exchangedOn: '2024-07-02' };
    const prices = { paid: '999999999999999.97', newPrice: '999999999999999.99' };
    expect(quote({ ...half, ...prices })).toMatchObject({
      credit: '499999999999999.98',
      netPayable: '500000000000000.01',
    });
  });
});

describe('the new price', () => {
  it.each([
    ['6016.45', true, '0.01'],
    ['6016.44', true, '0.00'],
    ['6016.43', false, '0.00'],
    ['0', false, '0.00'],
  ])('of %s passes: %s, and leaves %s to pay', (newPrice, allowed, netPayable) => {
    expect(quote({ newPrice })).toMatchObject({ allowed, credit: '6016.44', netPayable });
  });

  it('is refused with what to do about it', () => {
    expect(quote({ newPrice: '6016.43' })).toMatchObject({
      allowed: false,
      reason: 'purchase-below-credit',
      obstacles: [
        {
          reason: 'purchase-below-credit',
          clause: 'RES-9',
          interpretation: 'R-SWAP',
          nextStep: 'choose-a-more-expensive-reservation',
        },
      ],
      because: ['RES-9'],
      interpretations: ['R-SWAP', 'R-DAYS', 'R-PRORATE', 'R-BASIS', 'R-ROUND', 'R-WHICH'],
      lines: [{ code: 'credit', amount: '6016.44' }],
    });
  });

  it('may be below the credit where a policy says so', () => {
    const options = { policy: policyWith({ exchangeMinimum: 'none' }) };
    expect(quoteExchange({ ...REQUEST, newPrice: '6016.43' }, options)).toMatchObject({
      allowed: true,
      netPayable: '-0.01',
    });
    expect(quoteExchange({ ...REQUEST, newPrice: '0' }, options).netPayable).toBe('-6016.44');
    const yen = { ...REQUEST, currency: 'JPY', paid: '12000', newPrice: '0' };
    expect(quoteExchange(yen, options).netPayable).toBe('-6016');
  });
});

describe('what cannot be exchanged', () => {
  it('is a reservation whose term has ended', () => {
    expect(quote({ exchangedOn: '2026-01-01' })).toMatchObject({
      allowed: false,
      reason: 'term-ended',
      because: ['RES-8'],
      interpretations: ['R-ENDED', 'R-DAYS', 'R-PRORATE', 'R-WHICH'],
      credit: '0.00',
      netPayable: '0.00',
      days: { sincePurchase: 365, remaining: 0 },
      lines: [],
    });
  });

  it.each(['SuseLinux', 'RedHat'] as const)('is %s', (product) => {
    expect(quote({ product, newPrice: '0' })).toMatchObject({
      allowed: false,
      reason: 'not-returnable',
      because: ['RES-11'],
      lines: [],
    });
    expect(quote({ product, exchangedOn: '2030-01-01' })).toMatchObject({
      obstacles: [{ reason: 'term-ended' }, { reason: 'not-returnable' }],
    });
  });
});

describe('the policy of 2018', () => {
  it('needs no fee to quote an exchange', () => {
    const answer = quoteExchange(REQUEST, { policy: 'partner-center-2018-05' });
    expect(answer).toMatchObject({
      allowed: true,
      because: ['RES-13'],
      credit: '6016.44',
      payee: 'customer',
    });
    expect(answer.interpretations).not.toContain('R-WHICH');
    expect(answer.assumed).toEqual(['product', 'billingPlan']);
  });
});

describe('malformed facts', () => {
  it.each(['paid', 'currency', 'term', 'purchasedOn', 'exchangedOn', 'newPrice'] as const)(
    'misses %s',
    (name) => {
      const { [name]: _, ...others } = REQUEST;
      expect(faultsOf(others)).toEqual([`${name}: missing-field`]);
    },
  );

  it('does not know what belongs to cancellations alone', () => {
    for (const name of ['canceledOn', 'consumedRefunds', 'usdRate', 'pricingRefund']) {
      expect(faultsOf({ ...REQUEST, [name]: '1' })).toEqual([`${name}: unknown-field`]);
    }
  });

  it('takes a new price in the same currency only', () => {
    expect(faultsOf({ ...REQUEST, newCurrency: 'USD' })).toEqual([]);
    expect(issuesOf({ ...REQUEST, newCurrency: 'EUR' })).toMatchObject([
      {
        path: ['newCurrency'],
        code: 'other-currency',
        expected: 'the currency of the price paid, USD',
        received: '"EUR"',
      },
    ]);
    for (const newCurrency of ['usd', '', 1, ['USD'], revokedProxy()]) {
      expect(faultsOf({ ...REQUEST, newCurrency })).toEqual(['newCurrency: other-currency']);
    }
  });

  it('says of a new currency no half sentence where the old one is unknown', () => {
    const issues = issuesOf({ ...REQUEST, currency: 'XXX', newCurrency: 'USD' });
    expect(issues[0]).toMatchObject({ path: ['currency'], code: 'unknown-currency' });
    for (const { message } of issues) expect(message).not.toContain(', , ');
  });

  it('takes no malformed price or day', () => {
    for (const newPrice of [
      '',
      '-1',
      '1e3',
      ' 12 ',
      '0x10',
      Number.NaN,
      '9'.repeat(400),
      null,
      {},
    ]) {
      expect(faultsOf({ ...REQUEST, newPrice })).toHaveLength(1);
      expect(issuesOf({ ...REQUEST, newPrice })[0]?.path).toEqual(['newPrice']);
    }
    expect(faultsOf({ ...REQUEST, exchangedOn: '2024-12-31' })).toEqual([
      'exchangedOn: before-purchase',
    ]);
    expect(faultsOf({ ...REQUEST, exchangedOn: new Date(Number.NaN) })).toEqual([
      'exchangedOn: malformed-day',
    ]);
    expect(faultsOf({ ...REQUEST, billingPlan: 'monthly' })).toEqual([
      'billingPlan: unknown-value',
    ]);
  });

  it('takes no request that is no object', () => {
    for (const value of [undefined, null, 1, 'x', [], () => 1]) {
      expect(faultsOf(value)).toEqual([': not-an-object']);
    }
    expect(faultsOf(revokedProxy())).toEqual([': unreadable']);
    expect(faultsOf(withThrowingGetter(REQUEST, 'newPrice'))).toEqual([': unreadable']);
  });

  it('reports everything at once, and throws it all from quoteExchange', () => {
    const request = {
      paid: 'x',
      currency: 'XXX',
      term: 'x',
      purchasedOn: 'x',
      exchangedOn: 'x',
      newPrice: 'x',
      note: 'x',
    };
    expect(issuesOf(request, { polcy: 1 })).toHaveLength(8);
    expect.assertions(2);
    try {
      quoteExchange(request as unknown as ExchangeRequestInput);
    } catch (error) {
      expect(isInputError(error) && error.issues).toHaveLength(7);
    }
  });

  it('takes no option that nobody knows', () => {
    expect(faultsOf(REQUEST, { polcy: 1 })).toEqual(['options.polcy: unknown-field']);
    expect(faultsOf(REQUEST, { ledgers: [] })).toEqual(['options.ledgers: unknown-field']);
    expect(faultsOf(REQUEST, { policy: 'x' })).toEqual(['options.policy: unknown-value']);
  });

  it('takes frozen facts', () => {
    const options = deepFreeze({
      policy: { ...refundPolicies['partner-center-2018-05'], id: 'x' },
    });
    expect(quoteExchange(deepFreeze({ ...REQUEST, meta: {} }), options).credit).toBe('6016.44');
  });
});
