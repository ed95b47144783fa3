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
    const names = { reservationId: 'R-1', sessionId: 'S-1' };
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

  it('has each reservation that is returned, and each that is bought', () => {
    const quote = quoteExchange(
      {
        exchangedOn: '2023-03-06',
        reservationsToExchange: ['45.00', '11.25'].map((instalment) => ({
          billingPlan: 'Monthly',
          instalment,
          currency: 'GBP',
          term: 'P1Y',
          purchasedOn: '2023-03-04',
          used: false,
          quantity: 3,
          quantityToReturn: 1,
        })),
        reservationsToPurchase: [{ price: '120.00' }, { instalment: '39.75', term: 'P1Y' }],
      },
      { policy: 'azure-service-2023' },
    );
    const gbp = (amount: number): object => ({ amount, currencyCode: 'GBP' });
    const item = (reservationId: string, paid: number, refund: number, open: number): object => ({
      reservationId,
      quantity: 1,
      billingRefundAmount: gbp(refund),
      billingInformation: {
        billingCurrencyTotalPaidAmount: gbp(paid),
        billingCurrencyProratedAmount: gbp(paid - refund),
        billingCurrencyRemainingCommitmentAmount: gbp(open),
      },
    });
    expect(toExchangeResponse(quote, { reservationId: ['R-1', 'R-2'] }).properties).toEqual({
      netPayable: gbp(372),
      refundsTotal: gbp(225),
      purchasesTotal: gbp(597),
      reservationsToExchange: [item('R-1', 45, 15, 165), item('R-2', 11.25, 3.75, 41.25)],
      reservationsToPurchase: [
        { billingCurrencyTotal: gbp(120) },
        { billingCurrencyTotal: gbp(477) },
      ],
      policyResult: { policyErrors: [] },
    });
    const wrong = (reservationId: never): unknown =>
      issuesOf(() => toExchangeResponse(quote, { reservationId })).map(({ path, code }) => [
        path.join('.'),
        code,
      ]);
    expect(wrong(['R-1'] as never)).toEqual([['names.reservationId', 'contradiction']]);
    expect(wrong('R-1' as never)).toEqual([['names.reservationId', 'not-an-array']]);
    expect(wrong(['R-1', ''] as never)).toEqual([['names.reservationId.1', 'empty']]);
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
      [['quote', 'purchasesTotal'], 'imprecise-number'],
      [['quote', 'purchasesTotal'], 'imprecise-number'],
      [['quote', 'purchases', 0, 'total'], 'imprecise-number'],
    ]);
    expect(issuesOf(() => toExchangeResponse({} as never))[0]?.path).toEqual(['quote', 'kind']);
    const altered = { ...quoteExchange(request), netPayable: '1.00' };
    expect(issuesOf(() => toExchangeResponse(altered))).toMatchObject([
      { path: ['quote', 'netPayable'], code: 'contradiction', received: '"1.00"' },
    ]);
  });
});
