import { describe, expect, it } from 'vitest';
import {
  defaultRefundPolicy,
  openRefundLedger,
  quoteRefund,
  settleRefund,
  toRefundResponse,
  vendorErrorCodes,
} from '../../../src/index.ts';
import { issuesOf } from '../../hostile/issues-of.ts';
import { REQUEST } from '../../reservations/request.ts';

const usd = (amount: number): object => ({ amount, currencyCode: 'USD' });

describe('the response to a cancellation', () => {
  it('has no ID that cannot be read', () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    const given = { reservationId: proxy } as never;
    expect(() => toRefundResponse(quoteRefund(REQUEST), given)).toThrow('reservationId');
  });

  it('has what is not refunded as prorated, and the policy one level down', () => {
    const quote = quoteRefund({ ...REQUEST, consumedRefunds: '83.69' });
    expect(toRefundResponse(quote)).toEqual({
      properties: {
        quantity: 1,
        billingRefundAmount: usd(5294.47),
        billingInformation: {
          billingPlan: 'Upfront',
          completedTransactions: 1,
          totalTransactions: 1,
          billingCurrencyTotalPaidAmount: usd(12000),
          billingCurrencyProratedAmount: usd(6705.53),
          billingCurrencyRemainingCommitmentAmount: usd(0),
        },
        policyResult: {
          properties: {
            consumedRefundsTotal: usd(83.69),
            maxRefundLimit: usd(50000),
            policyErrors: [],
          },
        },
      },
    });
  });

  it('has the names that are given', () => {
    const names = { reservationId: 'R-1', sessionId: 'S-1' };
    expect(toRefundResponse(quoteRefund(REQUEST), names)).toMatchObject({
      id: 'R-1',
      properties: { sessionId: 'S-1' },
    });
    expect(Object.keys(toRefundResponse(quoteRefund(REQUEST), {}))).toEqual(['properties']);
  });

  it('has the plan, the units and the commitment of a monthly reservation', () => {
    const quote = quoteRefund(
      {
        billingPlan: 'Monthly',
        instalment: '5.49',
        quantity: 3,
        quantityToReturn: 1,
        currency: 'GBP',
        usdRate: '1.19',
        pricingRefund: '1.76',
        term: 'P3Y',
        used: false,
        purchasedOn: '2023-03-04',
        canceledOn: '2023-03-10',
      },
      { policy: 'azure-service-2023' },
    );
    const gbp = (amount: number): object => ({ amount, currencyCode: 'GBP' });
    expect(toRefundResponse(quote).properties).toMatchObject({
      quantity: 1,
      billingRefundAmount: gbp(1.48),
      pricingRefundAmount: usd(1.76),
      billingInformation: {
        billingPlan: 'Monthly',
        completedTransactions: 1,
        totalTransactions: 36,
        billingCurrencyTotalPaidAmount: gbp(5.49),
        billingCurrencyProratedAmount: gbp(4.01),
        billingCurrencyRemainingCommitmentAmount: gbp(64.05),
      },
    });
  });

  const limitOf = (quote: Parameters<typeof toRefundResponse>[0]): object => {
    const { policyErrors: _, ...limit } =
      toRefundResponse(quote).properties.policyResult.properties;
    return limit;
  };

  it('contains the known part of the limit, not an assumed one', () => {
    expect(limitOf(quoteRefund(REQUEST))).toEqual({ maxRefundLimit: usd(50000) });
    const { ledger } = settleRefund(openRefundLedger('contoso'), { ...REQUEST, id: '1' });
    const { quote } = settleRefund(ledger, { ...REQUEST, id: '2' });
    expect(limitOf(quote)).toEqual({
      consumedRefundsTotal: usd(5294.47),
      maxRefundLimit: usd(50000),
    });
    const ended = quoteRefund({ ...REQUEST, canceledOn: '2026-01-01', consumedRefunds: '1.00' });
    expect(limitOf(ended)).toEqual({});
  });

  it.each<[string, object, string, string]>([
    ['term-ended', { canceledOn: '2026-01-01' }, 'partner-center-2020-08', 'term-ended'],
    ['not-returnable', { product: 'RedHat' }, 'azure-2022-10', 'SelfServiceRefundNotSupported'],
    [
      'undefined-by-text',
      { canceledOn: '2025-01-06' },
      'partner-center-2018-10',
      'undefined-by-text',
    ],
    ['limit-exceeded', { consumedRefunds: 45_000 }, 'azure-2022-10', 'RefundLimitExceeded'],
  ])('has %s as an error of the policy', (reason, facts, policy, code) => {
    const quote = quoteRefund({ ...REQUEST, ...facts }, { policy: policy as 'azure-2022-10' });
    expect(quote).toMatchObject({ reason });
    const { billingRefundAmount, policyResult } = toRefundResponse(quote).properties;
    expect(billingRefundAmount).toEqual(usd(0));
    expect(policyResult.properties.policyErrors).toEqual([
      { code, message: expect.stringMatching(/^[A-Z].*\.$/) },
    ]);
  });

  it('has every obstacle, and the vendor’s code for the ones that it names', () => {
    const quote = quoteRefund({ ...REQUEST, product: 'RedHat', canceledOn: '2026-01-01' });
    const { policyErrors } = toRefundResponse(quote).properties.policyResult.properties;
    expect(policyErrors.map(({ code }) => code)).toEqual([
      'term-ended',
      vendorErrorCodes['not-returnable'],
    ]);
  });

  /** A refund of the whole price, however high. */
  const inFull = (paid: string) =>
    quoteRefund(
      { ...REQUEST, paid, used: false, canceledOn: '2025-01-02' },
      { policy: { ...defaultRefundPolicy, id: 'unlimited', limitUsd: null } },
    );

  it.each(['1234567890123.45', '12345678901234.50', '999999999999999.00'])('holds %s', (paid) => {
    const quote = inFull(paid);
    expect(toRefundResponse(quote).properties.billingRefundAmount.amount).toBe(Number(paid));
  });

  it.each(['12345678901234.56', '999999999999999.99'])('does not hold %s', (paid) => {
    const quote = inFull(paid);
    const issues = issuesOf(() => toRefundResponse(quote));
    expect(issues.map(({ path, code }) => [path.join('.'), code])).toEqual([
      ['quote.refund', 'imprecise-number'],
      ['quote.paid', 'imprecise-number'],
    ]);
  });

  it('never writes another amount than that of the quote, were it a digit beyond', () => {
    // The nearest number to it is 100000000000000, of fifteen digits.
    const paid = '100000000000000.004';
    const quote = quoteRefund({ ...REQUEST, currency: 'KWD', usdRate: 3, paid });
    expect(issuesOf(() => toRefundResponse(quote))[0]?.path).toEqual(['quote', 'paid']);
  });

  it.each([
    [null, 'quote'],
    [{}, 'quote.kind'],
    [{ ...quoteRefund(REQUEST), paid: 'NaN' }, 'quote.paid'],
    [{ ...quoteRefund(REQUEST), refund: '999.99' }, 'quote.refund'],
    [{ ...quoteRefund(REQUEST), allowed: 'yes' }, 'quote.allowed'],
    [{ ...quoteRefund(REQUEST), limit: 7 }, 'quote.limit'],
    [{ ...quoteRefund(REQUEST), allowed: false, obstacles: [] }, 'quote.allowed'],
    [{ ...quoteRefund({ ...REQUEST, product: 'RedHat' }), obstacles: [] }, 'quote.obstacles.0'],
  ])('is not made of %j', (quote, place) => {
    const issues = issuesOf(() => toRefundResponse(quote as never));
    expect(issues.map(({ path }) => path.join('.'))).toContain(place);
  });

  it('takes no other names', () => {
    const issues = issuesOf(() =>
      toRefundResponse(quoteRefund(REQUEST), { sessionId: '', reservation: 'R-1' } as never),
    );
    expect(issues.map(({ path }) => path.join('.'))).toEqual([
      'names.reservation',
      'names.sessionId',
    ]);
  });
});
