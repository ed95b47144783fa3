import { describe, expect, it } from 'vitest';
import { readExchangeFigures } from '../../../src/interop/index.ts';
import { azure, changed } from '../examples.ts';
import { complaints, factsOf } from '../readers.ts';

const response = azure('CalculateExchange');
const billing = 'properties.reservationsToExchange.0.billingInformation';

describe('the figures of an exchange', () => {
  it.each(['CalculateExchange', 'Exchange'])(
    'say in %s what the vendor keeps and credits',
    (name) => {
      expect(factsOf(readExchangeFigures(azure(name)))).toEqual({
        currency: 'USD',
        credit: '3960.00',
        newPrice: '153214.80',
        netPayable: '149254.80',
        returned: [
          {
            paid: '153214.80',
            kept: '149254.80',
            credit: '3960.00',
            refund: '3960.00',
            quantity: 1,
            billingPlan: null,
            completed: null,
            total: null,
            remainingCommitment: '0.00',
            pricingRefund: null,
          },
        ],
        policyErrors: [],
      });
    },
  );

  it('say why not, right in the result of the policy or one level down', () => {
    const errors = [{ code: 'Forbidden', message: 'No.' }];
    const body = changed(response, { 'properties.policyResult.policyErrors': errors });
    expect(factsOf(readExchangeFigures(body)).policyErrors).toEqual(errors);
    const asForRefunds = { properties: { policyErrors: errors } };
    const deeper = changed(response, { 'properties.policyResult': asForRefunds });
    expect(factsOf(readExchangeFigures(deeper)).policyErrors).toEqual(errors);
  });

  it('are left out next to an error', () => {
    const failed = changed(response, { error: { code: 'Failed', message: 'No.' } });
    expect(complaints(readExchangeFigures(failed))).toEqual(['error contradiction']);
  });

  it.each([
    [-0.07, '-0.07'],
    [-1500, '-1500.00'],
    [-0, '0.00'],
    ['-0.07', '-0.07'],
    ['0.07', '0.07'],
    ['-1500', '-1500.00'],
    [1500n, '1500.00'],
  ])('can have %s left to pay', (amount, text) => {
    const body = changed(response, { 'properties.netPayable.amount': amount });
    expect(factsOf(readExchangeFigures(body)).netPayable).toBe(text);
  });

  it.each([
    [{ 'properties.netPayable.amount': -0.001 }, 'properties.netPayable.amount too-many-decimals'],
    [{ 'properties.refundsTotal.amount': 3960.01 }, 'properties.refundsTotal.amount contradiction'],
    [
      { [`${billing}.billingCurrencyRemainingCommitmentAmount.amount`]: 1 },
      'properties.refundsTotal.amount contradiction',
    ],
    [{ status: 'Pending' }, 'status unsupported'],
    [{ type: 'Microsoft.Capacity/reservationOrders' }, 'type unsupported'],
    [{ 'properties.refundsTotal.amount': -1 }, 'properties.refundsTotal.amount malformed-amount'],
    [{ 'properties.netPayable.amount': '--1' }, 'properties.netPayable.amount malformed-amount'],
    [{ 'properties.netPayable.amount': '1-1' }, 'properties.netPayable.amount malformed-amount'],
    [
      { 'properties.netPayable.amount': Number.NaN },
      'properties.netPayable.amount malformed-amount',
    ],
    [{ 'properties.refundsTotal.amount': '-1' }, 'properties.refundsTotal.amount malformed-amount'],
    [
      { 'properties.netPayable.amount': Number.NEGATIVE_INFINITY },
      'properties.netPayable.amount malformed-amount',
    ],
    [
      { [`${billing}.billingCurrencyTotalPaidAmount.currencyCode`]: 'EUR' },
      `${billing}.billingCurrencyTotalPaidAmount.currencyCode other-currency`,
    ],
  ])('refuse %j', (values, complaint) => {
    const parsed = readExchangeFigures(changed(response, values));
    expect(complaints(parsed)).toEqual([complaint]);
    if (!parsed.ok) expect(parsed.issues[0]?.received).not.toBe('1');
  });
});
