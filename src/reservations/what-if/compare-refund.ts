import { InputError, type Issue } from '../../kernel/issue.ts';
import { formatAmount, minus, type Whole, writtenAmount } from '../../kernel/money.ts';
import { readArray } from '../../kernel/read.ts';
import { type RefundFacts, readRefundFacts } from '../facts/refund-facts.ts';
import type { RefundRequestInput } from '../facts/request.ts';
import type { RefundPolicyDifference } from '../policy/diff-policies.ts';
import { refundPolicyVersions } from '../policy/policies.ts';
import { isSource, policyOn, type RefundPolicyName, readChoice } from '../policy/policy-choice.ts';
import { withFeeStated } from '../policy/ready-policy.ts';
import type { RefundPolicy } from '../policy/refund-policy.ts';
import { answerRefund } from '../quote/answer-refund.ts';
import type { RefundQuote } from '../quote/quote.ts';
import { type AnsweredRefund, causesOfDifference } from './difference-causes.ts';
import { type SupersedingRefund, supersedingRefund } from './superseding-refund.ts';

/** The difference of a refund from the first one that could be quoted. */
export interface RefundDifference {
  /** The id of the policy of that first one. */
  readonly from: string;
  /** This refund less that one, in the currency of the request; with a minus where it is smaller. */
  readonly refund: string;
  /**
   * The fields of the policies that change the verdict or the refund: each one that alone turns the first
   * answer into this one; if none does, the fewest that do so together. Empty if both are the same.
   */
  readonly because: readonly RefundPolicyDifference[];
}

/** One cancellation under one policy. */
export type ComparedRefund =
  | {
      readonly ok: true;
      /** The id of the policy. */
      readonly policy: string;
      readonly quote: RefundQuote;
      /** `null` for the first that could be quoted, with which the others are compared. */
      readonly difference: RefundDifference | null;
      /** The refund under the version that has replaced this policy; `null` if none has. */
      readonly superseding: SupersedingRefund | null;
    }
  | {
      readonly ok: false;
      readonly policy: string;
      /** The reasons why it cannot be quoted under this policy. */
      readonly issues: readonly Issue[];
    };

/**
 * Puts the same cancellation side by side under each policy: one row for each, in their order. The
 * published versions are taken where no policies are given; a source (`azure`) stands for its version in
 * force on the day of cancellation. What is consumed of the limit is the caller's figure under every policy.
 *
 * @throws InputError with every issue, if the facts or one of the policies are malformed. A policy
 * that states no fee is not: its row holds the issue.
 *
 * Clauses: as `quoteRefund`, of each policy's document; interpretation R-WHICH is for the caller to make.
 *
 * @example
 * const [, everyone] = compareRefund(
 *   {
 *     paid: '12000.00', currency: 'USD', term: 'P1Y', used: true,
 *     purchasedOn: '2025-01-01', canceledOn: '2025-07-02',
 *   },
 *   ['partner-center-2020-08', 'azure-2020-02'],
 * );
 * const difference = everyone?.ok ? everyone.difference : null;
 * difference?.refund; //=> '721.97'
 * difference?.because[0]?.message;
 * //=> 'partner-center-2020-08: a fee of 12 % of the credit; azure-2020-02: no fee'
 */
export function compareRefund(
  request: RefundRequestInput,
  policies: readonly (RefundPolicy | RefundPolicyName)[] = allVersions,
): ComparedRefund[] {
  const issues: Issue[] = [];
  const facts = readRefundFacts(request, 'alone', issues);
  const read = readArray(policies, ['policies'], issues, (policy, path) =>
    readChoice(policy, path, issues),
  );
  if (facts === undefined || issues.length > 0) throw new InputError(issues);

  let first: AnsweredRefund | undefined;
  return read.map((choice, at) => {
    const found: Issue[] = [];
    const ready = policyOn(choice, facts.returnedOn, ['canceledOn'], found);
    const policy = isSource(choice) ? (ready?.policy.id ?? choice.source) : choice.policy.id;
    const stated = ready && withFeeStated(ready, ['policies', at], found);
    if (stated === undefined) return { ok: false, policy, issues: found };
    const { quote } = answerRefund(facts, stated, facts.consumed);
    const answer = { ready: stated, quote };
    const difference = first === undefined ? null : differenceOf(facts, first, answer);
    first ??= answer;
    const superseding = supersedingRefund(quote, facts.digits);
    return { ok: true, policy, quote, difference, superseding };
  });
}

const allVersions: readonly RefundPolicy[] = refundPolicyVersions.map(({ policy }) => policy);

function differenceOf(
  facts: RefundFacts,
  first: AnsweredRefund,
  other: AnsweredRefund,
): RefundDifference {
  const { digits } = facts;
  const refundIn = ({ quote }: AnsweredRefund): Whole => writtenAmount(quote.refund, digits);
  return {
    from: first.ready.policy.id,
    refund: formatAmount(minus(refundIn(other), refundIn(first)), digits),
    because: causesOfDifference(facts, first, other),
  };
}
