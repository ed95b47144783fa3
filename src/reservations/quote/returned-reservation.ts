import { subsetsOf } from '../../kernel/subsets.ts';
import { supersedingOn } from '../../kernel/succession.ts';
import type { Obstacle } from '../../vocabulary/decision.ts';
import type { InterpretationId } from '../../vocabulary/interpretations.ts';
import { obstacleOf } from '../../vocabulary/refusal.ts';
import type { QuoteDays } from '../facts/days.ts';
import type { ReturnFacts } from '../facts/refund-facts.ts';
import { citations } from '../policy/citations.ts';
import type { PublishedRefundPolicyId } from '../policy/policies.ts';
import type { ReadyPolicy } from '../policy/ready-policy.ts';
import type { RefundPolicy } from '../policy/refund-policy.ts';
import { type ReturnRefusal, returnRefusals } from '../refusals.ts';
import type { Assumed } from './quote.ts';

// What cancelling and exchanging a reservation have in common.

/** Returns the reasons why the reservation cannot be returned at all, or `null` if it can. */
export function obstaclesToReturn(
  { product }: ReturnFacts,
  days: QuoteDays,
  barred: RefundPolicy['nonReturnable'],
  policy: RefundPolicy,
): readonly [Obstacle<ReturnRefusal>, ...Obstacle<ReturnRefusal>[]] | null {
  const cites = citations[policy.document];
  const obstacles: Obstacle<ReturnRefusal>[] = [];
  if (days.remaining === 0) {
    obstacles.push(obstacleOf(returnRefusals, 'term-ended', cites));
  }
  if (product !== undefined && barred.includes(product)) {
    obstacles.push(obstacleOf(returnRefusals, 'not-returnable', cites));
  }
  return obstacles.length === 0
    ? null
    : (obstacles as [Obstacle<ReturnRefusal>, ...Obstacle<ReturnRefusal>[]]);
}

/** The version in force on the day of return, if it has replaced the policy. */
export function supersededByOf(
  { successors }: ReadyPolicy,
  { returnedOn }: Pick<ReturnFacts, 'returnedOn'>,
): PublishedRefundPolicyId | null {
  return supersedingOn(successors, returnedOn) as PublishedRefundPolicyId | null;
}

const assumptions = subsetsOf<Assumed>([
  'policy',
  'product',
  'billingPlan',
  'consumedRefunds',
  'currentPrice',
  'savingsPlanEligible',
]);
const [POLICY, PRODUCT, PLAN, CONSUMED, PRICE, COVERAGE] = [1, 2, 4, 8, 16, 32] as const;

/** The facts that the caller did not state. */
export function assumedOf(
  facts: Pick<ReturnFacts, 'product' | 'isPlanGiven'>,
  policy: ReadyPolicy,
  isConsumedAssumed: boolean,
  isPriceAssumed: boolean,
  isCoverageAssumed = false,
): readonly Assumed[] {
  const bits =
    (policy.assumed ? POLICY : 0) |
    (facts.product === undefined ? PRODUCT : 0) |
    (facts.isPlanGiven ? 0 : PLAN) |
    (isConsumedAssumed ? CONSUMED : 0) |
    (isPriceAssumed ? PRICE : 0) |
    (isCoverageAssumed ? COVERAGE : 0);
  return assumptions[bits] as readonly Assumed[];
}

/** Further grounds of a refusal: how the days were counted, and which policy was applied. */
export function interpretationsOfRefusal(days: QuoteDays, policy: ReadyPolicy): InterpretationId[] {
  const interpretations: InterpretationId[] = days.remaining === 0 ? ['R-DAYS', 'R-PRORATE'] : [];
  if (policy.assumed) interpretations.push('R-WHICH');
  return interpretations;
}
