import { describe, expect, it } from 'vitest';
import { readExchangeResponse } from '../../../src/interop/index.ts';
import { quoteExchange } from '../../../src/reservations/index.ts';
import { azure, changed } from '../examples.ts';
import { complaints, factsOf } from '../readers.ts';

const names = ['CalculateExchange', 'Exchange'] as const;
const known = {
  term: 'P1Y',
  purchasedOn: '2022-11-01',
  exchangedOn: '2023-10-22',
  billingPlan: 'Upfront',
  quantity: 1,
} as const;
const noPlans = { 'properties.savingsPlansToPurchase': [] };

describe('the answer to an exchange', () => {
  it.each(names)('%s buys a savings plan too, which no rule knows', (name) => {
    expect(complaints(readExchangeResponse(azure(name)))).toEqual([
      'properties.savingsPlansToPurchase unsupported',
      'known.billingPlan missing-field',
      'known.quantity missing-field',
      'known.term missing-field',
      'known.purchasedOn missing-field',
      'known.exchangedOn missing-field',
    ]);
  });

  const body = changed(azure('Exchange'), noPlans);

  it.each(names)('%s states the rest without it', (name) => {
    const facts = factsOf(readExchangeResponse(changed(azure(name), noPlans), known));
    expect(facts).toEqual({
      paid: '153214.80',
      currency: 'USD',
      newPrice: '153214.80',
      newCurrency: 'USD',
      newProduct: 'VirtualMachines',
      newSku: 'Standard_B1ls',
      newRegion: 'westus',
      newTerm: 'P1Y',
      quantityToReturn: 1,
      ...known,
    });
    expect(quoteExchange(facts).credit).toBe('4197.67'); // 10 of 365 days
  });

  it('states enough of what is bought to refuse the same reservation or another family', () => {
    const reasons = (more: object): unknown => {
      const facts = factsOf(readExchangeResponse(body, { ...known, ...more }));
      const quote = quoteExchange({ ...facts, exchangedOn: '2025-03-25' });
      return quote.allowed || quote.obstacles.map(({ reason }) => reason);
    };
    const same = { sku: 'standard_b1ls', region: 'West US', term: 'P1Y' };
    expect(reasons(same)).toContain('same-reservation');
    expect(reasons({ ...same, region: 'eastus' })).not.toContain('same-reservation');
    expect(reasons({ product: 'AppService' })).toContain('other-product-family');
    expect(reasons({ product: 'VirtualMachines' })).not.toContain('other-product-family');
    expect(reasons({ ...same, newRegion: 'eastus' })).not.toContain('same-reservation');
  });

  it.each([
    [{ 'properties.reservationsToPurchase': undefined }, undefined],
    [{ 'properties.reservationsToPurchase.0.properties': undefined }, undefined],
    [{ 'properties.reservationsToPurchase.0.properties.sku': null }, undefined],
  ])('of which %j is left out states the SKU %s', (changes, newSku) => {
    const facts = factsOf(readExchangeResponse(changed(body, changes), known));
    expect((facts as { newSku?: string }).newSku).toBe(newSku);
  });

  it.each([
    ['sku.name', 5, 'sku.name wrong-type'],
    ['sku', 5, 'sku not-an-object'],
    ['location', '', 'location empty'],
    ['properties.term', 'P2Y', 'properties.term unknown-value'],
    [
      'properties.reservedResourceType',
      'Balloons',
      'properties.reservedResourceType unknown-value',
    ],
  ])('whose purchase has the %s %j is not read', (path, value, complaint) => {
    const at = 'properties.reservationsToPurchase.0.properties';
    const spoilt = changed(body, { [`${at}.${path}`]: value });
    expect(complaints(readExchangeResponse(spoilt, known))).toEqual([`${at}.${complaint}`]);
  });

  it('prices the returned units alone', () => {
    const facts = factsOf(readExchangeResponse(body, { ...known, quantity: 3 }));
    expect(quoteExchange(facts).credit).toBe('1399.22'); // 10 of 365 days
  });

  it('returns a reservation', () => {
    const empty = changed(body, { 'properties.reservationsToExchange': [] });
    expect(complaints(readExchangeResponse(empty, known))[0]).toBe(
      'properties.reservationsToExchange empty',
    );
    const { properties: _, ...rest } = azure('Exchange') as { properties: unknown };
    expect(complaints(readExchangeResponse({ ...rest, properties: {} }, known))[0]).toBe(
      'properties.reservationsToExchange missing-field',
    );
    const asked = changed(azure('CalculateExchange', 'request'), noPlans);
    expect(complaints(readExchangeResponse(asked, known))[0]).toBe(
      'properties.reservationsToExchange.0.billingInformation not-an-object',
    );
    const list = changed(body, { 'properties.reservationsToExchange': 'all' });
    expect(complaints(readExchangeResponse(list, known))[0]).toBe(
      'properties.reservationsToExchange not-an-array',
    );
  });

  it.each([
    ['Pending', 'status unsupported'],
    ['PendingRefunds', 'status unsupported'],
    ['PendingPurchases', 'status unsupported'],
    ['Failed', 'status contradiction'],
    ['Cancelled', 'status contradiction'],
    ['Odd', 'status unknown-value'],
  ])('is none with the status %s', (status, complaint) => {
    expect(complaints(readExchangeResponse({ ...(body as object), status }, known))).toEqual([
      complaint,
    ]);
    const alone = readExchangeResponse({ id: '/a/b', name: 'b', status: 'Pending' });
    expect(complaints(alone)).toEqual(['status unsupported']);
  });

  it('states in which currency it buys, unless the caller does', () => {
    const unstated = changed(body, { 'properties.purchasesTotal.currencyCode': null });
    expect(complaints(readExchangeResponse(unstated, known))).toEqual([
      'properties.purchasesTotal.currencyCode missing-field',
    ]);
    expect(factsOf(readExchangeResponse(unstated, { ...known, newCurrency: 'USD' }))).toBeTruthy();
    expect(factsOf(readExchangeResponse(unstated, { ...known, newPrice: 153_214.8 }))).toBeTruthy();
    const silent = changed(body, { 'properties.purchasesTotal': null });
    expect(complaints(readExchangeResponse(silent, known))).toEqual([
      'known.newPrice missing-field',
    ]);
  });

  it('buys in the currency in which was paid', () => {
    const inEuro = changed(body, { 'properties.purchasesTotal.currencyCode': 'EUR' });
    expect(complaints(readExchangeResponse(inEuro, known))).toEqual([
      'properties.purchasesTotal.currencyCode other-currency',
    ]);
  });
});

const price = (amount: number): object => ({ amount, currencyCode: 'EUR' });
const item = (quantity: number, paid: number, commitment: number): object => ({
  quantity,
  billingInformation: {
    billingCurrencyTotalPaidAmount: price(paid),
    billingCurrencyRemainingCommitmentAmount: price(commitment),
  },
});

describe('the answer to an exchange of several reservations', () => {
  /** One unit of two paid monthly, 10.00 each, after 3 of 36 payments; one of four paid up front. */
  const several = {
    properties: {
      reservationsToExchange: [item(1, 60, 330), item(1, 4800, 0)],
      reservationsToPurchase: [
        { billingCurrencyTotal: price(6000) },
        { billingCurrencyTotal: price(1000) },
      ],
      purchasesTotal: price(7000),
    },
  };
  const first = { term: 'P3Y', purchasedOn: '2025-01-15', completedTransactions: 3 } as const;
  const second = {
    term: 'P1Y',
    purchasedOn: '2025-01-01',
    billingPlan: 'Upfront',
    quantity: 4,
  } as const;
  const both = { exchangedOn: '2025-03-25', reservationsToExchange: [first, second] };

  it('is of each reservation that it returns', () => {
    const facts = factsOf(readExchangeResponse(several, both));
    expect(facts).toEqual({
      exchangedOn: '2025-03-25',
      reservationsToExchange: [
        { ...first, instalment: '10.00', quantity: 1, currency: 'EUR', billingPlan: 'Monthly' },
        { ...second, paid: '4800.00', quantityToReturn: 1, currency: 'EUR' },
      ],
      reservationsToPurchase: [
        { price: '6000.00', currency: 'EUR' },
        { price: '1000.00', currency: 'EUR' },
      ],
    });
    expect(quoteExchange(facts, { policy: 'azure-2024-12' })).toMatchObject({
      returned: [
        { credit: '6.77', remainingCommitment: '330.00' }, // 21 of 31 days
        { credit: '927.12', remainingCommitment: '0.00' }, // 282 of 365 days
      ],
      refundsTotal: '1263.89',
      netPayable: '5736.11',
    });
  });

  it('states the kind of each reservation that it buys', () => {
    const kind = (name: string, location: string): object => ({
      properties: {
        location,
        sku: { name },
        properties: { reservedResourceType: 'AVS', term: 'P3Y' },
      },
    });
    const reservationsToPurchase = [
      { billingCurrencyTotal: price(6000), ...kind('AV36', 'westus') },
      { billingCurrencyTotal: price(1000) },
    ];
    const body = { properties: { ...several.properties, reservationsToPurchase } };
    expect(factsOf(readExchangeResponse(body, both))).toMatchObject({
      reservationsToPurchase: [
        { price: '6000.00', currency: 'EUR', product: 'AVS', sku: 'AV36', region: 'westus' },
        { price: '1000.00', currency: 'EUR' },
      ],
    });
    const spoilt = changed(body, { 'properties.reservationsToPurchase.0.properties.location': 5 });
    expect(complaints(readExchangeResponse(spoilt, both))).toEqual([
      'properties.reservationsToPurchase.0.properties.location wrong-type',
    ]);
  });

  it('says of each which facts are missing', () => {
    expect(complaints(readExchangeResponse(several))).toEqual([
      'known.reservationsToExchange.0.completedTransactions missing-field',
      'known.reservationsToExchange.1.billingPlan missing-field',
      'known.reservationsToExchange.1.quantity missing-field',
      'known.exchangedOn missing-field',
      'known.reservationsToExchange.0.term missing-field',
      'known.reservationsToExchange.0.purchasedOn missing-field',
      'known.reservationsToExchange.1.term missing-field',
      'known.reservationsToExchange.1.purchasedOn missing-field',
    ]);
    const one = { ...both, reservationsToExchange: [first] };
    expect(complaints(readExchangeResponse(several, one))).toContain(
      'known.reservationsToExchange.1.quantity missing-field',
    );
    const flat = { exchangedOn: '2025-03-25', ...first };
    expect(complaints(readExchangeResponse(several, flat))).toContain('known.term unknown-field');
  });

  it.each([
    [
      { 'properties.purchasesTotal.amount': 7001 },
      'properties.purchasesTotal.amount contradiction',
    ],
    [
      { 'properties.purchasesTotal.currencyCode': 'USD' },
      'properties.reservationsToPurchase.0.billingCurrencyTotal.currencyCode other-currency',
    ],
    [
      { 'properties.reservationsToPurchase.1.billingCurrencyTotal.amount': 'dear' },
      'properties.reservationsToPurchase.1.billingCurrencyTotal.amount malformed-amount',
    ],
    [
      { 'properties.reservationsToExchange.1.quantity': 5 },
      'properties.reservationsToExchange.1.quantity contradiction',
    ],
    [
      { 'properties.reservationsToExchange.0.billingInformation': 1 },
      'properties.reservationsToExchange.0.billingInformation not-an-object',
    ],
    [{ 'properties.reservationsToPurchase': 1 }, 'properties.reservationsToPurchase not-an-array'],
    [
      {
        'properties.reservationsToPurchase': Array.from({ length: 101 }, () => ({
          billingCurrencyTotal: price(1),
        })),
        'properties.purchasesTotal.amount': 101,
      },
      'properties.reservationsToPurchase too-long',
    ],
    [{ 'properties.reservationsToPurchase': undefined }, undefined],
  ])('with %j is an issue there, or none', (values, complaint) => {
    const parsed = readExchangeResponse(changed(several, values), both);
    if (complaint !== undefined) return expect(complaints(parsed)).toContain(complaint);
    expect(factsOf(parsed)).toMatchObject({
      reservationsToPurchase: [{ price: '7000.00', currency: 'EUR' }],
    });
  });

  it('may lack the sum of what is bought', () => {
    const parsed = readExchangeResponse(
      changed(several, { 'properties.purchasesTotal': undefined }),
      both,
    );
    expect(factsOf(parsed)).toMatchObject({
      reservationsToPurchase: [{ price: '6000.00' }, { price: '1000.00' }],
    });
    const second = 'properties.reservationsToPurchase.1.billingCurrencyTotal.currencyCode';
    const inDollars = { 'properties.purchasesTotal': undefined, [second]: 'USD' };
    expect(complaints(readExchangeResponse(changed(several, inDollars), both))).toEqual([
      `${second} other-currency`,
    ]);
  });

  it('has facts for each, and not for more', () => {
    const three = { ...both, reservationsToExchange: [first, second, second] };
    expect(complaints(readExchangeResponse(several, three))).toEqual([
      'known.reservationsToExchange contradiction',
    ]);
    const faulty = { ...both, reservationsToExchange: [first, 7 as never] };
    expect(complaints(readExchangeResponse(several, faulty))).toContain(
      'known.reservationsToExchange.1 not-an-object',
    );
    const odd = { ...both, reservationsToExchange: [first, { ...second, used: 'no' as never }] };
    expect(complaints(readExchangeResponse(several, odd))).toEqual([
      'known.reservationsToExchange.1.used wrong-type',
    ]);
  });

  it('may be of one, with its facts in the list', () => {
    const one = changed(several, { 'properties.reservationsToExchange': [item(1, 60, 330)] });
    const facts = factsOf(
      readExchangeResponse(one, { exchangedOn: '2025-03-25', reservationsToExchange: [first] }),
    );
    expect(facts).toMatchObject({ reservationsToExchange: [{ instalment: '10.00' }] });
    const flat = factsOf(readExchangeResponse(one, { exchangedOn: '2025-03-25', ...first }));
    expect(flat).toMatchObject({ instalment: '10.00', newPrice: '7000.00' });
  });

  it('is upfront or monthly, but not both', () => {
    const upfront = { ...both, reservationsToExchange: [second, second] };
    expect(complaints(readExchangeResponse(several, upfront))).toContain(
      'known.reservationsToExchange.0.billingPlan contradiction',
    );
    const monthly = {
      ...both,
      reservationsToExchange: [first, { ...first, term: 'P1Y', billingPlan: 'Monthly' } as const],
    };
    expect(complaints(readExchangeResponse(several, monthly))).toContain(
      'properties.reservationsToExchange.1.billingInformation.billingCurrencyRemainingCommitmentAmount contradiction',
    );
  });
});
