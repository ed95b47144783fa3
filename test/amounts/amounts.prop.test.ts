import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { compareAmounts, formatMoney, sumAmounts } from '../../src/amounts/index.ts';
import { currencyCodes, currencyDigits } from '../../src/kernel/currencies.ts';

/** Minor units as text in major units, by string work alone. */
function textOf(minor: bigint, digits: number): string {
  const sign = minor < 0n ? '-' : '';
  const all = String(minor < 0n ? -minor : minor).padStart(digits + 1, '0');
  const whole = all.slice(0, all.length - digits);
  return digits === 0 ? sign + whole : `${sign}${whole}.${all.slice(-digits)}`;
}

const edge = BigInt(Number.MAX_SAFE_INTEGER);
const minors = fc.oneof(
  fc.bigInt({ min: -(10n ** 6n), max: 10n ** 6n }),
  fc.bigInt({ min: edge - 3n, max: edge + 3n }),
  fc.bigInt({ min: -edge - 3n, max: -edge + 3n }),
  fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }),
);
const currency = fc.constantFrom(...currencyCodes);
const digitsOf = (code: string): number => currencyDigits(code) as number;

describe('sumAmounts', () => {
  test.prop([fc.array(minors, { maxLength: 20 }), currency])(
    'is the sum of the minor units, in every currency',
    (amounts, code) => {
      const digits = digitsOf(code);
      const texts = amounts.map((minor) => textOf(minor, digits));
      const sum = amounts.reduce((total, minor) => total + minor, 0n);
      expect(sumAmounts(texts, code)).toBe(textOf(sum, digits));
    },
  );

  test.prop([fc.array(minors), fc.array(minors), currency])(
    'of two sums is the sum of all',
    (some, others, code) => {
      const [a, b] = [some, others].map((list) => list.map((one) => textOf(one, digitsOf(code))));
      const sums = [sumAmounts(a ?? [], code), sumAmounts(b ?? [], code)];
      expect(sumAmounts(sums, code)).toBe(sumAmounts([...(b ?? []), ...(a ?? [])], code));
    },
  );
});

describe('compareAmounts', () => {
  test.prop([minors, minors, fc.nat(4), fc.nat(4)])(
    'orders as the numbers do, however many decimals each has',
    (a, b, digitsA, digitsB) => {
      const difference = a * 10n ** BigInt(4 - digitsA) - b * 10n ** BigInt(4 - digitsB);
      const order = difference < 0n ? -1 : difference > 0n ? 1 : 0;
      expect(compareAmounts(textOf(a, digitsA), textOf(b, digitsB))).toBe(order);
    },
  );

  test.prop([fc.array(minors)])('sorts', (list) => {
    const sorted = [...list].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
    const texts = list.map((minor) => textOf(minor, 2));
    expect(texts.sort(compareAmounts)).toEqual(sorted.map((minor) => textOf(minor, 2)));
  });
});

describe('formatMoney', () => {
  test.prop([minors, currency])('loses no digit', (minor, code) => {
    const text = formatMoney(textOf(minor, digitsOf(code)), code);
    expect(text.replaceAll(',', '')).toBe(`${textOf(minor, digitsOf(code))} ${code}`);
    expect(text).toMatch(/^-?\d{1,3}(,\d{3})*(\.\d+)? [A-Z]{3}$/);
  });
});
