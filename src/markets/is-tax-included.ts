import { type MarketInput, marketOf } from './read-market.ts';
import { taxIncludedMarkets } from './terms.ts';

/**
 * Checks whether commercial prices include tax in a market. They do in Australia and Brazil.
 *
 * @throws InputError where the text names no market. It may name the ones that are meant.
 *
 * Clause: MKT-2 (`software`, Buy software subscriptions on behalf of customers, step 3).
 *
 * @example
 * isTaxIncluded('Australia'); //=> true
 * isTaxIncluded('KR'); //=> false
 */
export function isTaxIncluded(market: MarketInput): boolean {
  return taxIncludedMarkets.has(marketOf(market).code);
}
