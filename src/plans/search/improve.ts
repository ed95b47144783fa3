import type { PlanRules } from '../facts/plan-rules.ts';
import type { Choices } from './choices.ts';
import { type Candidate, type Claim, claimOn } from './claim.ts';
import type { Limit } from './limit.ts';
import { isInParts, type Option } from './options.ts';
import type { TakenShare } from './prices.ts';
import { gainOf } from './settle-claims.ts';
import { Tally } from './tally.ts';

/** A plan in the making, and the steps that it took. */
export interface Found {
  readonly claims: readonly Claim[];
  /** US cents over keeping everything. */
  readonly gain: number;
}

/** The most days that share the units of a candidate. */
const MOST_PARTS = 4;

/** Makes a plan and improves it: every step takes one or two candidates out and puts them back where they gain most. */
export class Improver {
  readonly #limit: Limit;
  readonly #rules: PlanRules;
  readonly #tally: Tally;
  readonly #choices: readonly (readonly Claim[])[];
  readonly #regrets: readonly number[];
  readonly #positions: ReadonlyMap<Candidate, number>;
  readonly #chosen: (readonly Claim[])[];
  #worth = 0;
  #budget: number;
  steps = 0;

  constructor(choices: readonly Choices[], limit: Limit, rules: PlanRules, budget: number) {
    this.#limit = limit;
    this.#rules = rules;
    this.#budget = budget;
    this.#tally = new Tally(limit);
    this.#choices = choices.map(({ options }) => options.flatMap(({ claims }) => claims));
    this.#regrets = choices.map(({ options }) => regretOf(options));
    this.#positions = new Map(choices.map(({ candidate }, at) => [candidate, at]));
    this.#chosen = choices.map(() => []);
  }

  /** The best plan of several beginnings, each improved. */
  search(taken: readonly TakenShare[]): Found {
    const everyone = this.#choices.map((_, at) => at);
    const regret = this.#regrets;
    const size = everyone.map((at) => this.#choices[at]?.[0]?.use ?? 0);
    const beginnings = [
      [...everyone].sort((a, b) => (regret[b] as number) - (regret[a] as number) || a - b),
      [...everyone].sort((a, b) => (size[b] as number) - (size[a] as number) || a - b),
      [...everyone].sort((a, b) => (size[a] as number) - (size[b] as number) || a - b),
    ];
    let best: Found = { claims: [], gain: 0 };
    const share = Math.floor(this.#budget / beginnings.length);
    for (const [n, order] of beginnings.entries()) {
      this.#budget = this.steps + Math.max(share, everyone.length);
      for (const at of everyone) this.#put(at, []);
      if (n === 0) for (const one of taken) this.#begin(one);
      for (const at of order) if (this.#chosen[at]?.length === 0) this.#fit(at);
      this.#improve(order);
      const claims = this.#chosen.flat();
      const gain = gainOf(claims, this.#limit);
      if (gain !== null && gain > best.gain) best = { claims, gain };
    }
    return best;
  }

  /** Takes what the relaxation takes, as far as units are whole. */
  #begin({ claim, share }: TakenShare): void {
    const { candidate, day, units } = claim;
    const at = this.#positions.get(candidate) as number;
    const count = isInParts(candidate)
      ? Math.floor(units * share + 1e-6)
      : share > 0.999_999
        ? 1
        : 0;
    if (count === 0) return;
    const part = isInParts(candidate) ? claimOn(candidate, day, count, this.#rules) : claim;
    const earlier = (this.#chosen[at] as readonly Claim[]).filter((one) => one.day !== day);
    this.#put(at, [...earlier, part as Claim]);
  }

  #improve(order: readonly number[]): void {
    const active = order.filter((at) => this.#choices[at]?.length !== 0);
    let before: number;
    do {
      before = this.#value();
      for (const at of active) this.#refit([at]);
      if (this.#value() > before) continue;
      for (const a of active) {
        for (const b of active) {
          if (this.steps >= this.#budget) return;
          if (a !== b && (this.#chosen[a]?.length ?? 0) > 0) this.#refit([b, a]);
        }
      }
    } while (this.#value() > before && this.steps < this.#budget);
  }

  #value(): number {
    return this.#worth - this.#tally.withheld();
  }

  /** Takes candidates out and puts them back in their order, unless that gains nothing. */
  #refit(order: readonly number[]): void {
    const before = this.#value();
    const old = order.map((at) => this.#chosen[at] as readonly Claim[]);
    for (const at of order) this.#put(at, []);
    for (const at of order) this.#fit(at);
    if (this.#value() > before) return;
    for (const [n, at] of order.entries()) this.#put(at, old[n] as readonly Claim[]);
  }

  #put(at: number, claims: readonly Claim[]): void {
    for (const claim of this.#chosen[at] as readonly Claim[]) {
      this.#tally.remove(claim);
      this.#worth -= claim.worth;
    }
    this.#chosen[at] = claims;
    for (const claim of claims) {
      this.#tally.add(claim);
      this.#worth += claim.worth;
    }
  }

  /** Gives a candidate that has no claims those that gain most. */
  #fit(at: number): void {
    let best = this.#value();
    let chosen: readonly Claim[] = [];
    const tryOut = (claims: readonly Claim[]): void => {
      this.steps += 1;
      this.#put(at, claims);
      const value = this.#value();
      if (value > best) [best, chosen] = [value, claims];
      this.#put(at, []);
    };
    const choices = this.#choices[at] as readonly Claim[];
    for (const claim of choices) tryOut([claim]);
    const [first] = choices;
    if (first !== undefined && isInParts(first.candidate)) {
      for (let skipped = 0; skipped < Math.min(2, choices.length); skipped += 1) {
        tryOut(this.#partsOf(at, choices.slice(skipped, skipped + MOST_PARTS)));
      }
    }
    this.#put(at, chosen);
  }

  /** As many units as fit on the first of some days, then on the next, until none are left. */
  #partsOf(at: number, choices: readonly Claim[]): readonly Claim[] {
    const parts: Claim[] = [];
    let left = choices[0]?.units ?? 0;
    for (const claim of choices) {
      const part = left > 0 ? this.#mostThatFits(at, parts, claim, left) : null;
      if (part === null) continue;
      parts.push(part);
      left -= part.units;
    }
    return parts;
  }

  #mostThatFits(
    at: number,
    parts: readonly Claim[],
    { candidate, day }: Claim,
    most: number,
  ): Claim | null {
    this.#put(at, parts);
    const withheld = this.#tally.withheld();
    let fits: Claim | null = null;
    let [low, high] = [0, most];
    while (low < high) {
      this.steps += 1;
      const units = Math.ceil((low + high) / 2);
      const claim = claimOn(candidate, day, units, this.#rules) as Claim;
      this.#tally.add(claim);
      const isOver = this.#tally.withheld() > withheld;
      this.#tally.remove(claim);
      if (isOver) high = units - 1;
      else [low, fits] = [units, claim];
    }
    this.#put(at, []);
    return fits;
  }
}

/** The worth of a cent of the first choice beyond the second, or beyond keeping. */
function regretOf([first, second]: readonly Option[]): number {
  if (first === undefined) return 0;
  const next = Math.max(0, second?.reduced ?? 0);
  return (first.reduced - next) / Math.max(1, first.claims[0]?.use ?? 0);
}
