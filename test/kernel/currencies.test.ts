import { describe, expect, it } from 'vitest';
import {
  currencyCodes,
  currencyDigits,
  currencyListDate,
  mostCurrencyDigits,
  readCurrency,
} from '../../src/kernel/currencies.ts';
import type { Issue } from '../../src/kernel/issue.ts';

describe('currencyDigits', () => {
  it.each([
    ['JPY', 0],
    ['KRW', 0],
    ['VND', 0],
    ['CLP', 0],
    ['ISK', 0],
    ['XAF', 0],
    ['UYI', 0],
    ['USD', 2],
    ['EUR', 2],
    ['GBP', 2],
    ['AUD', 2],
    ['BRL', 2],
    ['CNY', 2],
    ['INR', 2],
    ['CHF', 2],
    ['HUF', 2],
    ['IDR', 2],
    ['TWD', 2],
    ['MGA', 2],
    ['MRU', 2],
    ['UYU', 2],
    ['KWD', 3],
    ['BHD', 3],
    ['JOD', 3],
    ['OMR', 3],
    ['TND', 3],
    ['IQD', 3],
    ['LYD', 3],
    ['CLF', 4],
    ['UYW', 4],
  ])('%s has %i', (code, digits) => {
    expect(currencyDigits(code)).toBe(digits);
  });

  it.each(['XCG', 'XAD', 'ZWG', 'SLE', 'VED', 'VES'])('%s is active', (code) => {
    expect(currencyDigits(code)).toBe(2);
  });

  it.each([
    // Gone: the Antillean guilder, the lev, the convertible peso, the kuna and older ones.
    'ANG',
    'BGN',
    'CUC',
    'HRK',
    'SLL',
    'ZWL',
    'VEF',
    'DEM',
    // Without a minor unit: metals, drawing rights, tests, none.
    'XAU',
    'XAG',
    'XDR',
    'XTS',
    'XXX',
    // No code at all.
    '',
    'usd',
    'Usd',
    'USD ',
    ' USD',
    'USD\n',
    'US',
    'USDT',
    'ＵＳＤ',
    'USＤ',
    '$',
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    '0',
  ])('knows no %j', (code) => {
    expect(currencyDigits(code)).toBeUndefined();
  });
});

describe('currencyCodes', () => {
  const codesOf = (digits: number): readonly string[] =>
    currencyCodes.filter((code) => currencyDigits(code) === digits);

  it('are 165: 17 without decimals, 139 of two, 7 of three and 2 of four', () => {
    expect([0, 1, 2, 3, 4].map((digits) => codesOf(digits).length)).toEqual([17, 0, 139, 7, 2]);
    expect(currencyCodes).toHaveLength(165);
  });

  it('are three capital letters each, and each there once', () => {
    expect(currencyCodes.filter((code) => !/^[A-Z]{3}$/.test(code))).toEqual([]);
    expect(new Set(currencyCodes).size).toBe(currencyCodes.length);
  });

  it('are ordered by decimals and then alphabetically', () => {
    const sorted = [...currencyCodes].sort(
      (a, b) => (currencyDigits(a) ?? 0) - (currencyDigits(b) ?? 0) || (a < b ? -1 : 1),
    );
    expect(currencyCodes).toEqual(sorted);
  });

  it('cannot be changed', () => {
    expect(Object.isFrozen(currencyCodes)).toBe(true);
    expect(() => (currencyCodes as string[]).push('XXX')).toThrow(TypeError);
  });
});

describe('the list', () => {
  it('is of a given day', () => {
    expect(currencyListDate).toBe('2026-01-01');
  });

  it('has the largest number of decimals', () => {
    expect(mostCurrencyDigits).toBe(4);
  });
});

describe('readCurrency', () => {
  it('accepts a code unchanged', () => {
    const issues: Issue[] = [];
    expect(readCurrency('JPY', ['price', 'currency'], issues)).toBe('JPY');
    expect(issues).toEqual([]);
  });

  it.each([
    [undefined, 'missing-field', ''],
    ['usd', 'unknown-currency', ' (did you mean "USD"?)'],
    ['XYZ', 'unknown-currency', ''],
    ['constructor', 'unknown-currency', ''],
    ['ßp', 'unknown-currency', ''], // in capitals SSP
    [840, 'unknown-currency', ''],
  ])('reports %s where it came from', (value, code, hint) => {
    const issues: Issue[] = [];
    expect(readCurrency(value, ['price', 'currency'], issues)).toBe('');
    const expected = `the code of an active ISO 4217 currency, such as USD${hint}`;
    expect(issues).toMatchObject([{ path: ['price', 'currency'], code, expected }]);
  });
});
