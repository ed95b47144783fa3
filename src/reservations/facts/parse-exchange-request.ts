import type { Issue } from '../../kernel/issue.ts';
import { type Parser, standardSchema } from '../../kernel/standard-schema.ts';
import { readExchangeFacts } from './exchange-facts.ts';
import type { ExchangeRequest, ExchangeRequestInput } from './request.ts';

/**
 * Checks the facts of an exchange, whatever they are, and writes them in canonical form.
 *
 * @returns the canonical request (parsing it again changes nothing), or every issue at once.
 *
 * Clauses: the facts that RES-9 and PAY-7 need; interpretations R-DAYS, R-DUE, R-RATE, R-SWAP.
 *
 * @example
 * parseExchangeRequest({
 *   paid: 12000, currency: 'USD', term: 'P1Y', newPrice: '15000',
 *   purchasedOn: '2025-01-01', exchangedOn: '2025-07-02',
 * });
 * //=> { ok: true, value: { paid: '12000.00', …, newPrice: '15000.00' } }
 */
export const parseExchangeRequest: Parser<ExchangeRequestInput, ExchangeRequest> =
  /* @__PURE__ */ standardSchema('parseExchangeRequest', (input) => {
    const issues: Issue[] = [];
    const facts = readExchangeFacts(input, issues);
    return facts === undefined ? { ok: false, issues } : { ok: true, value: facts.request };
  });
