import { InputError, type Issue } from '../../kernel/issue.ts';
import { minus } from '../../kernel/money.ts';
import type { ExchangeQuote } from '../../reservations/quote/exchange-quote.ts';
import { readSaid } from '../body/body-fields.ts';
import { toPrice } from '../body/price.ts';
import type { ExchangeResponse } from './exchange-response.ts';
import {
  onlyGiven,
  type ResponseNames,
  readQuoteAmount,
  readReturn,
  toPolicyErrors,
  toReturnedPrices,
} from './response-parts.ts';

/**
 * Converts an exchange quote to a response of Microsoft's `calculateExchange`.
 *
 * Amounts become JSON numbers of major units. `billingCurrencyProratedAmount` is the part that is kept,
 * the price less the credit; `netPayable` is `purchasesTotal − refundsTotal`, also where the exchange is
 * refused. Its obstacles stand in `policyErrors`, here right in `policyResult`, as for
 * `toRefundResponse`.
 *
 * `readExchangeResponse` and `readExchangeFigures` read back what was written.
 *
 * @throws InputError with every issue, if `quote` is none, or an amount has more digits than a JSON
 * number holds exactly (15).
 *
 * Clauses: those of the quote; interpretation R-SWAP.
 *
 * @example
 * const quote = quoteExchange({
 *   paid: '12000.00', currency: 'USD', term: 'P1Y', newPrice: '15000.00',
 *   purchasedOn: '2025-01-01', exchangedOn: '2025-07-02',
 * });
 * const { properties } = toExchangeResponse(quote);
 * properties.refundsTotal.amount; //=> 6016.44
 * properties.netPayable.amount; //=> 8983.56
 */
export function toExchangeResponse(quote: ExchangeQuote, names?: ResponseNames): ExchangeResponse {
  const issues: Issue[] = [];
  const fields = readSaid({ value: quote, path: ['quote'] }, quoteFields, issues);
  const { given, currency, paid, credit } = readReturn(fields, names, issues);
  const { reservationId, quantity, sessionId } = given;
  const newPrice = readQuoteAmount(fields.newPrice, currency, issues);
  const net = minus(newPrice, credit);
  const purchasesTotal = toPrice(newPrice, currency, fields.newPrice.path, issues);
  const refundsTotal = toPrice(credit, currency, fields.credit.path, issues);
  const response: ExchangeResponse = {
    status: 'Succeeded',
    properties: {
      ...onlyGiven({ sessionId }),
      netPayable: toPrice(net, currency, fields.newPrice.path, issues),
      refundsTotal,
      purchasesTotal,
      reservationsToExchange: [
        {
          ...onlyGiven({ reservationId, quantity }),
          billingRefundAmount: { ...refundsTotal },
          billingInformation: toReturnedPrices(paid, credit, currency, issues),
        },
      ],
      reservationsToPurchase: [{ billingCurrencyTotal: { ...purchasesTotal } }],
      policyResult: { policyErrors: toPolicyErrors(fields, issues) },
    },
  };
  if (issues.length > 0) throw new InputError(issues);
  return response;
}

const quoteFields = ['currency', 'paid', 'credit', 'newPrice', 'allowed', 'obstacles'] as const;
