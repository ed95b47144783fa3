import type { CurrencyCode } from '../kernel/currencies.ts';
import { InputError, type Issue } from '../kernel/issue.ts';
import { type AmountInput, formatAmount } from '../kernel/money.ts';
import { groupThousands } from './group-thousands.ts';
import { readDigits, readSignedAmount } from './read-signed-amount.ts';

/**
 * Formats an amount for people as the explanations do: thousands parted by commas, the currency's
 * decimals, then its code. The form is the same in every language and on every host.
 *
 * @throws InputError if the currency is unknown, or the amount is malformed or has more decimals than
 * the currency: nothing is rounded.
 *
 * @example
 * formatMoney('12000', 'USD'); //=> '12,000.00 USD'
 * formatMoney('-1250000', 'KRW'); //=> '-1,250,000 KRW'
 */
export function formatMoney(amount: AmountInput, currency: CurrencyCode): string {
  const issues: Issue[] = [];
  const digits = readDigits(currency, ['currency'], issues);
  if (digits === undefined) throw new InputError(issues);
  const minor = readSignedAmount(amount, currency, digits, ['amount'], issues);
  if (issues.length > 0) throw new InputError(issues);
  return `${groupThousands(formatAmount(minor, digits))} ${currency}`;
}
