import { versionOn } from '../kernel/dated-version.ts';
import { type DayInput, formatDay, readDay } from '../kernel/day.ts';
import { InputError, type Issue, issue } from '../kernel/issue.ts';
import { readOptional, readOptionalFields } from '../kernel/read.ts';
import { type Allowed, type Denied, deny } from '../vocabulary/decision.ts';
import type { InterpretationId } from '../vocabulary/interpretations.ts';
import { firstKnownList, type KnownMarketList, marketListVersions, newestList } from './lists.ts';
import type { MarketCode } from './names.ts';
import { type MarketInput, readMarket } from './read-market.ts';

/** The reason why reservations are not available in a market. */
export type MarketRefusal = 'not-available';

/** The fact that was not given and is assumed: the newest list. */
export type MarketAssumed = 'asOf';

/** The day of the list of markets. */
export interface MarketOptions {
  /** If no day is given, the newest list applies and `assumed` has `asOf`. */
  readonly asOf?: DayInput | undefined;
}

/** The note on a market that is not listed: the document does not guarantee reservations there. */
export type MarketNote = 'no-promise-to-sell';

/** The market that was asked for, and the day if one was given, in canonical form. */
export interface MarketRequest {
  /** Its code. */
  readonly market: MarketCode;
  /** A UTC day as `YYYY-MM-DD`. */
  readonly asOf?: string | undefined;
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
  /** The English names under which the document lists it as unavailable. */
  readonly listedAs: readonly string[];
  /** The first day of the list that was applied. */
  readonly listFrom: string;
  readonly assumed: readonly MarketAssumed[];
  /** The facts in canonical form. */
  readonly request: MarketRequest;
}

export interface AllowedMarket extends Allowed, MarketFacts {
  /** The document does not list it. That does not guarantee reservations there. */
  readonly available: true;
  readonly notes: readonly MarketNote[];
}

export interface DeniedMarket extends Denied<MarketRefusal>, MarketFacts {
  readonly available: false;
  readonly notes: readonly [];
}

/** A decision on the availability of Azure reservations in a market. */
export type MarketDecision = AllowedMarket | DeniedMarket;

/**
 * Decides whether Azure reservations are available in a market, by the document's table of markets
 * without them; with `asOf`, by the newest table on that day. A market that is not listed counts as
 * available, which is not a guarantee; `notes` states this. The table does not apply to software.
 *
 * @throws InputError where the text names no market (it may name the ones that are meant), and where
 * the list of the day is not known: before 2019-07-25.
 *
 * Clauses: MKT-1 (`software`, Azure reservations unavailable markets), MKT-3 (an older revision);
 * interpretation R-WHICH.
 *
 * @example
 * decideMarket('South Korea').available; //=> true
 * const { allowed, code, name, listedAs } = decideMarket('스와질란드');
 * [allowed, code, name, listedAs]; //=> [false, 'SZ', 'Eswatini', ['Swaziland']]
 * decideMarket('Brazil', { asOf: '2019-12-18' }).available; //=> false
 */
export function decideMarket(market: MarketInput, options?: MarketOptions): MarketDecision {
  const issues: Issue[] = [];
  const found = readMarket(market, ['market'], issues);
  const given = readOptionalFields<'asOf'>(options, optionNames, ['options'], issues);
  const asOf = readOptional(given.asOf, ['options', 'asOf'], issues, readAsOf);
  if (found === undefined || issues.length > 0) throw new InputError(issues);

  const { code, alpha3, name, nameKo } = found;
  const isNewest = asOf === undefined;
  const request: MarketRequest = isNewest ? { market: code } : { market: code, asOf: asOf.day };
  const { from: listFrom, clause } = isNewest ? newestList : asOf.list;
  const listedAs = isNewest ? found.listedAs : namesIn(asOf.list, code);
  const assumed: readonly MarketAssumed[] = isNewest ? ['asOf'] : [];
  const which: readonly InterpretationId[] = isNewest ? ['R-WHICH'] : [];
  if (listedAs.length === 0) {
    return {
      kind: 'market-decision',
      allowed: true,
      because: [clause],
      interpretations: which,
      available: true,
      code,
      alpha3,
      name,
      nameKo,
      listedAs,
      listFrom,
      assumed,
      notes: ['no-promise-to-sell'],
      request,
    };
  }
  const { reason, obstacles, because, interpretations } = deny<MarketRefusal>(
    [{ reason: 'not-available', clause, nextStep: 'continue-without-a-reservation' }],
    [],
    which,
  );
  return {
    kind: 'market-decision',
    allowed: false,
    reason,
    obstacles,
    because,
    interpretations,
    available: false,
    code,
    alpha3,
    name,
    nameKo,
    listedAs,
    listFrom,
    assumed,
    notes: [],
    request,
  };
}

const optionNames: ReadonlySet<string> = new Set<keyof MarketOptions>(['asOf']);

interface ListOfDay {
  readonly day: string;
  readonly list: KnownMarketList;
}

/** The day that is asked for and its list; `undefined` with an issue. */
function readAsOf(asOf: unknown, path: Issue['path'], issues: Issue[]): ListOfDay | undefined {
  const before = issues.length;
  const day = formatDay(readDay(asOf, path, issues));
  if (issues.length > before) return undefined;
  const list = versionOn(marketListVersions, day);
  if (list !== undefined && list.markets !== null) return { day, list };
  const expected = `${firstKnownList.from} or a later day (earlier lists are not known)`;
  issues.push(issue(path, 'before-first-version', expected, asOf));
  return undefined;
}

/** The names under which a list has a market. */
function namesIn({ markets }: KnownMarketList, code: MarketCode): readonly string[] {
  return markets.filter((listed) => listed.code === code).map(({ name }) => name);
}
