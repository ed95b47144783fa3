import type { Candidate, Claim } from '../claims/claim.ts';
import { type Limit, type Stretch, usedBefore } from '../claims/limit.ts';
import { gainOf } from '../claims/settle-claims.ts';
import type { Found } from './improve.ts';
import type { Portion } from './portions.ts';
import { type Prices, priceOn, reducedOf } from './prices.ts';

/** A claim that could be taken on the first day of a stretch, and its gain over the best elsewhere. */
interface Item {
  readonly claim: Claim;
  readonly profit: number;
  /** Its claims on later stretches, for each cent of this one. */
  readonly later: number;
}

/**
 * Makes a plan stretch by stretch: on the first day of each, the claims that fill best what the limit leaves, each counted
 * by its gain over the best that the prices promise it elsewhere.
 */
export function fillStretches(
  portions: readonly Portion[],
  stretches: readonly Stretch[],
  limit: Limit,
  prices: Prices,
  mostSteps: number,
): Found & { readonly steps: number } {
  const { max } = limit;
  if (max === null) return { claims: [], gain: 0, steps: 0 };
  let steps = 0;
  const chosen = new Map<Candidate, { readonly claim: Claim; readonly paid: number }>();
  const open = portions.map(({ candidate, runs }) => {
    const starts = runs.map(({ from }) => ({
      claim: from,
      reduced: reducedOf(from, priceOn(prices, from.day)),
    }));
    return { candidate, starts };
  });
  for (const { from: day } of stretches) {
    const refuses = day >= limit.refusesFrom;
    const start = limit.startOn(day);
    let left = max - usedBefore(limit, day);
    for (const { claim, paid } of chosen.values()) if (claim.day >= start) left -= paid;
    if (left <= 0) continue;
    const items = open.flatMap(({ candidate, starts }): Item[] => {
      if (chosen.has(candidate)) return [];
      const own = starts.find(({ claim }) => claim.day === day);
      if (own === undefined || (refuses && own.claim.need > left) || own.claim.worth <= 0)
        return [];
      const elsewhere = Math.max(
        0,
        ...starts.filter((one) => one.claim.day > day).map(({ reduced }) => reduced),
      );
      const after = starts.filter((one) => one.claim.day > day);
      const later =
        after.reduce((sum, { claim }) => sum + claim.use, 0) / Math.max(1, own.claim.use);
      return [{ claim: own.claim, profit: own.claim.worth - elsewhere, later }];
    });
    const filled = knapsack(
      items.filter(({ profit }) => profit > 0),
      left,
      refuses,
      mostSteps,
    );
    steps += filled.steps;
    for (const { claim } of filled.items) {
      // The last one of a limit that clips may claim more than what is left.
      const paid = Math.min(claim.use, left);
      chosen.set(claim.candidate, { claim, paid });
      left -= paid;
    }
  }
  const claims = Array.from(chosen.values(), ({ claim }) => claim);
  return { claims, gain: gainOf(claims, limit) ?? 0, steps };
}

function rateOf({ claim, profit }: Item): number {
  return Math.round((profit / Math.max(1, claim.use)) * 1e6);
}

/** Returns the items with most profit that fit a capacity, as far as the steps last. */
function knapsack(
  unsorted: readonly Item[],
  capacity: number,
  refuses: boolean,
  mostSteps: number,
): { readonly items: readonly Item[]; readonly steps: number } {
  const items = [...unsorted].sort(
    (a, b) => rateOf(b) - rateOf(a) || a.later - b.later || b.claim.use - a.claim.use,
  );
  let best: readonly Item[] = [];
  let most = 0;
  let steps = 0;
  const taken: Item[] = [];

  /** The most that the items from a position on can add to what is left, shares of them allowed. */
  function promise(at: number, left: number): number {
    let sum = 0;
    let rest = left;
    for (let n = at; n < items.length; n += 1) {
      const { profit, claim } = items[n] as Item;
      if (claim.use > rest) return sum + (profit * rest) / claim.use;
      sum += profit;
      rest -= claim.use;
    }
    return sum;
  }

  function visit(at: number, left: number, profit: number): void {
    if (profit > most) {
      most = profit;
      best = [...taken];
    }
    for (let n = at; n < items.length; n += 1) {
      if (steps >= mostSteps) return;
      steps += 1;
      const item = items[n] as Item;
      const over = item.claim.use - left;
      if (over > 0) {
        if (refuses || profit + item.profit - over <= most) continue;
        most = profit + item.profit - over;
        best = [...taken, item];
        continue;
      }
      if (profit + promise(n, left) < most + 1) return;
      taken.push(item);
      visit(n + 1, left - item.claim.use, profit + item.profit);
      taken.pop();
    }
  }

  visit(0, capacity, 0);
  return { items: best, steps };
}
