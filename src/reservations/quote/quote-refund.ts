import { type Issue, type Parsed, unwrap } from '../../kernel/issue.ts';
import { readRefundFacts } from '../facts/refund-facts.ts';
import type { RefundRequestInput } from '../facts/request.ts';
import {
  type PolicyOptions,
  readOptions,
  refundPolicyOf,
  refundPolicyOn,
} from '../policy/policy-choice.ts';
import { answerRefund } from './answer-refund.ts';
import type { RefundQuote } from './quote.ts';

/**
 * Quotes the refund of a cancelled Azure reservation, with its reasons and the steps of its calculation.
 *
 * Amounts go in and out in the currency's major units as decimal strings; the limit is in USD. Days
 * are UTC calendar days. A lawful refusal is an answer (`allowed: false`). Of a reservation that is paid
 * monthly, only the payment made last is refunded; `remainingCommitment` has the payments that are cancelled.
 *
 * @throws InputError with every issue, where the facts are malformed or the policy states no fee.
 *
 * Clauses: RES-1 to RES-8 (`reservations`, How cancellations work), RES-11 (`software`), RES-13 to
 * RES-15 (older revisions), RES-16 (the page since 2023), AZR-1 to AZR-3 and AZR-5 to AZR-9 (the vendor's page for all customers),
 * AZS-1 (the vendor's service), PAY-1 to PAY-6 and PAY-8 (monthly payment, parts of the units, the
 * current price); interpretations R-DAYS, R-FIVE, R-PRORATE, R-FEE, R-ROUND, R-YEAR, R-WHOSE,
 * R-COUNTS, R-OVER, R-FX, R-ENDED, R-BASIS, R-WHICH, R-ANNIVERSARY, R-DUE, R-WINDOW, R-QUANTITY,
 * R-COMMIT, R-MONTHLY-FEE, R-RATE, R-PRICING.
 *
 * @example
 * const quote = quoteRefund({
 *   paid: '12000.00', currency: 'USD', term: 'P1Y', used: false,
 *   purchasedOn: '2025-01-01', canceledOn: '2025-01-07',
 * });
 * quote.refund; //=> '10386.41'
 * quote.row; //=> 'pro-rated-less-fee'
 * quote.because; //=> ['RES-3', 'RES-5', 'RES-6', 'RES-7']
 */
export function quoteRefund(request: RefundRequestInput, options?: PolicyOptions): RefundQuote {
  return unwrap(tryQuoteRefund(request, options));
}

/**
 * {@link quoteRefund} for facts of unknown shape: the quote, or every issue. Never throws.
 *
 * @example
 * tryQuoteRefund({ paid: '1e3' }).ok; //=> false
 */
export function tryQuoteRefund(request: unknown, options?: PolicyOptions): Parsed<RefundQuote> {
  const issues: Issue[] = [];
  const facts = readRefundFacts(request, 'alone', issues);
  const choice = refundPolicyOf(readOptions(options, issues), issues);
  if (facts === undefined || choice === undefined || issues.length > 0)
    return { ok: false, issues };
  const policy = refundPolicyOn(choice, facts.returnedOn, ['canceledOn'], issues);
  if (policy === undefined) return { ok: false, issues };
  return { ok: true, value: answerRefund(facts, policy, facts.consumed).quote };
}
