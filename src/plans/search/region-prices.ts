import type { Day } from '../../kernel/day.ts';
import { type Limit, usedBefore } from '../claims/limit.ts';
import type { Prices, Window } from './prices.ts';
import { firstFrom, type Line, mostUse, type Region, type TimedOption } from './region.ts';
import { type Column, relax } from './relaxation.ts';

/** The relaxation of a region. */
export interface RegionPrices extends Prices {
  /** The mean position of each line's options, by their shares; the last one stands for what is not taken. */
  readonly means: readonly number[];
  /** For each line, the mean distance of its options from that position, times their use of the limit. */
  readonly spreads: readonly number[];
  /** The steps of the search that the relaxation takes the place of. */
  readonly effort: number;
}

interface OptionColumn extends Column {
  readonly at: number;
}

const MOST_PIVOTS = 2_000;

/** Looks for the prices with the least bound for the plans of a region. */
export function pricesOfRegion(
  lines: readonly Line[],
  region: Region,
  limit: Limit,
  base: readonly Window[],
): RegionPrices {
  const windows = windowsOfRegion(lines, region, limit, base);
  const columns = lines.flatMap((line, group) =>
    columnsOfLine(line, group, region, windows, limit.refusesFrom),
  );
  const capacities = windows.map(({ capacity }) => capacity);
  const { prices, taken } = relax(columns, lines.length, capacities, MOST_PIVOTS);
  const shares = lines.map((): { readonly at: number; readonly share: number }[] => []);
  for (const { column, share } of taken) {
    shares[column.group]?.push({ at: (column as OptionColumn).at, share });
  }
  for (const [group, own] of shares.entries()) {
    const rest = 1 - own.reduce((sum, { share }) => sum + share, 0);
    own.push({ at: region.to[group] as number, share: Math.max(0, rest) });
  }
  const means = shares.map((own) => own.reduce((sum, { at, share }) => sum + at * share, 0));
  const spreads = shares.map((own, group) => {
    const largest = lines[group]?.options[region.from[group] as number]?.use as number;
    const mean = means[group] as number;
    return own.reduce((sum, { at, share }) => sum + Math.abs(at - mean) * share * largest, 0);
  });
  const isPriced = prices.map((price) => price > 0);
  return {
    windows: windows.filter((_, at) => isPriced[at]),
    prices: prices.filter((_, at) => isPriced[at]),
    refusesFrom: limit.refusesFrom,
    means,
    spreads,
    effort: columns.length * windows.length,
  };
}

/** The windows at the ends of a region's days, and those of all days, as far as claims can exceed them. */
function windowsOfRegion(
  lines: readonly Line[],
  region: Region,
  limit: Limit,
  base: readonly Window[],
): Window[] {
  const { max, startOn, givenBackOn, refusesFrom } = limit;
  const windows = new Map<string, Window>();
  const add = (start: Day, to: Day): void => {
    const from = to < refusesFrom ? start : Math.max(start, refusesFrom);
    const capacity = Math.max(0, (max as number) - usedBefore(limit, to));
    windows.set(`${from} ${to}`, { from, to, capacity });
  };
  for (const window of base) windows.set(`${window.from} ${window.to}`, window);
  // Without a limit there are no windows at all.
  const last = Math.max(...base.map(({ to }) => to));
  for (const [at, { options }] of lines.entries()) {
    const begin = (options[region.from[at] as number] as TimedOption).first;
    const end = (options[region.to[at] as number] as TimedOption).last;
    if (begin <= last) add(begin, Math.min(last, givenBackOn(begin) - 1));
    if (end <= last) add(startOn(end), end);
  }
  return [...windows.values()].filter((window) => mostUse(lines, region, window) > window.capacity);
}

/** The claims of a line between which all others lie, by their linear course; of options with one claim. */
function columnsOfLine(
  line: Line,
  group: number,
  region: Region,
  windows: readonly Window[],
  refusesFrom: Day,
): OptionColumn[] {
  const { options, bends } = line;
  const from = region.from[group] as number;
  const to = region.to[group] as number;
  const positions = new Set([from, to, ...bends.filter((at) => at > from && at < to)]);
  for (const window of windows) {
    for (const day of [window.from, window.to + 1]) {
      const at = firstFrom(line, from, to, day);
      positions.add(at).add(Math.max(from, at - 1));
    }
  }
  const picked = [...positions].sort((a, b) => a - b);
  // So much more is each claim worth if keeping the candidate lies in another region.
  const isKept = options[to]?.claims.length === 0;
  const worths = picked.map((at) => Math.abs((options[at] as TimedOption).worth));
  const bonus = isKept ? 0 : 4 * Math.max(...worths);
  return picked.flatMap((at): OptionColumn[] => {
    const { claims, worth, use, first } = options[at] as TimedOption;
    if (claims.length !== 1) return [];
    const rows = windows.flatMap((one, row) => (one.from <= first && first <= one.to ? [row] : []));
    const column = { group, at, worth: worth + bonus, use, rows };
    const isClipped = first < refusesFrom && column.worth > use;
    return isClipped ? [column, { ...column, worth: column.worth - use, use: 0 }] : [column];
  });
}
