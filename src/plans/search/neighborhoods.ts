import type { Candidate, Claim } from '../claims/claim.ts';
import type { Limit } from '../claims/limit.ts';
import { type Branch, Search } from './branch-and-bound.ts';
import type { Choices } from './choices.ts';
import type { Found } from './improve.ts';
import type { Option } from './options.ts';
import { capacityWorth, type Prices, priceOn, reducedOf } from './prices.ts';

/** A candidate that can be planned anew. */
interface Neighbor {
  readonly candidate: Candidate;
  readonly branch: Branch;
}

const AT_ONCE = 11;
const STEPS_AT_ONCE = 4_000;

/**
 * Improves a plan: a few candidates at a time are planned anew by branch and bound while the others stay, until no few of
 * them gain or the budget is used up.
 */
export function improveFew(
  choices: readonly Choices[],
  ceiling: number,
  prices: Prices,
  limit: Limit,
  start: Found,
  budget: number,
): Found & { readonly steps: number } {
  const neighbors = neighborsOf(choices);
  const root = neighbors.reduce((sum, { branch }) => sum + branch.most, capacityWorth(prices));
  let found = start;
  let steps = 0;
  let sinceBetter = 0;
  const rounds = Math.ceil(neighbors.length / AT_ONCE);
  for (
    let round = 0;
    steps < budget && sinceBetter < 20 * rounds && ceiling >= found.gain + 1;
    round += 1
  ) {
    const chosen = pick(neighbors, round);
    const own = new Set(chosen.map(({ candidate }) => candidate));
    const fixed = found.claims.filter(({ candidate }) => !own.has(candidate));
    const branches = chosen.map(({ branch }) => branch).sort((a, b) => b.most - a.most);
    const searched = new Search(
      branches,
      root - lostBy(fixed, neighbors, own, prices),
      prices,
      limit,
      found,
      Math.min(STEPS_AT_ONCE, budget - steps),
      fixed,
    ).run();
    steps += searched.steps + 1;
    sinceBetter = searched.gain > found.gain ? 0 : sinceBetter + 1;
    found = { claims: searched.claims, gain: searched.gain };
  }
  return { ...found, steps };
}

const kept: Option = { claims: [], reduced: 0 };

/** The candidates, those first for which some choices are nearly as good as the best. */
function neighborsOf(choices: readonly Choices[]): Neighbor[] {
  return choices
    .filter(({ options }) => options.length > 0)
    .map(({ candidate, options }) => {
      const all = [kept, ...options].sort((a, b) => b.reduced - a.reduced);
      const [first, second] = all as [Option, Option];
      const regret = first.reduced - second.reduced;
      return { candidate, branch: { options: all, most: first.reduced }, regret };
    })
    .sort((a, b) => a.regret - b.regret);
}

/** Some candidates: neighbors in the list at first, then ever further apart. */
function pick(neighbors: readonly Neighbor[], round: number): readonly Neighbor[] {
  const { length } = neighbors;
  const turns = Math.ceil(length / AT_ONCE);
  const lap = Math.floor(round / turns);
  const stride = 1 + ((lap * 7) % Math.max(1, Math.floor(length / AT_ONCE)));
  const from = (round % turns) * AT_ONCE + lap * 3;
  const picked = new Set<Neighbor>();
  for (let n = 0; n < Math.min(AT_ONCE, length); n += 1) {
    picked.add(neighbors[(from + n * stride) % length] as Neighbor);
  }
  return [...picked];
}

/** Returns the gain that the fixed claims and the kept candidates give up, compared with the most at the prices. */
function lostBy(
  fixed: readonly Claim[],
  neighbors: readonly Neighbor[],
  free: ReadonlySet<Candidate>,
  prices: Prices,
): number {
  let lost = 0;
  for (const { candidate, branch } of neighbors) if (!free.has(candidate)) lost += branch.most;
  for (const claim of fixed) lost -= reducedOf(claim, priceOn(prices, claim.day));
  return lost;
}
