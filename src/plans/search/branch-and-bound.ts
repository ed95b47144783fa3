import type { Claim } from '../claims/claim.ts';
import type { Limit } from '../claims/limit.ts';
import { gainOf } from '../claims/settle-claims.ts';
import { Tally } from '../claims/tally.ts';
import type { Found } from './improve.ts';
import { type Option, useOf, worthOf } from './options.ts';
import { type Prices, priceOn } from './prices.ts';

/** The options of one candidate, the best first, and the most that any plan can gain with it. */
export interface Branch {
  readonly options: readonly Option[];
  readonly most: number;
}

export interface Searched extends Found {
  /** The most that any plan gains, before an exchange rate rounds what the limit leaves. */
  readonly bound: number;
  readonly steps: number;
  /** True if the search came to its end. */
  readonly isWhole: boolean;
}

/**
 * Looks for a plan that gains more than one that was found, depth first, and leaves out every part of the search in which
 * none can: the bound of a part is what its claims gain at the prices, what the other candidates gain at most, and the
 * capacity of the windows at their prices, less what this choice of claims loses of it for certain.
 */
export class Search {
  readonly #branches: readonly Branch[];
  readonly #prices: Prices;
  readonly #limit: Limit;
  readonly #tally: Tally;
  readonly #path: Claim[] = [];
  /** From each branch on: the sum of the most, of the most worth before the limit, and of the most use. */
  readonly #rest: readonly { readonly worth: number; readonly use: number }[];
  readonly #lossPerDay: Map<number, number> = new Map();
  readonly #root: number;
  #worth = 0;
  #best: Found;
  /** The most that a plan gains before an exchange rate rounds what the limit leaves. */
  #bound: number;
  #steps = 0;
  readonly #budget: number;

  /** `fixed` are claims of candidates that are in none of the branches; `root` bounds what a plan with them gains. */
  constructor(
    branches: readonly Branch[],
    root: number,
    prices: Prices,
    limit: Limit,
    found: Found,
    budget: number,
    fixed: readonly Claim[] = [],
  ) {
    this.#branches = branches;
    this.#root = root;
    this.#prices = prices;
    this.#limit = limit;
    this.#tally = new Tally(limit);
    this.#best = found;
    this.#bound = found.gain;
    this.#budget = budget;
    const rest = [{ worth: 0, use: 0 }];
    for (const { options } of [...branches].reverse()) {
      const { worth, use } = rest[rest.length - 1] as (typeof rest)[number];
      rest.push({
        worth: worth + Math.max(...options.map(worthOf)),
        use: use + Math.max(...options.map(useOf)),
      });
    }
    this.#rest = rest.reverse();
    for (const claim of fixed) this.#take(claim);
  }

  run(): Searched {
    const isWhole = this.#visit(0, 0);
    const bound = isWhole ? this.#bound : Math.max(this.#bound, this.#root);
    return { ...this.#best, bound, steps: this.#steps, isWhole };
  }

  /** Returns whether the part of the search came to its end. */
  #visit(depth: number, loss: number): boolean {
    const branch = this.#branches[depth];
    if (branch === undefined) {
      this.#arrive();
      return true;
    }
    for (const { claims, reduced } of branch.options) {
      const lossWith = loss + branch.most - reduced;
      if (!this.#canGain(this.#root - lossWith)) break;
      if (this.#steps >= this.#budget) return false;
      this.#steps += 1;
      for (const claim of claims) this.#take(claim);
      const isOpen = this.#isOpen(depth + 1, lossWith);
      const isWhole = !isOpen || this.#visit(depth + 1, lossWith);
      for (const claim of claims) this.#giveBack(claim);
      if (!isWhole) return false;
    }
    return true;
  }

  #canGain(bound: number): boolean {
    return canGain(bound, this.#best);
  }

  /** Returns whether the claims taken so far can be part of a better plan. */
  #isOpen(depth: number, loss: number): boolean {
    const withheld = this.#tally.withheld();
    if (withheld === Number.POSITIVE_INFINITY) return false;
    const rest = this.#rest[depth] as { readonly worth: number; readonly use: number };
    if (!this.#canGain(this.#worth - withheld + rest.worth)) return false;
    return this.#canGain(this.#root - loss - this.#lostFor(rest.use));
  }

  /** Returns the certain loss of the windows: capacity that no claim is left to use, or claims beyond it. */
  #lostFor(use: number): number {
    let unused = 0;
    let beyond = 0;
    for (const [at, { from, to, capacity }] of this.#prices.windows.entries()) {
      const left = capacity - this.#tally.usedIn(from, to);
      if (left > use) unused += (left - use) * (this.#prices.prices[at] as number);
      if (left < 0) beyond = Math.max(beyond, -left * this.#leastLoss(from, to));
    }
    return Math.max(unused, beyond);
  }

  /** The least that a withheld cent costs beyond its price, of the claims in a window. */
  #leastLoss(from: number, to: number): number {
    let least = 1;
    for (const { day } of this.#path) {
      if (day >= from && day <= to) least = Math.min(least, this.#lossOn(day));
    }
    return least;
  }

  #lossOn(day: number): number {
    const known = this.#lossPerDay.get(day);
    if (known !== undefined) return known;
    const loss = Math.max(0, 1 - priceOn(this.#prices, day));
    this.#lossPerDay.set(day, loss);
    return loss;
  }

  #take(claim: Claim): void {
    this.#path.push(claim);
    this.#tally.add(claim);
    this.#worth += claim.worth;
  }

  #giveBack(claim: Claim): void {
    this.#path.pop();
    this.#tally.remove(claim);
    this.#worth -= claim.worth;
  }

  #arrive(): void {
    const withheld = this.#tally.withheld();
    const gain = gainOf(this.#path, this.#limit);
    if (gain !== null && gain > this.#best.gain) this.#best = { claims: [...this.#path], gain };
    if (gain !== null) this.#bound = Math.max(this.#bound, this.#worth - withheld);
  }
}

/** Of a cent: far above the errors of the prices, far below a difference of two plans. */
const SLIP = 0.01;

/** Returns whether a bound allows at least a cent more than the best plan. */
export function canGain(bound: number, best: Found): boolean {
  return bound > best.gain + 1 - SLIP;
}
