import { type Issue, issue, type Parsed } from '../../kernel/issue.ts';
import type { ExchangeRequest, ExchangeRequestInput } from '../../reservations/quote/request.ts';
import {
  readElements,
  readOnly,
  readSaid,
  type Said,
  type SaidFields,
  wholeBody,
} from '../body/body-fields.ts';
import { readPrice } from '../body/price.ts';
import { complete, type Known, knows } from './known-facts.ts';
import { readExchange } from './rule-facts.ts';

/**
 * Reads the facts of an exchange from the response of Microsoft's `calculateExchange` or `exchange`. It
 * contains `paid`, `currency`, `newPrice` and `newCurrency`; pass the rest as `known`: `term`,
 * `purchasedOn`, `exchangedOn`. `readExchangeFigures` reads the amounts that Microsoft would credit.
 *
 * The response must return exactly one reservation, because each has its own term. One that buys a
 * savings plan is an issue, because that is not a reservation.
 *
 * @returns the canonical request, which `quoteExchange` takes, or every issue: below `known` for a fact
 * that is missing. Never throws.
 *
 * Clauses: the facts that RES-9 needs; interpretations R-DAYS, R-SWAP.
 *
 * @example
 * const price = (amount: number) => ({ amount, currencyCode: 'USD' });
 * const response = {
 *   properties: {
 *     purchasesTotal: price(15000),
 *     reservationsToExchange: [
 *       { billingInformation: { billingCurrencyTotalPaidAmount: price(12000) } },
 *     ],
 *   },
 * };
 * readExchangeResponse(response, {
 *   term: 'P1Y', purchasedOn: '2025-01-01', exchangedOn: '2025-07-02',
 * });
 * //=> { ok: true, value: { paid: '12000.00', …, newPrice: '15000.00', newCurrency: 'USD' } }
 */
export function readExchangeResponse(
  response: unknown,
  known?: Known<ExchangeRequestInput>,
): Parsed<ExchangeRequest> {
  const issues: Issue[] = [];
  const body = readSaid(wholeBody(response), ['properties'], issues);
  const properties = readSaid(
    body.properties,
    ['purchasesTotal', 'reservationsToExchange', 'savingsPlansToPurchase'],
    issues,
  );
  const paid = readPaid(properties.reservationsToExchange, issues);
  const newPrice = readPrice(properties.purchasesTotal, issues);
  if (!knows(known, 'newPrice') && !knows(known, 'newCurrency')) checkCurrency(newPrice, issues);
  checkNoSavingsPlan(properties.savingsPlansToPurchase, issues);
  const said = {
    paid: paid.amount,
    currency: paid.currencyCode,
    newPrice: newPrice.amount,
    newCurrency: newPrice.currencyCode,
  };
  return complete(said, known, issues, readExchange);
}

function readPaid(returned: Said, issues: Issue[]): Partial<SaidFields<'amount' | 'currencyCode'>> {
  const expected = 'exactly one reservation, because each has its own term and purchase day';
  const only = readOnly(returned, expected, issues);
  if (only === undefined) return {};
  const { billingInformation } = readSaid(only, ['billingInformation'], issues);
  const billing = readSaid(billingInformation, ['billingCurrencyTotalPaidAmount'], issues);
  return readPrice(billing.billingCurrencyTotalPaidAmount, issues);
}

/** An amount without a currency is not taken for one in that of the price paid. */
function checkCurrency(
  { amount, currencyCode }: SaidFields<'amount' | 'currencyCode'>,
  issues: Issue[],
): void {
  if (amount.value === undefined || currencyCode.value !== undefined) return;
  issues.push(
    issue(currencyCode.path, 'missing-field', 'the currency of the new price', undefined),
  );
}

/** RES-9 speaks of another reservation, and of nothing else. */
function checkNoSavingsPlan(plans: Said, issues: Issue[]): void {
  if (readElements(plans, issues).length === 0) return;
  const expected = 'no savings plan, because an exchange buys another reservation';
  issues.push(issue(plans.path, 'unsupported', expected, plans.value));
}
