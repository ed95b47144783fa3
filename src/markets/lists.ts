import type { ClauseId } from '../vocabulary/clauses.ts';
import { type ListedMarket, unavailableMarkets } from './unavailable.ts';

/** The lists of markets without Azure reservations: four of a page, and one of the API's pages. */
export type MarketListId =
  | 'software-2018-09'
  | 'software-2019-04'
  | 'software-2019-07'
  | 'software-2019-12'
  | 'api-2022-06';

/** One version of the list of markets without Azure reservations. */
export interface MarketListVersion {
  readonly id: MarketListId;
  /** The UTC date of the page. */
  readonly from: string;
  /** The day from which the next list of the same page is known; `null` if none is. */
  readonly until: string | null;
  /** Number of its names. */
  readonly count: number;
  /** The day on which it was last compared with the sources. */
  readonly lastVerified: string;
  readonly clause: ClauseId;
  readonly markets: readonly ListedMarket[];
}

const lastVerified = '2026-11-29';

function list(
  id: MarketListId,
  clause: ClauseId,
  from: string,
  until: string | null,
  markets: readonly ListedMarket[],
): MarketListVersion {
  const { length: count } = markets;
  return Object.freeze({ id, from, until, count, lastVerified, clause, markets });
}

/** Markets under the English names of the page, each with its code before it. */
function rows(text: string): readonly ListedMarket[] {
  const listed = text.trim().split('\n');
  return Object.freeze(
    listed.map(
      (row) => Object.freeze({ code: row.slice(0, 2), name: row.slice(3) }) as ListedMarket,
    ),
  );
}

const eleven = rows(`
AR Argentina
BR Brazil
CN China
ID Indonesia
LI Liechtenstein
MY Malaysia
MX Mexico
RU Russia
SA Saudi Arabia
ZA South Africa
TR Turkey
`);

/** The seven that the list of 2018 has in addition. */
const sevenMore = rows(`
AZ Azerbaijan
BY Belarus
IN India
KZ Kazakhstan
KR South Korea
TW Taiwan
UA Ukraine
`);

const jersey = rows('JE Jersey');

const byName = (markets: readonly ListedMarket[]): readonly ListedMarket[] =>
  Object.freeze([...markets].sort((a, b) => (a.name < b.name ? -1 : 1)));

const ofApi = Object.freeze(
  [
    ...unavailableMarkets.filter(({ code }) => code !== 'AZ'),
    ...eleven.filter(({ code }) => code === 'BR' || code === 'RU'),
  ].map(({ code, name }: ListedMarket) => Object.freeze({ code, name })),
);

/** The list that applies if no day is given: that of the five documents (R-WHICH). */
export const defaultList: MarketListVersion = list(
  'software-2019-12',
  'MKT-1',
  '2019-12-19',
  null,
  unavailableMarkets,
);

/** The page of the API, which has another list at the same time. */
export const apiList: MarketListVersion = list('api-2022-06', 'MKT-6', '2022-06-28', null, ofApi);

/**
 * The lists of markets without Azure reservations, in the order of their dates. The last is that of
 * the API's page; the one before it was still on the other page on 2023-08-23.
 *
 * Clauses: MKT-1 (`software`, Azure reservations unavailable markets), MKT-3 to MKT-5 (older
 * revisions), MKT-6 (the API's page).
 *
 * @example
 * marketListVersions.map(({ count }) => count); //=> [18, 11, 12, 109, 110]
 */
export const marketListVersions: readonly MarketListVersion[] = Object.freeze([
  list('software-2018-09', 'MKT-4', '2018-09-04', '2019-04-03', byName([...eleven, ...sevenMore])),
  list('software-2019-04', 'MKT-5', '2019-04-03', '2019-07-25', eleven),
  list('software-2019-07', 'MKT-3', '2019-07-25', '2019-12-19', byName([...eleven, ...jersey])),
  defaultList,
  apiList,
]);

/** The lists of the page, without that of the API. */
export const pageLists: readonly MarketListVersion[] = Object.freeze(
  marketListVersions.filter((version) => version !== apiList),
);

/** The English names under which a list has a market. */
export function namesIn({ markets }: MarketListVersion, code: string): readonly string[] {
  return markets.filter((listed) => listed.code === code).map(({ name }) => name);
}
