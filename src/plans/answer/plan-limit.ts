import { type Day, formatDay, isWritable } from '../../kernel/day.ts';
import {
  formatAmount,
  leftOf,
  minus,
  plus,
  type Whole,
  writtenAmount,
} from '../../kernel/money.ts';
import { givenBackOn, windowStart } from '../../reservations/ledger/limit-window.ts';
import { writtenCounts } from '../../reservations/ledger/refund-ledger.ts';
import { type Counted, countedCents } from '../../reservations/quote/answer-refund.ts';
import type { RefundLimit, RefundQuote } from '../../reservations/quote/quote.ts';
import type { Claim } from '../claims/claim.ts';
import { rulesOn } from '../facts/plan-rules.ts';
import type { PlanFacts } from '../facts/read-plan-request.ts';
import type { LimitDay, PlanLimit } from '../return-plan.ts';

/** A settled claim of a plan. */
interface SettledClaim {
  readonly claim: Claim;
  readonly quote: RefundQuote;
}

type Uses = ReadonlyMap<Day, Counted>;

/** Follows the limit from `asOf` until all that the plan uses is given back. */
export function planLimit(facts: PlanFacts, settled: readonly SettledClaim[]): PlanLimit | null {
  const { asOf, rules } = facts;
  const [{ ready: first }, ...later] = rules.versions;
  const { limit: max } = first;
  if (max === null) return null;
  const { limitWindow } = first.policy;
  const before = new Map<Day, Counted>();
  for (const day of facts.ledger.days.map(writtenCounts)) count(before, day.on, day);
  const used = new Map(before);
  for (const { claim, quote } of settled) count(used, claim.day, countedOf(claim, quote, facts));

  /** Sums up what some of the uses count for on a day. */
  const sumOn = (day: Day, uses: Uses, isIncluded: (on: Day) => boolean): Whole => {
    const { policy } = rulesOn(rules, day);
    let sum: Whole = 0;
    for (const [on, one] of uses) if (isIncluded(on)) sum = plus(sum, countedCents(one, policy));
    return sum;
  };
  const leftOn = (day: Day, uses: Uses): Whole => {
    const start = windowStart(day, limitWindow);
    return leftOf(
      max,
      sumOn(day, uses, (on) => on >= start && on <= day),
    );
  };
  const usd = (cents: Whole): string => formatAmount(cents, 2);
  const available = usd(leftOn(asOf, before));
  const backs = [...used.keys()].map((on) => givenBackOn(on, limitWindow)).filter(isWritable);
  const days = [...new Set([...used.keys(), ...backs, ...later.map(({ from }) => from)])]
    .filter((day) => day >= asOf)
    .sort((a, b) => a - b);
  const shown: LimitDay[] = [];
  for (const day of days) {
    const isToday = (on: Day): boolean => on === day;
    const usedToday = minus(sumOn(day, used, isToday), sumOn(day, before, isToday));
    const givenBack = sumOn(day, used, (on) => givenBackOn(on, limitWindow) === day);
    const left = usd(leftOn(day, used));
    const isOther = left !== (shown[shown.length - 1]?.available ?? available);
    if (usedToday === 0 && (day === asOf || (givenBack === 0 && !isOther))) continue;
    shown.push({
      on: formatDay(day),
      givenBack: usd(givenBack),
      used: usd(usedToday),
      available: left,
    });
  }
  return { max: usd(max), available, days: shown };
}

/** The part of the limit that a return uses; while refunds are clipped, the whole commitment is cancelled. */
function countedOf(
  { day, laterUse }: Claim,
  { limit }: RefundQuote,
  { rules }: PlanFacts,
): Counted {
  const { consumedBefore, consumedAfter } = limit as RefundLimit;
  const refundedCents = minus(writtenAmount(consumedAfter, 2), writtenAmount(consumedBefore, 2));
  const isRefund = rulesOn(rules, day).policy.limitCounts === 'refund';
  return { refundedCents, canceledCents: isRefund ? laterUse : refundedCents };
}

function count(uses: Map<Day, Counted>, day: Day, { refundedCents, canceledCents }: Counted): void {
  const known = uses.get(day) ?? { refundedCents: 0, canceledCents: 0 };
  uses.set(day, {
    refundedCents: plus(known.refundedCents, refundedCents),
    canceledCents: plus(known.canceledCents, canceledCents),
  });
}
