import { describe, expect, it } from 'vitest';
import { quoteRefund, readRefundResponse } from '../../../src/index.ts';
import { azure, changed } from '../examples.ts';
import { complaints, factsOf } from '../readers.ts';

const response = azure('CalculateRefund');
const known = {
  term: 'P1Y',
  purchasedOn: '2022-11-01',
  canceledOn: '2022-12-20',
  used: true,
  usdRate: '1.2',
} as const;

describe('the answer to a cancellation', () => {
  it.each([
    ['CalculateRefund', '200'],
    ['Return', '202'],
  ] as const)('lacks in %s %s what only the caller knows', (name, part) => {
    expect(complaints(readRefundResponse(azure(name, part)))).toEqual([
      'known.term missing-field',
      'known.purchasedOn missing-field',
      'known.canceledOn missing-field',
      'known.used missing-field',
      'known.usdRate rate-required',
    ]);
  });

  it('contains the other facts', () => {
    const facts = factsOf(readRefundResponse(response, known));
    expect(facts).toEqual({
      paid: '24.00',
      currency: 'GBP',
      billingPlan: 'Upfront',
      consumedRefunds: '83.69',
      ...known,
    });
    // 316 of 365 days: a policy without a fee.
    expect(quoteRefund(facts, { policy: 'azure-2022-10' }).refund).toBe('20.78');
  });

  it('reports an issue with its path, in the body or in the known facts', () => {
    const body = changed(response, {
      'properties.billingInformation.billingPlan': 'Monthly',
      'properties.billingInformation.billingCurrencyTotalPaidAmount.amount': 24.005,
    });
    const parsed = readRefundResponse(body, { ...known, term: 'P2Y' as 'P1Y' });
    expect(complaints(parsed)).toEqual([
      'properties.billingInformation.billingCurrencyTotalPaidAmount.amount too-many-decimals',
      'known.term unknown-value',
      'properties.billingInformation.billingPlan unsupported',
    ]);
    expect(parsed.ok ? undefined : parsed.issues[1]?.message).toBe(
      'known.term: expected one of P1Y, P3Y, P5Y, got "P2Y"',
    );
  });

  it('has its limit in US dollars', () => {
    const limit = 'properties.policyResult.properties.consumedRefundsTotal';
    const inPounds = changed(response, { [limit]: { amount: 1, currencyCode: 'GBP' } });
    expect(complaints(readRefundResponse(inPounds, known))).toEqual([
      `${limit}.currencyCode other-currency`,
    ]);
    const inNothing = changed(response, { [limit]: { amount: 1 } });
    expect(complaints(readRefundResponse(inNothing, known))).toEqual([
      `${limit}.currencyCode missing-field`,
    ]);
    const asKnown = readRefundResponse(inPounds, { ...known, consumedRefunds: '48000' });
    expect(factsOf(asKnown).consumedRefunds).toBe('48000.00');
    const unsaid = changed(response, { [limit]: undefined });
    expect(factsOf(readRefundResponse(unsaid, known))).not.toHaveProperty('consumedRefunds');
  });

  it('is told from what was asked', () => {
    expect(complaints(readRefundResponse(azure('CalculateRefund', 'request'), known))[0]).toBe(
      'properties.billingInformation not-an-object',
    );
  });

  it('rejects a fact with a misspelt name', () => {
    const misspelt = { ...known, cancelledOn: '2022-12-20' };
    expect(complaints(readRefundResponse(response, misspelt))).toEqual([
      'known.cancelledOn unknown-field',
    ]);
    expect(complaints(readRefundResponse(response, 7 as never))[0]).toBe('known not-an-object');
  });
});
