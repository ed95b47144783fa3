import { describe, expect, it } from 'vitest';
import { readReconciliationLine } from '../../../src/interop/index.ts';
import { complaints, factsOf } from '../readers.ts';

const line = {
  ChargeType: 'removeQuantity',
  SubscriptionId: 'S-1',
  OrderDate: '2023-05-03',
  ChargeStartDate: '2023-05-03',
  ChargeEndDate: '2023-05-31',
  EffectiveUnitPrice: '9.429677',
  BillableQuantity: '-10',
  Subtotal: '-94.20',
  Currency: 'USD',
  PricingCurrency: 'USD',
};

describe('a line of a reconciliation file', () => {
  it('is read with the days, price and quantity that it states', () => {
    expect(factsOf(readReconciliationLine(line))).toEqual({
      chargeType: 'removeQuantity',
      orderId: null,
      reservationOrderId: null,
      subscriptionId: 'S-1',
      productId: null,
      skuId: null,
      customerId: null,
      on: '2023-05-03',
      chargedFrom: '2023-05-03',
      chargedUntil: '2023-05-31',
      quantity: '-10',
      effectiveUnitPrice: '9.429677',
      exchangeRate: '1',
      subtotal: '-94.20',
      currency: 'USD',
    });
  });

  it('drops zeros after the last decimal, as spreadsheets add them', () => {
    const read = factsOf(
      readReconciliationLine({
        ...line,
        BillableQuantity: '10.000000',
        EffectiveUnitPrice: 100,
        Subtotal: '1000.000000',
        PCToBCExchangeRate: '1.250000',
      }),
    );
    expect(read).toMatchObject({
      quantity: '10',
      effectiveUnitPrice: '100',
      subtotal: '1000.00',
      exchangeRate: '1.25',
    });
  });

  it('takes empty cells for texts and days that are not stated', () => {
    const read = factsOf(
      readReconciliationLine({
        ...line,
        OrderDate: '',
        SubscriptionId: '',
        OrderId: '',
        ChargeEndDate: '',
      }),
    );
    expect(read).toMatchObject({
      on: null,
      subscriptionId: null,
      orderId: null,
      chargedUntil: null,
    });
  });

  it('does not guess the rate between two currencies', () => {
    const other = { ...line, PricingCurrency: 'EUR' };
    expect(factsOf(readReconciliationLine(other)).exchangeRate).toBeNull();
    const { PricingCurrency: _, ...without } = line;
    expect(factsOf(readReconciliationLine(without)).exchangeRate).toBeNull();
  });

  it.each([
    [{ ChargeType: undefined }, ['chargeType missing-field']],
    [{ Currency: 'usd' }, ['currency unknown-currency']],
    [{ Subtotal: '-94,20' }, ['Subtotal malformed-amount']],
    [{ OrderDate: '5/3/2023' }, ['OrderDate malformed-day']],
    [{ PCToBCExchangeRate: 'x' }, ['PCToBCExchangeRate malformed-rate']],
    [{ ChargeEndDate: '2023-05-02' }, ['ChargeEndDate contradiction']],
  ])('with %j is not read', (changed, expected) => {
    const found = complaints(readReconciliationLine({ ...line, ...changed }));
    expect(found.map((one) => one.toLowerCase())).toEqual(expected.map((one) => one.toLowerCase()));
  });
});
