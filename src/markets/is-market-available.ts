import { type MarketInput, marketOf } from './read-market.ts';

/**
 * Checks whether a market is missing from the document's table of markets without Azure
 * reservations. `true` does not guarantee that reservations are sold there.
 *
 * @throws InputError if the text names no market. It may name the ones that are meant.
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
