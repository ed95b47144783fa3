import { test } from '@fast-check/vitest';
import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Issue } from '../../src/kernel/issue.ts';
import {
  exactTimes,
  formatAmount,
  isLess,
  leftOf,
  minus,
  plus,
  type Rounding,
  readAmount,
  readRate,
  smaller,
  times,
  type Whole,
} from '../../src/kernel/money.ts';

const MAX = BigInt(Number.MAX_SAFE_INTEGER);

/** A whole number of any size, in the one form that it may have. */
function whole(value: bigint): Whole {
  return value <= MAX ? Number(value) : new Decimal(String(value));
}

function bigintOf(value: Whole): bigint {
  return BigInt(typeof value === 'number' ? value : value.toFixed());
}

/** The value and its form. */
function canonical(value: Whole): [bigint, 'number' | 'decimal'] {
  if (typeof value === 'number') expect(Object.is(value, -0)).toBe(false);
  return [bigintOf(value), typeof value === 'number' ? 'number' : 'decimal'];
}

function expected(value: bigint): [bigint, 'number' | 'decimal'] {
  return [value, value <= MAX && value >= -MAX ? 'number' : 'decimal'];
}

/** `amount × numerator ÷ denominator` by long division of bigints. */
function timesInBigints(
  amount: bigint,
  numerator: bigint,
  denominator: bigint,
  rounding: Rounding,
): bigint {
  const product = amount * numerator;
  const quotient = product / denominator;
  if (rounding === 'down') return quotient;
  const twice = (product - quotient * denominator) * 2n;
  const isTieUp = rounding === 'half-up' || quotient % 2n === 1n;
  const isUp = twice > denominator || (twice === denominator && isTieUp);
  return isUp ? quotient + 1n : quotient;
}

const around = (value: bigint): fc.Arbitrary<bigint> =>
  fc.bigInt({ min: value - 3n, max: value + 3n });

/** Small, around the largest safe number, and up to all the digits that an amount may have. */
const amounts = fc.oneof(
  fc.bigInt({ min: 0n, max: 1_000n }),
  fc.bigInt({ min: 0n, max: 10n ** 9n }),
  around(MAX),
  around(2n * MAX),
  fc.bigInt({ min: 0n, max: MAX }),
  fc.bigInt({ min: 0n, max: 10n ** 19n - 1n }),
);
const numerators = fc.oneof(
  fc.bigInt({ min: 0n, max: 1_827n }),
  fc.bigInt({ min: 0n, max: 10n ** 18n - 1n }),
  around(MAX),
);
const denominators = fc.oneof(
  fc.bigInt({ min: 1n, max: 1_827n }),
  fc.integer({ min: 0, max: 12 }).map((power) => 10n ** BigInt(power)),
  around(MAX),
  fc.bigInt({ min: 1n, max: 10n ** 18n - 1n }),
);
const roundings = fc.constantFrom<Rounding>('half-even', 'half-up', 'down');

describe('plus, minus, isLess, smaller and leftOf', () => {
  test.prop([amounts, amounts])('agree with bigints, in one form each', (a, b) => {
    const [x, y] = [whole(a), whole(b)];
    expect(canonical(plus(x, y))).toEqual(expected(a + b));
    expect(canonical(minus(x, y))).toEqual(expected(a - b));
    expect(canonical(leftOf(x, y))).toEqual(expected(a < b ? 0n : a - b));
    expect(canonical(smaller(x, y))).toEqual(expected(a < b ? a : b));
    expect(isLess(x, y)).toBe(a < b);
  });

  test.prop([amounts])('find a number equal to itself', (a) => {
    expect(isLess(whole(a), whole(a))).toBe(false);
    expect(minus(whole(a), whole(a))).toBe(0);
    expect(leftOf(whole(a), whole(a))).toBe(0);
  });
});

describe('times', () => {
  test.prop([amounts, numerators, denominators, roundings])(
    'agrees with bigints and with exactTimes, on both sides of the largest safe number',
    (amount, numerator, denominator, rounding) => {
      const ratio = { numerator: whole(numerator), denominator: whole(denominator) };
      const result = expected(timesInBigints(amount, numerator, denominator, rounding));
      expect(canonical(times(whole(amount), ratio, rounding))).toEqual(result);
      expect(canonical(exactTimes(whole(amount), ratio, rounding))).toEqual(result);
    },
  );

  // amount × numerator ÷ denominator = x × y ÷ 2, with x and y odd: always an exact half.
  const odd = (max: bigint): fc.Arbitrary<bigint> =>
    fc.bigInt({ min: 0n, max }).map((k) => 2n * k + 1n);
  const ties = fc.oneof(
    fc.record({
      x: odd(1_000n),
      y: odd(50n),
      u: fc.bigInt({ min: 1n, max: 1_000n }),
      v: fc.bigInt({ min: 1n, max: 9n }),
    }),
    fc.record({
      x: odd(10n ** 9n),
      y: odd(10n ** 9n),
      u: fc.bigInt({ min: 1n, max: 10n ** 9n }),
      v: fc.bigInt({ min: 1n, max: 10n ** 8n }),
    }),
  );

  test.prop([ties])('sends an exact half to the even neighbour', ({ x, y, u, v }) => {
    const ratio = { numerator: whole(v * y), denominator: whole(2n * u * v) };
    const below = (x * y - 1n) / 2n;
    const even = below % 2n === 0n ? below : below + 1n;
    for (const multiply of [times, exactTimes]) {
      expect(bigintOf(multiply(whole(u * x), ratio, 'half-even'))).toBe(even);
      expect(bigintOf(multiply(whole(u * x), ratio, 'down'))).toBe(below);
    }
  });

  test.prop([ties])('rounds values next to a half to the nearer neighbour', ({ x, y, u }) => {
    const ratio = { numerator: 1, denominator: whole(4n * u) };
    const half = 2n * u * x * y;
    const below = (x * y - 1n) / 2n;
    for (const multiply of [times, exactTimes]) {
      expect(bigintOf(multiply(whole(half - 1n), ratio, 'half-even'))).toBe(below);
      expect(bigintOf(multiply(whole(half + 1n), ratio, 'half-even'))).toBe(below + 1n);
    }
  });

  it('divides exactly if the quotient is one step below a whole number', () => {
    const wrong: string[] = [];
    for (let denominator = 2n; denominator <= 2_000n; denominator += 1n) {
      for (let back = 0n; back < 3n; back += 1n) {
        const multiple = MAX / denominator - back;
        for (const amount of [multiple * denominator - 1n, multiple * denominator]) {
          for (const rounding of ['half-even', 'half-up', 'down'] as const) {
            const ratio = { numerator: 1, denominator: Number(denominator) };
            const result = times(Number(amount), ratio, rounding);
            if (bigintOf(result) !== timesInBigints(amount, 1n, denominator, rounding)) {
              wrong.push(`${amount} / ${denominator}: ${result}`);
            }
          }
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe('an amount', () => {
  const digits = fc.constantFrom(0, 2, 3, 4);

  /** Minor units, and the text that has exactly the digits of the currency. */
  const written = fc.tuple(amounts, digits).map(([amount, count]) => {
    const minor = amount % 10n ** BigInt(15 + count);
    const text = String(minor).padStart(count + 1, '0');
    const point = text.length - count;
    return {
      minor,
      count,
      text: count === 0 ? text : `${text.slice(0, point)}.${text.slice(point)}`,
    };
  });

  function read(value: unknown, count: number): Whole {
    const issues: Issue[] = [];
    const minor = readAmount(value, '', count, [], issues);
    expect(issues).toEqual([]);
    return minor;
  }

  test.prop([written])('reads back after formatting', ({ text, minor, count }) => {
    const value = read(text, count);
    expect(canonical(value)).toEqual(expected(minor));
    expect(formatAmount(value, count)).toBe(text);
  });

  test.prop([written])('is the same as a decimal, and without the zeros at its end', (amount) => {
    const { text, minor, count } = amount;
    expect(bigintOf(read(new Decimal(text), count))).toBe(minor);
    expect(bigintOf(read({ toFixed: () => text }, count))).toBe(minor);
    if (text.includes('.')) expect(bigintOf(read(text.replace(/\.?0+$/, ''), count))).toBe(minor);
  });

  test.prop([fc.nat({ max: 10 ** 15 - 1 }), digits])(
    'is the same as a number of up to 15 digits',
    (units, count) => {
      const number = Number(`${units}e-${count}`);
      fc.pre(number === 0 || number >= 1e-6);
      expect(read(number, count)).toBe(units);
    },
  );

  test.prop([fc.bigInt({ min: 0n, max: 10n ** 15n - 1n }), digits])(
    'is the same as a bigint of whole units',
    (units, count) => {
      expect(bigintOf(read(units, count))).toBe(units * 10n ** BigInt(count));
    },
  );

  const slips = fc
    .tuple(written, fc.nat(), fc.constantFrom('', '00', '.', ',', '-', '+', 'e1', ' ', '٣', '_'))
    .map(([{ text, count }, position, slip]) => {
      const at = position % (text.length + 1);
      return { text: text.slice(0, at) + slip + text.slice(at), count };
    });

  test.prop([slips])('of any spelling is read exactly or refused', ({ text, count }) => {
    const issues: Issue[] = [];
    const minor = readAmount(text, '', count, [], issues);
    const [, units = '', decimals = ''] = /^(0|[1-9]\d{0,14})(?:\.(\d+))?$/.exec(text) ?? [];
    if (units !== '' && decimals.length <= count) {
      expect(issues).toEqual([]);
      expect(bigintOf(minor)).toBe(BigInt(units + decimals.padEnd(count, '0')));
    } else {
      expect(issues).toHaveLength(1);
      expect(minor).toBe(0);
    }
  });

  test.prop([
    fc.oneof(fc.double(), fc.double({ min: 0, max: 1e6 }), fc.float({ min: 0, max: 1_024 })),
  ])('of any number is read as that number is written, or refused', (value) => {
    const issues: Issue[] = [];
    const minor = readAmount(value, '', 2, [], issues);
    if (issues.length === 0) expect(Number(formatAmount(minor, 2))).toBe(Math.abs(value));
    else if (!Object.is(value, -0)) {
      expect(String(value)).toMatch(/\.\d{3}|e|-|NaN|Infinity|(\d\.?){16}/);
    }
  });

  test.prop([fc.anything({ withBigInt: true, withBoxedValues: true, withDate: true }), digits])(
    'of anything at all is a whole number or one issue, and never throws',
    (value, count) => {
      const issues: Issue[] = [];
      const minor = bigintOf(readAmount(value, '', count, ['paid'], issues));
      expect(minor >= 0n).toBe(true);
      if (issues.length > 0) expect([issues.length, minor]).toEqual([1, 0n]);
    },
  );
});

describe('a rate', () => {
  const rates = fc.bigInt({ min: 0n, max: 10n ** 18n - 1n }).map((units) => {
    const text = String(units).padStart(13, '0');
    return { units, text: `${text.slice(0, -12)}.${text.slice(-12)}` };
  });
  const roundRates = fc.tuple(rates, fc.integer({ min: 0, max: 18 })).map(([{ units }, zeros]) => {
    const round = units - (units % 10n ** BigInt(zeros));
    const text = String(round).padStart(13, '0');
    return { units: round, text: `${text.slice(0, -12)}.${text.slice(-12)}` };
  });

  test.prop([fc.oneof(rates, roundRates)])('is exactly its fraction', ({ units, text }) => {
    const issues: Issue[] = [];
    const { numerator, denominator } = readRate(text, [], issues);
    expect(issues).toEqual([]);
    expect(bigintOf(numerator) * 10n ** 12n).toBe(units * BigInt(denominator));
  });

  test.prop([fc.oneof(rates, roundRates)])('reads back as itself, in lowest form', ({ text }) => {
    const rate = readRate(text, [], []);
    expect(rate.text).toMatch(/^(0|[1-9]\d*)(\.\d*[1-9])?$/);
    expect(new Decimal(rate.text).eq(text)).toBe(true);
    expect(readRate(rate.text, [], [])).toEqual(rate);
  });
});
