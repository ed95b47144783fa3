import type { ClauseId } from '../vocabulary/clauses.ts';
import { type ListedMarket, unavailableMarkets } from './unavailable.ts';

interface MarketListDates {
  /** The UTC date of the document. */
  readonly from: string;
  /** The day from which the next list is known; `null` for the newest. */
  readonly until: string | null;
  /** Number of its names. */
  readonly count: number;
  /** The day on which it was last compared with the sources. */
  readonly lastVerified: string;
}

/** A list whose markets are known. */
export interface KnownMarketList extends MarketListDates {
  readonly clause: ClauseId;
  readonly markets: readonly ListedMarket[];
}

/** A list of which only the length is known; its markets are not. */
interface UnknownMarketList extends MarketListDates {
  readonly clause: null;
  readonly markets: null;
}

/** One version of the list of markets without Azure reservations. */
export type MarketListVersion = KnownMarketList | UnknownMarketList;

const lastVerified = '2026-11-21';

/** The twelve of 2019, under the English names of the document. */
const twelve: readonly ListedMarket[] = Object.freeze(
  (
    [
      ['AR', 'Argentina'],
      ['BR', 'Brazil'],
      ['CN', 'China'],
      ['ID', 'Indonesia'],
      ['JE', 'Jersey'],
      ['LI', 'Liechtenstein'],
      ['MY', 'Malaysia'],
      ['MX', 'Mexico'],
      ['RU', 'Russia'],
      ['SA', 'Saudi Arabia'],
      ['ZA', 'South Africa'],
      ['TR', 'Turkey'],
    ] as const
  ).map(([code, name]) => Object.freeze({ code, name })),
);

/** The oldest list whose markets are known. */
export const firstKnownList: KnownMarketList = Object.freeze({
  from: '2019-07-25',
  until: '2019-12-19',
  count: twelve.length,
  lastVerified,
  clause: 'MKT-3',
  markets: twelve,
});

/** The list that applies if no day is given: the newest one (R-WHICH). */
export const newestList: KnownMarketList = Object.freeze({
  from: '2019-12-19',
  until: null,
  count: unavailableMarkets.length,
  lastVerified,
  clause: 'MKT-1',
  markets: unavailableMarkets,
});

function unknownList(from: string, until: string, count: number): UnknownMarketList {
  return Object.freeze({ from, until, count, lastVerified, clause: null, markets: null });
}

/**
 * The lists of markets without Azure reservations, in the order of their dates. The markets of
 * the first two are not known: their `markets` are `null`.
 *
 * Clauses: MKT-1 (`software`, Azure reservations unavailable markets), MKT-3 (an older revision).
 *
 * @example
 * marketListVersions.map(({ count }) => count); //=> [18, 11, 12, 109]
 */
export const marketListVersions: readonly MarketListVersion[] = Object.freeze([
  unknownList('2018-09-04', '2019-04-03', 18),
  unknownList('2019-04-03', '2019-07-25', 11),
  firstKnownList,
  newestList,
]);
