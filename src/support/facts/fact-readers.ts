import { currencyDigits, mostCurrencyDigits, readCurrency } from '../../kernel/currencies.ts';
import { escapeText, type Issue } from '../../kernel/issue.ts';
import { formatAmount, readAmount } from '../../kernel/money.ts';
import { type Fields, NO_TEXT, readFields, readText as readPlainText } from '../../kernel/read.ts';

type Path = Issue['path'];

/** Reads a text that says something. What cannot be seen in it, line ends too, is escaped. */
export function readText(value: unknown, path: Path, issues: Issue[]): string {
  return escapeText(readPlainText(value, path, issues));
}

/** The fields of an answer, which holds more than is asked of it. */
export function readSome<Name extends string>(
  input: unknown,
  path: Path,
  issues: Issue[],
): Fields<Name> | undefined {
  const found: Issue[] = [];
  const fields = readFields<Name>(input, nothing, path, found);
  // Where there are fields, all that was found is that nobody knows them.
  if (fields === undefined) issues.push(...found);
  return fields;
}

const nothing: ReadonlySet<string> = new Set();

/** Reads an amount in a currency and writes it as `1002.74 USD`. */
export function readMoney(amount: unknown, currency: string, path: Path, issues: Issue[]): string {
  const digits = currencyDigits(currency) ?? mostCurrencyDigits;
  return `${formatAmount(readAmount(amount, currency, digits, path, issues), digits)} ${currency}`;
}

const amountFields: ReadonlySet<string> = new Set(['amount', 'currency']);

/** Reads the amount that a caller asks for. */
export function readRequestedAmount(value: unknown, path: Path, issues: Issue[]): string {
  const fields = readFields<'amount' | 'currency'>(value, amountFields, path, issues);
  if (fields === undefined) return NO_TEXT;
  const currency = readCurrency(fields.currency, [...path, 'currency'], issues);
  return readMoney(fields.amount, currency, [...path, 'amount'], issues);
}

/** The fields that hold something. */
export function onlyGiven<T extends object>(fields: T): T {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as T;
}
