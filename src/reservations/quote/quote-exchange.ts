import { type Issue, issue, type Parsed, unwrap } from '../../kernel/issue.ts';
import { type ExchangeFacts, readExchangeFacts } from '../facts/exchange-facts.ts';
import type { ExchangeRequestInput } from '../facts/request.ts';
import { type PolicyOptions, policyOf, policyOn, readOptions } from '../policy/policy-choice.ts';
import type { ReadyPolicy } from '../policy/ready-policy.ts';
import { answerExchange } from './answer-exchange.ts';
import { isInWindow } from './calculate-refund.ts';
import type { ExchangeQuote } from './exchange-quote.ts';
import { checkCoverage } from './exchange-rule.ts';

/**
 * Quotes an exchange of reservations for others: what each returned one is credited, and what is left
 * to pay.
 *
 * Amounts are decimal strings in the currency's major units; days are UTC calendar days. One
 * reservation is exchanged for one that is paid up front, or up to 100 for up to 100
 * (`reservationsToExchange`, `reservationsToPurchase`), upfront and monthly mixed. An exchange has no
 * fee and uses nothing of the refund limit. Its credit is pro-rated on every day, unless the policy's
 * window holds for exchanges too; then `used` is required within it. What is bought must be of the product
 * family of what is returned, if both products are given. From 2027-02-01 on the versions in force refuse
 * some exchanges; `savingsPlanEligible` may then be required.
 *
 * @throws InputError with every issue, if the facts are malformed.
 *
 * Clauses: RES-8, RES-9 (`reservations`, How exchanges work), RES-11 (`software`), RES-13 to RES-15
 * (older revisions), RES-17 (the page since 2023), AZR-1, AZR-2, AZR-4 and AZR-6 to AZR-10 (the vendor's page for all customers),
 * AZS-1, PAY-1 to PAY-5, PAY-7; interpretations R-DAYS, R-PRORATE, R-ROUND, R-ENDED, R-SWAP, R-BASIS,
 * R-WHICH, R-ANNIVERSARY, R-DUE, R-RATE, R-QUANTITY, R-WINDOW.
 *
 * @example
 * const quote = quoteExchange({
 *   paid: '12000.00', currency: 'USD', term: 'P1Y', newPrice: '15000.00',
 *   purchasedOn: '2025-01-01', exchangedOn: '2025-07-02',
 * });
 * quote.credit; //=> '6016.44'
 * quote.netPayable; //=> '8983.56'
 */
export function quoteExchange(
  request: ExchangeRequestInput,
  options?: PolicyOptions,
): ExchangeQuote {
  return unwrap(tryQuoteExchange(request, options));
}

/**
 * {@link quoteExchange} for facts of unknown shape: the quote, or every issue. Never throws.
 *
 * @example
 * tryQuoteExchange({ newPrice: '-1' }).ok; //=> false
 */
export function tryQuoteExchange(request: unknown, options?: PolicyOptions): Parsed<ExchangeQuote> {
  const issues: Issue[] = [];
  const facts = readExchangeFacts(request, issues);
  const choice = policyOf(readOptions(options, issues), issues);
  if (facts === undefined || issues.length > 0) return { ok: false, issues };
  const [{ returnedOn }] = facts.returned;
  const ready = policyOn(choice, returnedOn, ['exchangedOn'], issues);
  if (ready === undefined) return { ok: false, issues };
  checkUse(facts, ready, issues);
  checkCoverage(facts, ready, issues);
  if (issues.length > 0) return { ok: false, issues };
  return { ok: true, value: answerExchange(facts, ready) };
}

/** Use of a reservation changes its credit only within a window that applies to exchanges. */
function checkUse(
  { returned, isSingle }: ExchangeFacts,
  { policy }: ReadyPolicy,
  issues: Issue[],
): void {
  if (policy.exchangeWindow !== 'full' || !policy.fullCreditWhenUnused) return;
  for (const [position, { used, purchasedOn, returnedOn }] of returned.entries()) {
    if (used !== undefined || !isInWindow(returnedOn - purchasedOn, policy)) continue;
    const path = isSingle ? ['used'] : ['reservationsToExchange', position, 'used'];
    const expected = `true or false, as ${policy.id} credits an unused reservation in full on this day`;
    issues.push(issue(path, 'missing-field', expected, undefined));
  }
}
