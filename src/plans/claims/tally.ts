import type { Day } from '../../kernel/day.ts';
import type { Claim } from './claim.ts';
import { type Limit, usedBefore } from './limit.ts';

/**
 * The claims of a plan by their days, and the part of them that the limit withholds. Amounts are whole US cents, and what an
 * exchange rate rounds down is left out: what is withheld here is never more than what is withheld in fact.
 */
export class Tally {
  readonly #limit: Limit;
  /** Days with a claim, in order, and the sums of their claims. */
  readonly #days: Day[] = [];
  readonly #sums: number[] = [];
  readonly #laterSums: number[] = [];
  readonly #counted: number[] = [];
  readonly #leftOfLedger: Map<Day, number> = new Map();

  constructor(limit: Limit) {
    this.#limit = limit;
  }

  add({ day, use, laterUse }: Claim): void {
    if (use === 0 && laterUse === 0) return;
    const at = this.#find(day);
    if (this.#days[at] === day) {
      this.#sums[at] = (this.#sums[at] as number) + use;
      this.#laterSums[at] = (this.#laterSums[at] as number) + laterUse;
      return;
    }
    this.#days.splice(at, 0, day);
    this.#sums.splice(at, 0, use);
    this.#laterSums.splice(at, 0, laterUse);
  }

  remove({ day, use, laterUse }: Claim): void {
    if (use === 0 && laterUse === 0) return;
    const at = this.#find(day);
    this.#sums[at] = (this.#sums[at] as number) - use;
    this.#laterSums[at] = (this.#laterSums[at] as number) - laterUse;
    if (this.#sums[at] !== 0 || this.#laterSums[at] !== 0) return;
    this.#days.splice(at, 1);
    this.#sums.splice(at, 1);
    this.#laterSums.splice(at, 1);
  }

  /** The cents that the limit withholds of all claims, paid in the order of their days; infinity if it refuses one. */
  withheld(): number {
    const { max, startOn, refusesFrom } = this.#limit;
    if (max === null) return 0;
    let withheld = 0;
    let inWindow = 0;
    let from = 0;
    let isCountedLater = false;
    for (let at = 0; at < this.#days.length; at += 1) {
      const day = this.#days[at] as Day;
      const start = startOn(day);
      for (; (this.#days[from] as Day) < start; from += 1) {
        inWindow -= this.#counted[from] as number;
      }
      const refuses = day >= refusesFrom;
      if (refuses && !isCountedLater) {
        isCountedLater = true;
        inWindow = this.#countLater(from, at);
      }
      const left = Math.max(0, this.#leftOn(day, max) - inWindow);
      const sum = this.#sums[at] as number;
      const paid = Math.min(sum, left);
      if (refuses && paid < sum) return Number.POSITIVE_INFINITY;
      this.#counted[at] = paid;
      inWindow += paid;
      withheld += sum - paid;
    }
    return withheld;
  }

  /** Counts some days as they count once the limit refuses, and returns their sum. */
  #countLater(from: number, to: number): number {
    let sum = 0;
    for (let at = from; at < to; at += 1) {
      this.#counted[at] = this.#laterSums[at] as number;
      sum += this.#counted[at] as number;
    }
    return sum;
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
