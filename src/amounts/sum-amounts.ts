import type { CurrencyCode } from '../kernel/currencies.ts';
import { InputError, type Issue } from '../kernel/issue.ts';
import { type AmountInput, formatAmount, plus, type Whole } from '../kernel/money.ts';
import { readIterable } from '../kernel/read.ts';
import { readDigits, readSignedAmount } from './read-signed-amount.ts';

/**
 * Returns the exact sum of amounts of one currency, with the currency's decimals. Amounts may be
 * negative; the sum of none is zero.
 *
 * @param amounts - Amounts in major units, of at most 40 whole digits, so that sums can be summed too.
 * @param currency - The ISO 4217 code of their currency.
 * @throws InputError if the currency is unknown, or an amount is malformed or has more decimals than
 * the currency. It lists every such amount with its position.
 *
 * @example
 * sumAmounts(['0.10', '0.20', '-5'], 'USD'); //=> '-4.70'
 * sumAmounts(['1200', '1300'], 'KRW'); //=> '2500'
 * sumAmounts([], 'EUR'); //=> '0.00'
 */
export function sumAmounts(amounts: Iterable<AmountInput>, currency: CurrencyCode): string {
  const issues: Issue[] = [];
  const digits = readDigits(currency, ['currency'], issues);
  if (digits === undefined) throw new InputError(issues);
  let sum: Whole = 0;
  let position = 0;
  for (const amount of readIterable(amounts, ['amounts'], issues)) {
    sum = plus(sum, readSignedAmount(amount, currency, digits, ['amounts', position], issues));
    position += 1;
  }
  if (issues.length > 0) throw new InputError(issues);
  return formatAmount(sum, digits);
}
