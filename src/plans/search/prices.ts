import type { Day } from '../../kernel/day.ts';
import type { Claim } from './claim.ts';
import { type Limit, type Stretch, usedBefore } from './limit.ts';
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
  const { max, startOn } = limit;
  if (max === null) return [];
  return stretches.map(({ to }) => ({
    from: startOn(to),
    to,
    capacity: Math.max(0, max - usedBefore(limit, to)),
  }));
}

/** Prices for a cent of each window. */
export interface Prices {
  readonly windows: readonly Window[];
  readonly prices: readonly number[];
  readonly clips: boolean;
}

/** The price of using a cent of the limit on a day. */
export function priceOn({ windows, prices }: Prices, day: Day): number {
  return windows.reduce(
    (sum, { from, to }, at) => (from <= day && day <= to ? sum + (prices[at] as number) : sum),
    0,
  );
}

/** The worth of a claim less the price of what it uses; what is clipped costs at most what it claims. */
export function reducedOf({ worth, use }: Claim, price: number, clips: boolean): number {
  return worth - use * (clips ? Math.min(1, price) : price);
}

/** The worth of the capacity of all windows at their prices. */
export function capacityWorth({ windows, prices }: Prices): number {
  return windows.reduce((sum, { capacity }, at) => sum + capacity * (prices[at] as number), 0);
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
  clips: boolean,
): Relaxation {
  // Fewer windows bound less tightly, and are as true.
  const every = Math.ceil(all.length / MOST_WINDOWS);
  const windows = all.filter((_, at) => (all.length - 1 - at) % every === 0);
  const capacities = windows.map(({ capacity }) => capacity);
  const room = Math.max(2, Math.floor(MOST_COLUMNS / Math.max(1, claims.length)));
  const columns = claims.flatMap((own, group) =>
    thinned(own, room).flatMap((claim) => columnsOf(claim, group, windows, clips)),
  );
  const { prices, taken } = relax(columns, claims.length, capacities, MOST_PIVOTS);
  return {
    windows,
    prices,
    clips,
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
  clips: boolean,
): ClaimColumn[] {
  const { day, worth, use } = claim;
  const rows = windows.flatMap(({ from, to }, at) => (from <= day && day <= to ? [at] : []));
  const whole = { group, worth, use, rows, claim };
  return clips && worth > use ? [whole, { ...whole, worth: worth - use, use: 0 }] : [whole];
}

/** Some of a candidate's claims, spread over all of them. */
function thinned(claims: readonly Claim[], most: number): readonly Claim[] {
  const every = Math.ceil(claims.length / most);
  return claims.filter((_, at) => at % every === 0);
}
