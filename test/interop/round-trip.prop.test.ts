import { type fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import {
  type ExchangeQuote,
  isInputError,
  quoteExchange,
  quoteRefund,
  type RefundQuote,
  readExchangeFigures,
  readExchangeResponse,
  readRefundFigures,
  readRefundResponse,
  toExchangeResponse,
  toRefundResponse,
} from '../../src/index.ts';
import { exchangeCases, refundCases } from '../reservations/arbitraries.ts';
import { factsOf } from './readers.ts';

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
    const { paid: _, currency: __, ...known } = quote.request;
    const unsaid = {
      ...known,
      consumedRefunds: quote.limit === null ? known.consumedRefunds : undefined,
    };
    expect(factsOf(readRefundResponse(response, unsaid))).toEqual({
      ...quote.request,
      billingPlan: 'Upfront',
    });
  });

  test.prop([quotes])('is read back as the same figures', (quote) => {
    const response = sent(toRefundResponse, quote);
    if (response === undefined) return;
    const { currency, paid, credit, refund, limit, assumed } = quote;
    const figures = factsOf(readRefundFigures(response));
    expect(figures).toMatchObject({ currency, paid, credit, refund });
    expect(figures.limit).toEqual({
      currency: 'USD',
      max: limit?.max ?? null,
      consumedBefore: assumed.includes('consumedRefunds') ? null : (limit?.consumedBefore ?? null),
    });
    expect(figures.policyErrors).toHaveLength(quote.allowed ? 0 : quote.obstacles.length);
  });

  test.prop([quotes])('is rejected only if an amount is too long for a number', (quote) => {
    const { paid, credit, refund, limit } = quote;
    const kept = less(paid, credit);
    const amounts = [paid, kept, refund, limit?.consumedBefore ?? '0', limit?.max ?? '0'];
    expect(sent(toRefundResponse, quote) === undefined).toBe(amounts.some(isLong));
  });

  test.prop([quotes])('has the same result when quoted again', (quote) => {
    const response = sent(toRefundResponse, quote);
    if (response === undefined) return;
    const facts = factsOf(readRefundResponse(response, quote.request));
    const { credit, fee, refund, withheld } = quoteRefund(facts, { policy: quote.policy });
    expect({ credit, fee, refund, withheld }).toEqual({
      credit: quote.credit,
      fee: quote.fee,
      refund: quote.refund,
      withheld: quote.withheld,
    });
  });
});

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
    const { paid: _, currency, newPrice: __, newCurrency: ___, ...known } = quote.request;
    expect(factsOf(readExchangeResponse(response, known))).toEqual({
      ...quote.request,
      newCurrency: currency,
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

describe('the part that Microsoft keeps, and the credit', () => {
  test.prop([refundCases])('add up to the price paid', ({ request, policy }) => {
    const response = sent(toRefundResponse, quoteRefund(request, { policy }));
    if (response === undefined) return;
    const { paid, kept, credit } = factsOf(readRefundFigures(response));
    expect(less(paid, kept)).toBe(credit);
  });
});
