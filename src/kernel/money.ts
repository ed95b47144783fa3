import { Decimal } from 'decimal.js';
import { type Issue, type IssueCode, issue } from './issue.ts';
import { ROOT_PATH, UNREADABLE_TEXT } from './read.ts';

/**
 * A whole number: of minor units (cents, yen, fils), or a side of a fraction. A plain number where
 * it is safe, and an exact decimal beyond that, always the one of the two, so that equal amounts
 * look alike.
 */
export type Whole = number | Decimal;

/**
 * An amount in major units: text of at most 15 whole digits and the currency's
 * decimals, without sign, exponent, separators or leading zeros; or a number, bigint or
 * decimal.js value with such a text.
 */
export type AmountInput = string | number | bigint | { toFixed(): string };

/** A fraction, such as a rate or a share of a term. */
export interface Ratio {
  readonly numerator: Whole;
  readonly denominator: Whole;
}

// A clone of our own: the host may have configured the shared constructor otherwise. 64 digits
// hold every product here: the longest is of 19 digits (15 whole and 4 decimals) and 18 (a rate).
const Exact: typeof Decimal = Decimal.clone({ defaults: true, precision: 64 });

const toWhole = (exact: Decimal): Whole =>
  exact.abs().lte(Number.MAX_SAFE_INTEGER) ? exact.toNumber() : exact;

export function plus(a: Whole, b: Whole): Whole {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b;
    if (Number.isSafeInteger(sum)) return sum;
  }
  return toWhole(new Exact(a).plus(b));
}

export function minus(a: Whole, b: Whole): Whole {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return toWhole(new Exact(a).minus(b));
}

export function isLess(a: Whole, b: Whole): boolean {
  // A decimal lies beyond every safe number, also when it is rounded to one.
  return typeof a === 'object' ? a.lt(b) : a < Number(b);
}

export function smaller(a: Whole, b: Whole): Whole {
  return isLess(b, a) ? b : a;
}

/** Returns `a − b`, but at least 0. */
export function leftOf(a: Whole, b: Whole): Whole {
  return isLess(a, b) ? 0 : minus(a, b);
}

/** Rounding of an amount between two minor units. */
export type Rounding = 'half-even' | 'half-up' | 'down';

/** `amount × numerator ÷ denominator`, none of them negative, rounded once to a whole number. */
export function times(amount: Whole, ratio: Ratio, rounding: Rounding): Whole {
  return timesOver(amount, ratio.numerator, ratio.denominator, rounding);
}

/** {@link times} for a ratio that is not worth an object. */
export function timesOver(
  amount: Whole,
  numerator: Whole,
  denominator: Whole,
  rounding: Rounding,
): Whole {
  if (
    typeof amount === 'number' &&
    typeof numerator === 'number' &&
    typeof denominator === 'number'
  ) {
    const product = amount * numerator;
    if (product <= Number.MAX_SAFE_INTEGER) return divide(product, denominator, rounding);
  }
  return exactTimes(amount, { numerator, denominator }, rounding);
}

function divide(dividend: number, divisor: number, rounding: Rounding): number {
  // Exact: below 2^53 no quotient lies so close under a whole number that it is rounded up to it.
  const quotient = Math.floor(dividend / divisor);
  const rest = dividend - quotient * divisor;
  if (rounding === 'down') return quotient;
  const twice = rest * 2;
  const isUp = twice > divisor || (twice === divisor && isTieUp(rounding, quotient % 2 === 1));
  return isUp ? quotient + 1 : quotient;
}

function isTieUp(rounding: Rounding, isOdd: boolean): boolean {
  return isOdd || rounding === 'half-up';
}

/** {@link times} in decimals of 64 digits, for what does not fit safe whole numbers. */
export function exactTimes(amount: Whole, ratio: Ratio, rounding: Rounding): Whole {
  const product = new Exact(amount).times(ratio.numerator);
  const quotient = product.divToInt(ratio.denominator);
  if (rounding === 'down') return toWhole(quotient);
  const twice = product.minus(quotient.times(ratio.denominator)).times(2);
  const comparison = twice.comparedTo(ratio.denominator);
  const isUp = comparison > 0 || (comparison === 0 && isTieUp(rounding, !quotient.mod(2).isZero()));
  return toWhole(isUp ? quotient.plus(1) : quotient);
}

const RATE_WHOLE_DIGITS = 6;
const RATE_DECIMALS = 12;

// By number of digits.
const zeros: readonly string[] = Array.from({ length: RATE_DECIMALS + 1 }, (_, digits) =>
  (0).toFixed(digits),
);
const powersOfTen: readonly number[] = zeros.map((_, digits) => 10 ** digits);

const hundredths: string[] = Array.from({ length: 100 }, (_, at) => `${100 + at}`.slice(1));

/** Formats minor units as a decimal string with exactly the currency's digits: 1200000 → 12000.00. */
export function formatAmount(minor: Whole, digits: number): string {
  const perUnit = powersOfTen[digits] as number;
  if (typeof minor !== 'number' || minor < 0) return new Exact(minor).div(perUnit).toFixed(digits);
  if (minor === 0) return zeros[digits] as string;
  if (digits === 0) return String(minor);
  const whole = Math.floor(minor / perUnit);
  const rest = minor - whole * perUnit;
  return `${whole}.${digits === 2 ? hundredths[rest] : String(perUnit + rest).slice(1)}`;
}

export type AmountFault = Extract<
  IssueCode,
  | 'missing-field'
  | 'wrong-type'
  | 'malformed-amount'
  | 'too-many-decimals'
  | 'too-large'
  | 'imprecise-number'
  | 'rounding-object'
>;

export const amountHints: Readonly<Record<AmountFault, string>> = {
  'missing-field': '',
  'wrong-type': '',
  'malformed-amount': ', and no sign, exponent, separator, space or leading zero',
  'too-many-decimals': '',
  'too-large': '',
  'imprecise-number': ', as text (a number of more than 15 digits may have been rounded already)',
  'rounding-object': ', as text (toFixed of this object rounds)',
};

export const AMOUNT_WHOLE_DIGITS = 15;
/** Sums of amounts, at any rate, stay far below. */
export const SUM_WHOLE_DIGITS = 40;

/**
 * Reads an amount as whole minor units, or adds an issue and returns 0. `currency` is only
 * named in the report.
 */
export function readAmount(
  value: unknown,
  currency: string,
  digits: number,
  path: Issue['path'],
  issues: Issue[],
  wholeDigits: number = AMOUNT_WHOLE_DIGITS,
): Whole {
  const read = parseDecimal(value, wholeDigits, digits);
  if (typeof read !== 'string') return read;
  const limits = `at most ${wholeDigits} whole digits and ${digits === 0 ? 'no' : digits} decimals`;
  issues.push(
    issue(
      path,
      read,
      `an amount${currency === UNREADABLE_TEXT ? '' : ` in ${currency}`} of ${limits}${amountHints[read]}`,
      value,
    ),
  );
  return 0;
}

/** {@link readAmount} for a sum of amounts in US dollars, which may be longer than any one of them. */
export function readSum(value: unknown, path: Issue['path'], issues: Issue[]): Whole {
  return readAmount(value, 'USD', 2, path, issues, SUM_WHOLE_DIGITS);
}

/** Returns the minor units of a text that is known to be an amount, such as a field of an answer. */
export function writtenAmount(text: string, digits: number): Whole {
  return readAmount(text, UNREADABLE_TEXT, digits, ROOT_PATH, [], SUM_WHOLE_DIGITS);
}

/** A rate: its exact value, and its text without trailing zeros. */
export interface Rate extends Ratio {
  readonly denominator: number;
  readonly text: string;
}

/** Reads a rate, or adds an issue and returns 0. */
export function readRate(value: unknown, path: Issue['path'], issues: Issue[]): Rate {
  const fault = parseDecimal(value, RATE_WHOLE_DIGITS, RATE_DECIMALS);
  if (typeof fault === 'string') {
    const code = fault === 'malformed-amount' ? 'malformed-rate' : fault;
    const limits = `at most ${RATE_WHOLE_DIGITS} whole digits and ${RATE_DECIMALS} decimals`;
    issues.push(issue(path, code, `a rate of ${limits}${amountHints[fault]}`, value));
    return { text: '0', numerator: 0, denominator: 1 };
  }
  const text = formatAmount(fault, RATE_DECIMALS).replace(/\.?0+$/, '');
  const decimals = text.includes('.') ? text.length - text.indexOf('.') - 1 : 0;
  return {
    text,
    numerator: parseDecimalText(text, RATE_WHOLE_DIGITS, decimals) as Whole,
    denominator: 10 ** decimals,
  };
}

/** Reads a decimal as a whole number of units of 10 ** -decimals. */
function parseDecimal(value: unknown, wholeDigits: number, decimals: number): Whole | AmountFault {
  switch (typeof value) {
    case 'string':
      return parseDecimalText(value, wholeDigits, decimals);
    case 'number':
      return parseDecimalNumber(value, wholeDigits, decimals);
    case 'bigint':
      if (value < 0n) return 'malformed-amount';
      // Writing out a giant bigint costs more than its size.
      if (value >= 10n ** BigInt(wholeDigits)) return 'too-large';
      return toWhole(new Exact(`${value}`).times(10 ** decimals));
    case 'undefined':
      return 'missing-field';
    default:
      return parseDecimalObject(value, wholeDigits, decimals);
  }
}

/** Every decimal of so many digits survives in a floating-point number; longer ones need not. */
const SAFE_DIGITS = 15;

const POINT = 46;

function parseDecimalText(
  text: string,
  wholeDigits: number,
  decimals: number,
): Whole | AmountFault {
  const { length } = text;
  if (length > wholeDigits + 1 + decimals) return faultOf(text, wholeDigits);
  let units = 0;
  let at = 0;
  for (; at < length; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) break;
    units = units * 10 + digit;
  }
  const whole = at;
  if (whole === 0 || whole > wholeDigits || (whole > 1 && text.charCodeAt(0) === 48)) {
    return faultOf(text, wholeDigits);
  }
  let missingDecimals = decimals;
  if (at < length) {
    if (text.charCodeAt(at) !== POINT || at + 1 === length) return 'malformed-amount';
    for (at += 1; at < length; at += 1) {
      const digit = text.charCodeAt(at) - 48;
      if (digit < 0 || digit > 9 || missingDecimals === 0) return faultOf(text, wholeDigits);
      units = units * 10 + digit;
      missingDecimals -= 1;
    }
  }
  return whole + decimals <= SAFE_DIGITS
    ? units * 10 ** missingDecimals
    : toWhole(new Exact(text).times(10 ** decimals));
}

const DECIMAL = /^(0|[1-9]\d*)(?:\.\d+)?$/;

function faultOf(text: string, wholeDigits: number): AmountFault {
  const whole = DECIMAL.exec(text)?.[1];
  if (whole === undefined) return 'malformed-amount';
  return whole.length > wholeDigits ? 'too-large' : 'too-many-decimals';
}

function parseDecimalNumber(
  value: number,
  wholeDigits: number,
  decimals: number,
): Whole | AmountFault {
  // Text would lose the sign of -0.
  const text = Object.is(value, -0) ? '-0' : String(value);
  const significant = text.replace('.', '').replace(/^0+/, '').length;
  if (significant > SAFE_DIGITS && DECIMAL.test(text)) return 'imprecise-number';
  return parseDecimalText(text, wholeDigits, decimals);
}

function parseDecimalObject(
  value: unknown,
  wholeDigits: number,
  decimals: number,
): Whole | AmountFault {
  try {
    const { toFixed } = value as { toFixed?: unknown };
    if (typeof toFixed !== 'function') return 'wrong-type';
    const text: unknown = toFixed.call(value);
    if (typeof text !== 'string') return 'wrong-type';
    const read = parseDecimalText(text, wholeDigits, decimals);
    if (typeof read === 'string') return read;
    // Number.prototype.toFixed rounds to no decimals unless told otherwise. A decimal.js value never
    // does, but when asked for decimals it obeys whatever its host has configured.
    const isExact = Decimal.isDecimal(value) || isSame(toFixed.call(value, 15), text);
    return isExact && !(value instanceof Number) ? read : 'rounding-object';
  } catch {
    return 'wrong-type';
  }
}

const NUMBER = /^\d{1,99}(?:\.\d{1,99})?$/;

function isSame(other: unknown, text: string): boolean {
  return typeof other === 'string' && NUMBER.test(other) && new Exact(other).eq(text);
}
