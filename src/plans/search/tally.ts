import type { Day } from '../../kernel/day.ts';
import { type Limit, usedBefore } from './limit.ts';

/**
 * The claims of a plan by their days, and what the limit withholds of them. Amounts are whole US cents, and what an
 * exchange rate rounds down is left out: what is withheld here is never more than what is withheld in fact.
 */
export class Tally {
  readonly #limit: Limit;
  /** Days with a claim, in order, and the sums of their claims. */
  readonly #days: Day[] = [];
  readonly #sums: number[] = [];
  readonly #paid: number[] = [];
  readonly #leftOfLedger: Map<Day, number> = new Map();

  constructor(limit: Limit) {
    this.#limit = limit;
  }

  add(day: Day, use: number): void {
    if (use === 0) return;
    const at = this.#find(day);
    if (this.#days[at] === day) {
      this.#sums[at] = (this.#sums[at] as number) + use;
      return;
    }
    this.#days.splice(at, 0, day);
    this.#sums.splice(at, 0, use);
  }

  remove(day: Day, use: number): void {
    if (use === 0) return;
    const at = this.#find(day);
    const left = (this.#sums[at] as number) - use;
    this.#sums[at] = left;
    if (left > 0) return;
    this.#days.splice(at, 1);
    this.#sums.splice(at, 1);
  }

  /** The cents that the limit withholds of all claims, paid in the order of their days. */
  withheld(): number {
    const { max, startOn } = this.#limit;
    if (max === null) return 0;
    let withheld = 0;
    let inWindow = 0;
    let from = 0;
    for (let at = 0; at < this.#days.length; at += 1) {
      const day = this.#days[at] as Day;
      const start = startOn(day);
      for (; (this.#days[from] as Day) < start; from += 1) inWindow -= this.#paid[from] as number;
      const left = Math.max(0, this.#leftOn(day, max) - inWindow);
      const sum = this.#sums[at] as number;
      const paid = Math.min(sum, left);
      this.#paid[at] = paid;
      inWindow += paid;
      withheld += sum - paid;
    }
    return withheld;
  }

  /** The cents of all claims that a window covers. */
  usedIn(from: Day, to: Day): number {
    let used = 0;
    for (let at = this.#find(from); (this.#days[at] ?? to + 1) <= to; at += 1) {
      used += this.#sums[at] as number;
    }
    return used;
  }

  #leftOn(day: Day, max: number): number {
    const known = this.#leftOfLedger.get(day);
    if (known !== undefined) return known;
    const left = max - usedBefore(this.#limit, day);
    this.#leftOfLedger.set(day, left);
    return left;
  }

  /** The position of the first day that is not before a day. */
  #find(day: Day): number {
    let [from, to] = [0, this.#days.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((this.#days[middle] as Day) < day) from = middle + 1;
      else to = middle;
    }
    return from;
  }
}
