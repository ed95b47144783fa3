import { type MarketInput, marketOf } from './read-market.ts';

/**
 * Decides whether a market is missing from the document's table of those where no Azure reservation
 * can be had. `true` says no more than that: it is no promise that one can be sold there.
 *
 * @throws InputError where the text names no market. It may name the ones that are meant.
 *
 * Clause: MKT-1 (`software`, Azure reservations unavailable markets).
 *
 * @example
 * isMarketAvailable('KR'); //=> true
 * isMarketAvailable('Swaziland'); //=> false
 */
export function isMarketAvailable(market: MarketInput): boolean {
  return marketOf(market).listedAs.length === 0;
}
