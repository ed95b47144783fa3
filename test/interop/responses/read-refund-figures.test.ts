import { describe, expect, it } from 'vitest';
import { readRefundFigures } from '../../../src/interop/index.ts';
import { azure, changed } from '../examples.ts';
import { complaints, factsOf } from '../readers.ts';

const response = azure('CalculateRefund');
const paid = 'properties.billingInformation.billingCurrencyTotalPaidAmount';
const prorated = 'properties.billingInformation.billingCurrencyProratedAmount';
const refund = 'properties.billingRefundAmount';
const result = 'properties.policyResult.properties';

describe('the figures of a cancellation', () => {
  it('have the amounts that Microsoft keeps and refunds, or the reasons', () => {
    expect(factsOf(readRefundFigures(response))).toEqual({
      currency: 'GBP',
      paid: '24.00',
      kept: '3.28',
      credit: '20.72',
      refund: '20.72',
      quantity: 1,
      billingPlan: 'Upfront',
      completed: 1,
      total: 1,
      remainingCommitment: '0.00',
      pricingRefund: '24.92',
      limit: { currency: 'USD', max: '50000.00', consumedBefore: '83.69' },
      policyErrors: [
        {
          code: 'SelfServiceRefundNotSupported',
          message: expect.stringContaining('not supported'),
        },
      ],
    });
    expect(factsOf(readRefundFigures(azure('Return', '202')))).toMatchObject({
      kept: '3.48',
      credit: '20.52',
      policyErrors: [],
    });
  });

  it.each([
    [0.07, '0.07'],
    [24.5, '24.50'],
    [1e3, '1000.00'],
    [1234567890123.45, '1234567890123.45'],
    ['24.10', '24.10'],
    [24n, '24.00'],
  ])('read %s exactly', (amount, text) => {
    const body = changed(response, {
      [`${paid}.amount`]: amount,
      [`${prorated}.amount`]: amount,
      [`${refund}.amount`]: 0,
    });
    expect(factsOf(readRefundFigures(body)).paid).toBe(text);
  });

  it.each([
    [0.1 + 0.2, 'imprecise-number'],
    [12345678901234.56, 'imprecise-number'],
    [24.005, 'too-many-decimals'],
    [1e15, 'imprecise-number'],
    [1e21, 'malformed-amount'],
    [-0, 'malformed-amount'],
    [-1, 'malformed-amount'],
    [Number.NaN, 'malformed-amount'],
    [Number.POSITIVE_INFINITY, 'malformed-amount'],
    ['24,00', 'malformed-amount'],
    [true, 'wrong-type'],
    [{}, 'wrong-type'],
    [null, 'missing-field'],
  ])('refuse %s', (amount, code) => {
    const body = changed(response, { [`${paid}.amount`]: amount });
    expect(complaints(readRefundFigures(body))).toEqual([`${paid}.amount ${code}`]);
  });

  it.each([
    [{ [`${refund}.currencyCode`]: 'USD' }, `${refund}.currencyCode other-currency`],
    [{ [`${refund}.currencyCode`]: undefined }, `${refund}.currencyCode missing-field`],
    [
      { [`${result}.maxRefundLimit.currencyCode`]: 'GBP' },
      `${result}.maxRefundLimit.currencyCode other-currency`,
    ],
    [{ [`${paid}.currencyCode`]: 'gbp' }, `${paid}.currencyCode unknown-currency`],
    [{ [`${prorated}.amount`]: 24.01 }, `${prorated}.amount contradiction`],
    [{ [`${prorated}.amount`]: 3.29 }, `${refund}.amount contradiction`],
    [{ [`${refund}.amount`]: 20.71 }, `${refund}.amount contradiction`],
    [
      { 'properties.pricingRefundAmount.currencyCode': 'GBP' },
      'properties.pricingRefundAmount.currencyCode other-currency',
    ],
    [{ 'properties.quantity': -1 }, 'properties.quantity malformed-count'],
    [{ status: 'Pending' }, 'status unsupported'],
    [{ type: 'Microsoft.Capacity/reservationOrders' }, 'type unsupported'],
    [{ [`${result}.policyErrors`]: {} }, `${result}.policyErrors not-an-array`],
    [{ [`${result}.policyErrors`]: ['no'] }, `${result}.policyErrors.0 not-an-object`],
  ])('refuse %j', (values, complaint) => {
    expect(complaints(readRefundFigures(changed(response, values)))).toContain(complaint);
  });

  it('are held against no currency that is not known', () => {
    const body = changed(response, { [`${paid}.currencyCode`]: 'gbp' });
    expect(complaints(readRefundFigures(body))).toEqual([`${paid}.currencyCode unknown-currency`]);
  });

  it('say why not, also where exchanges say it', () => {
    const policyErrors = [{ code: 'Forbidden', message: 'No.' }];
    const body = changed(response, { 'properties.policyResult': { policyErrors } });
    expect(factsOf(readRefundFigures(body)).policyErrors).toEqual(policyErrors);
  });

  it.each([
    ['No. '.repeat(1_000), 'No. '.repeat(1_000)],
    ['x'.repeat(10_000), 'x'.repeat(10_000)],
    ['', ''],
    [null, ''],
    [undefined, ''],
  ])('say why not in the words of the vendor, also %j', (message, read) => {
    const policyErrors = [{ code: 'Forbidden', message }];
    const body = changed(response, { 'properties.policyResult': { policyErrors } });
    expect(factsOf(readRefundFigures(body)).policyErrors).toEqual([
      { code: 'Forbidden', message: read },
    ]);
  });

  it.each([
    ['x'.repeat(10_001), 'too-long'],
    [5, 'wrong-type'],
  ])('say why not in words, and not %j', (message, code) => {
    const policyErrors = [{ code: 'Forbidden', message }];
    const body = changed(response, { 'properties.policyResult': { policyErrors } });
    expect(complaints(readRefundFigures(body))).toEqual([
      `properties.policyResult.policyErrors.0.message ${code}`,
    ]);
  });

  it('are reported once if properties are missing', () => {
    expect(complaints(readRefundFigures({ properties: 5 }))[0]).toBe('properties not-an-object');
    expect(complaints(readRefundFigures({ properties: 5 }))).not.toContain(
      'properties.billingInformation missing-field',
    );
    const told = complaints(readRefundFigures({ properties: 5 }));
    expect(new Set(told).size).toBe(told.length);
  });

  it('leave out the unknown part of the limit', () => {
    const body = changed(response, { 'properties.policyResult': null });
    expect(factsOf(readRefundFigures(body))).toMatchObject({
      limit: { currency: 'USD', max: null, consumedBefore: null },
      policyErrors: [],
    });
  });
});
