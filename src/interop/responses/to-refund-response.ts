import { InputError, type Issue } from '../../kernel/issue.ts';
import { readSum } from '../../kernel/money.ts';
import type { RefundQuote } from '../../reservations/quote/quote.ts';
import { readElements, readSaid, type Said } from '../body/body-fields.ts';
import { currencyOf, type Price, toPrice } from '../body/price.ts';
import type { RefundResponse } from './refund-response.ts';
import {
  onlyGiven,
  type ResponseNames,
  readQuoteAmount,
  readReturn,
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
 * @throws InputError with every issue, if `quote` is none, or an amount has more digits than a JSON
 * number holds exactly (15).
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
  const fields = readSaid({ value: quote, path: ['quote'] }, quoteFields, issues);
  const { given, currency, paid, credit } = readReturn(fields, names, issues);
  const { reservationId, quantity, sessionId } = given;
  const refund = readQuoteAmount(fields.refund, currency, issues);
  const response: RefundResponse = {
    ...onlyGiven({ id: reservationId }),
    properties: {
      ...onlyGiven({ sessionId, quantity }),
      billingRefundAmount: toPrice(refund, currency, fields.refund.path, issues),
      billingInformation: {
        billingPlan: 'Upfront',
        completedTransactions: 1,
        totalTransactions: 1,
        ...toReturnedPrices(paid, credit, currency, issues),
      },
      policyResult: {
        properties: {
          ...toLimit(fields.limit, fields.assumed, issues),
          policyErrors: toPolicyErrors(fields, issues),
        },
      },
    },
  };
  if (issues.length > 0) throw new InputError(issues);
  return response;
}

const quoteFields = [
  'currency',
  'paid',
  'credit',
  'refund',
  'limit',
  'assumed',
  'allowed',
  'obstacles',
] as const;

/** Nothing where the limit had no part in the answer. */
function toLimit(
  limit: Said,
  assumed: Said,
  issues: Issue[],
): { consumedRefundsTotal?: Price; maxRefundLimit?: Price } {
  if (limit.value === undefined) return {};
  const { max, consumedBefore } = readSaid(limit, ['max', 'consumedBefore'], issues);
  const isAssumed = readElements(assumed, issues).some(({ value }) => value === 'consumedRefunds');
  return {
    ...(isAssumed ? {} : { consumedRefundsTotal: toDollars(consumedBefore, issues) }),
    maxRefundLimit: toDollars(max, issues),
  };
}

function toDollars({ value, path }: Said, issues: Issue[]): Price {
  return toPrice(readSum(value, path, issues), currencyOf('USD'), path, issues);
}
