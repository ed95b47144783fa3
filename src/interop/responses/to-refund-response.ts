import { InputError, type Issue } from '../../kernel/issue.ts';
import { writtenAmount } from '../../kernel/money.ts';
import type { RefundQuote } from '../../reservations/quote/quote.ts';
import { recomputeRefund } from '../../reservations/quote/recompute-quote.ts';
import { currencyOf, type Price, toPrice } from '../body/price.ts';
import type { RefundResponse } from './refund-response.ts';
import {
  onlyGiven,
  type ResponseNames,
  readResponseNames,
  toPolicyErrors,
  toReturnedPrices,
} from './response-parts.ts';

/**
 * Writes a quote of a cancellation as the vendor's `calculateRefund` responds.
 *
 * Amounts become JSON numbers of major units. `billingCurrencyProratedAmount` is the part that is kept,
 * the price less the credit; `billingRefundAmount` is what is paid out, after fee and limit, for which the
 * shape has no fields. A refused quote has its obstacles in `policyErrors`, here one level down in
 * `policyResult.properties`: `limit-exceeded` is `RefundLimitExceeded`, `not-returnable`
 * `SelfServiceRefundNotSupported`; the vendor has no code for the others, which stand as they are. A
 * figure of `consumedRefunds` that was only assumed is left out.
 *
 * `readRefundResponse` and `readRefundFigures` read back what was written.
 *
 * @throws InputError with every issue, if a field of `quote` is not what its request and policy lead to,
 * or an amount has more digits than a JSON number holds exactly (15).
 *
 * Clauses: those of the quote; interpretations R-OVER, R-COUNTS.
 *
 * @example
 * const quote = quoteRefund({
 *   paid: '12000.00', currency: 'USD', term: 'P1Y', used: true,
 *   purchasedOn: '2025-01-01', canceledOn: '2025-07-02',
 * });
 * const { properties } = toRefundResponse(quote);
 * properties.billingInformation.billingCurrencyProratedAmount.amount; //=> 5983.56
 * properties.billingRefundAmount.amount; //=> 5294.47
 */
export function toRefundResponse(quote: RefundQuote, names?: ResponseNames): RefundResponse {
  const issues: Issue[] = [];
  const computed = recomputeRefund(quote, ['quote'], issues);
  const { reservationId, quantity, sessionId } = readResponseNames(names, issues);
  if (computed === undefined) throw new InputError(issues);

  const currency = currencyOf(computed.currency);
  const refund = writtenAmount(computed.refund, currency.digits);
  const response: RefundResponse = {
    ...onlyGiven({ id: reservationId }),
    properties: {
      ...onlyGiven({ sessionId, quantity }),
      billingRefundAmount: toPrice(refund, currency, ['quote', 'refund'], issues),
      billingInformation: {
        billingPlan: 'Upfront',
        completedTransactions: 1,
        totalTransactions: 1,
        ...toReturnedPrices(computed, currency, issues),
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
