import { type Issue, issue } from '../../kernel/issue.ts';
import { formatAmount, readSum, type Whole } from '../../kernel/money.ts';
import type { ReadyRefundPolicy } from '../../reservations/policy/ready-policy.ts';
import { answerRefund } from '../../reservations/quote/answer-refund.ts';
import { type RefundFacts, readRefundFacts } from '../../reservations/quote/facts.ts';
import type { RefundQuote } from '../../reservations/quote/quote.ts';
import type { RefundRequest } from '../../reservations/quote/request.ts';
import { type AnswerFields, addWithin, checkAnswer, readSome } from '../form/answer-fields.ts';
import { isAssumed, readPolicyOfAnswer } from '../form/read-policy.ts';

/** The changes for quoting a refund again. */
interface RefundChange {
  readonly request?: Partial<RefundRequest>;
  /** Whether none of the limit was used before. */
  readonly nothingConsumed?: boolean;
  readonly noLimit?: boolean;
}

/** A quote, and a function to quote it again with other facts. */
export interface ReadRefund {
  readonly quote: RefundQuote;
  /** The part of the limit that was used before, in USD. */
  readonly consumed: string;
  readonly again: (change: RefundChange) => RefundQuote;
}

/**
 * Reads a quote by quoting it again from its request, its policy and its limit. Brief quotes, without
 * lines and with the id of the policy, are accepted too.
 */
export function readRefund(fields: AnswerFields, issues: Issue[]): ReadRefund | undefined {
  const found: Issue[] = [];
  const facts = readRefundFacts(fields['request'], 'alone', found);
  addWithin(['request'], found, issues);
  const ready = readRefundPolicy(fields, issues);
  const consumed = readConsumed(fields, facts, issues);
  if (facts === undefined || ready === undefined || issues.length > 0) return undefined;

  const { quote } = answerRefund(facts, ready, consumed);
  const unchecked: (keyof RefundQuote)[] = ['request', 'policy'];
  if (fields['lines'] === undefined) unchecked.push('lines');
  if (checkAnswer(fields, quote, issues, unchecked) === undefined) return undefined;
  return {
    quote,
    consumed: formatAmount(consumed ?? 0, 2),
    again({ request, nothingConsumed = false, noLimit = false }) {
      const changed = readRefundFacts({ ...facts.request, ...request }, 'alone', []) as RefundFacts;
      const { policy } = ready;
      const unlimited = { ...ready, policy: { ...policy, limitUsd: null }, limit: null };
      return answerRefund(changed, noLimit ? unlimited : ready, nothingConsumed ? 0 : consumed)
        .quote;
    },
  };
}

function readRefundPolicy(fields: AnswerFields, issues: Issue[]): ReadyRefundPolicy | undefined {
  const ready = readPolicyOfAnswer(fields, issues);
  if (ready === undefined) return undefined;
  const { fee } = ready;
  if (fee !== null) return { ...ready, fee };
  issues.push(issue(['policy', 'feeRate'], 'fee-unstated', 'the fee of a refund', null));
  return undefined;
}

/** What earlier refunds use of the limit, as its request says or a ledger knew; `undefined`: unsaid. */
function readConsumed(
  fields: AnswerFields,
  facts: RefundFacts | undefined,
  issues: Issue[],
): Whole | undefined {
  if (facts?.consumed !== undefined) return facts.consumed;
  if (isAssumed(fields, 'consumedRefunds')) return undefined;
  // A refusal whatever the limit, and a policy without one, tell nothing of it.
  if (fields['limit'] === null) return 0;
  const limit = readSome(fields['limit'], ['limit'], issues);
  return limit === undefined
    ? undefined
    : readSum(limit['consumedBefore'], ['limit', 'consumedBefore'], issues);
}
