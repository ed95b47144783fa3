import { Decimal } from 'decimal.js';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Issue } from '../../src/kernel/issue.ts';
import * as money from '../../src/kernel/money.ts';
import {
  exactTimes,
  formatAmount,
  isLess,
  leftOf,
  minus,
  plus,
  readAmount,
  readRate,
  readSum,
  smaller,
  times,
  type Whole,
} from '../../src/kernel/money.ts';
import { UNREADABLE_TEXT } from '../../src/kernel/read.ts';

const DIGITS: Record<string, number> = { JPY: 0, USD: 2, KWD: 3, CLF: 4 };

/** The amount as text, or the code of the one issue. */
function amount(value: unknown, currency = 'USD'): string {
  const digits = DIGITS[currency] ?? 2;
  const issues: Issue[] = [];
  const minor = readAmount(value, currency, digits, ['paid'], issues);
  if (issues.length === 0) return formatAmount(minor, digits);
  expect(minor).toBe(0);
  return issues.map(({ code }) => code).join();
}

/** The rate as text, or the code of the one issue. */
function rate(value: unknown): string {
  const issues: Issue[] = [];
  const read = readRate(value, ['usdRate'], issues);
  if (issues.length === 0) return read.text;
  expect(read).toEqual({ text: '0', numerator: 0, denominator: 1 });
  return issues.map(({ code }) => code).join();
}

/** A whole number of up to 19 digits. */
function whole(value: bigint): Whole {
  const digits = String(value).padStart(5, '0');
  const issues: Issue[] = [];
  const read = readAmount(`${digits.slice(0, -4)}.${digits.slice(-4)}`, '', 4, [], issues);
  expect(issues).toEqual([]);
  return read;
}

const textOf = (value: Whole): string =>
  typeof value === 'number' ? String(value) : value.toFixed();

const throwing = (): never => {
  throw new Error('asked');
};

const MAX = BigInt(Number.MAX_SAFE_INTEGER);

describe('readAmount', () => {
  it.each([
    ['0', 'USD', '0.00'],
    ['0.0', 'USD', '0.00'],
    ['0.00', 'USD', '0.00'],
    ['0.01', 'USD', '0.01'],
    ['0.1', 'USD', '0.10'],
    ['1', 'USD', '1.00'],
    ['1.0', 'USD', '1.00'],
    ['10', 'USD', '10.00'],
    ['12000.00', 'USD', '12000.00'],
    ['9999999999999.99', 'USD', '9999999999999.99'],
    ['90071992547409.91', 'USD', '90071992547409.91'],
    ['90071992547409.92', 'USD', '90071992547409.92'],
    ['90071992547409.93', 'USD', '90071992547409.93'],
    ['99999999999999.99', 'USD', '99999999999999.99'],
    ['999999999999999', 'USD', '999999999999999.00'],
    ['999999999999999.99', 'USD', '999999999999999.99'],
    ['0', 'JPY', '0'],
    ['12', 'JPY', '12'],
    ['999999999999999', 'JPY', '999999999999999'],
    ['1.001', 'KWD', '1.001'],
    ['1.1', 'KWD', '1.100'],
    ['999999999999999.999', 'KWD', '999999999999999.999'],
    ['0.0001', 'CLF', '0.0001'],
    ['999999999999999.9999', 'CLF', '999999999999999.9999'],
  ])('reads the text %s in %s as %s', (text, currency, read) => {
    expect(amount(text, currency)).toBe(read);
  });

  it.each([
    [0, '0.00'],
    [12, '12.00'],
    [12.3, '12.30'],
    [12.34, '12.34'],
    [0.01, '0.01'],
    [0.1, '0.10'],
    [1.1, '1.10'],
    [9_999_999_999_999.99, '9999999999999.99'],
    [999_999_999_999_999, '999999999999999.00'],
    [100_000_000_000_000, '100000000000000.00'],
  ])('reads the number %d as %s', (value, read) => {
    expect(amount(value)).toBe(read);
  });

  it.each([
    [0n, '0.00'],
    [12n, '12.00'],
    [10n ** 15n - 1n, '999999999999999.00'],
  ])('reads the bigint %d as %s', (value, read) => {
    expect(amount(value)).toBe(read);
  });

  it.each([
    ['12.00', '12.00'],
    ['0', '0.00'],
    ['-0', '0.00'],
    ['0.01', '0.01'],
    ['1e3', '1000.00'],
    ['999999999999999.99', '999999999999999.99'],
  ])('reads the decimal %s as %s', (value, read) => {
    expect(amount(new Decimal(value))).toBe(read);
  });

  it('reads any object that writes itself exactly', () => {
    expect(amount({ toFixed: () => '12.00' })).toBe('12.00');
    expect(amount({ toFixed: (digits?: number) => (12.5).toFixed(digits ?? 2) })).toBe('12.50');
    expect(amount(Object.assign(() => 0, { toFixed: () => '12.00' }))).toBe('12.00');
  });

  it('needs nothing but toFixed for that', () => {
    const toFixed = (): string => '12.00';
    expect(amount(Object.assign(Object.create(null), { toFixed }))).toBe('12.00');
    expect(amount({ toFixed, toString: throwing })).toBe('12.00');
    expect(amount({ toFixed, toString: () => 'twelve' })).toBe('12.00');
  });

  it('calls toFixed with the object as this', () => {
    const value = {
      text: '12.00',
      toFixed() {
        return this.text;
      },
    };
    expect(amount(value)).toBe('12.00');
  });

  it.each([
    ['nothing', '', 'malformed-amount'],
    ['spaces around', ' 12 ', 'malformed-amount'],
    ['a space before', ' 12', 'malformed-amount'],
    ['a space after', '12 ', 'malformed-amount'],
    ['a line break after', '12\n', 'malformed-amount'],
    ['a NUL after', '12\0', 'malformed-amount'],
    ['a no-break space', '1\u00a0000', 'malformed-amount'],
    ['an exponent', '1e3', 'malformed-amount'],
    ['a hexadecimal', '0x10', 'malformed-amount'],
    ['a minus sign', '-5', 'malformed-amount'],
    ['minus nothing', '-0', 'malformed-amount'],
    ['a plus sign', '+5', 'malformed-amount'],
    ['separators', '1,000.00', 'malformed-amount'],
    ['a decimal comma', '12,00', 'malformed-amount'],
    ['an underscore', '1_000', 'malformed-amount'],
    ['a leading zero', '01', 'malformed-amount'],
    ['a leading zero before a point', '01.5', 'malformed-amount'],
    ['two zeros', '00', 'malformed-amount'],
    ['two zeros before a point', '00.5', 'malformed-amount'],
    ['a leading zero and 16 digits', '0123456789012345', 'malformed-amount'],
    ['no whole digit', '.5', 'malformed-amount'],
    ['no decimal', '5.', 'malformed-amount'],
    ['a point alone', '.', 'malformed-amount'],
    ['two points', '1.2.3', 'malformed-amount'],
    ['two points together', '1..2', 'malformed-amount'],
    ['a letter in the decimals', '1.2x', 'malformed-amount'],
    ['the character before 0', '1/2', 'malformed-amount'],
    ['the character before 0 in the decimals', '1./2', 'malformed-amount'],
    ['the character after 9', '1:2', 'malformed-amount'],
    ['the character after 9 in the decimals', '1.:2', 'malformed-amount'],
    ['a letter beyond the decimals', '1.23x', 'malformed-amount'],
    ['a currency sign', '$12', 'malformed-amount'],
    ['a currency code', '12 USD', 'malformed-amount'],
    ['Arabic digits', '١٢', 'malformed-amount'],
    ['full-width digits', '１２', 'malformed-amount'],
    ['a word', 'Infinity', 'malformed-amount'],
    ['no number', 'NaN', 'malformed-amount'],
    ['one decimal too many', '1.000', 'too-many-decimals'],
    ['one decimal too many that counts', '1.005', 'too-many-decimals'],
    ['one decimal too many of 15 whole digits', '999999999999999.999', 'too-many-decimals'],
    ['one decimal too many of nothing', '0.000', 'too-many-decimals'],
    ['400 decimals', `1.${'0'.repeat(400)}`, 'too-many-decimals'],
    ['16 whole digits', '1000000000000000', 'too-large'],
    ['16 whole digits and decimals', '1000000000000000.00', 'too-large'],
    ['16 whole digits and too many decimals', '1000000000000000.000', 'too-large'],
    ['16 whole digits and no decimal', '1000000000000000.', 'malformed-amount'],
    ['16 whole digits and a letter', '1000000000000000x', 'malformed-amount'],
    ['400 digits', '9'.repeat(400), 'too-large'],
    ['400 digits after a zero', '0'.repeat(400), 'malformed-amount'],
    ['10 MB', '9'.repeat(10_000_000), 'too-large'],
    ['10 MB of no amount', 'x'.repeat(10_000_000), 'malformed-amount'],
  ])('refuses a text: %s', (_, text, code) => {
    expect(amount(text)).toBe(code);
    expect(amount({ toFixed: () => text })).toBe(code);
  });

  it.each([
    ['JPY', '1.0', 'too-many-decimals'],
    ['JPY', '1.', 'malformed-amount'],
    ['JPY', '0.0', 'too-many-decimals'],
    ['JPY', '1.x', 'malformed-amount'],
    ['JPY', '1000000000000000', 'too-large'],
    ['USD', '1.000', 'too-many-decimals'],
    ['KWD', '1.0001', 'too-many-decimals'],
    ['CLF', '1.00001', 'too-many-decimals'],
    ['CLF', '1000000000000000.0001', 'too-large'],
  ])('refuses in %s the text %s', (currency, text, code) => {
    expect(amount(text, currency)).toBe(code);
  });

  it.each([
    [Number.POSITIVE_INFINITY, 'malformed-amount'],
    [Number.NEGATIVE_INFINITY, 'malformed-amount'],
    [Number.NaN, 'malformed-amount'],
    [-1, 'malformed-amount'],
    [-0, 'malformed-amount'],
    [-0.01, 'malformed-amount'],
    [1e21, 'malformed-amount'],
    [1e-7, 'malformed-amount'],
    [Number.MIN_VALUE, 'malformed-amount'],
    [0.1 + 0.2, 'imprecise-number'],
    [1.1 + 2.2, 'imprecise-number'],
    [4.35 * 100, 'imprecise-number'],
    [12_345_678_901_234.56, 'imprecise-number'],
    [123_456_789_012_345.6, 'imprecise-number'],
    [1_234_567_890_123_456, 'imprecise-number'],
    [Number.MAX_SAFE_INTEGER, 'imprecise-number'],
    [1_000_000_000_000_000, 'imprecise-number'],
    [1e20, 'imprecise-number'],
    [12.345, 'too-many-decimals'],
    [0.001, 'too-many-decimals'],
    [0.123_456_789_012_345, 'too-many-decimals'],
    [0.012_345_678_901_234_5, 'too-many-decimals'],
    [0.012_345_678_901_234_56, 'imprecise-number'],
    [1_234_567_890_123.45, '1234567890123.45'],
  ])('of the number %d gives %s', (value, code) => {
    expect(amount(value)).toBe(code);
  });

  it.each([
    ['minus one', -1n, 'malformed-amount'],
    ['sixteen digits', 10n ** 15n, 'too-large'],
    ['a giant', 10n ** 400n, 'too-large'],
    ['millions of digits', 1n << 10_000_000n, 'too-large'],
    ['a negative giant', -(1n << 10_000_000n), 'malformed-amount'],
  ])('refuses a bigint: %s', (_, value, code) => {
    expect(amount(value)).toBe(code);
  });

  const revoked = Proxy.revocable({}, {});
  revoked.revoke();

  it.each([
    ['null', null, 'wrong-type'],
    ['true', true, 'wrong-type'],
    ['false', false, 'wrong-type'],
    ['an array', [], 'wrong-type'],
    ['an array of an amount', ['12.00'], 'wrong-type'],
    ['an object', {}, 'wrong-type'],
    ['a symbol', Symbol('12.00'), 'wrong-type'],
    ['a function', () => '12.00', 'wrong-type'],
    ['a Date', new Date(0), 'wrong-type'],
    ['a boxed String', new String('12.00'), 'wrong-type'],
    ['a boxed bigint', Object(12n), 'wrong-type'],
    ['an object with valueOf', { valueOf: () => 12 }, 'wrong-type'],
    ['an object with toString', { toString: () => '12.00' }, 'wrong-type'],
    ['a boxed Number of whole units', new Number(12), 'rounding-object'],
    ['a boxed Number of units and cents', new Number(12.34), 'rounding-object'],
    ['a boxed Number of cents', new Number(0.01), 'rounding-object'],
    ['a negative boxed Number', new Number(-12), 'malformed-amount'],
    ['a boxed NaN', new Number(Number.NaN), 'malformed-amount'],
    [
      'toFixed that rounds to whole units',
      { toFixed: (digits?: number) => (12.34).toFixed(digits) },
      'rounding-object',
    ],
    [
      'toFixed that rounds to cents',
      { toFixed: (digits = 2) => (12.345).toFixed(digits) },
      'rounding-object',
    ],
    [
      'toFixed that rounds up to the amount',
      { toFixed: (digits = 2) => (11.999).toFixed(digits) },
      'rounding-object',
    ],
    [
      'toFixed and toString that round alike',
      { toFixed: (digits = 2) => (12.345).toFixed(digits), toString: () => (12.345).toFixed(2) },
      'rounding-object',
    ],
    [
      'toFixed that gives more than a number before it',
      { toFixed: (digits?: number) => (digits === undefined ? '12.00' : ' 12.00') },
      'rounding-object',
    ],
    [
      'toFixed that gives more than a number after it',
      { toFixed: (digits?: number) => (digits === undefined ? '12.00' : '12.00x') },
      'rounding-object',
    ],
    ['toFixed that throws', { toFixed: () => throwing() }, 'wrong-type'],
    [
      'toFixed that throws the second time',
      { toFixed: (digits?: number) => (digits === undefined ? '12.00' : throwing()) },
      'wrong-type',
    ],
    [
      'toFixed that gives no number the second time',
      { toFixed: (digits?: number) => (digits === undefined ? '12.00' : 'twelve') },
      'rounding-object',
    ],
    ['toFixed that gives a number', { toFixed: () => 12 }, 'wrong-type'],
    ['toFixed that gives nothing', { toFixed: () => undefined }, 'wrong-type'],
    ['toFixed that gives a boxed String', { toFixed: () => new String('12.00') }, 'wrong-type'],
    ['toFixed that is no function', { toFixed: '12.00' }, 'wrong-type'],
    ['toFixed of no use', { toFixed: undefined }, 'wrong-type'],
    [
      'toFixed that cannot be got',
      {
        get toFixed() {
          return throwing();
        },
      },
      'wrong-type',
    ],
    ['a Proxy that throws', new Proxy({}, { get: () => throwing() }), 'wrong-type'],
    ['a revoked Proxy', revoked.proxy, 'wrong-type'],
    ['a negative decimal', new Decimal('-0.01'), 'malformed-amount'],
    ['a decimal without end', new Decimal(Number.POSITIVE_INFINITY), 'malformed-amount'],
    ['a decimal that is none', new Decimal(Number.NaN), 'malformed-amount'],
    ['a decimal with one decimal too many', new Decimal('1.005'), 'too-many-decimals'],
    ['a decimal of a long tail', new Decimal(1).div(3), 'too-many-decimals'],
    ['a large decimal', new Decimal('1e15'), 'too-large'],
    ['a giant decimal', new Decimal('1e400'), 'too-large'],
    ['nothing', undefined, 'missing-field'],
  ])('refuses %s', (_, value, code) => {
    expect(amount(value)).toBe(code);
  });

  it.each([
    [
      'paid: expected an amount in USD of at most 15 whole digits and 2 decimals, got nothing',
      undefined,
    ],
    ['paid: expected an amount in USD of at most 15 whole digits and 2 decimals, got null', null],
    [
      'paid: expected an amount in USD of at most 15 whole digits and 2 decimals, and no sign, exponent, separator, space or leading zero, got "1,000.00"',
      '1,000.00',
    ],
    [
      'paid: expected an amount in USD of at most 15 whole digits and 2 decimals, got "1.005"',
      '1.005',
    ],
    [
      'paid: expected an amount in USD of at most 15 whole digits and 2 decimals, got 1000000000000000n',
      10n ** 15n,
    ],
    [
      'paid: expected an amount in USD of at most 15 whole digits and 2 decimals, as text (a number of more than 15 digits may have been rounded already), got 0.30000000000000004',
      0.1 + 0.2,
    ],
    [
      'paid: expected an amount in USD of at most 15 whole digits and 2 decimals, as text (toFixed of this object rounds), got a boxed Number',
      new Number(12.34),
    ],
  ])('says: %s', (message, value) => {
    const issues: Issue[] = [];
    readAmount(value, 'USD', 2, ['paid'], issues);
    expect(issues.map((found) => found.message)).toEqual([message]);
  });

  it('states that a currency has no decimals, and names no unknown currency', () => {
    const issues: Issue[] = [];
    readAmount('1.5', 'JPY', 0, ['paid'], issues);
    readAmount('x', '', 4, ['paid'], issues);
    expect(issues.map(({ expected }) => expected)).toEqual([
      'an amount in JPY of at most 15 whole digits and no decimals',
      'an amount of at most 15 whole digits and 4 decimals, and no sign, exponent, separator, space or leading zero',
    ]);
  });
});

describe('readSum', () => {
  function sum(value: unknown): string {
    const issues: Issue[] = [];
    const minor = readSum(value, ['usd'], issues);
    return issues.length === 0 ? formatAmount(minor, 2) : issues.map(({ code }) => code).join();
  }

  const long = '9'.repeat(40);

  it.each([
    ['0', '0.00'],
    ['12.5', '12.50'],
    ['999999999999999.99', '999999999999999.99'],
    ['1000000000000000', '1000000000000000.00'],
    [`${long}.99`, `${long}.99`],
    [BigInt(long), `${long}.00`],
    [new Decimal(`${long}.99`), `${long}.99`],
    [BigInt(long) + 1n, 'too-large'],
    [`${long}0`, 'too-large'],
    [`${long}.999`, 'too-many-decimals'],
    [new Decimal(`${long}0`), 'too-large'],
    [1_000_000_000_000_000, 'imprecise-number'],
    [-1n, 'malformed-amount'],
    ['-1', 'malformed-amount'],
    [undefined, 'missing-field'],
  ])('of %s is %s', (value, read) => {
    expect(sum(value)).toBe(read);
  });

  it('states the longest length', () => {
    const issues: Issue[] = [];
    readSum('-', ['usd'], issues);
    expect(issues[0]?.expected).toBe(
      'an amount in USD of at most 40 whole digits and 2 decimals, and no sign, exponent, separator, space or leading zero',
    );
  });
});

describe('readRate', () => {
  it.each([
    ['0', '0'],
    ['0.0', '0'],
    ['0.000000000000', '0'],
    ['1', '1'],
    ['1.0', '1'],
    ['1.10', '1.1'],
    ['10', '10'],
    ['10.00', '10'],
    ['100000', '100000'],
    ['0.5', '0.5'],
    ['0.05', '0.05'],
    ['0.00073', '0.00073'],
    ['0.000000000001', '0.000000000001'],
    ['1.000000000000', '1'],
    ['1.100000000000', '1.1'],
    ['999999', '999999'],
    ['999999.999999999999', '999999.999999999999'],
    ['123456.789012345678', '123456.789012345678'],
  ])('reads %s as %s', (text, read) => {
    expect(rate(text)).toBe(read);
  });

  it.each([
    ['0', 0, 1],
    ['1.0', 1, 1],
    ['1.10', 11, 10],
    ['0.05', 5, 100],
    ['0.000000000001', 1, 10 ** 12],
    ['999.999999999999', 999_999_999_999_999, 10 ** 12],
  ])('%s is exactly %i / %i', (text, numerator, denominator) => {
    const issues: Issue[] = [];
    expect(readRate(text, [], issues)).toMatchObject({ numerator, denominator });
    expect(issues).toEqual([]);
  });

  it('is exact beyond the digits of a number', () => {
    const { numerator, denominator } = readRate('999999.999999999999', [], []);
    expect(textOf(numerator)).toBe('999999999999999999');
    expect(denominator).toBe(10 ** 12);
  });

  it.each([
    [1, '1'],
    [1.1, '1.1'],
    [0.000001, '0.000001'],
    [1n, '1'],
    [999_999n, '999999'],
    [new Decimal('1.10'), '1.1'],
    [{ toFixed: () => '1.10' }, '1.1'],
  ])('reads %s as %s', (value, read) => {
    expect(rate(value)).toBe(read);
  });

  it.each([
    ['', 'malformed-rate'],
    ['-1', 'malformed-rate'],
    ['+1', 'malformed-rate'],
    ['01', 'malformed-rate'],
    ['.5', 'malformed-rate'],
    ['5.', 'malformed-rate'],
    ['1e-3', 'malformed-rate'],
    ['1,1', 'malformed-rate'],
    ['1/3', 'malformed-rate'],
    ['12%', 'malformed-rate'],
    [Number.NaN, 'malformed-rate'],
    [1e-7, 'malformed-rate'],
    [-1n, 'malformed-rate'],
    ['1000000', 'too-large'],
    ['1000000.0', 'too-large'],
    [1_000_000, 'too-large'],
    [1_000_000n, 'too-large'],
    [10n ** 15n, 'too-large'],
    ['1.0000000000000', 'too-many-decimals'],
    ['0.0000000000001', 'too-many-decimals'],
    [0.1 + 0.2, 'imprecise-number'],
    [1 / 3, 'imprecise-number'],
    [new Number(1), 'rounding-object'],
    [null, 'wrong-type'],
    [true, 'wrong-type'],
    [{}, 'wrong-type'],
    [undefined, 'missing-field'],
  ])('of %s gives %s', (value, code) => {
    expect(rate(value)).toBe(code);
  });

  it('states what it expected', () => {
    const issues: Issue[] = [];
    readRate('-1', ['usdRate'], issues);
    readRate('1000000', ['usdRate'], issues);
    expect(issues.map(({ message }) => message)).toEqual([
      'usdRate: expected a rate of at most 6 whole digits and 12 decimals, and no sign, exponent, separator, space or leading zero, got "-1"',
      'usdRate: expected a rate of at most 6 whole digits and 12 decimals, got "1000000"',
    ]);
  });
});

describe('formatAmount', () => {
  it.each([
    [0, 0, '0'],
    [0, 2, '0.00'],
    [0, 4, '0.0000'],
    [1, 0, '1'],
    [1, 2, '0.01'],
    [9, 2, '0.09'],
    [10, 2, '0.10'],
    [99, 2, '0.99'],
    [100, 2, '1.00'],
    [101, 2, '1.01'],
    [999, 3, '0.999'],
    [1_000, 3, '1.000'],
    [1_001, 3, '1.001'],
    [1_200_000, 2, '12000.00'],
    [Number.MAX_SAFE_INTEGER, 2, '90071992547409.91'],
    [-1, 2, '-0.01'],
    [-99, 2, '-0.99'],
    [-100, 2, '-1.00'],
    [-1_200_000, 2, '-12000.00'],
    [-1, 0, '-1'],
    [-1, 4, '-0.0001'],
  ])('writes %i with %i decimals as %s', (minor, digits, text) => {
    expect(formatAmount(minor, digits)).toBe(text);
  });

  it('formats amounts larger than a safe number', () => {
    expect(formatAmount(whole(MAX + 1n), 2)).toBe('90071992547409.92');
    expect(formatAmount(whole(10n ** 19n - 1n), 4)).toBe('999999999999999.9999');
    expect(formatAmount(whole(10n ** 19n - 1n), 0)).toBe('9999999999999999999');
    expect(formatAmount(minus(0, whole(10n ** 19n - 1n)), 4)).toBe('-999999999999999.9999');
    expect(formatAmount(minus(0, whole(MAX + 1n)), 0)).toBe('-9007199254740992');
  });
});

describe('whole numbers around the largest safe one', () => {
  const most = whole(MAX);
  const above = whole(MAX + 1n);

  it('are plain numbers up to it and decimals beyond', () => {
    expect(most).toBe(Number.MAX_SAFE_INTEGER);
    expect(typeof above).toBe('object');
    expect(textOf(above)).toBe('9007199254740992');
  });

  it('plus', () => {
    expect(plus(0, 0)).toBe(0);
    expect(plus(Number.MAX_SAFE_INTEGER - 1, 1)).toBe(Number.MAX_SAFE_INTEGER);
    expect(plus(1, most)).toEqual(above);
    expect(textOf(plus(most, 2))).toBe('9007199254740993');
    expect(textOf(plus(most, most))).toBe('18014398509481982');
    expect(textOf(plus(above, 1))).toBe('9007199254740993');
    expect(textOf(plus(1, above))).toBe('9007199254740993');
    expect(textOf(plus(above, above))).toBe('18014398509481984');
  });

  it('minus', () => {
    expect(minus(1, 1)).toBe(0);
    expect(minus(1, 3)).toBe(-2);
    expect(minus(above, 1)).toBe(Number.MAX_SAFE_INTEGER);
    expect(minus(above, 0)).toEqual(above);
    expect(minus(above, most)).toBe(1);
    expect(minus(most, above)).toBe(-1);
    expect(minus(above, above)).toBe(0);
    expect(minus(0, most)).toBe(-Number.MAX_SAFE_INTEGER);
    expect(textOf(minus(0, above))).toBe('-9007199254740992');
    expect(textOf(minus(0, plus(above, 1)))).toBe('-9007199254740993');
    expect(textOf(minus(plus(most, plus(most, 1)), most))).toBe('9007199254740992');
    expect(textOf(minus(plus(above, above), 1))).toBe('18014398509481983');
  });

  it('isLess and smaller', () => {
    expect(isLess(1, 2)).toBe(true);
    expect(isLess(2, 2)).toBe(false);
    expect(isLess(3, 2)).toBe(false);
    expect(isLess(most, above)).toBe(true);
    expect(isLess(above, most)).toBe(false);
    expect(isLess(above, above)).toBe(false);
    expect(isLess(above, plus(above, 1))).toBe(true);
    expect(smaller(1, 2)).toBe(1);
    expect(smaller(2, 1)).toBe(1);
    expect(smaller(above, most)).toBe(most);
    expect(smaller(most, above)).toBe(most);
  });

  it('leftOf', () => {
    expect(leftOf(3, 2)).toBe(1);
    expect(leftOf(2, 2)).toBe(0);
    expect(leftOf(1, 2)).toBe(0);
    expect(leftOf(above, most)).toBe(1);
    expect(leftOf(above, above)).toBe(0);
    expect(leftOf(most, above)).toBe(0);
  });
});

describe('safe whole numbers', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('never become decimals', () => {
    const methods = ['plus', 'minus', 'lt', 'times', 'div', 'divToInt', 'toFixed'] as const;
    const calls = methods.map((method) => vi.spyOn(Decimal.prototype, method));
    const most = Number.MAX_SAFE_INTEGER;
    const half = (most - 1) / 2;
    expect(plus(most - 1, 1)).toBe(most);
    expect(minus(0, most)).toBe(-most);
    expect(isLess(most - 1, most)).toBe(true);
    expect(times(most, { numerator: 1, denominator: 1 }, 'half-even')).toBe(most);
    expect(times(half, { numerator: 2, denominator: 2 }, 'half-up')).toBe(half);
    expect(formatAmount(0, 2)).toBe('0.00');
    expect(formatAmount(most, 3)).toBe('9007199254740.991');
    expect(readAmount('9999999999999.99', UNREADABLE_TEXT, 2, [], [], 13)).toBe(999999999999999);
    expect(calls.map(({ mock }) => mock.calls.length)).toEqual(methods.map(() => 0));
  });
});

describe('formatAmount of nothing', () => {
  it.each([
    [0, '0'],
    [1, '0.0'],
    [2, '0.00'],
    [4, '0.0000'],
    [12, '0.000000000000'],
  ])('with %i digits is %s', (digits, text) => {
    expect(formatAmount(0, digits)).toBe(text);
    expect(formatAmount(1, digits)).toBe(`${text.slice(0, -1)}1`);
  });
});

describe.each([
  ['times', times],
  ['exactTimes', exactTimes],
])('%s', (_, multiply) => {
  it.each([
    [1_200_000, 183, 365, 'half-even', 601_644],
    [601_644, 12, 100, 'half-even', 72_197],
    [0, 1, 3, 'half-even', 0],
    [100, 0, 3, 'half-even', 0],
    [100, 1, 1, 'half-even', 100],
    [100, 365, 365, 'half-even', 100],
    [100, 1, 3, 'half-even', 33],
    [200, 1, 3, 'half-even', 67],
    [200, 1, 3, 'down', 66],
    [299, 1, 100, 'down', 2],
    [300, 1, 100, 'down', 3],
    // Just below a half, the half itself, just above it; the half goes to the even neighbour.
    [49, 1, 100, 'half-even', 0],
    [50, 1, 100, 'half-even', 0],
    [51, 1, 100, 'half-even', 1],
    [149, 1, 100, 'half-even', 1],
    [150, 1, 100, 'half-even', 2],
    [151, 1, 100, 'half-even', 2],
    [250, 1, 100, 'half-even', 2],
    [350, 1, 100, 'half-even', 4],
    [1, 1, 2, 'half-even', 0],
    [3, 1, 2, 'half-even', 2],
    [5, 1, 2, 'half-even', 2],
    [49, 1, 100, 'half-up', 0],
    [50, 1, 100, 'half-up', 1],
    [150, 1, 100, 'half-up', 2],
    [50, 1, 100, 'down', 0],
    [150, 1, 100, 'down', 1],
    // A denominator that is odd has no halves.
    [1, 1, 3, 'half-even', 0],
    [4, 3, 8, 'half-even', 2],
    [20, 3, 8, 'half-even', 8],
  ] as const)('%i × %i / %i, %s, is %i', (a, numerator, denominator, rounding, result) => {
    expect(multiply(a, { numerator, denominator }, rounding)).toBe(result);
  });

  it.each([
    // Products of 2^53 − 1, 2^53 and 2^53 + 1, on both sides of a half.
    [MAX, 1n, 2n, 'half-even', 4503599627370496n],
    [MAX, 1n, 2n, 'down', 4503599627370495n],
    [MAX - 2n, 1n, 2n, 'half-even', 4503599627370494n],
    [MAX + 1n, 1n, 2n, 'half-even', 4503599627370496n],
    [MAX + 2n, 1n, 2n, 'half-even', 4503599627370496n],
    [MAX + 2n, 1n, 2n, 'half-up', 4503599627370497n],
    [MAX + 2n, 1n, 2n, 'down', 4503599627370496n],
    [MAX + 4n, 1n, 2n, 'half-even', 4503599627370498n],
    [MAX + 4n, 1n, 2n, 'down', 4503599627370497n],
    [MAX, 1n, 1n, 'half-even', MAX],
    [MAX + 1n, 1n, 1n, 'half-even', MAX + 1n],
    [MAX + 1n, 1n, MAX + 1n, 'half-even', 1n],
    [MAX, 1n, MAX + 1n, 'down', 0n],
    [MAX, 1n, MAX + 1n, 'half-even', 1n],
    [MAX, 2n, 4n, 'half-even', 4503599627370496n],
    [4503599627370497n, 1n, MAX + 4n, 'half-even', 0n],
    [4503599627370498n, 1n, MAX + 4n, 'half-even', 1n],
    [10n ** 19n - 1n, 10n ** 18n - 1n, 10n ** 12n, 'half-even', 9999999999999999989000000n],
    [10n ** 19n - 1n, 10n ** 18n - 1n, 10n ** 12n, 'down', 9999999999999999989000000n],
    [99999999999999999n, 1n, 365n, 'half-even', 273972602739726n],
    [99999999999999999n, 1n, 2n, 'half-even', 50000000000000000n],
    [99999999999999999n, 1n, 2n, 'down', 49999999999999999n],
    [99999999999999997n, 1n, 2n, 'half-even', 49999999999999998n],
  ] as const)('%i × %i / %i, %s, is %i', (a, numerator, denominator, rounding, result) => {
    const ratio = { numerator: whole(numerator), denominator: whole(denominator) };
    const product = multiply(whole(a), ratio, rounding);
    expect(textOf(product)).toBe(String(result));
    expect(typeof product === 'number').toBe(result <= MAX);
  });
});

describe('a host that configures decimal.js', () => {
  const narrow = {
    precision: 1,
    rounding: 0,
    toExpPos: 0,
    toExpNeg: 0,
    minE: -1,
    maxE: 1,
  } as const;

  afterEach(() => {
    Decimal.set({ defaults: true });
  });

  function results(copy: typeof money): unknown[] {
    const issues: Issue[] = [];
    const large = copy.readAmount('999999999999999.99', 'USD', 2, [], issues);
    const usdRate = copy.readRate('123456.789012345678', [], issues);
    return [
      issues,
      copy.formatAmount(large, 2),
      copy.formatAmount(copy.plus(large, 1), 2),
      copy.formatAmount(copy.minus(large, 1), 2),
      copy.formatAmount(copy.minus(0, large), 2),
      copy.formatAmount(copy.times(large, usdRate, 'half-even'), 2),
      copy.formatAmount(copy.times(large, usdRate, 'down'), 2),
      copy.formatAmount(
        copy.exactTimes(1_200_000, { numerator: 183, denominator: 365 }, 'down'),
        2,
      ),
      usdRate.text,
    ];
  }

  const EXACT = [
    [],
    '999999999999999.99',
    '1000000000000000.00',
    '999999999999999.98',
    '-999999999999999.99',
    '123456789012345676765.43',
    '123456789012345676765.43',
    '6016.43',
    '123456.789012345678',
  ];

  it('changes nothing after the import', () => {
    expect(results(money)).toEqual(EXACT);
    Decimal.set(narrow);
    expect(results(money)).toEqual(EXACT);
  });

  it('changes nothing before the import', async () => {
    Decimal.set(narrow);
    // @ts-expect-error: a copy that nobody has imported before
    const configured = await import('../../src/kernel/money.ts?configured');
    expect(results(configured)).toEqual(EXACT);
  });

  it('may give its decimals', () => {
    Decimal.set(narrow);
    expect(amount(new Decimal('12.34'))).toBe('12.34');
    expect(amount(new Decimal('99.99'))).toBe('99.99');
    expect(amount(new Decimal('0.5'))).toBe('0.50');
    expect(amount(new Decimal('12.345'))).toBe('too-many-decimals');
    expect(rate(new Decimal('12.345'))).toBe('12.345');
  });

  it('may give decimals that it made before', () => {
    const made = ['12000.00', '0.01', '999999999999999.99'].map((text) => new Decimal(text));
    Decimal.set(narrow);
    expect(made.map((value) => amount(value))).toEqual(['12000.00', '0.01', '999999999999999.99']);
  });

  it('may give decimals of a clone', () => {
    const Narrow = Decimal.clone({ precision: 1, rounding: 0, toExpPos: 0, toExpNeg: 0 });
    expect(amount(new Narrow('999999999999999.99'))).toBe('999999999999999.99');
    expect(amount(new Narrow('0.01'))).toBe('0.01');
  });

  it('finds its own configuration as it left it', () => {
    Decimal.set({ precision: 7, rounding: 1 });
    times(whole(MAX + 2n), { numerator: 1, denominator: 2 }, 'half-even');
    amount(new Decimal('12.34'));
    expect([Decimal.precision, Decimal.rounding]).toEqual([7, 1]);
  });
});
