import { describe, expect, it } from 'vitest';
import { quoteExchange, refundPolicies, toExchangeResponse } from '../../../src/index.ts';
import { issuesOf } from '../../hostile/issues-of.ts';

const request = {
  paid: '12000.00',
  currency: 'USD',
  term: 'P1Y',
  purchasedOn: '2025-01-01',
  exchangedOn: '2025-07-02',
  newPrice: '15000.00',
} as const;

const usd = (amount: number): object => ({ amount, currencyCode: 'USD' });

describe('the response to an exchange', () => {
  it('has the part that is kept as prorated, and the errors right in the policy', () => {
    const names = { reservationId: 'R-1', quantity: 1, sessionId: 'S-1' };
    expect(toExchangeResponse(quoteExchange(request), names)).toEqual({
      status: 'Succeeded',
      properties: {
        sessionId: 'S-1',
        netPayable: usd(8983.56),
        refundsTotal: usd(6016.44),
        purchasesTotal: usd(15000),
        reservationsToExchange: [
          {
            reservationId: 'R-1',
            quantity: 1,
            billingRefundAmount: usd(6016.44),
            billingInformation: {
              billingCurrencyTotalPaidAmount: usd(12000),
              billingCurrencyProratedAmount: usd(5983.56),
              billingCurrencyRemainingCommitmentAmount: usd(0),
            },
          },
        ],
        reservationsToPurchase: [{ billingCurrencyTotal: usd(15000) }],
        policyResult: { policyErrors: [] },
      },
    });
  });

  it('shares no object within itself', () => {
    const { properties } = toExchangeResponse(quoteExchange(request));
    const [returned] = properties.reservationsToExchange;
    const [bought] = properties.reservationsToPurchase;
    expect(returned?.billingRefundAmount).not.toBe(properties.refundsTotal);
    expect(bought?.billingCurrencyTotal).not.toBe(properties.purchasesTotal);
  });

  it('has a negative amount due if the credit is larger, refused or not', () => {
    const cheaper = { ...request, newPrice: '6000.00' };
    const { properties } = toExchangeResponse(quoteExchange(cheaper));
    expect(properties.netPayable).toEqual(usd(-16.44));
    expect(properties.policyResult.policyErrors).toEqual([
      { code: 'purchase-below-credit', message: expect.stringMatching(/^[A-Z].*\.$/) },
    ]);
    const policy = {
      ...refundPolicies['azure-2022-10'],
      id: 'ours',
      exchangeMinimum: 'none',
    } as const;
    const allowed = toExchangeResponse(quoteExchange(cheaper, { policy })).properties;
    expect(allowed.netPayable).toEqual(usd(-16.44));
    expect(allowed.policyResult.policyErrors).toEqual([]);
  });

  it('is rejected if an amount has too many digits, or the quote is malformed', () => {
    const dear = quoteExchange({ ...request, newPrice: '99999999999999.99' });
    expect(issuesOf(() => toExchangeResponse(dear)).map(({ path, code }) => [path, code])).toEqual([
      [['quote', 'newPrice'], 'imprecise-number'],
      [['quote', 'newPrice'], 'imprecise-number'],
    ]);
    expect(issuesOf(() => toExchangeResponse({} as never))[0]?.path).toEqual(['quote', 'kind']);
    const altered = { ...quoteExchange(request), netPayable: '1.00' };
    expect(issuesOf(() => toExchangeResponse(altered))).toMatchObject([
      { path: ['quote', 'netPayable'], code: 'contradiction', received: '"1.00"' },
    ]);
  });
});
