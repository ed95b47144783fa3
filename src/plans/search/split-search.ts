import type { Day } from '../../kernel/day.ts';
import type { Limit } from '../claims/limit.ts';
import { type Branch, canGain, Search, type Searched } from './branch-and-bound.ts';
import type { Found } from './improve.ts';
import type { Option } from './options.ts';
import { capacityWorth, type Prices, priceOn, slipOf } from './prices.ts';
import { Queue } from './queue.ts';
import { isRefused, type Line, lineOf, mostUse, type Region, type TimedOption } from './region.ts';
import { pricesOfRegion } from './region-prices.ts';

/** The steps of a search depth first before its region is split, for each candidate. */
const STEPS_WITHIN = 100;
/** The steps of the first such search, for each pair of candidates; fewer for many of them, as each step takes longer. */
const STEPS_AT_FIRST = 400;
const STEPS_BY_CANDIDATES = 30_000_000;

/**
 * Looks for a plan that gains more than one that was found. A region of the search has prices of its own, which bound
 * it. If a search depth first does not come to its end soon, the days of the candidate that the relaxation spreads most are
 * split at their mean. The region with the highest bound comes first.
 */
export class SplitSearch {
  readonly #lines: readonly Line[];
  readonly #prices: Prices;
  readonly #limit: Limit;
  readonly #regions = new Queue<Region>(isBefore);
  readonly #budget: number;
  #best: Found;
  /** The most that a plan gains before an exchange rate rounds what the limit leaves. */
  #bound: number;
  #steps = 0;

  /** `options` are those of each candidate; `prices` are those of all days. */
  constructor(
    options: readonly (readonly Option[])[],
    prices: Prices,
    limit: Limit,
    found: Found,
    budget: number,
  ) {
    this.#lines = options.map(lineOf);
    this.#prices = prices;
    this.#limit = limit;
    this.#best = found;
    this.#bound = found.gain;
    this.#budget = budget;
  }

  /** `ceiling` bounds every plan. */
  run(ceiling: number): Searched {
    const from = this.#lines.map(() => 0);
    const to = this.#lines.map(({ options }) => options.length - 1);
    this.#open({ from, to, bound: ceiling, depth: 0 }, this.#prices);
    let region = this.#regions.pop();
    for (; region !== undefined && this.#canGain(region.bound); region = this.#regions.pop()) {
      if (this.#steps >= this.#budget) break;
      this.#split(region);
    }
    const isWhole = region === undefined || !this.#canGain(region.bound);
    const bound = isWhole ? this.#bound : Math.max(this.#bound, (region as Region).bound);
    return { ...this.#best, bound, steps: this.#steps, isWhole };
  }

  /** Keeps a region to be split, unless no plan of it can be better. */
  #open(region: Region, prices: Prices): void {
    if (region.from.some((first, at) => first > (region.to[at] as number))) return;
    if (isRefused(this.#lines, region, this.#limit)) return;
    const bound = this.#boundOf(region, prices);
    if (this.#canGain(bound)) this.#regions.push({ ...region, bound });
  }

  #split(region: Region): void {
    const prices = pricesOfRegion(this.#lines, region, this.#limit, this.#prices.windows);
    this.#steps += prices.effort;
    const bound = this.#boundOf(region, prices);
    if (!this.#canGain(bound) || this.#isSearched(region, prices)) return;
    const at = widest(region, prices.spreads);
    const [from, to] = [region.from[at] as number, region.to[at] as number];
    const isSpread = (prices.spreads[at] as number) > NO_SPREAD;
    const middle = isSpread ? (prices.means[at] as number) : (from + to) / 2;
    const after = Math.min(to - 1, Math.floor(middle));
    const next = { ...region, bound, depth: region.depth + 1 };
    this.#open({ ...next, from: replaced(region.from, at, after + 1) }, prices);
    this.#open({ ...next, to: replaced(region.to, at, after) }, prices);
  }

  /** Bounds a region at any prices: its windows have no more than their capacity, and use no more than its claims. */
  #boundOf(region: Region, prices: Prices): number {
    const priceFor = priceTable(prices);
    let bound = 0;
    for (const [at, { options }] of this.#lines.entries()) {
      const [from, to] = [region.from[at] as number, region.to[at] as number];
      let best = Number.NEGATIVE_INFINITY;
      for (let n = from; n <= to; n += 1) {
        best = Math.max(best, reducedAt(options[n] as TimedOption, priceFor));
      }
      bound += best;
      this.#steps += 1 + to - from;
    }
    for (const [at, window] of prices.windows.entries()) {
      const most = Math.min(window.capacity, mostUse(this.#lines, region, window));
      bound += most * (prices.prices[at] as number);
    }
    return Math.min(region.bound, bound + slipOf(bound, this.#lines.length));
  }

  /** Searches a region depth first; returns whether the search came to its end. */
  #isSearched({ from, to, depth }: Region, prices: Prices): boolean {
    const priceFor = priceTable(prices);
    const branches = this.#lines.map(({ options }, at): Branch => {
      const own = options
        .slice(from[at], (to[at] as number) + 1)
        .map((one): Option => ({ claims: one.claims, reduced: reducedAt(one, priceFor) }))
        .sort((a, b) => b.reduced - a.reduced);
      return { options: own, most: own[0]?.reduced as number };
    });
    const sum = branches.reduce((most, one) => most + one.most, capacityWorth(prices));
    const root = sum + slipOf(sum, branches.length);
    const { length } = branches;
    const atFirst = Math.min(STEPS_AT_FIRST * length ** 2, STEPS_BY_CANDIDATES / length);
    const budget = depth === 0 ? Math.max(length, atFirst) : STEPS_WITHIN * length;
    const search = new Search(branches, root, prices, this.#limit, this.#best, budget);
    const { claims, gain, bound, steps, isWhole } = search.run();
    this.#steps += steps;
    this.#best = { claims, gain };
    if (isWhole) this.#bound = Math.max(this.#bound, bound);
    return isWhole;
  }

  #canGain(bound: number): boolean {
    return canGain(bound, this.#best);
  }
}

/** The region with the higher bound in whole cents first, then the deeper one. */
function isBefore(a: Region, b: Region): boolean {
  const by = Math.floor(a.bound) - Math.floor(b.bound);
  return by > 0 || (by === 0 && a.depth > b.depth);
}

/** The line that the relaxation spreads most, or the one with most options. */
function widest({ from, to }: Region, spreads: readonly number[]): number {
  let [at, most] = [0, -1];
  for (const [n, spread] of spreads.entries()) {
    const width = (to[n] as number) - (from[n] as number);
    const weight = spread > NO_SPREAD ? spread : width * NO_SPREAD;
    if (width > 0 && weight > most) [at, most] = [n, weight];
  }
  return at;
}

/** Below any spread, even times the days of all terms. */
const NO_SPREAD = 1e-6;

function replaced(positions: readonly number[], at: number, position: number): number[] {
  const copy = [...positions];
  copy[at] = position;
  return copy;
}

type PriceFor = (day: Day) => number;

function priceTable(prices: Prices): PriceFor {
  const known = new Map<Day, number>();
  return (day) => {
    const price = known.get(day) ?? priceOn(prices, day);
    known.set(day, price);
    return price;
  };
}

function reducedAt(
  { claims, worth }: Pick<TimedOption, 'claims' | 'worth'>,
  priceFor: PriceFor,
): number {
  let reduced = worth;
  for (const { day, use } of claims) reduced -= use * priceFor(day);
  return reduced;
}
