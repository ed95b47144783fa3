import { readCurrency } from '../../kernel/currencies.ts';
import { type Issue, issue, issueAt, missing } from '../../kernel/issue.ts';
import { formatAmount, isLess, readAmount } from '../../kernel/money.ts';
import type { BodyValue } from '../body/body-fields.ts';
import { type Currency, currencyOf } from '../body/price.ts';

// Cells of exports: numbers may be text, as every cell of a CSV file is.

const WHOLE_NUMBER = /^(?:0|[1-9]\d{0,14})$/;

/** Reads a number of units of at least 1. */
export function readUnits({ value, path }: BodyValue, issues: Issue[]): number {
  const count = typeof value === 'string' && WHOLE_NUMBER.test(value) ? Number(value) : value;
  if (Number.isSafeInteger(count) && (count as number) >= 1) return count as number;
  issues.push(issue(path, missing(value, 'malformed-count'), 'a whole number from 1', value));
  return 0;
}

/** Reads the currency of a row. */
export function readRowCurrency({ value, path }: BodyValue, issues: Issue[]): Currency {
  return currencyOf(readCurrency(value, path, issues));
}

/** Reads an amount, which may have a minus, as text with the decimals of its currency; further zeros are dropped. */
export function readSignedAmount(
  { value, path }: BodyValue,
  { code, digits }: Currency,
  issues: Issue[],
): string {
  const [sign, size] = signOf(value);
  const found: Issue[] = [];
  const minor = readAmount(withoutZeros(size), code, digits, path, found);
  for (const fault of found) {
    const { code, expected } = fault;
    issues.push(sign === '' ? issueAt(path, fault) : issue(path, code, expected, value));
  }
  return `${isLess(0, minor) ? sign : ''}${formatAmount(minor, digits)}`;
}

function signOf(value: unknown): [sign: '-' | '', size: unknown] {
  if (typeof value === 'number' && value < 0) return ['-', -value];
  if (typeof value === 'string' && value.startsWith('-')) return ['-', value.slice(1)];
  return ['', value];
}

/** `12.500000` as `12.5`: the same amount, as some exports write it. */
export function withoutZeros(value: unknown): unknown {
  return typeof value === 'string' && /^\d+\.\d{1,30}$/.test(value)
    ? value.replace(/\.?0+$/, '')
    : value;
}
