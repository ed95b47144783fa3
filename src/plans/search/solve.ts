import { type Candidate, type Claim, claimOn, returnableOf } from '../claims/claim.ts';
import { type Limit, limitOf } from '../claims/limit.ts';
import { endsOf, horizonOf, type Run } from '../claims/runs.ts';
import { gaining, gainOf } from '../claims/settle-claims.ts';
import type { PlanFacts } from '../facts/read-plan-request.ts';
import { choicesOf } from './choices.ts';
import { fillStretches } from './fill.ts';
import { type Found, Improver } from './improve.ts';
import { improveFew } from './neighborhoods.ts';
import { boundOf, type CandidateBound, type Option, optionsOf } from './options.ts';
import { joined, portionsOf } from './portions.ts';
import { capacityWorth, findPrices, type Prices, slipOf, windowsOf } from './prices.ts';
import { SplitSearch } from './split-search.ts';
import { topUp } from './top-up.ts';

/** The best plan that was found. Amounts are US cents over keeping everything. */
export interface Solved {
  /** In the order in which they are settled. */
  readonly claims: readonly Claim[];
  readonly gain: number;
  /** No plan gains more, on any days. */
  readonly bound: number;
  /** Steps of the search: the same for the same facts, on every machine. */
  readonly explored: number;
  /** The positions of the candidates that can be returned on some day. */
  readonly returnable: ReadonlySet<number>;
  /** The positions of the candidates that some day would pay for, if the limit left room. */
  readonly worthReturning: ReadonlySet<number>;
}

const MOST_FITS = 20_000;
/** Fewer steps for more candidates, as each of them takes longer. */
const STEPS_BY_PAIRS = 900_000_000;
const FEW_CANDIDATES = 12;
const STEPS_FOR_FEW_BY_CANDIDATES = 3_000_000;
const STEPS_TO_FILL_BY_CANDIDATES = 600_000;
const MOST_TO_FILL = 3_000;
const MOST_TOP_UPS = 30_000;
const LEAST_CANDIDATES = 20;
const MOST_OPTIONS = 20_000;

export function solve(facts: PlanFacts): Solved {
  const { rules, asOf } = facts;
  const limit = limitOf(rules, facts.ledger);
  const candidates = returnableOf(facts);
  const { stretches, runs } = horizonOf(candidates, asOf, limit, rules);
  const portions = portionsOf(candidates, runs, rules);
  const ends = portions.map((one) => endsOf(one.runs));
  const prices = findPrices(ends, windowsOf(limit, stretches), limit.refusesFrom);
  const bounds = candidates.map((candidate, at) =>
    boundOf(candidate, runs[at] as readonly Run[], prices, rules),
  );
  const root = bounds.reduce((sum, { most }) => sum + most, capacityWorth(prices));
  const ceiling = root + slipOf(root, candidates.length);

  const choices = portions.map(({ candidate }, at) =>
    choicesOf(candidate, ends[at] as readonly Claim[], stretches, prices),
  );
  const today = foundToday(candidates, limit, facts);
  const improver = new Improver(choices, limit, MOST_FITS);
  const filled = fillStretches(
    portions,
    stretches,
    limit,
    prices,
    Math.min(MOST_TO_FILL, stepsFor(STEPS_TO_FILL_BY_CANDIDATES, candidates.length)),
  );
  let steps = filled.steps;
  let found = today;
  for (const beginning of [improver.search(prices.taken), filled]) {
    if (found.gain + 1 > ceiling) break;
    const topped = topUp(portions, limit, rules, beginning, MOST_TOP_UPS);
    const budget = stepsFor(STEPS_FOR_FEW_BY_CANDIDATES, portions.length);
    const improved = improveFew(choices, ceiling, prices, limit, topped, budget);
    const last = topUp(portions, limit, rules, improved, MOST_TOP_UPS);
    steps += topped.steps + improved.steps + last.steps;
    found = best(found, joined(last, portions, limit, rules));
  }
  const searched = searchAll(bounds, ceiling, prices, limit, found, facts);
  const claims = gaining(searched.claims, limit);
  const gain = gainOf(claims, limit) as number;
  return {
    claims,
    gain,
    bound: Math.max(gain, Math.floor(searched.bound)),
    explored: improver.steps + steps + searched.steps,
    returnable: new Set(candidates.map(({ position }) => position)),
    worthReturning: new Set(
      ends.flat().flatMap(({ worth, candidate }) => (worth > 0 ? candidate.position : [])),
    ),
  };
}

function foundToday(candidates: readonly Candidate[], limit: Limit, facts: PlanFacts): Found {
  const claims = candidates.flatMap(
    (candidate) => claimOn(candidate, facts.asOf, candidate.quantity, facts.rules) ?? [],
  );
  const gain = gainOf(claims, limit);
  return best({ claims: [], gain: 0 }, { claims, gain: gain ?? 0 });
}

function best(a: Found, b: Found): Found {
  return b.gain > a.gain ? b : a;
}

/** Searches all that can be better than a plan, or as much of it as the steps last. */
function searchAll(
  bounds: readonly CandidateBound[],
  ceiling: number,
  prices: Prices,
  limit: Limit,
  found: Found,
  { rules }: PlanFacts,
): Found & { readonly bound: number; readonly steps: number } {
  const gap = ceiling - found.gain - 1;
  if (gap < 0) return { ...found, bound: found.gain, steps: 0 };
  let room = MOST_OPTIONS;
  const all: (readonly Option[])[] = [];
  for (const bound of bounds) {
    const options = optionsOf(bound, gap, prices, rules, room);
    if (options === null) return { ...found, bound: ceiling, steps: 0 };
    room -= options.length;
    all.push(options);
  }
  const steps = Math.floor(STEPS_BY_PAIRS / Math.max(FEW_CANDIDATES, all.length) ** 2);
  return new SplitSearch(all, prices, limit, found, steps).run(ceiling);
}

function stepsFor(all: number, candidates: number): number {
  return Math.floor(all / Math.max(LEAST_CANDIDATES, candidates));
}
