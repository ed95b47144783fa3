import { type Issue, issue } from '../../kernel/issue.ts';
import { formatAmount, isLess, minus } from '../../kernel/money.ts';
import { readSaid, type SaidFields } from '../body/body-fields.ts';
import { type Currency, readCurrencyOf, readPriceIn } from '../body/price.ts';

/** Microsoft's figures of a returned reservation. Amounts in the body's currency. */
export interface ReturnedFigures {
  /** The price paid. */
  readonly paid: string;
  /** The part that Microsoft keeps: its `billingCurrencyProratedAmount`. */
  readonly kept: string;
  /** The remainder: `paid − kept`. */
  readonly credit: string;
  /** The refund, or the credit toward a purchase: Microsoft's `billingRefundAmount`. */
  readonly refund: string;
}

/** Where a body has the figures of a returned reservation. */
export const returnedParts: readonly ['billingInformation', 'billingRefundAmount'] = [
  'billingInformation',
  'billingRefundAmount',
];

/** Reads the figures of a returned reservation, in the currency of its body or its own. */
export function readReturnedFigures(
  { billingInformation, billingRefundAmount }: SaidFields<(typeof returnedParts)[number]>,
  ofBody: Currency | undefined,
  issues: Issue[],
): { readonly currency: Currency; readonly figures: ReturnedFigures } {
  const { billingCurrencyTotalPaidAmount: total, billingCurrencyProratedAmount: prorated } =
    readSaid(
      billingInformation,
      ['billingCurrencyTotalPaidAmount', 'billingCurrencyProratedAmount'],
      issues,
    );
  const before = issues.length;
  const currency = ofBody ?? readCurrencyOf(total, issues);
  const paid = readPriceIn(total, currency, issues);
  const kept = readPriceIn(prorated, currency, issues);
  const refund = readPriceIn(billingRefundAmount, currency, issues);
  const write = (amount: typeof paid): string => formatAmount(amount, currency.digits);
  if (issues.length === before && isLess(paid, kept)) {
    const expected = `at most the amount paid, ${write(paid)}`;
    issues.push(issue([...prorated.path, 'amount'], 'contradiction', expected, write(kept)));
  }
  const credit = minus(paid, kept);
  return {
    currency,
    figures: { paid: write(paid), kept: write(kept), credit: write(credit), refund: write(refund) },
  };
}
