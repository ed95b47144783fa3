import type { Candidate, Claim } from '../claims/claim.ts';
import type { Limit } from '../claims/limit.ts';
import { gainOf } from '../claims/settle-claims.ts';
import { Tally } from '../claims/tally.ts';
import type { Choices } from './choices.ts';
import { type Option, useOf } from './options.ts';
import type { TakenShare } from './prices.ts';

/** A plan in the making, and the steps that it took. */
export interface Found {
  readonly claims: readonly Claim[];
  /** US cents over keeping everything. */
  readonly gain: number;
}

/** Makes a plan and improves it: every step takes one or two candidates out and puts them back where they gain most. */
export class Improver {
  readonly #limit: Limit;
  readonly #tally: Tally;
  readonly #choices: readonly (readonly Claim[])[];
  readonly #regrets: readonly number[];
  readonly #positions: ReadonlyMap<Candidate, number>;
  readonly #chosen: (readonly Claim[])[];
  #worth = 0;
  #budget: number;
  steps = 0;

  constructor(choices: readonly Choices[], limit: Limit, budget: number) {
    this.#limit = limit;
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

  /** Takes what the relaxation takes whole. */
  #begin({ claim, share }: TakenShare): void {
    if (share < 0.999_999) return;
    this.#put(this.#positions.get(claim.candidate) as number, [claim]);
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
          if (a !== b && (this.#chosen[a] as readonly Claim[]).length > 0) this.#refit([b, a]);
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
    for (const claim of this.#choices[at] as readonly Claim[]) tryOut([claim]);
    this.#put(at, chosen);
  }
}

/** The worth of a cent of the first choice beyond the second, or beyond keeping. */
function regretOf([first, second]: readonly Option[]): number {
  if (first === undefined) return 0;
  const next = Math.max(0, second?.reduced ?? 0);
  return (first.reduced - next) / Math.max(1, useOf(first));
}
