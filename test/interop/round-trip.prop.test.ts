import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import {
  type ExchangeQuote,
  isInputError,
  type Known,
  quoteExchange,
  quoteRefund,
  type RefundQuote,
  type RefundRequestInput,
  readExchangeFigures,
  readExchangeResponse,
  readRefundFigures,
  readRefundResponse,
  type SingleExchangeRequest,
  toExchangeResponse,
  toRefundResponse,
} from '../../src/index.ts';
import { exchangeCases, refundCases } from '../reservations/arbitraries.ts';
import { complaints, factsOf } from './readers.ts';

interface Response {
  readonly properties: {
    readonly policyResult: { readonly properties: { consumedRefundsTotal?: unknown } };
  };
}

/** What was written, as it comes over the wire; `undefined` where a number does not hold an amount. */
function sent<Quote>(write: (quote: Quote) => object, quote: Quote): unknown {
  try {
    return JSON.parse(JSON.stringify(write(quote)));
  } catch (error) {
    if (!isInputError(error)) throw error;
    for (const { code } of error.issues) expect(code).toBe('imprecise-number');
    return undefined;
  }
}

/** Whether an amount has more digits than a JSON number holds. */
const isLong = (amount: string): boolean =>
  amount.replace(/\.?0*$/, '').replace(/^[-0.]*|\./g, '').length > 15 ||
  amount.replace(/\..*/, '').length > 15;

describe('a cancellation, written as the vendor’s response', () => {
  const quotes: fc.Arbitrary<RefundQuote> = refundCases.map(({ request, policy }) =>
    quoteRefund(request, { policy }),
  );

  test.prop([quotes])('is read back as the same facts', (quote) => {
    const response = sent(toRefundResponse, quote);
    if (response === undefined) return;
    expect(factsOf(readRefundResponse(response, unstated(quote)))).toEqual({
      ...quote.request,
      billingPlan: 'Upfront',
      quantity: 1,
      quantityToReturn: 1,
    });
  });

  test.prop([quotes])('is read back as the same figures', (quote) => {
    const response = sent(toRefundResponse, quote);
    if (response === undefined) return;
    const { currency, paid, refund, limit, assumed } = quote;
    const figures = factsOf(readRefundFigures(response));
    expect(figures).toMatchObject({ currency, paid, refund, kept: less(paid, refund) });
    expect(figures.limit).toEqual({
      currency: 'USD',
      max: limit?.max ?? null,
      consumedBefore: assumed.includes('consumedRefunds') ? null : (limit?.consumedBefore ?? null),
    });
    expect(figures.policyErrors).toHaveLength(quote.allowed ? 0 : quote.obstacles.length);
  });

  test.prop([quotes])('is refused only where an amount is too long for a number', (quote) => {
    const { paid, refund, limit } = quote;
    const kept = less(paid, refund);
    const amounts = [paid, kept, refund, limit?.consumedBefore ?? '0', limit?.max ?? '0'];
    expect(sent(toRefundResponse, quote) === undefined).toBe(amounts.some(isLong));
  });

  test.prop([quotes, fc.constantFrom('AUD', 'CAD', 'EUR', 'GBP', 'JPY', 'KRW', 'usd', 'USDT')])(
    'is not read if refunds were consumed in another currency than USD',
    (quote, currencyCode) => {
      const response = sent(toRefundResponse, quote) as Response | undefined;
      if (response === undefined) return;
      const total = { amount: 7, currencyCode };
      response.properties.policyResult.properties.consumedRefundsTotal = total;
      const { consumedRefunds: _, ...known } = unstated(quote);
      for (const parsed of [readRefundResponse(response, known), readRefundFigures(response)]) {
        const issues = parsed.ok ? [] : parsed.issues;
        expect(issues.map(({ path }) => path.at(-2))).toContain('consumedRefundsTotal');
      }
    },
  );

  test.prop([quotes])('has the same result when quoted again', (quote) => {
    const response = sent(toRefundResponse, quote);
    if (response === undefined) return;
    const facts = factsOf(readRefundResponse(response, { ...quote.request, quantity: 1 }));
    const { credit, fee, refund, withheld } = quoteRefund(facts, { policy: quote.policy });
    expect({ credit, fee, refund, withheld }).toEqual({
      credit: quote.credit,
      fee: quote.fee,
      refund: quote.refund,
      withheld: quote.withheld,
    });
  });
});

/** What the caller knows in addition to an answer. */
function unstated(quote: RefundQuote): Known<RefundRequestInput> {
  const { term, purchasedOn, canceledOn, used, usdRate, product, id, consumedRefunds } =
    quote.request;
  return {
    ...{ term, purchasedOn, canceledOn, used, usdRate, product, id, quantity: quote.quantity },
    consumedRefunds: quote.limit === null ? consumedRefunds : undefined,
  };
}

describe('a cancellation of some units that are paid monthly', () => {
  it('asks for the payment where the part that is still to be paid was rounded to nothing', () => {
    const quote = quoteRefund({
      ...{ billingPlan: 'Monthly', instalment: '0.01', quantity: 2, quantityToReturn: 1 },
      ...{ currency: 'USD', term: 'P1Y', used: true },
      ...{ purchasedOn: '2015-01-01', canceledOn: '2015-11-01' },
    });
    const response = sent(toRefundResponse, quote);
    expect(quote.remainingCommitment).toBe('0.00');
    const known = unstated(quote);
    expect(complaints(readRefundResponse(response, known))).toEqual([
      'known.instalment missing-field',
    ]);
    const facts = { ...quote.request, completedTransactions: 11 };
    const stated = { ...known, instalment: '0.01' } as typeof known;
    expect(factsOf(readRefundResponse(response, stated))).toEqual(facts);
  });

  const quotes: fc.Arbitrary<RefundQuote> = fc
    .tuple(refundCases, fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
    .map(([{ request, policy }, some, more]) => {
      const { paid: instalment, product: _, billingPlan: __, ...facts } = request;
      return quoteRefund(
        {
          ...(facts as Required<typeof facts>),
          billingPlan: 'Monthly',
          instalment: instalment as string,
          quantity: Math.max(some, more),
          quantityToReturn: Math.min(some, more),
        },
        { policy },
      );
    });

  test.prop([quotes])('is read back as the same facts, or asks for the payment', (quote) => {
    const response = sent(toRefundResponse, quote);
    if (response === undefined || quote.period === null) return;
    const known = unstated(quote);
    const parsed = readRefundResponse(response, known);
    const facts = { ...quote.request, completedTransactions: quote.completedTransactions };
    const isDue = quote.completedTransactions !== paymentsOf[quote.request.term];
    const isZero = Number(quote.instalment) === 0;
    if (isDue && !isZero && quote.quantity === quote.quantityToReturn) {
      expect(factsOf(parsed)).toEqual(facts);
    } else if (parsed.ok) {
      expect(parsed.value).toEqual(facts);
    } else {
      for (const { path } of parsed.issues) expect(path.join('.')).toMatch(asked);
      if (isZero) return;
      const paidBy = { ...known, instalment: quote.request.instalment } as typeof known;
      expect(factsOf(readRefundResponse(response, paidBy))).toEqual(facts);
    }
  });

  test.prop([quotes])('is read back as the same figures', (quote) => {
    const response = sent(toRefundResponse, quote);
    if (response === undefined) return;
    const { paid, refund, remainingCommitment, quantityToReturn: quantity, billingPlan } = quote;
    expect(factsOf(readRefundFigures(response))).toMatchObject({
      ...{ paid, refund, remainingCommitment, quantity, billingPlan },
      completed: quote.completedTransactions,
      total: paymentsOf[quote.request.term],
    });
  });
});

const paymentsOf = { P1Y: 12, P3Y: 36, P5Y: 60 };

/** Where a payment is asked for, if what is still to be paid does not state it. */
const asked =
  /^known\.(instalment|quantity)$|^properties\.billingInformation\.billingCurrencyRemainingCommitmentAmount$/;

function less(paid: string, credit: string): string {
  const digits = paid.includes('.') ? paid.length - paid.indexOf('.') - 1 : 0;
  const minor = BigInt(paid.replace('.', '')) - BigInt(credit.replace('.', ''));
  const text = String(minor).padStart(digits + 1, '0');
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

describe('an exchange, written as the vendor’s response', () => {
  const quotes: fc.Arbitrary<ExchangeQuote> = exchangeCases.map(({ request, policy }) =>
    quoteExchange(request, { policy }),
  );

  test.prop([quotes])('is read back as the same facts', (quote) => {
    const response = sent(toExchangeResponse, quote);
    if (response === undefined) return;
    const { term, purchasedOn, exchangedOn, product } = quote.request as SingleExchangeRequest;
    const known = { term, purchasedOn, exchangedOn, product, quantity: 1 };
    expect(factsOf(readExchangeResponse(response, { ...known, billingPlan: 'Upfront' }))).toEqual({
      ...quote.request,
      newCurrency: quote.currency,
      billingPlan: 'Upfront',
      quantity: 1,
      quantityToReturn: 1,
    });
  });

  test.prop([quotes])('is read back as the same figures', (quote) => {
    const response = sent(toExchangeResponse, quote);
    if (response === undefined) return;
    const { currency, credit, newPrice, paid, netPayable } = quote;
    const figures = factsOf(readExchangeFigures(response));
    expect(figures).toMatchObject({ currency, credit, newPrice, returned: [{ paid, credit }] });
    if (quote.allowed) expect(figures).toMatchObject({ netPayable, policyErrors: [] });
    else expect(figures.policyErrors).toHaveLength(quote.obstacles.length);
  });
});
