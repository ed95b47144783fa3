import { formatAmount, minus, writtenAmount } from '../../kernel/money.ts';
import { ROOT_PATH } from '../../kernel/read.ts';
import { type RefundFacts, readRefundFacts } from '../facts/refund-facts.ts';
import type { PublishedRefundPolicyId } from '../policy/policies.ts';
import { type ReadyRefundPolicy, readPolicy } from '../policy/ready-policy.ts';
import { answerRefund } from '../quote/answer-refund.ts';
import type { RefundQuote } from '../quote/quote.ts';
import type { RefundRefusal } from '../refusals.ts';

/** The refund under the version that has replaced the policy of a quote. */
export interface SupersedingRefund {
  readonly policy: PublishedRefundPolicyId;
  readonly allowed: boolean;
  /** The reason of a refusal; `null` if it would not be refused. */
  readonly reason: RefundRefusal | null;
  /** In the currency of the quote. */
  readonly refund: string;
  /** This refund less that of the quote; with a minus if it is smaller. */
  readonly difference: string;
}

/**
 * Quotes a refund again under the version in force on its day of cancellation; `null` if that version is
 * the one that was followed. The consumed part of the limit is the same in both.
 */
export function quoteUnderVersionInForce(quote: RefundQuote): RefundQuote | null {
  if (quote.supersededBy === null) return null;
  const facts = readRefundFacts(quote.request, 'alone', []) as RefundFacts;
  const ready = readPolicy(quote.supersededBy, ROOT_PATH, []) as ReadyRefundPolicy; // each states a fee
  const consumed =
    quote.limit === null ? facts.consumed : writtenAmount(quote.limit.consumedBefore, 2);
  return answerRefund(facts, ready, consumed).quote;
}

/** Returns what the version in force on the day of cancellation makes of a quote; `null` if it was followed. */
export function supersedingRefund(quote: RefundQuote, digits: number): SupersedingRefund | null {
  const inForce = quoteUnderVersionInForce(quote);
  if (inForce === null) return null;
  const [before, after] = [quote, inForce].map(({ refund }) => writtenAmount(refund, digits));
  return {
    policy: inForce.policy.id as PublishedRefundPolicyId,
    allowed: inForce.allowed,
    reason: inForce.allowed ? null : inForce.reason,
    refund: inForce.refund,
    difference: formatAmount(minus(after as number, before as number), digits),
  };
}
