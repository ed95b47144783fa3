import { type Issue, issue, missing, type Parsed } from '../../kernel/issue.ts';
import type { RefundRequest, RefundRequestInput } from '../../reservations/facts/request.ts';
import {
  type BodyFields,
  type BodyValue,
  readBodyFields,
  readOptionalBodyFields,
  wholeBody,
} from '../body/body-fields.ts';
import { isOfKind } from '../body/body-type.ts';
import { readPrice } from '../body/price.ts';
import { isDone } from '../body/states.ts';
import { completed, finish, KNOWN, type Known, knows, readKnown } from './known-facts.ts';
import { billingNames, readReturnedPayment } from './returned-payment.ts';
import { readRefund } from './rule-facts.ts';

/**
 * Reads the facts of a cancellation from the response of Microsoft's `calculateRefund`, or of `return`
 * before it is done. `readRefundFigures` reads the amounts that Microsoft would refund.
 *
 * Pass the facts that no response contains as `known`: `term`, `purchasedOn`, `canceledOn`, `used`, and for
 * other currencies than USD `usdRate`. In addition:
 *
 * - `Upfront`: `quantity`, the units that were paid for. The price in the answer is that of the whole
 *   order, also of units that stay or were returned before; `quantityToReturn` is the answer's `quantity`.
 * - `Monthly`: nothing, if the remaining commitment is a number of equal payments: `instalment` is one
 *   of them, for the returned units alone (`quantity`), or for all units if `known.quantity` states them.
 *   Otherwise `instalment`, for the returned units or for `known.quantity` of them.
 *
 * In another currency than USD, `pricingRefund` is the amount in USD that the answer states.
 *
 * @returns the canonical request, which `quoteRefund` takes, or every issue: below `known` for a fact
 * that the caller must add. An operation that is not done, or a body of another type, is one issue.
 * Never throws.
 *
 * Clauses: the facts that RES-1 to RES-8 and PAY-1 to PAY-6 need; interpretations R-DAYS, R-FX, R-ORDER,
 * R-PRICING.
 *
 * @example
 * const price = (amount: number) => ({ amount, currencyCode: 'USD' });
 * const response = {
 *   properties: {
 *     quantity: 1,
 *     billingInformation: {
 *       billingPlan: 'Upfront', billingCurrencyTotalPaidAmount: price(93),
 *       billingCurrencyRemainingCommitmentAmount: price(0),
 *     },
 *   },
 * };
 * const parsed = readRefundResponse(response, {
 *   term: 'P1Y', purchasedOn: '2025-01-01', canceledOn: '2025-01-07', used: false,
 * });
 * if (!parsed.ok) parsed.issues[0]?.message;
 * //=> 'known.quantity: expected how many units were paid for, got nothing'
 */
export function readRefundResponse(
  response: unknown,
  known?: Known<RefundRequestInput>,
): Parsed<RefundRequest> {
  const issues: Issue[] = [];
  const whole = wholeBody(response);
  if (!isOfKind(whole, 'answer', issues) || !isDone(whole, issues)) return { ok: false, issues };
  const { properties } = readBodyFields(whole, ['properties'], issues);
  const { billingInformation, policyResult, ...returned } = readBodyFields(
    properties,
    ['billingInformation', 'policyResult', 'pricingRefundAmount', 'quantity'],
    issues,
  );
  const billing = readBodyFields(billingInformation, billingNames, issues);
  const given = readKnown(known, issues);
  const stated = {
    ...readReturnedPayment({ quantity: returned.quantity, billing }, given, KNOWN, issues),
    pricingRefund: readPricing(returned.pricingRefundAmount, billing, issues),
    consumedRefunds: knows(known, 'consumedRefunds')
      ? undefined
      : readConsumed(policyResult, issues),
  };
  return finish(completed(stated, given, KNOWN), issues, readRefund);
}

/** R-PRICING: in USD, what is refunded is what is counted. */
function readPricing(
  price: BodyValue,
  { billingCurrencyTotalPaidAmount: paid }: BodyFields<'billingCurrencyTotalPaidAmount'>,
  issues: Issue[],
): BodyValue | undefined {
  const { currencyCode } = readPrice(paid, []);
  if (price.value === undefined || currencyCode.value === 'USD') return undefined;
  return readDollars(price, issues);
}

/** Here the result of the policy has its properties one level down. */
function readConsumed(policyResult: BodyValue, issues: Issue[]): BodyValue {
  const { properties } = readOptionalBodyFields(policyResult, ['properties'], issues);
  const { consumedRefundsTotal } = readOptionalBodyFields(
    properties,
    ['consumedRefundsTotal'],
    issues,
  );
  return readDollars(consumedRefundsTotal, issues);
}

/** An amount that the limit counts. */
function readDollars(price: BodyValue, issues: Issue[]): BodyValue {
  const { amount, currencyCode } = readPrice(price, issues);
  if (amount.value !== undefined && currencyCode.value !== 'USD') {
    const expected = 'USD, the currency of the limit';
    const code = missing(currencyCode.value, 'other-currency');
    issues.push(issue(currencyCode.path, code, expected, currencyCode.value));
  }
  return amount;
}
