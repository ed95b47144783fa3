import { currencyDigits, mostCurrencyDigits, readCurrency } from '../../kernel/currencies.ts';
import { escapeText, type Issue } from '../../kernel/issue.ts';
import { formatAmount, readAmount } from '../../kernel/money.ts';
import { readFields, withoutPrototype } from '../../kernel/read.ts';
import type { RequestedAmount } from '../form/support-facts.ts';

const amountFields: ReadonlySet<string> = new Set<keyof RequestedAmount>(['amount', 'currency']);

/** Reads the amount that a caller asks for. */
export function readRequestedAmount(
  value: unknown,
  path: Issue['path'],
  issues: Issue[],
): RequestedAmount<string> | undefined {
  const fields = readFields<keyof RequestedAmount>(value, amountFields, path, issues);
  if (fields === undefined) return undefined;
  const currency = readCurrency(fields.currency, [...path, 'currency'], issues);
  const digits = currencyDigits(currency) ?? mostCurrencyDigits;
  const amount = readAmount(fields.amount, currency, digits, [...path, 'amount'], issues);
  return { amount: formatAmount(amount, digits), currency };
}

/** The same texts with what cannot be seen escaped, line ends too. */
export function escapeTexts<T extends object>(texts: T): T {
  const escaped = Object.entries(texts).map(([name, text]) => [name, escapeText(text)]);
  return withoutPrototype(Object.fromEntries(escaped)) as T;
}
