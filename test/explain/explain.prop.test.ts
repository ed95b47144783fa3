import { test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { quoteExchange, quoteRefund, type RefundQuote } from '../../src/reservations/index.ts';
import {
  add,
  divide,
  type Fraction,
  multiply,
  parseDecimal,
  round,
  roundDown,
  roundHalfEven,
  subtract,
} from '../model/refund.model.ts';
import { decimalsOf, exchangeCases, policyFrom, refundCases } from '../reservations/arbitraries.ts';
import { explain, linesOf, readAgain } from './answers.ts';

const plain = (text: string): string =>
  text.replaceAll(',', '').replace('−', '-').replace('+', '').replaceAll(' ', '');

/** What a written sum comes to: products before sums, from left to right, and no rounding. */
function resultOf(sum: string): Fraction {
  const [first = '', ...rest] = sum
    .replaceAll(',', '')
    .replaceAll(' USD', '')
    .replaceAll(' %', '%')
    .split(' ');
  const number = (text: string): Fraction =>
    text.endsWith('%')
      ? divide(parseDecimal(text.slice(0, -1)), parseDecimal('100'))
      : parseDecimal(text);
  if (rest[0] === '+') return add(number(first), resultOf(rest.slice(1).join(' ')));
  let value = number(first);
  for (let at = 0; at < rest.length; at += 2) {
    const operand = number(rest[at + 1] ?? '');
    if (rest[at] === '×') value = multiply(value, operand);
    else if (rest[at] === '÷') value = divide(value, operand);
    else if (rest[at] === '−') value = subtract(value, operand);
    else throw new Error(`no sum: ${sum}`);
  }
  return value;
}

/** The cases of use, as their lines begin. */
const used = {
  'If the reservation had been used,': true,
  'If the reservation had not been used,': false,
} as const;

const SUM = /([\d,.]+(?: USD)?(?: [×÷−+] [\d,.]+(?: %)?)+) = (-?[\d,.]+)/;

describe('the explanation of any refund', () => {
  test.prop([refundCases])(
    'has sums whose results are right, rounded as the policy states',
    ({ request, policy }) => {
      const quote = quoteRefund(request, { policy });
      for (const line of linesOf(explain(quote), 'Calculation')) {
        const [, sum, result = ''] = SUM.exec(line) ?? [];
        if (sum === undefined) continue;
        const digits = decimalsOf(quote.currency);
        const rounded = line.startsWith('Limit left')
          ? roundDown(resultOf(sum), digits)
          : /^Limit used/.test(line)
            ? roundHalfEven(resultOf(sum), 2)
            : round(resultOf(sum), digits, policy);
        expect([line, result.replaceAll(',', '')]).toEqual([line, rounded]);
      }
    },
  );

  test.prop([refundCases])(
    'contains every amount of the quote, and no number from anywhere else',
    ({ request, policy }) => {
      const quote = quoteRefund(request, { policy });
      const lines = linesOf(explain(quote), 'Calculation').slice(1);
      const known = new Set(JSON.stringify(quote).match(/\d+(?:\.\d+)?/g));
      const { consumedAfter = '0', consumedBefore = '0' } = quote.limit ?? {};
      known.add(
        roundHalfEven(subtract(parseDecimal(consumedAfter), parseDecimal(consumedBefore)), 2),
      );
      for (const line of lines) {
        const numbers =
          line.replace(/[A-Z]{3}-\d+|\d{4}-\d\d-\d\d|[\d.]+ %/g, '').match(/\d[\d,]*(?:\.\d+)?/g) ??
          [];
        for (const number of numbers) expect(known).toContain(number.replaceAll(',', ''));
      }
      const text = lines.join(' ').replaceAll(',', '');
      for (const { code, amount } of quote.lines) {
        const isFree = code === 'fee' && policy.feeRate === '0';
        expect(text).toContain(isFree ? 'Early termination fee: none' : amount);
      }
    },
  );

  test.prop([refundCases])(
    'shows the results and differences that real quotes have in the other cases',
    ({ request, policy }) => {
      const quote = quoteRefund(request, { policy });
      const limitless =
        policy.limitUsd === null
          ? policy
          : policyFrom({ ...policy, id: 'no limit', limitUsd: null });
      const cases = linesOf(explain(quote), 'What would change the result').filter(
        (line) => !line.startsWith('Each case'),
      );
      for (const line of cases) {
        const day = /\bon (\d{4}-\d\d-\d\d),/i.exec(line)?.[1];
        const use = Object.entries(used).find(([when]) => line.startsWith(when))?.[1];
        const isLimitless = line.startsWith('Without the limit');
        const changed = quoteRefund(
          {
            ...request,
            ...(day === undefined ? {} : { canceledOn: day }),
            ...(use === undefined ? {} : { used: use }),
            ...(line.startsWith('If none of the limit') ? { consumedRefunds: '0' } : {}),
            ...(line.startsWith('For a returnable product') ? { product: undefined } : {}),
          },
          { policy: isLimitless ? limitless : policy },
        );
        const [, refund, by] = /would be ([\d,.]+) \(([+−][\d,.]+)\)\.$/.exec(line) ?? [];
        if (refund === undefined || by === undefined) {
          expect([line, changed.allowed]).toEqual([line, false]);
          expect(quote.allowed).toBe(true);
        } else {
          expect([line, changed.allowed, plain(refund)]).toEqual([line, true, changed.refund]);
          const difference = subtract(parseDecimal(changed.refund), parseDecimal(quote.refund));
          expect(subtract(difference, parseDecimal(plain(by))).numerator).toBe(0n);
        }
      }
    },
  );

  test.prop([refundCases])('is the same after a round trip through JSON', ({ request, policy }) => {
    const quote: RefundQuote = quoteRefund(request, { policy });
    for (const options of [{}, { locale: 'ko', as: 'markdown' }] as const) {
      expect(explain(readAgain(quote), options)).toBe(explain(quote, options));
    }
  });
});

describe('the explanation of any exchange', () => {
  test.prop([exchangeCases])(
    'has sums whose results are right, and cases that are real quotes',
    ({ request, policy }) => {
      const quote = quoteExchange(request, { policy });
      const text = explain(readAgain(quote));
      for (const line of linesOf(text, 'Calculation')) {
        const [, sum, result = ''] = SUM.exec(line) ?? [];
        if (sum === undefined) continue;
        const digits = decimalsOf(quote.currency);
        const rounded = line.startsWith('Credit')
          ? round(resultOf(sum), digits, policy)
          : roundHalfEven(resultOf(sum), digits); // exact, and less than nothing where a policy asks for no more
        expect([line, result.replaceAll(',', '')]).toEqual([line, rounded]);
      }
      for (const line of linesOf(text, 'What would change the result')) {
        const day = /\bon (\d{4}-\d\d-\d\d),/i.exec(line)?.[1];
        const [, newPrice] = /new reservation at ([\d,.]+),/.exec(line) ?? [];
        const changed = quoteExchange(
          {
            ...request,
            ...(day === undefined ? {} : { exchangedOn: day }),
            ...(newPrice === undefined ? {} : { newPrice: plain(newPrice) }),
            ...(line.startsWith('For a returnable product') ? { product: undefined } : {}),
          },
          { policy },
        );
        const [, credit, netPayable] =
          /credit would be ([\d,.]+) and the amount due (-?[\d,.]+)\./.exec(line) ?? [];
        if (credit === undefined || netPayable === undefined) expect(changed.allowed).toBe(false);
        else
          expect([changed.allowed, changed.credit, changed.netPayable]).toEqual([
            true,
            plain(credit),
            plain(netPayable),
          ]);
      }
    },
  );
});
