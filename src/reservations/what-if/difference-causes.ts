import type { Issue } from '../../kernel/issue.ts';
import { ROOT_PATH } from '../../kernel/read.ts';
import type { RefundFacts } from '../facts/refund-facts.ts';
import { differencesOf, type RefundPolicyDifference } from '../policy/diff-policies.ts';
import { type ReadyRefundPolicy, readPolicy, withFeeStated } from '../policy/ready-policy.ts';
import { answerRefund } from '../quote/answer-refund.ts';
import type { RefundQuote } from '../quote/quote.ts';

export interface AnsweredRefund {
  readonly ready: ReadyRefundPolicy;
  readonly quote: RefundQuote;
}

/**
 * Returns the fields of the policies that make two answers differ: those of every smallest change to the first
 * policy that turns the first answer into the other. One after the other is tried out.
 */
export function causesOfDifference(
  facts: RefundFacts,
  first: AnsweredRefund,
  other: AnsweredRefund,
): readonly RefundPolicyDifference[] {
  const wanted = outcomeOf(other.quote);
  const differences = differencesOf(first.ready.policy, other.ready.policy);
  const isEnough = (some: readonly RefundPolicyDifference[]): boolean => {
    const changes = some.map(({ field, b }) => [field, b]);
    const policy = { ...first.ready.policy, id: 'changed', ...Object.fromEntries(changes) };
    // Some changes contradict each other without a third, and make no policy.
    const issues: Issue[] = [];
    const ready = withFeeStated(readPolicy(policy, ROOT_PATH, issues), ROOT_PATH, issues);
    if (ready === undefined || issues.length > 0) return false;
    return outcomeOf(answerRefund(facts, ready, facts.consumed).quote) === wanted;
  };
  for (const size of differences.keys()) {
    const ways = [...choicesOf(differences, size)].filter(isEnough);
    if (ways.length > 0) return differences.filter((one) => ways.some((way) => way.includes(one)));
  }
  return differences;
}

/** The result of a quote, whatever its steps. */
function outcomeOf(quote: RefundQuote): string {
  return quote.allowed ? quote.refund : quote.obstacles.map(({ reason }) => reason).join();
}

/** Every choice of so many items, in their order. */
function* choicesOf<T>(items: readonly T[], size: number): Generator<readonly T[]> {
  const [first, ...others] = items;
  if (size === 0) {
    yield [];
  } else if (first !== undefined) {
    for (const more of choicesOf(others, size - 1)) yield [first, ...more];
    yield* choicesOf(others, size);
  }
}
