import type { Day } from '../../kernel/day.ts';
import type { Claim } from '../claims/claim.ts';
import { type Limit, type Stretch, usedBefore } from '../claims/limit.ts';
import { type Column, relax } from './relaxation.ts';

// The fractional relaxation, by its prices (Lagrange multipliers). A plan's claims use no more of the limit than a window
// has. So for any prices of at least 0, no plan gains more than the capacity of all windows at their prices, and for each
// candidate its best claim less the price of what it uses. The prices that make this sum small are looked for here; that
// they are not the very best costs tightness, never truth.

/** The days whose claims count together on `to`, and the cents that are left for them. */
export interface Window extends Stretch {
  readonly capacity: number;
}

export function windowsOf(limit: Limit, stretches: readonly Stretch[]): Window[] {
  const { max, startOn, refusesFrom } = limit;
  if (max === null) return [];
  return stretches.map(({ to }) => ({
    from: to < refusesFrom ? startOn(to) : Math.max(startOn(to), refusesFrom),
    to,
    capacity: Math.max(0, max - usedBefore(limit, to)),
  }));
}

/** Prices for a cent of each window. */
export interface Prices {
  readonly windows: readonly Window[];
  readonly prices: readonly number[];
  readonly refusesFrom: Day;
}

/** The price of using a cent of the limit on a day: at most 1 if it clips, as a withheld cent costs no more. */
export function priceOn({ windows, prices, refusesFrom }: Prices, day: Day): number {
  const price = windows.reduce(
    (sum, { from, to }, at) => (from <= day && day <= to ? sum + (prices[at] as number) : sum),
    0,
  );
  return day < refusesFrom ? Math.min(1, price) : price;
}

/** The worth of a claim less the price of its use. */
export function reducedOf({ worth, use }: Claim, price: number): number {
  return worth - use * price;
}

/** The worth of the capacity of all windows at their prices. */
export function capacityWorth({ windows, prices }: Prices): number {
  return windows.reduce((sum, { capacity }, at) => sum + capacity * (prices[at] as number), 0);
}

/** Far above the errors of a sum of the candidates' gains at the prices. */
export function slipOf(sum: number, candidates: number): number {
  return (Math.abs(sum) + 1) * (candidates + 100) * 1e-14;
}

/** A claim of which the relaxation takes a share, above 0 and at most 1. */
export interface TakenShare {
  readonly claim: Claim;
  readonly share: number;
}

/** Prices, and the shares of claims behind them, in the order of the days. */
export interface Relaxation extends Prices {
  readonly taken: readonly TakenShare[];
}

const MOST_WINDOWS = 24;
const MOST_COLUMNS = 6_000;
const MOST_PIVOTS = 6_000;

/** Looks for the prices with the least bound, with an effort that depends on the number of claims alone. */
export function findPrices(
  claims: readonly (readonly Claim[])[],
  all: readonly Window[],
  refusesFrom: Day,
): Relaxation {
  // Fewer windows bound less tightly, and are as true.
  const every = Math.ceil(all.length / MOST_WINDOWS);
  const windows = all.filter((_, at) => (all.length - 1 - at) % every === 0);
  const capacities = windows.map(({ capacity }) => capacity);
  const room = Math.max(2, Math.floor(MOST_COLUMNS / Math.max(1, claims.length)));
  const columns = claims.flatMap((own, group) =>
    thinned(own, room).flatMap((claim) => columnsOf(claim, group, windows, refusesFrom)),
  );
  const { prices, taken } = relax(columns, claims.length, capacities, MOST_PIVOTS);
  return {
    windows,
    prices,
    refusesFrom,
    taken: taken
      .map(({ column, share }) => ({ claim: (column as ClaimColumn).claim, share }))
      .sort((a, b) => a.claim.day - b.claim.day),
  };
}

interface ClaimColumn extends Column {
  readonly claim: Claim;
}

function columnsOf(
  claim: Claim,
  group: number,
  windows: readonly Window[],
  refusesFrom: Day,
): ClaimColumn[] {
  const { day, worth, use } = claim;
  const rows = windows.flatMap(({ from, to }, at) => (from <= day && day <= to ? [at] : []));
  const whole = { group, worth, use, rows, claim };
  return day < refusesFrom && worth > use
    ? [whole, { ...whole, worth: worth - use, use: 0 }]
    : [whole];
}

/** Some of a candidate's claims, spread over all of them. */
function thinned(claims: readonly Claim[], most: number): readonly Claim[] {
  const every = Math.ceil(claims.length / most);
  return claims.filter((_, at) => at % every === 0);
}
