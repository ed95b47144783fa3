import { type Issue, issue, missing, type Parsed } from '../../kernel/issue.ts';
import type { RefundRequest, RefundRequestInput } from '../../reservations/quote/request.ts';
import { readSaid, readSaidOptional, type Said, wholeBody } from '../body/body-fields.ts';
import { readPrice } from '../body/price.ts';
import { complete, type Known, knows } from './known-facts.ts';
import { readRefund } from './rule-facts.ts';

/**
 * Reads the facts of a cancellation from the response of Microsoft's `calculateRefund`, or of `return`
 * before it is done. It contains `paid`, `currency`, `billingPlan` and `consumedRefunds`; pass the rest
 * as `known`: `term`, `purchasedOn`, `canceledOn`, `used`, and `usdRate` for currencies other than USD.
 * `readRefundFigures` reads the amounts that Microsoft would refund.
 *
 * @returns the canonical request, which `quoteRefund` takes, or every issue: below `known` for a fact
 * that is missing. Never throws.
 *
 * Clauses: the facts that RES-1 to RES-8 need; interpretations R-DAYS, R-FX.
 *
 * @example
 * const response = {
 *   properties: {
 *     billingInformation: {
 *       billingPlan: 'Upfront',
 *       billingCurrencyTotalPaidAmount: { amount: 12000, currencyCode: 'USD' },
 *     },
 *   },
 * };
 * const parsed = readRefundResponse(response, {
 *   term: 'P1Y', purchasedOn: '2025-01-01', canceledOn: '2025-01-07',
 * });
 * if (!parsed.ok) parsed.issues[0]?.message;
 * //=> 'known.used: expected true or false, got nothing'
 */
export function readRefundResponse(
  response: unknown,
  known?: Known<RefundRequestInput>,
): Parsed<RefundRequest> {
  const issues: Issue[] = [];
  const { properties } = readSaid(wholeBody(response), ['properties'], issues);
  const { billingInformation, policyResult } = readSaid(
    properties,
    ['billingInformation', 'policyResult'],
    issues,
  );
  const billing = readSaid(
    billingInformation,
    ['billingPlan', 'billingCurrencyTotalPaidAmount'],
    issues,
  );
  const paid = readPrice(billing.billingCurrencyTotalPaidAmount, issues);
  const said = {
    paid: paid.amount,
    currency: paid.currencyCode,
    billingPlan: billing.billingPlan,
    consumedRefunds: knows(known, 'consumedRefunds')
      ? undefined
      : readConsumed(policyResult, issues),
  };
  return complete(said, known, issues, readRefund);
}

/** Here the result of the policy has its properties one level down. */
function readConsumed(policyResult: Said, issues: Issue[]): Said {
  const { properties } = readSaidOptional(policyResult, ['properties'], issues);
  const { consumedRefundsTotal } = readSaidOptional(properties, ['consumedRefundsTotal'], issues);
  const { amount, currencyCode } = readPrice(consumedRefundsTotal, issues);
  if (amount.value !== undefined && currencyCode.value !== 'USD') {
    const expected = 'USD, the currency of the limit';
    const code = missing(currencyCode.value, 'other-currency');
    issues.push(issue(currencyCode.path, code, expected, currencyCode.value));
  }
  return amount;
}
