import { mostCurrencyDigits } from '../kernel/currencies.ts';
import { InputError, type Issue } from '../kernel/issue.ts';
import { type AmountInput, isLess } from '../kernel/money.ts';
import { UNREADABLE_TEXT } from '../kernel/read.ts';
import { readSignedAmount } from './read-signed-amount.ts';

/**
 * Compares two amounts of one currency exactly: -1 if the first is smaller, 1 if it is larger, 0 if they
 * are equal, however many decimals each is written with. `amounts.sort(compareAmounts)` sorts from the
 * smallest.
 *
 * @throws InputError if either is malformed, or has more than 4 decimals, the most that a currency has.
 *
 * @example
 * compareAmounts('9.99', '10.00'); //=> -1
 * compareAmounts('10', '10.00'); //=> 0
 * ['10.00', '-1.00', '9.99'].sort(compareAmounts); //=> ['-1.00', '9.99', '10.00']
 */
export function compareAmounts(first: AmountInput, second: AmountInput): -1 | 0 | 1 {
  const issues: Issue[] = [];
  const a = readSignedAmount(first, UNREADABLE_TEXT, mostCurrencyDigits, ['first'], issues);
  const b = readSignedAmount(second, UNREADABLE_TEXT, mostCurrencyDigits, ['second'], issues);
  if (issues.length > 0) throw new InputError(issues);
  if (isLess(a, b)) return -1;
  return isLess(b, a) ? 1 : 0;
}
