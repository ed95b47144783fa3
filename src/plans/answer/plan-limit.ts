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
import { countedCents } from '../../reservations/quote/answer-refund.ts';
import type { PlanFacts } from '../facts/read-plan-request.ts';
import type { LimitDay, PlanLimit } from '../return-plan.ts';
import type { Settled } from './figures.ts';

/** Follows the limit from `asOf` until all that the plan uses is given back. */
export function planLimit(facts: PlanFacts, settled: readonly Settled[]): PlanLimit | null {
  const { asOf, policy: ready, ledger } = facts;
  const { policy, limit: max } = ready;
  if (max === null) return null;
  const used = new Map<Day, Whole>();
  const use = (day: Day, cents: Whole): void => {
    if (cents !== 0) used.set(day, plus(used.get(day) ?? 0, cents));
  };
  for (const day of ledger.days.map(writtenCounts)) use(day.on, countedCents(day, policy));
  const beforePlan = new Map(used);
  for (const { facts: candidate, quote } of settled) {
    const { limit, days } = quote;
    if (limit === null) continue;
    const cents = minus(
      writtenAmount(limit.consumedAfter, 2),
      writtenAmount(limit.consumedBefore, 2),
    );
    use(candidate.refund.purchasedOn + days.sincePurchase, cents);
  }
  const back = new Map<Day, Whole>();
  for (const [day, cents] of used) {
    const on = givenBackOn(day, policy.limitWindow);
    if (isWritable(on)) back.set(on, plus(back.get(on) ?? 0, cents));
  }
  const leftOn = (day: Day, uses: ReadonlyMap<Day, Whole>): Whole => {
    const start = windowStart(day, policy.limitWindow);
    const inUse = [...uses].filter(([on]) => on >= start && on <= day);
    return leftOf(
      max,
      inUse.reduce<Whole>((sum, [, cents]) => plus(sum, cents), 0),
    );
  };
  const usd = (cents: Whole): string => formatAmount(cents, 2);
  const days = [...new Set([...used.keys(), ...back.keys()])]
    .filter((day) => day > asOf || (day === asOf && used.get(day) !== beforePlan.get(day)))
    .sort((a, b) => a - b)
    .map(
      (day): LimitDay => ({
        on: formatDay(day),
        givenBack: usd(back.get(day) ?? 0),
        used: usd(minus(used.get(day) ?? 0, beforePlan.get(day) ?? 0)),
        available: usd(leftOn(day, used)),
      }),
    );
  return { max: usd(max), available: usd(leftOn(asOf, beforePlan)), days };
}
