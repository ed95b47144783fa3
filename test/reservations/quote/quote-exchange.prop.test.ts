import { fc, test } from '@fast-check/vitest';
import { beforeAll, describe, expect } from 'vitest';
import { type ExchangeQuote, quoteExchange } from '../../../src/reservations/index.ts';
import { modelExchange } from '../../model/refund.model.ts';
import {
  amountText,
  decimalsOf,
  type ExchangeCase,
  exchangeCases,
  exchangePolicyOf,
  minorOf,
} from '../arbitraries.ts';
import { deepFreeze, vandalise } from '../deep.ts';
import { recomputed } from '../pocket-calculator.ts';

function quoteOf({ request, policy }: ExchangeCase): ExchangeQuote {
  return quoteExchange(request, { policy });
}

describe('quoteExchange', () => {
  test.prop([exchangeCases])('equals the model in every figure', (given) => {
    const quote = quoteOf(given);
    const model = modelExchange(given.model, exchangePolicyOf(given.policy));
    const { paid, newPrice } = given.request;
    expect(quote).toMatchObject({ paid, newPrice, request: given.request, policy: given.policy });
    if (model.outcome === 'allowed') {
      const { credit, netPayable } = model;
      expect(quote).toMatchObject({ allowed: true, credit, netPayable });
    } else {
      expect(quote.allowed ? [] : quote.obstacles.map(({ reason }) => reason)).toEqual(
        model.reasons,
      );
      expect(minorOf(quote.netPayable)).toBe(0n);
    }
  });

  test.prop([exchangeCases])('credit and what is left to pay make up the new price', (given) => {
    const quote = quoteOf(given);
    fc.pre(quote.allowed);
    expect(minorOf(quote.credit) + minorOf(quote.netPayable)).toBe(minorOf(quote.newPrice));
  });

  test.prop([exchangeCases])('never credits more than was paid', (given) => {
    const { credit, paid } = quoteOf(given);
    expect(credit).not.toContain('-');
    expect(minorOf(credit) <= minorOf(paid)).toBe(true);
  });

  test.prop([exchangeCases])('lines follow from their operands, which stand above', (given) => {
    const quote = quoteOf(given);
    const digits = decimalsOf(quote.currency);
    for (const line of quote.lines) {
      expect(recomputed(line, digits, quote.policy)).toBe(line.amount);
      if (line.code === 'credit') {
        const { remaining: days, term: termDays } = quote.days;
        expect(line).toMatchObject({ amount: quote.credit, of: quote.paid, days, termDays });
      } else {
        const { netPayable: amount, newPrice: of, credit: less } = quote;
        expect(line).toMatchObject({ amount, of, less });
      }
      expect(quote.because).toContain(line.clause);
    }
    const isBelow = !quote.allowed && quote.reason === 'purchase-below-credit';
    expect(quote.lines).toHaveLength(quote.allowed ? 2 : isBelow ? 1 : 0);
  });

  test.prop([exchangeCases])('the limit, the fee and the window play no part', (given) => {
    const figuresOf = ({ policy, notes, supersededBy, ruleChangesOn, ...figures }: ExchangeQuote) =>
      figures;
    const changed = { feeRate: '1', limitUsd: '0.00', windowDays: 366, dayWithoutRow: null };
    const policy = { ...given.policy, ...changed, id: 'another' };
    const other = quoteExchange(given.request, { policy });
    expect(figuresOf(other)).toEqual(figuresOf(quoteOf(given)));
  });

  test.prop([exchangeCases])('quoting twice gives the same bytes and shares nothing', (given) => {
    const before = JSON.stringify(quoteOf(given));
    vandalise(quoteOf(given));
    expect(JSON.stringify(quoteOf(deepFreeze(structuredClone(given))))).toBe(before);
  });

  test.prop([exchangeCases])('the request of an answer is answered alike', (given) => {
    const { request, policy } = quoteOf(given);
    expect(JSON.stringify(quoteExchange(request, { policy }))).toBe(JSON.stringify(quoteOf(given)));
  });
});

describe('the generator', () => {
  let quotes: ExchangeQuote[];

  beforeAll(() => {
    quotes = fc.sample(exchangeCases, { numRuns: 2_000, seed: 1 }).map(quoteOf);
  });

  test.each<[string, (quote: ExchangeQuote) => boolean]>([
    ['exactly the credit', ({ allowed, netPayable }) => allowed && minorOf(netPayable) === 0n],
    ['one cent less', (it) => !it.allowed && it.reason === 'purchase-below-credit'],
    ['the money back', ({ netPayable }) => netPayable.startsWith('-')],
    ['an ended term', (it) => !it.allowed && it.reason === 'term-ended'],
    ['nothing at all', ({ credit, currency }) => credit === amountText(0n, decimalsOf(currency))],
  ])('often makes %s', (_, isSo) => {
    expect(quotes.filter(isSo).length / quotes.length).toBeGreaterThan(0.02);
  });
});
