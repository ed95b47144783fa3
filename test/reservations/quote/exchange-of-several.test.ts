import { describe, expect, it } from 'vitest';
import { type ExchangeQuote, tryQuoteExchange } from '../../../src/reservations/index.ts';

type Given = Readonly<Record<string, unknown>>;

const BOUGHT = {
  currency: 'USD',
  term: 'P1Y',
  billingPlan: 'Monthly',
  instalment: '100.00',
  purchasedOn: '2025-01-15',
} as const;

const PAID = { currency: 'USD', term: 'P1Y', paid: '1200.00', purchasedOn: '2025-01-15' } as const;

/** Six payments were made, the last of which pays for 30 days; 25 of them are left. */
const REQUEST = {
  exchangedOn: '2025-06-20',
  reservationsToExchange: [BOUGHT, PAID],
  reservationsToPurchase: [{ price: '5000.00' }],
} as const;

function asked({ policy = 'azure-2024-12', ...given }: Given): ReturnType<typeof tryQuoteExchange> {
  return tryQuoteExchange({ ...REQUEST, ...given }, { policy } as never);
}

function quoted(given: Given): ExchangeQuote {
  const parsed = asked(given);
  if (!parsed.ok) throw new Error(parsed.issues.map(({ message }) => message).join('; '));
  return parsed.value;
}

/** What is credited and cancelled of each, the totals, and what is left to pay. */
function figuresOf(quote: ExchangeQuote): string[] {
  const { returned, refundsTotal, purchasesTotal, netPayable } = quote;
  const items = returned.map(
    ({ credit, remainingCommitment }) => `${credit} + ${remainingCommitment}`,
  );
  return [...items, `${purchasesTotal} - ${refundsTotal} = ${netPayable}`];
}

const SERVICE = 'azure-service-2023';
const pound = { ...BOUGHT, currency: 'GBP', used: false };
const X1 = {
  ...{
    policy: SERVICE,
    exchangedOn: '2022-07-01',
    reservationsToPurchase: [{ price: '11328.00' }],
  },
  reservationsToExchange: [
    { ...pound, term: 'P3Y', instalment: '196.63', purchasedOn: '2022-06-14' },
  ],
};
const X2 = {
  ...{ policy: SERVICE, exchangedOn: '2023-03-06' },
  reservationsToExchange: [
    { ...pound, instalment: '15.00', purchasedOn: '2023-03-04' },
    { ...pound, instalment: '3.75', purchasedOn: '2023-03-04' },
  ],
  reservationsToPurchase: [{ price: '120.00' }, { instalment: '39.75', term: 'P1Y' }],
};
const X3 = {
  exchangedOn: '2026-06-30',
  reservationsToExchange: [{ ...BOUGHT, term: 'P3Y', purchasedOn: '2025-01-01' }],
};

describe('the worked examples', () => {
  it.each<[name: string, given: Given, figures: string[]]>([
    [
      'X1 - 1',
      { ...X1, exchangedOn: '2022-06-30' },
      ['91.76 + 6882.05', '11328.00 - 6973.81 = 4354.19'],
    ],
    ['X1', X1, ['85.21 + 6882.05', '11328.00 - 6967.26 = 4360.74']],
    [
      'X1 + 1',
      { ...X1, exchangedOn: '2022-07-02' },
      ['78.65 + 6882.05', '11328.00 - 6960.70 = 4367.30'],
    ],
    ['X2', X2, ['15.00 + 165.00', '3.75 + 41.25', '597.00 - 225.00 = 372.00']],
    [
      'X2 on day 5',
      { ...X2, exchangedOn: '2023-03-09' },
      ['15.00 + 165.00', '3.75 + 41.25', '597.00 - 225.00 = 372.00'],
    ],
    [
      'X2 on day 6',
      { ...X2, exchangedOn: '2023-03-10' },
      ['12.10 + 165.00', '3.02 + 41.25', '597.00 - 221.37 = 375.63'],
    ],
    [
      'X2 by the page, which has no window',
      { ...X2, policy: 'azure-2022-10' },
      ['14.03 + 165.00', '3.51 + 41.25', '597.00 - 223.79 = 373.21'],
    ],
    [
      'X3',
      { ...X3, reservationsToPurchase: [{ price: '1803.33' }] },
      ['3.33 + 1800.00', '1803.33 - 1803.33 = 0.00'],
    ],
    [
      'X3 + 0.01',
      { ...X3, reservationsToPurchase: [{ price: '1803.34' }] },
      ['3.33 + 1800.00', '1803.34 - 1803.33 = 0.01'],
    ],
    [
      'X3 - 0.01',
      { ...X3, reservationsToPurchase: [{ price: '1803.32' }] },
      ['3.33 + 1800.00', '1803.32 - 1803.33 = 0.00'],
    ],
  ])('%s', (name, given, figures) => {
    const quote = quoted(given);
    expect(figuresOf(quote)).toEqual(figures);
    expect(quote.allowed ? 'allowed' : quote.reason).toBe(
      name === 'X3 - 0.01' ? 'purchase-below-credit' : 'allowed',
    );
  });
});

describe('an exchange of several', () => {
  it('is written out in full, line by line', () => {
    const { returned, lines, ...quote } = quoted({});
    expect(quote).toMatchObject({
      ...{ allowed: true, currency: 'USD', paid: '1800.00', credit: '770.45', newPrice: '5000.00' },
      ...{ refundsTotal: '1370.45', purchasesTotal: '5000.00', netPayable: '3629.55' },
      ...{ purchases: [{ total: '5000.00' }], assumed: ['product', 'billingPlan'] },
      because: ['AZR-4', 'PAY-1', 'PAY-2', 'PAY-3', 'PAY-7'],
    });
    expect(returned[0]).toMatchObject({
      ...{ paid: '600.00', credit: '83.33', billingPlan: 'Monthly', completedTransactions: 6 },
      period: { from: '2025-06-15', to: '2025-07-15', days: 30, used: 5, remaining: 25 },
    });
    expect(lines).toEqual([
      {
        code: 'credit',
        amount: '83.33',
        clause: 'PAY-2',
        of: '100.00',
        days: 25,
        termDays: 30,
        item: 0,
      },
      { code: 'commitment', amount: '600.00', clause: 'PAY-3', of: '600.00', payments: 6, item: 0 },
      {
        code: 'credit',
        amount: '687.12',
        clause: 'AZR-4',
        of: '1200.00',
        days: 209,
        termDays: 365,
        item: 1,
      },
      { code: 'refunds-total', amount: '1370.45', clause: 'PAY-7', of: ['770.45', '600.00'] },
      { code: 'purchases-total', amount: '5000.00', clause: 'PAY-7', of: ['5000.00'] },
      { code: 'net-payable', amount: '3629.55', clause: 'AZR-4', of: '5000.00', less: '1370.45' },
    ]);
  });

  it('credits only the returned units of each', () => {
    const some = { ...BOUGHT, instalment: '199.90', quantity: 10, quantityToReturn: 3 };
    expect(
      figuresOf(quoted({ reservationsToExchange: [some, { ...some, quantityToReturn: 10 }] })),
    ).toEqual(['49.98 + 359.82', '166.58 + 1199.40', '5000.00 - 1775.78 = 3224.22']);
  });

  it('takes the lifetime total of what is bought', () => {
    const reservationsToPurchase = [
      ...[{ price: '1.00' }, { instalment: '10.00', term: 'P1Y' }],
      ...[
        { instalment: '10.00', term: 'P3Y', currency: 'USD' },
        { instalment: '100.00', term: 'P5Y' },
      ],
    ];
    expect(quoted({ reservationsToPurchase }).purchases).toEqual(
      ['1.00', '120.00', '360.00', '6000.00'].map((total) => ({ total })),
    );
  });

  it('gives for one and one the figures of the single form', () => {
    const single = tryQuoteExchange(
      { ...BOUGHT, exchangedOn: '2025-06-20', newPrice: '5000.00' },
      { policy: 'azure-2024-12' },
    );
    const one = quoted({ reservationsToExchange: [BOUGHT] });
    const figures = ['credit', 'netPayable', 'returned', 'purchases', 'refundsTotal'] as const;
    for (const name of figures) expect(single.ok && single.value[name]).toEqual(one[name]);
  });

  it('does not use the current price', () => {
    const reservationsToExchange = [{ ...BOUGHT, currentPrice: '1.00' }, PAID];
    const quote = quoted({ reservationsToExchange });
    expect(figuresOf(quote)).toEqual(figuresOf(quoted({})));
    expect(quote.assumed).toEqual(['product', 'billingPlan']);
  });

  it('is echoed in canonical form, and parses to itself', () => {
    const { request } = quoted({
      reservationsToExchange: [{ ...BOUGHT, instalment: 100, currentPrice: 1, quantity: 2 }],
      reservationsToPurchase: [{ price: 5000 }],
      id: 'CR-1',
    });
    expect(request).toEqual({
      exchangedOn: '2025-06-20',
      reservationsToExchange: [{ ...BOUGHT, currentPrice: '1.00', quantity: 2 }],
      reservationsToPurchase: [{ price: '5000.00' }],
      id: 'CR-1',
    });
    expect(quoted(request as never).request).toEqual(request);
  });
});

describe('an exchange is refused', () => {
  const barred = { ...PAID, product: 'RedHat' };
  const ended = { ...PAID, purchasedOn: '2024-06-20' };
  const partner = { policy: 'partner-center-2020-08' };

  it.each<[name: string, given: Given, obstacles: object[]]>([
    [
      'for the last of three',
      { reservationsToExchange: [BOUGHT, PAID, ended] },
      [{ position: 2, reason: 'term-ended' }],
    ],
    [
      'for the first and the last',
      { ...partner, reservationsToExchange: [barred, PAID, ended] },
      [
        { position: 0, reason: 'not-returnable' },
        { position: 2, reason: 'term-ended' },
      ],
    ],
    [
      'for one twice',
      { ...partner, reservationsToExchange: [BOUGHT, { ...ended, product: 'SuseLinux' }] },
      [
        { position: 1, reason: 'term-ended' },
        { position: 1, reason: 'not-returnable' },
      ],
    ],
    [
      'for none of them',
      { reservationsToPurchase: [{ price: '1370.44' }] },
      [{ reason: 'purchase-below-credit' }],
    ],
  ])('%s', (_, given, obstacles) => {
    const quote = quoted(given);
    expect(quote).toMatchObject({ allowed: false, obstacles, netPayable: '0.00' });
  });

  it('not for what the azure pages do not refund, as their list is of refunds', () => {
    const reservationsToExchange = [{ ...PAID, product: 'RedHat' }, PAID];
    expect(quoted({ reservationsToExchange }).allowed).toBe(true);
  });

  it('not below the credit if the policy has no minimum', () => {
    const policy = { basedOn: 'azure-2024-12', id: 'ours', exchangeMinimum: 'none' };
    const given = { policy, reservationsToPurchase: [{ price: '1000.00' }] };
    expect(quoted(given)).toMatchObject({ allowed: true, netPayable: '-370.45' });
  });
});
