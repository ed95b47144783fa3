import { type Issue, issue } from '../../kernel/issue.ts';
import { formatAmount, isLess, minus, type Whole } from '../../kernel/money.ts';
import { readCount, readOptional, readText } from '../../kernel/read.ts';
import { type BodyFields, type BodyValue, readBodyFields } from '../body/body-fields.ts';
import {
  type Currency,
  currencyOf,
  isSame,
  readCurrencyOf,
  readPriceIn,
  readStatedPrice,
} from '../body/price.ts';

/**
 * The vendor's figures of a returned reservation. Amounts are in the body's currency; a figure that the
 * body does not state is `null`.
 */
export interface ReturnedFigures {
  /** The units that are returned. */
  readonly quantity: number | null;
  /** `Upfront` or `Monthly`, in the vendor's words. */
  readonly billingPlan: string | null;
  /** The payments that were made. */
  readonly completed: number | null;
  /** The payments of the term. */
  readonly total: number | null;
  /** All that was ever paid on the order, also for units that stay or were returned before. */
  readonly paid: string;
  /** The part of the payment that is kept, also for units that stay: its `billingCurrencyProratedAmount`. */
  readonly kept: string;
  /** The refunded part: `paid − kept`, which is the `refund`. */
  readonly credit: string;
  /** The refund, or the credit toward a purchase: Microsoft's `billingRefundAmount`. */
  readonly refund: string;
  /** The payments that are cancelled: never paid, so not refunded (PAY-3). */
  readonly remainingCommitment: string | null;
  /** In USD: what the vendor counts against the limit (R-PRICING). */
  readonly pricingRefund: string | null;
}

/** The places where a body states the figures of a returned reservation. */
export const returnedParts: readonly [
  'billingInformation',
  'billingRefundAmount',
  'pricingRefundAmount',
  'quantity',
] = ['billingInformation', 'billingRefundAmount', 'pricingRefundAmount', 'quantity'];

const billingParts = [
  'billingPlan',
  'completedTransactions',
  'totalTransactions',
  'billingCurrencyTotalPaidAmount',
  'billingCurrencyProratedAmount',
  'billingCurrencyRemainingCommitmentAmount',
] as const;

interface Returned {
  readonly currency: Currency;
  readonly figures: ReturnedFigures;
  /** The refund and the remaining commitment, in minor units. */
  readonly parts: readonly Whole[];
}

/** Reads the figures of a reservation that is returned, in the currency of its body or its own. */
export function readReturnedFigures(
  stated: BodyFields<(typeof returnedParts)[number]>,
  ofBody: Currency | undefined,
  issues: Issue[],
): Returned {
  const billing = readBodyFields(stated.billingInformation, billingParts, issues);
  const { billingCurrencyTotalPaidAmount: total, billingCurrencyProratedAmount: prorated } =
    billing;
  const before = issues.length;
  const currency = ofBody ?? readCurrencyOf(total, issues);
  const paid = readPriceIn(total, currency, issues);
  const kept = readPriceIn(prorated, currency, issues);
  const refund = readPriceIn(stated.billingRefundAmount, currency, issues);
  const open = readStatedPrice(billing.billingCurrencyRemainingCommitmentAmount, currency, issues);
  const pricing = readStatedPrice(stated.pricingRefundAmount, currencyOf('USD'), issues);
  const write = (amount: Whole): string => formatAmount(amount, currency.digits);
  const contradict = (at: BodyValue, expected: string, amount: Whole): void => {
    issues.push(issue([...at.path, 'amount'], 'contradiction', expected, write(amount)));
  };
  const credit = minus(paid, kept);
  if (issues.length === before) {
    if (isLess(paid, kept)) contradict(prorated, `at most the amount paid, ${write(paid)}`, kept);
    else if (!isSame(refund, credit)) {
      const expected = `what was paid and is not kept, ${write(credit)}`;
      contradict(stated.billingRefundAmount, expected, refund);
    }
  }
  return {
    currency,
    figures: {
      quantity: readCountOf(stated.quantity, issues),
      billingPlan:
        readOptional(billing.billingPlan.value, billing.billingPlan.path, issues, readText) ?? null,
      completed: readCountOf(billing.completedTransactions, issues),
      total: readCountOf(billing.totalTransactions, issues),
      paid: write(paid),
      kept: write(kept),
      credit: write(credit),
      refund: write(refund),
      remainingCommitment: open === undefined ? null : write(open),
      pricingRefund: pricing === undefined ? null : formatAmount(pricing, 2),
    },
    parts: [refund, open ?? 0],
  };
}

function readCountOf({ value, path }: BodyValue, issues: Issue[]): number | null {
  return readOptional(value, path, issues, readCount) ?? null;
}
