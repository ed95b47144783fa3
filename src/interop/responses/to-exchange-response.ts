import { InputError, type Issue } from '../../kernel/issue.ts';
import { minus, type Whole, writtenAmount } from '../../kernel/money.ts';
import { onlyGiven } from '../../kernel/read.ts';
import type { ExchangeQuote } from '../../reservations/quote/exchange-quote.ts';
import { recomputeExchange } from '../../reservations/quote/recompute-quote.ts';
import { currencyOf, type Price, toPrice } from '../body/price.ts';
import type { ExchangeResponse } from './exchange-response.ts';
import {
  type ResponseNames,
  readNames,
  toPolicyErrors,
  toReturnedPrices,
} from './response-parts.ts';

/**
 * Converts an exchange quote to a response of Microsoft's `calculateExchange`.
 *
 * Amounts become JSON numbers of major units. Each returned reservation has its `quantity`, its credit
 * (`billingRefundAmount`), all that was paid less that credit (`billingCurrencyProratedAmount`), and its
 * remaining commitment; as in the service's responses, not its billing plan. `netPayable` is
 * `purchasesTotal − refundsTotal`, also if the exchange is refused. Its obstacles are in `policyErrors`, here
 * directly in `policyResult`, as for `toRefundResponse`.
 *
 * `readExchangeResponse` and `readExchangeFigures` read back what was written.
 *
 * @throws InputError with every issue, if a field of `quote` is not what its request and policy lead to,
 * or an amount has more digits than a JSON number holds exactly (15).
 *
 * Clauses: those of the quote; interpretations R-SWAP, R-ORDER.
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
  const { reservationIds, sessionId } = readNames(names, computed?.returned.length ?? 1, issues);
  if (computed === undefined) throw new InputError(issues);

  const currency = currencyOf(computed.currency);
  const read = (amount: string): Whole => writtenAmount(amount, currency.digits);
  const write = (amount: Whole, ...path: Issue['path']): Price =>
    toPrice(amount, currency, ['quote', ...path], issues);
  const [refunds, purchases] = [read(computed.refundsTotal), read(computed.purchasesTotal)];
  const response: ExchangeResponse = {
    status: 'Succeeded',
    properties: {
      ...onlyGiven({ sessionId }),
      netPayable: write(minus(purchases, refunds), 'purchasesTotal'),
      refundsTotal: write(refunds, 'refundsTotal'),
      purchasesTotal: write(purchases, 'purchasesTotal'),
      reservationsToExchange: computed.returned.map((one, position) => ({
        ...onlyGiven({ reservationId: reservationIds[position] }),
        quantity: one.quantityToReturn,
        billingRefundAmount: write(read(one.credit), 'returned', position, 'credit'),
        billingInformation: toReturnedPrices(
          one.paid,
          one.credit,
          one.remainingCommitment,
          currency,
          issues,
        ),
      })),
      reservationsToPurchase: computed.purchases.map(({ total }, position) => ({
        billingCurrencyTotal: write(read(total), 'purchases', position, 'total'),
      })),
      policyResult: { policyErrors: toPolicyErrors(computed) },
    },
  };
  if (issues.length > 0) throw new InputError(issues);
  return response;
}
