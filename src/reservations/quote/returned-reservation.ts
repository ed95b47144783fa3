import { addYears, type Day, writtenDay } from '../../kernel/day.ts';
import { type Rounding, timesOver, type Whole } from '../../kernel/money.ts';
import { subsetsOf } from '../../kernel/subsets.ts';
import type { Obstacle } from '../../vocabulary/decision.ts';
import type { InterpretationId } from '../../vocabulary/interpretations.ts';
import { citations } from '../policy/citations.ts';
import type { ReadyPolicy } from '../policy/ready-policy.ts';
import type { RefundPolicy } from '../policy/refund-policy.ts';
import type { ReturnFacts } from './facts.ts';
import type { Assumed, QuoteDays } from './quote.ts';
import { termYears } from './term.ts';

// What cancelling and exchanging a reservation have in common.

/** R-DAYS, R-PRORATE: UTC dates, the purchase day being day 0 and the term ending years later. */
export function daysOf({ purchasedOn, returnedOn, term }: ReturnFacts): QuoteDays {
  const termEnd = termEndOf({ purchasedOn, term });
  return {
    sincePurchase: returnedOn - purchasedOn,
    term: termEnd - purchasedOn,
    remaining: Math.max(0, termEnd - returnedOn),
  };
}

/** R-PRORATE: the day after the last one that is covered. */
export function termEndOf({ purchasedOn, term }: Pick<ReturnFacts, 'purchasedOn' | 'term'>): Day {
  return addYears(purchasedOn, termYears[term]);
}

const lastWritable: Day = writtenDay('9999-12-31');

/** The day, or the last one that can be written. */
export function upToTheLastDay(day: Day): Day {
  return Math.min(day, lastWritable);
}

/** R-PRORATE: the share of the price that the remaining days are of the term. */
export function proRate(
  paid: Whole,
  remaining: number,
  termDays: number,
  rounding: Rounding,
): Whole {
  return timesOver(paid, remaining, termDays, rounding);
}

type Refusal = 'term-ended' | 'not-returnable';

/** Why the reservation cannot be returned at all, or `null` where it can. */
export function obstaclesToReturn(
  facts: ReturnFacts,
  days: QuoteDays,
  policy: RefundPolicy,
): readonly [Obstacle<Refusal>, ...Obstacle<Refusal>[]] | null {
  const cites = citations[policy.document];
  const obstacles: Obstacle<Refusal>[] = [];
  if (days.remaining === 0) {
    obstacles.push({
      reason: 'term-ended',
      clause: cites.anyTimeInTerm,
      interpretation: 'R-ENDED',
      nextStep: 'nothing-left-to-return',
    });
  }
  if (facts.product !== undefined && policy.nonReturnable.includes(facts.product)) {
    obstacles.push({
      reason: 'not-returnable',
      clause: cites.nonReturnable,
      nextStep: 'keep-until-term-end',
    });
  }
  return obstacles.length === 0 ? null : (obstacles as [Obstacle<Refusal>, ...Obstacle<Refusal>[]]);
}

const assumptions = subsetsOf<Assumed>(['policy', 'product', 'billingPlan', 'consumedRefunds']);

/** What the caller left unsaid. */
export function assumedOf(
  facts: ReturnFacts,
  policy: ReadyPolicy,
  isConsumedAssumed: boolean,
): readonly Assumed[] {
  const bits =
    (policy.assumed ? 1 : 0) |
    (facts.product === undefined ? 2 : 0) |
    (facts.billingPlanGiven ? 0 : 4) |
    (isConsumedAssumed ? 8 : 0);
  return assumptions[bits] as readonly Assumed[];
}

/** What else led to a refusal: how the days were counted, and which policy was taken. */
export function interpretationsOfRefusal(days: QuoteDays, policy: ReadyPolicy): InterpretationId[] {
  const interpretations: InterpretationId[] = days.remaining === 0 ? ['R-DAYS', 'R-PRORATE'] : [];
  if (policy.assumed) interpretations.push('R-WHICH');
  return interpretations;
}
