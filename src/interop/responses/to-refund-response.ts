import { InputError, type Issue } from '../../kernel/issue.ts';
import { writtenAmount } from '../../kernel/money.ts';
import { onlyGiven } from '../../kernel/read.ts';
import { paymentsOf } from '../../reservations/facts/term.ts';
import type { RefundQuote } from '../../reservations/quote/quote.ts';
import { recomputeRefund } from '../../reservations/quote/recompute-quote.ts';
import { currencyOf, type Price, toPrice } from '../body/price.ts';
import type { RefundResponse } from './refund-response.ts';
import {
  type ResponseNames,
  readNames,
  toPolicyErrors,
  toReturnedPrices,
} from './response-parts.ts';

/**
 * Writes a quote of a cancellation as the vendor's `calculateRefund` responds.
 *
 * Amounts become JSON numbers of major units. `billingRefundAmount` is what is paid out, after fee and
 * limit, for which the shape has no fields; `billingCurrencyProratedAmount` is all that was paid less that.
 * `quantity`, the billing plan, its payments and the remaining commitment are those of the quote. A refused quote has its obstacles in `policyErrors`, here one level down in
 * `policyResult.properties`: `limit-exceeded` is `RefundLimitExceeded`, `not-returnable`
 * `SelfServiceRefundNotSupported`; the vendor has no code for the others, which stand as they are. A
 * figure of `consumedRefunds` that was only assumed is left out.
 *
 * `readRefundResponse` and `readRefundFigures` read back what was written.
 *
 * @throws InputError with every issue, if a field of `quote` is not what its request and policy lead to,
 * or an amount has more digits than a JSON number holds exactly (15).
 *
 * Clauses: those of the quote; interpretations R-OVER, R-COUNTS, R-ORDER, R-PRICING.
 *
 * @example
 * const quote = quoteRefund({
 *   paid: '12000.00', currency: 'USD', term: 'P1Y', used: true,
 *   purchasedOn: '2025-01-01', canceledOn: '2025-07-02',
 * });
 * const { properties } = toRefundResponse(quote);
 * properties.billingInformation.billingCurrencyProratedAmount.amount; //=> 6705.53
 * properties.billingRefundAmount.amount; //=> 5294.47
 */
export function toRefundResponse(quote: RefundQuote, names?: ResponseNames): RefundResponse {
  const issues: Issue[] = [];
  const computed = recomputeRefund(quote, ['quote'], issues);
  const { reservationIds, sessionId } = readNames(names, 1, issues);
  if (computed === undefined) throw new InputError(issues);

  const { billingPlan, paid, refund, remainingCommitment, request } = computed;
  const currency = currencyOf(computed.currency);
  const paidOut = writtenAmount(refund, currency.digits);
  const response: RefundResponse = {
    ...onlyGiven({ id: reservationIds[0] }),
    properties: {
      ...onlyGiven({ sessionId, pricingRefundAmount: toPricing(request.pricingRefund, issues) }),
      quantity: computed.quantityToReturn,
      billingRefundAmount: toPrice(paidOut, currency, ['quote', 'refund'], issues),
      billingInformation: {
        billingPlan,
        completedTransactions: computed.completedTransactions ?? 1,
        totalTransactions: billingPlan === 'Monthly' ? paymentsOf(request.term) : 1,
        ...toReturnedPrices(paid, refund, remainingCommitment, currency, issues),
      },
      policyResult: {
        properties: { ...toLimit(computed, issues), policyErrors: toPolicyErrors(computed) },
      },
    },
  };
  if (issues.length > 0) throw new InputError(issues);
  return response;
}

/** Nothing if the limit had no part in the answer. */
function toLimit(
  { limit, assumed }: RefundQuote,
  issues: Issue[],
): { consumedRefundsTotal?: Price; maxRefundLimit?: Price } {
  if (limit === null) return {};
  const toDollars = (name: 'max' | 'consumedBefore'): Price =>
    toPrice(writtenAmount(limit[name], 2), currencyOf('USD'), ['quote', 'limit', name], issues);
  return {
    ...(assumed.includes('consumedRefunds')
      ? {}
      : { consumedRefundsTotal: toDollars('consumedBefore') }),
    maxRefundLimit: toDollars('max'),
  };
}

/** R-PRICING: what the limit counts, if the facts state it. */
function toPricing(pricingRefund: string | undefined, issues: Issue[]): Price | undefined {
  if (pricingRefund === undefined) return undefined;
  const path = ['quote', 'request', 'pricingRefund'];
  return toPrice(writtenAmount(pricingRefund, 2), currencyOf('USD'), path, issues);
}
