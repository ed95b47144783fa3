import type { Issue } from '../kernel/issue.ts';
import { answerRefund } from './answer-refund.ts';
import {
  differencesOf,
  type RefundPolicyDifference,
  type RefundPolicyField,
} from './diff-policies.ts';
import type { RefundFacts } from './input.ts';
import { type ReadyRefundPolicy, readPolicy, withFeeStated } from './policy.ts';
import type { RefundQuote } from './refund-quote.ts';

export interface AnsweredRefund {
  readonly ready: ReadyRefundPolicy;
  readonly quote: RefundQuote;
}

/** What neither the verdict on a single refund nor its amount depends on. */
const idle: readonly RefundPolicyField[] = ['document', 'limitWindow', 'exchangeMinimum', 'payee'];

/**
 * What of the policies makes two answers differ: the fields of every smallest change to the first
 * policy that turns the first answer into the other. One after the other is tried out.
 */
export function causesOfDifference(
  facts: RefundFacts,
  first: AnsweredRefund,
  other: AnsweredRefund,
): readonly RefundPolicyDifference[] {
  const wanted = outcomeOf(other.quote);
  const differences = differencesOf(first.ready.policy, other.ready.policy).filter(
    ({ field }) => !idle.includes(field),
  );
  const isEnough = (some: readonly RefundPolicyDifference[]): boolean => {
    const changes = some.map(({ field, b }) => [field, b]);
    const policy = { ...first.ready.policy, id: 'changed', ...Object.fromEntries(changes) };
    // Some changes contradict each other without a third, and make no policy.
    const issues: Issue[] = [];
    const ready = withFeeStated(readPolicy(policy, [], issues), [], issues);
    if (ready === undefined || issues.length > 0) return false;
    return outcomeOf(answerRefund(facts, ready, facts.consumed).quote) === wanted;
  };
  for (let size = 0; size < differences.length; size += 1) {
    const ways = [...choicesOf(differences, size)].filter(isEnough);
    if (ways.length > 0) return differences.filter((one) => ways.some((way) => way.includes(one)));
  }
  return differences;
}

/** What a quote comes to, by whichever steps. */
function outcomeOf(quote: RefundQuote): string {
  const reasons = quote.allowed ? [] : quote.obstacles.map(({ reason }) => reason);
  return [...reasons, quote.refund].join(' ');
}

/** Every choice of so many items, in their order. */
function* choicesOf<T>(items: readonly T[], size: number): Generator<readonly T[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (const [at, item] of items.entries()) {
    for (const others of choicesOf(items.slice(at + 1), size - 1)) yield [item, ...others];
  }
}
