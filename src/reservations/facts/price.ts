import { type Issue, issue } from '../../kernel/issue.ts';
import { readAmount, type Whole } from '../../kernel/money.ts';
import { readFields, UNREADABLE_TEXT } from '../../kernel/read.ts';

const priceFields: ReadonlySet<string> = new Set(['amount', 'currencyCode']);

/**
 * Reads an amount in a currency, in minor units: by itself, or in the vendor's object of an amount
 * and its currency (`{ amount, currencyCode }`), which must be the same.
 */
export function readPrice(
  value: unknown,
  currency: string,
  digits: number,
  path: Issue['path'],
  issues: Issue[],
): Whole {
  if (!isPriceObject(value)) return readAmount(value, currency, digits, path, issues);
  const fields = readFields<'amount' | 'currencyCode'>(value, priceFields, path, issues);
  if (fields === undefined) return 0;
  const { amount, currencyCode = currency } = fields;
  if (currencyCode !== currency && currency !== UNREADABLE_TEXT) {
    issues.push(issue([...path, 'currencyCode'], 'other-currency', currency, currencyCode));
  }
  return readAmount(amount, currency, digits, [...path, 'amount'], issues);
}

/** Returns whether it names an amount; a decimal object of the caller's has none. */
function isPriceObject(value: unknown): boolean {
  try {
    return typeof value === 'object' && value !== null && 'amount' in value;
  } catch {
    return false; // it cannot be read, which the reader of amounts reports
  }
}
