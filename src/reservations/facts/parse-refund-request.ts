import type { Issue } from '../../kernel/issue.ts';
import { type Parser, standardSchema } from '../../kernel/standard-schema.ts';
import { readRefundFacts } from './refund-facts.ts';
import type { RefundRequest, RefundRequestInput } from './request.ts';

/**
 * Checks the facts of a cancellation, whatever they are, and writes them in canonical form: amounts
 * with their currency's decimals, days as UTC dates, optional fields only where they were given.
 *
 * @returns the canonical request (parsing it again changes nothing), or every issue at once.
 *
 * Clauses: the facts that RES-1 to RES-8 and PAY-1 to PAY-8 need; interpretations R-DAYS, R-DUE, R-FX, R-RATE.
 *
 * @example
 * parseRefundRequest({
 *   paid: 12000, currency: 'USD', term: 'P1Y', used: false,
 *   purchasedOn: '2025-01-01', canceledOn: '2025-01-06T23:30:00-05:00',
 * });
 * //=> { ok: true, value: { paid: '12000.00', …, canceledOn: '2025-01-07', used: false } }
 */
export const parseRefundRequest: Parser<RefundRequestInput, RefundRequest> =
  /* @__PURE__ */ standardSchema('parseRefundRequest', (input) => {
    const issues: Issue[] = [];
    const facts = readRefundFacts(input, 'alone', issues);
    return facts === undefined ? { ok: false, issues } : { ok: true, value: facts.request };
  });
