import { currencyDigits, mostCurrencyDigits, readCurrency } from '../../kernel/currencies.ts';
import { type Issue, issue, missing } from '../../kernel/issue.ts';
import {
  formatAmount,
  isLess,
  minus,
  readAmount,
  timesOver,
  type Whole,
} from '../../kernel/money.ts';
import { UNREADABLE_TEXT } from '../../kernel/read.ts';
import { type BodyFields, type BodyValue, readOptionalBodyFields } from './body-fields.ts';

/** Money in Microsoft's format: a JSON number of major units, and an ISO 4217 code. */
export interface Price {
  readonly amount: number;
  readonly currencyCode: string;
}

/** The fields of a price, not yet checked. */
export function readPrice(
  stated: BodyValue,
  issues: Issue[],
): BodyFields<'amount' | 'currencyCode'> {
  return readOptionalBodyFields(stated, ['amount', 'currencyCode'], issues);
}

/** A currency and its decimals. */
export interface Currency {
  readonly code: string;
  readonly digits: number;
}

/** Reads the currency of a price, in which the others of its body must be too. */
export function readCurrencyOf(price: BodyValue, issues: Issue[]): Currency {
  // What is no price is reported with its amount.
  const { currencyCode } = readPrice(price, []);
  return currencyOf(readCurrency(currencyCode.value, currencyCode.path, issues));
}

/** A currency by its code; one that is not known has the decimals of any. */
export function currencyOf(code: string): Currency {
  return { code, digits: currencyDigits(code) ?? mostCurrencyDigits };
}

/** A currency as a body states it, if there is one of that code. */
export function currencyAt({ value }: BodyValue): Currency | undefined {
  if (typeof value !== 'string' || currencyDigits(value) === undefined) return undefined;
  return currencyOf(value);
}

/** Reads a price that a body may leave out; `undefined` also if it is faulty, which is an issue. */
export function readStatedPrice(
  stated: BodyValue,
  currency: Currency,
  issues: Issue[],
): Whole | undefined {
  if (stated.value === undefined) return undefined;
  const before = issues.length;
  const read = readPriceIn(stated, currency, issues);
  return issues.length > before ? undefined : read;
}

/** Reads a price that must be in a currency, as minor units; only `signed` ones may be negative. */
export function readPriceIn(
  stated: BodyValue,
  currency: Currency,
  issues: Issue[],
  sign: 'unsigned' | 'signed' = 'unsigned',
): Whole {
  const { amount, currencyCode } = readPrice(stated, issues);
  // Where the currency itself is not known, that is an issue already.
  if (currency.code !== UNREADABLE_TEXT && currencyCode.value !== currency.code) {
    const code = missing(currencyCode.value, 'other-currency');
    issues.push(issue(currencyCode.path, code, currency.code, currencyCode.value));
  }
  const read = sign === 'signed' ? readSigned : readUnsigned;
  return read(amount, currency, issues);
}

function readUnsigned(
  { value, path }: BodyValue,
  { code, digits }: Currency,
  issues: Issue[],
): Whole {
  return readAmount(value, code, digits, path, issues);
}

function readSigned({ value, path }: BodyValue, currency: Currency, issues: Issue[]): Whole {
  const found: Issue[] = [];
  const size = sizeOf(value);
  const minor = readUnsigned({ value: size, path }, currency, found);
  for (const { code, expected } of found) {
    issues.push(issue(path, code, `${expected} (optionally with a minus sign)`, value));
  }
  return size === value ? minor : minus(0, minor);
}

/** An amount without its minus, be it a number or the text that some parsers keep of one. */
function sizeOf(value: unknown): unknown {
  if (typeof value === 'number') return Math.abs(value);
  return typeof value === 'string' ? value.replace(/^-/, '') : value;
}

/** Writes a price, or adds an issue if a JSON number cannot hold its amount. */
export function toPrice(
  amount: Whole,
  currency: Currency,
  path: Issue['path'],
  issues: Issue[],
): Price {
  const text = formatAmount(amount, currency.digits);
  const price = { amount: Number(text), currencyCode: currency.code };
  // What cannot be read back is read as 0, which itself can.
  const readBack = readSigned({ value: price.amount, path }, currency, []);
  if (formatAmount(readBack, currency.digits) !== text) {
    const expected =
      'an amount of at most 15 digits, because JSON numbers are exact only up to 15 digits';
    issues.push(issue(path, 'imprecise-number', expected, text));
  }
  return price;
}

/** `amount × numerator ÷ denominator` if it is a whole number of minor units. */
export function exactly(amount: Whole, numerator: Whole, denominator: Whole): Whole | undefined {
  const quotient = timesOver(amount, numerator, denominator, 'down');
  return isSame(product(quotient, denominator), product(amount, numerator)) ? quotient : undefined;
}

/** A whole product. */
export function product(a: Whole, b: Whole): Whole {
  return timesOver(a, b, 1, 'down');
}

/** Returns whether two amounts are the same. */
export function isSame(a: Whole, b: Whole): boolean {
  return !isLess(a, b) && !isLess(b, a);
}
