import { Decimal } from 'decimal.js';
import { describe, expect, it } from 'vitest';
import {
  type AmountInput,
  compareAmounts,
  formatMoney,
  InputError,
  sumAmounts,
} from '../../src/amounts/index.ts';

/** What is thrown for input that the types refuse, or the result. */
function issuesOf(call: () => unknown): unknown {
  try {
    return call();
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return (error as InputError).issues.map(({ path, code, message }) => [path, code, message]);
  }
}

const any = (value: unknown): never => value as never;

describe('sumAmounts', () => {
  it('adds without the errors of floating point', () => {
    expect(0.1 + 0.2).not.toBe(0.3);
    expect(sumAmounts(['0.10', '0.20'], 'USD')).toBe('0.30');
  });

  it.each([
    [[], 'USD', '0.00'],
    [['1200', '1300'], 'KRW', '2500'],
    [['0.001', '-0.002'], 'KWD', '-0.001'],
    [['10.00', '-10.00'], 'USD', '0.00'],
    [['-0.00', '-0.00'], 'USD', '0.00'],
    [['90071992547409.91', '0.01'], 'USD', '90071992547409.92'],
    [['-90071992547409.91', '-0.01'], 'USD', '-90071992547409.92'],
    [['-90071992547409.91', '-90071992547409.90'], 'USD', '-180143985094819.81'],
    [[12, -12.5, 3n, -4n, new Decimal('-1.25'), new Decimal('0.5')], 'EUR', '-2.25'],
    [new Set<AmountInput>(['1.00', '2.00']), 'USD', '3.00'],
  ] as [Iterable<AmountInput>, string, string][])('of %s in %s is %s', (amounts, currency, sum) => {
    expect(sumAmounts(amounts, currency)).toBe(sum);
  });

  it('reports every malformed amount with its position, and rounds none', () => {
    const amounts = ['1.00', '1.005', '1,000.00', '--5', '+5', '-', '', any(null), 0.1 + 0.2];
    const limits = 'an amount in USD of at most 40 whole digits and 2 decimals';
    const hint =
      ', with a minus sign only in front, and no exponent, separator, space or leading zero';
    const malformed = (at: number, got: string) => [
      ['amounts', at],
      'malformed-amount',
      `amounts[${at}]: expected ${limits}${hint}, got ${got}`,
    ];
    expect(issuesOf(() => sumAmounts(amounts, 'USD'))).toEqual([
      [['amounts', 1], 'too-many-decimals', `amounts[1]: expected ${limits}, got "1.005"`],
      malformed(2, '"1,000.00"'),
      malformed(3, '"--5"'),
      malformed(4, '"+5"'),
      malformed(5, '"-"'),
      malformed(6, 'an empty string'),
      [['amounts', 7], 'wrong-type', `amounts[7]: expected ${limits}, got null`],
      [
        ['amounts', 8],
        'imprecise-number',
        `amounts[8]: expected ${limits}, as text (a number of more than 15 digits may have been rounded already), got 0.30000000000000004`,
      ],
    ]);
  });

  it.each([
    ['a text', '12.00', 'not-iterable'],
    ['nothing', undefined, 'not-iterable'],
  ])('reports %s in the place of the amounts', (_, amounts, code) => {
    expect(issuesOf(() => sumAmounts(any(amounts), 'USD'))).toMatchObject([
      [['amounts'], code, expect.any(String)],
    ]);
  });

  it.each(['usd', 'XXX', '', undefined, '__proto__'])('reports the currency %j', (currency) => {
    const issues = issuesOf(() => sumAmounts([], any(currency)));
    expect(issues).toMatchObject([
      [['currency'], expect.stringMatching(/currency|missing-field/), expect.any(String)],
    ]);
  });

  it('refuses negative zero, boxed numbers and objects that round or throw', () => {
    const rounding = {
      toFixed: (digits = 0) => (-1.4).toFixed(digits),
      abs: () => ({ toFixed: (digits = 0) => (1.4).toFixed(digits) }),
    };
    const throwing = {
      toFixed: () => '-1',
      abs: () => {
        throw new Error('no');
      },
    };
    for (const amount of [-0, any(new Number(-5)), any(rounding), throwing, any({ toFixed: 1 })]) {
      expect(issuesOf(() => sumAmounts([amount], 'USD'))).toHaveLength(1);
    }
  });
});

describe('compareAmounts', () => {
  it.each([
    ['9.99', '10.00', -1],
    ['10.00', '9.99', 1],
    ['10', '10.0000', 0],
    ['-10.00', '-9.99', -1],
    ['-0.0001', '0', -1],
    ['-0.00', '0', 0],
    ['90071992547409.92', '90071992547409.93', -1],
    [1n, '1.00', 0],
    [-2, new Decimal('-2'), 0],
  ] as [AmountInput, AmountInput, number][])('%s against %s: %i', (first, second, order) => {
    expect(compareAmounts(first, second)).toBe(order);
  });

  it('reports both amounts', () => {
    expect(issuesOf(() => compareAmounts('1e3', any(undefined)))).toMatchObject([
      [['first'], 'malformed-amount', expect.stringContaining('4 decimals')],
      [
        ['second'],
        'missing-field',
        'second: expected an amount of at most 40 whole digits and 4 decimals, got nothing',
      ],
    ]);
  });
});

describe('formatMoney', () => {
  it.each([
    ['12000', 'USD', '12,000.00 USD'],
    ['0', 'USD', '0.00 USD'],
    ['-0.00', 'USD', '0.00 USD'],
    ['999.9', 'USD', '999.90 USD'],
    ['-1250000', 'KRW', '-1,250,000 KRW'],
    ['-123456', 'JPY', '-123,456 JPY'],
    [1234.5, 'KWD', '1,234.500 KWD'],
    [
      '1234567890123456789012345678901234567890',
      'CLF',
      '1,234,567,890,123,456,789,012,345,678,901,234,567,890.0000 CLF',
    ],
  ] as [AmountInput, string, string][])('%s %s is %s', (amount, currency, text) => {
    expect(formatMoney(amount, currency)).toBe(text);
  });

  it('rounds nothing', () => {
    expect(issuesOf(() => formatMoney('0.5', 'JPY'))).toEqual([
      [
        ['amount'],
        'too-many-decimals',
        'amount: expected an amount in JPY of at most 40 whole digits and no decimals, got "0.5"',
      ],
    ]);
    expect(issuesOf(() => formatMoney(`1${'0'.repeat(40)}`, 'USD'))).toMatchObject([
      [['amount'], 'too-large', expect.any(String)],
    ]);
  });

  it('reports an unknown currency, with the one that was meant', () => {
    expect(issuesOf(() => formatMoney('1', 'krw'))).toMatchObject([
      [['currency'], 'unknown-currency', expect.stringContaining('did you mean "KRW"?')],
    ]);
  });
});
