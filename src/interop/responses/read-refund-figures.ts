import type { Issue, Parsed } from '../../kernel/issue.ts';
import { formatAmount } from '../../kernel/money.ts';
import {
  type BodyValue,
  readBodyFields,
  readOptionalBodyFields,
  wholeBody,
} from '../body/body-fields.ts';
import { isOfKind } from '../body/body-type.ts';
import { type PolicyError, readPolicyErrors } from '../body/policy-errors.ts';
import { currencyOf, readPriceIn } from '../body/price.ts';
import { isDone } from '../body/states.ts';
import { type ReturnedFigures, readReturnedFigures, returnedParts } from './returned-figures.ts';

/** Figures of the vendor's answer to a cancellation. Amounts are in `currency`. */
export interface VendorRefundFigures extends ReturnedFigures {
  readonly currency: string;
  readonly limit: VendorRefundLimit;
  /** The reasons of a refusal; empty if it is not refused. The figures are given either way. */
  readonly policyErrors: readonly PolicyError[];
}

/** The customer's limit in US dollars; `null` for an amount that the answer leaves open. */
export interface VendorRefundLimit {
  readonly currency: 'USD';
  readonly max: string | null;
  /** The part of it that earlier refunds use. */
  readonly consumedBefore: string | null;
}

/**
 * Reads what the vendor itself would refund, from what `calculateRefund` responds, or `return` before it
 * is done: figures to compare with a quote of `quoteRefund`.
 *
 * Amounts are decimal strings in the currency's major units. The vendor's numbers are read exactly, or
 * refused if a number of so many digits may have been rounded. It is a `contradiction` if the `refund` is
 * not what was paid less what is `kept`. An operation that is not done, or a body of another type, is one
 * issue.
 *
 * @returns the figures, or every issue. Never throws.
 *
 * @example
 * const price = (amount: number) => ({ amount, currencyCode: 'GBP' });
 * const parsed = readRefundFigures({
 *   properties: {
 *     billingInformation: {
 *       billingCurrencyTotalPaidAmount: price(24), billingCurrencyProratedAmount: price(3.28),
 *     },
 *     billingRefundAmount: price(20.72),
 *   },
 * });
 * if (parsed.ok) parsed.value.credit; //=> '20.72'
 */
export function readRefundFigures(response: unknown): Parsed<VendorRefundFigures> {
  const issues: Issue[] = [];
  const whole = wholeBody(response);
  if (!isOfKind(whole, 'answer', issues) || !isDone(whole, issues)) return { ok: false, issues };
  const body = readBodyFields(whole, ['properties'], issues);
  const { policyResult, ...returned } = readBodyFields(
    body.properties,
    ['policyResult', ...returnedParts],
    issues,
  );
  // Here the result of the policy has its properties one level down, in exchanges it has not.
  const { properties: result, policyErrors: above } = readOptionalBodyFields(
    policyResult,
    ['properties', 'policyErrors'],
    issues,
  );
  const { maxRefundLimit, consumedRefundsTotal, policyErrors } = readOptionalBodyFields(
    result,
    ['maxRefundLimit', 'consumedRefundsTotal', 'policyErrors'],
    issues,
  );
  const { currency, figures } = readReturnedFigures(returned, undefined, issues);
  const value: VendorRefundFigures = {
    currency: currency.code,
    ...figures,
    limit: {
      currency: 'USD',
      max: readDollars(maxRefundLimit, issues),
      consumedBefore: readDollars(consumedRefundsTotal, issues),
    },
    // No refusal is passed over that stands where the other answer has it.
    policyErrors: [policyErrors, above].flatMap((errors) => readPolicyErrors(errors, issues)),
  };
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value };
}

function readDollars(price: BodyValue, issues: Issue[]): string | null {
  if (price.value === undefined) return null;
  return formatAmount(readPriceIn(price, currencyOf('USD'), issues), 2);
}
