import { groupThousands } from '../../amounts/group-thousands.ts';
import { currencyDigits } from '../../kernel/currencies.ts';
import { formatAmount, minus, writtenAmount } from '../../kernel/money.ts';
import { percentOf } from '../../kernel/percent.ts';

// How figures are written. The thousands are parted by hand, since not every host has Intl.

/** An amount with its currency: `12,000.00 USD`. */
export function moneyText(amount: string, currency: string): string {
  return `${groupThousands(amount)} ${currency}`;
}

/** Formats the difference of two amounts with its sign: `+1,613.59`. */
export function differenceText(amount: string, than: string, currency: string): string {
  const digits = currencyDigits(currency) as number;
  const [a, b] = [writtenAmount(amount, digits), writtenAmount(than, digits)];
  return signedText(formatAmount(minus(a, b), digits));
}

/** Formats an amount with its sign: `+1,613.59`. */
export function signedText(difference: string): string {
  return difference.startsWith('-')
    ? `−${groupThousands(difference.slice(1))}`
    : `+${groupThousands(difference)}`;
}

/** A share as per cent: `0.12` is `12 %`. */
export function percentText(share: string): string {
  return `${groupThousands(percentOf(share))} %`;
}

/** A whole number of things. */
export function countText(count: number): string {
  return groupThousands(String(count));
}

/** An instant as people read it: `2025-03-15 10:00:00 UTC`, with what there is of a second. */
export function instantText(instant: string): string {
  return `${instant
    .slice(0, -1)
    .replace('T', ' ')
    .replace(/\.000$/, '')} UTC`;
}

/** Returns a sum and its result as an equation; the result alone if it is the whole sum. */
export function equationText(sum: string, result: string): string {
  return sum === result ? result : `${sum} = ${result}`;
}
