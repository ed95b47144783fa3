import { InputError, type Issue } from '../../kernel/issue.ts';
import { minus, writtenAmount } from '../../kernel/money.ts';
import type { ExchangeQuote } from '../../reservations/quote/exchange-quote.ts';
import { recomputeExchange } from '../../reservations/quote/recompute-quote.ts';
import { currencyOf, toPrice } from '../body/price.ts';
import type { ExchangeResponse } from './exchange-response.ts';
import {
  onlyGiven,
  type ResponseNames,
  readResponseNames,
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
 * @throws InputError with every issue, if a field of `quote` is not what its request and policy lead to,
 * or an amount has more digits than a JSON number holds exactly (15).
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
  const computed = recomputeExchange(quote, ['quote'], issues);
  const { reservationId, quantity, sessionId } = readResponseNames(names, issues);
  if (computed === undefined) throw new InputError(issues);

  const currency = currencyOf(computed.currency);
  const newPrice = writtenAmount(computed.newPrice, currency.digits);
  const credit = writtenAmount(computed.credit, currency.digits);
  const purchasesTotal = toPrice(newPrice, currency, ['quote', 'newPrice'], issues);
  const refundsTotal = toPrice(credit, currency, ['quote', 'credit'], issues);
  const response: ExchangeResponse = {
    status: 'Succeeded',
    properties: {
      ...onlyGiven({ sessionId }),
      netPayable: toPrice(minus(newPrice, credit), currency, ['quote', 'newPrice'], issues),
      refundsTotal,
      purchasesTotal,
      reservationsToExchange: [
        {
          ...onlyGiven({ reservationId, quantity }),
          billingRefundAmount: { ...refundsTotal },
          billingInformation: toReturnedPrices(computed, currency, issues),
        },
      ],
      reservationsToPurchase: [{ billingCurrencyTotal: { ...purchasesTotal } }],
      policyResult: { policyErrors: toPolicyErrors(computed) },
    },
  };
  if (issues.length > 0) throw new InputError(issues);
  return response;
}
