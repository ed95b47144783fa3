import { Decimal } from 'decimal.js';
import { describe, expectTypeOf, it } from 'vitest';
import { type CurrencyCode, currencyCodes, currencyDigits } from '../../src/kernel/currencies.ts';
import type { DayInput } from '../../src/kernel/day.ts';
import {
  type AmountInput,
  isLess,
  type Rate,
  type Ratio,
  times,
  type Whole,
} from '../../src/kernel/money.ts';

describe('an amount as callers give it', () => {
  it('is a text, a number, a bigint or a decimal', () => {
    expectTypeOf<string>().toExtend<AmountInput>();
    expectTypeOf<number>().toExtend<AmountInput>();
    expectTypeOf<bigint>().toExtend<AmountInput>();
    expectTypeOf(new Decimal(1)).toExtend<AmountInput>();
    expectTypeOf<{ toFixed(): string }>().toExtend<AmountInput>();
  });

  it('is nothing else', () => {
    expectTypeOf<null>().not.toExtend<AmountInput>();
    expectTypeOf<undefined>().not.toExtend<AmountInput>();
    expectTypeOf<boolean>().not.toExtend<AmountInput>();
    expectTypeOf<Date>().not.toExtend<AmountInput>();
    expectTypeOf<string[]>().not.toExtend<AmountInput>();
    expectTypeOf<{ amount: string }>().not.toExtend<AmountInput>();
    expectTypeOf<{ toFixed(): number }>().not.toExtend<AmountInput>();
  });
});

describe('a day as callers give it', () => {
  it('is a text or a Date, and no number', () => {
    expectTypeOf<string>().toExtend<DayInput>();
    expectTypeOf<Date>().toExtend<DayInput>();
    expectTypeOf<number>().not.toExtend<DayInput>();
    expectTypeOf<undefined>().not.toExtend<DayInput>();
  });
});

describe('a whole number', () => {
  it('is not compared or added by operators', () => {
    const a = {} as Whole;
    // @ts-expect-error: a decimal has no +
    a + a;
    // @ts-expect-error: a decimal has no *
    a * 2;
    expectTypeOf(isLess(a, 1)).toEqualTypeOf<boolean>();
  });

  it('is not read from a text by arithmetic', () => {
    // @ts-expect-error: a text is no whole number
    isLess('1', 2);
    // @ts-expect-error: a bigint is none either
    isLess(1n, 2);
  });
});

describe('times', () => {
  const ratio: Ratio = { numerator: 1, denominator: 2 };

  it('is told how to round', () => {
    // @ts-expect-error: no rounding
    times(1, ratio);
    // @ts-expect-error: no such rounding
    times(1, ratio, 'half-odd');
    expectTypeOf(times(1, ratio, 'down')).toEqualTypeOf<Whole>();
  });

  it('takes a whole fraction, and a rate for one', () => {
    // @ts-expect-error: no denominator
    times(1, { numerator: 1 }, 'down');
    expectTypeOf<Rate>().toExtend<Ratio>();
    // @ts-expect-error: read only
    ratio.numerator = 2;
  });
});

describe('currencies', () => {
  it('may be any text, and need not be known', () => {
    expectTypeOf<string>().toExtend<CurrencyCode>();
    expectTypeOf(currencyDigits('USD')).toEqualTypeOf<number | undefined>();
    // @ts-expect-error: no number is a code
    currencyDigits(840);
  });

  it('cannot be changed', () => {
    // @ts-expect-error: read only
    currencyCodes.push('XXX');
    // @ts-expect-error: read only
    currencyCodes[0] = 'XXX';
  });
});
