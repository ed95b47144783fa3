import type { Issue } from '../../kernel/issue.ts';
import { readExchangeFacts } from '../../reservations/facts/exchange-facts.ts';
import { readRefundFacts } from '../../reservations/facts/refund-facts.ts';
import type { ExchangeRequest, RefundRequest } from '../../reservations/facts/request.ts';
import { readCancellationFacts } from '../../software/cancellation/facts.ts';
import type { SoftwareCancellationInput } from '../../software/cancellation/request.ts';

// How the rooms of the rules read their facts, in one form.

export function readRefund(facts: object, issues: Issue[]): RefundRequest | undefined {
  return readRefundFacts(facts, 'alone', issues)?.request;
}

export function readExchange(facts: object, issues: Issue[]): ExchangeRequest | undefined {
  return readExchangeFacts(facts, issues)?.request;
}

/** Names that no rule knows stay in the list of roles. */
export function readCancellation(
  facts: object,
  issues: Issue[],
): SoftwareCancellationInput | undefined {
  const read = readCancellationFacts(facts, undefined, issues);
  return read && { ...read.request, roles: [...read.request.roles, ...read.ignoredRoles] };
}
