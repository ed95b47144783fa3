import { readVersionOn } from '../kernel/dated-version.ts';
import type { DayInput } from '../kernel/day.ts';
import { InputError, type Issue, issue } from '../kernel/issue.ts';
import { readOptional, readOptionalFields, readWord } from '../kernel/read.ts';
import type { ClauseId } from '../vocabulary/clauses.ts';
import { type Allowed, type Denied, deny } from '../vocabulary/decision.ts';
import type { InterpretationId } from '../vocabulary/interpretations.ts';
import { obstacleOf } from '../vocabulary/refusal.ts';
import {
  apiList,
  defaultList,
  type MarketListId,
  type MarketListVersion,
  marketListVersions,
  namesIn,
  pageLists,
} from './lists.ts';
import type { MarketCode } from './names.ts';
import { type MarketInput, readMarket } from './read-market.ts';
import { type MarketRefusal, marketRefusals } from './refusals.ts';

/** The fact that was not given and is assumed: the list of the five documents. */
export type MarketAssumed = 'asOf';

/** The day of the list of markets, or the list itself. */
export interface MarketOptions {
  /** If neither is given, the list of the five documents applies and `assumed` has `asOf`. */
  readonly asOf?: DayInput | undefined;
  /** Not together with `asOf`. */
  readonly list?: MarketListId | undefined;
}

/** A note on a decision about a market. */
export type MarketNote =
  /** The list does not guarantee reservations in the markets that it does not name. */
  | 'no-promise-to-sell'
  /** The other page of the same time decides otherwise. */
  | 'other-page-disagrees';

/** The market that was asked for, and the day or list if one was given, in canonical form. */
export interface MarketRequest {
  /** Its code. */
  readonly market: MarketCode;
  /** A UTC day as `YYYY-MM-DD`. */
  readonly asOf?: string | undefined;
  readonly list?: MarketListId | undefined;
}

/** The newest list, and its answer. */
export interface NewestMarket {
  readonly version: MarketListId;
  readonly allowed: boolean;
}

interface MarketFacts {
  readonly kind: 'market-decision';
  /** ISO 3166-1 alpha-2, or XK for Kosovo. */
  readonly code: MarketCode;
  /** ISO 3166-1 alpha-3, or XKX for Kosovo. */
  readonly alpha3: string;
  /** Its English name in CLDR. */
  readonly name: string;
  /** Its Korean name in CLDR. */
  readonly nameKo: string;
  /** The English names under which the list has it. */
  readonly listedAs: readonly string[];
  /** The list that was applied, and its first day. */
  readonly list: MarketListId;
  readonly listFrom: string;
  readonly assumed: readonly MarketAssumed[];
  readonly notes: readonly MarketNote[];
  /** The newest list and its answer; `null` if a day or a list was given. */
  readonly newest: NewestMarket | null;
  /** The facts in canonical form. */
  readonly request: MarketRequest;
}

export interface AllowedMarket extends Allowed, MarketFacts {
  /** The list does not have it. That does not guarantee reservations there. */
  readonly available: true;
}

export interface DeniedMarket extends Denied<MarketRefusal>, MarketFacts {
  readonly available: false;
}

/** A decision on the availability of Azure reservations in a market. */
export type MarketDecision = AllowedMarket | DeniedMarket;

/**
 * Decides whether Azure reservations are available in a market, by the document's table of markets
 * without them; with `asOf`, by the page's list on that day; with `list`, by that list. A market that
 * is not listed counts as available, which is not a guarantee; `notes` states this, and if Microsoft's
 * other page disagrees. The lists do not apply to software.
 *
 * @throws InputError if the text names no market (it may name the ones that are meant), the day is
 * malformed or before 2018-09-04, or both a day and a list are given.
 *
 * Clauses: MKT-1 (`software`, Azure reservations unavailable markets), MKT-3 to MKT-5 (older
 * revisions), MKT-6 (the API's page); interpretation R-WHICH.
 *
 * @example
 * decideMarket('South Korea').available; //=> true
 * const { allowed, code, name, listedAs } = decideMarket('스와질란드');
 * [allowed, code, name, listedAs]; //=> [false, 'SZ', 'Eswatini', ['Swaziland']]
 * decideMarket('Brazil', { asOf: '2019-12-18' }).available; //=> false
 * decideMarket('Brazil').newest; //=> { version: 'api-2022-06', allowed: false }
 */
export function decideMarket(market: MarketInput, options?: MarketOptions): MarketDecision {
  const issues: Issue[] = [];
  const found = readMarket(market, ['market'], issues);
  const path = ['options'];
  const given = readOptionalFields<keyof MarketOptions>(options, optionNames, path, issues);
  const dated = readOptional(given.asOf, [...path, 'asOf'], issues, readAsOf);
  const named = readOptional(given.list, [...path, 'list'], issues, readList);
  if (dated !== undefined && named !== undefined) {
    const expected = 'no list together with a day';
    issues.push(issue([...path, 'list'], 'contradiction', expected, given.list));
  }
  if (found === undefined || issues.length > 0) throw new InputError(issues);

  const { code, alpha3, name, nameKo } = found;
  const list = named ?? dated?.version ?? defaultList;
  const isNewest = dated === undefined && named === undefined;
  const listedAs = namesIn(list, code);
  const isListed = listedAs.length > 0;
  const other = otherList(list, dated?.day);
  const disagrees = other !== undefined && isListedIn(other, code) !== isListed;
  const noted: readonly ClauseId[] = disagrees ? [other.clause] : [];
  const which: readonly InterpretationId[] = isNewest ? ['R-WHICH'] : [];
  const facts: MarketFacts = {
    kind: 'market-decision',
    code,
    alpha3,
    name,
    nameKo,
    listedAs,
    list: list.id,
    listFrom: list.from,
    assumed: isNewest ? ['asOf'] : [],
    notes: [
      ...(isListed ? [] : (['no-promise-to-sell'] as const)),
      ...(disagrees ? (['other-page-disagrees'] as const) : []),
    ],
    newest: isNewest ? { version: apiList.id, allowed: !isListedIn(apiList, code) } : null,
    request: {
      market: code,
      ...(dated === undefined ? {} : { asOf: dated.day }),
      ...(named === undefined ? {} : { list: named.id }),
    },
  };
  if (isListed) {
    const obstacle = obstacleOf(marketRefusals, 'not-available', list);
    return { ...deny([obstacle], noted, which), available: false, ...facts };
  }
  const because: readonly ClauseId[] = [list.clause, ...noted];
  return { allowed: true, because, interpretations: which, available: true, ...facts };
}

const optionNames: ReadonlySet<string> = new Set<keyof MarketOptions>(['asOf', 'list']);

function readAsOf(asOf: unknown, path: Issue['path'], issues: Issue[]) {
  return readVersionOn(pageLists, 'the first list was published', asOf, path, issues);
}

const listIds = marketListVersions.map(({ id }) => id) as [MarketListId, ...MarketListId[]];

function readList(list: unknown, path: Issue['path'], issues: Issue[]): MarketListVersion {
  const id = readWord(list, listIds, path, issues);
  return marketListVersions.find((version) => version.id === id) as MarketListVersion;
}

/** The list of the other page at the same time, if there is one. */
function otherList(
  list: MarketListVersion,
  day: string | undefined,
): MarketListVersion | undefined {
  if (list === apiList) return defaultList;
  const isBoth = list === defaultList && (day === undefined || day >= apiList.from);
  return isBoth ? apiList : undefined;
}

function isListedIn(list: MarketListVersion, code: MarketCode): boolean {
  return namesIn(list, code).length > 0;
}
