import type { Day } from '../../kernel/day.ts';
import type { Claim } from '../claims/claim.ts';
import { type Limit, usedBefore } from '../claims/limit.ts';
import { type Option, useOf, worthOf } from './options.ts';
import type { Window } from './prices.ts';

/** An option with its sums and its days. Keeping the candidate lies after all days. */
export interface TimedOption {
  readonly claims: readonly Claim[];
  readonly worth: number;
  readonly use: number;
  readonly first: Day;
  readonly last: Day;
}

/** The options of a candidate in the order of their days. */
export interface Line {
  readonly options: readonly TimedOption[];
  /** The positions at which the options do not go on by the same amounts every day. */
  readonly bends: readonly number[];
}

/** A part of the search: of each line, the options from one position to another. */
export interface Region {
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** No plan in it gains more. */
  readonly bound: number;
  /** The number of times it was split. */
  readonly depth: number;
}

export function lineOf(unsorted: readonly Option[]): Line {
  const options = unsorted
    .map(
      (option): TimedOption => ({
        claims: option.claims,
        worth: worthOf(option),
        use: useOf(option),
        first: option.claims[0]?.day ?? Number.POSITIVE_INFINITY,
        last: option.claims[option.claims.length - 1]?.day ?? Number.POSITIVE_INFINITY,
      }),
    )
    .sort((a, b) => (a.first === b.first ? a.use - b.use : a.first - b.first));
  const bends = new Set<number>();
  for (let n = 1; n + 1 < options.length; n += 1) {
    const [before, one, after] = options.slice(n - 1, n + 2) as [
      TimedOption,
      TimedOption,
      TimedOption,
    ];
    if (isBend(before, one, after)) for (const at of [n - 1, n, n + 1]) bends.add(at);
  }
  return { options, bends: [...bends].sort((a, b) => a - b) };
}

/** Above the cents by which rounding bends a claim's course. */
const ROUNDING = 5;

function isBend(before: TimedOption, one: TimedOption, after: TimedOption): boolean {
  const bend = (field: 'first' | 'use' | 'worth'): number =>
    Math.abs(before[field] + after[field] - 2 * one[field]);
  return bend('first') !== 0 || bend('use') > ROUNDING || bend('worth') > ROUNDING;
}

/** The first position of a line from one to another whose options begin on a day or later. */
export function firstFrom({ options }: Line, low: number, high: number, day: Day): number {
  let [from, to] = [low, high];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((options[middle] as TimedOption).first < day) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** The most that a window's claims use in a region; not counted further than its capacity. */
export function mostUse(lines: readonly Line[], { from, to }: Region, window: Window): number {
  let most = 0;
  for (let at = 0; at < lines.length && most <= window.capacity; at += 1) {
    let own = 0;
    for (let n = from[at] as number; n <= (to[at] as number); n += 1) {
      const { use, first, last } = (lines[at] as Line).options[n] as TimedOption;
      if (use > own && last >= window.from && first <= window.to) own = use;
    }
    most += own;
  }
  return most;
}

/** Returns whether the limit refuses every plan of a region: claims that count together on any of their days exceed it. */
export function isRefused(lines: readonly Line[], { from, to }: Region, limit: Limit): boolean {
  const { max, startOn, refusesFrom } = limit;
  if (max === null || refusesFrom === Number.POSITIVE_INFINITY) return false;
  const spans = lines.flatMap(({ options }, at) => {
    const own = options.slice(from[at], (to[at] as number) + 1);
    const { first } = own[0] as TimedOption;
    let [last, least] = [first, Number.POSITIVE_INFINITY];
    for (const one of own) {
      last = Math.max(last, one.last);
      least = Math.min(least, one.use);
    }
    return least === 0 || first < refusesFrom ? [] : [{ first, last, least }];
  });
  spans.sort((a, b) => a.last - b.last);
  return spans.some(({ first: start }) => {
    let used = 0;
    return spans.some(({ first, last, least }) => {
      if (first < start || startOn(last) > start) return false;
      used += least;
      return used > max - usedBefore(limit, last);
    });
  });
}
