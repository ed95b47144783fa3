import { versionOn } from '../kernel/dated-version.ts';
import { type DayInput, formatDay, readDay } from '../kernel/day.ts';
import { InputError, type Issue, issue } from '../kernel/issue.ts';
import { readFields } from '../kernel/read.ts';
import { type Allowed, type Denied, deny } from '../vocabulary/decision.ts';
import type { InterpretationId } from '../vocabulary/interpretations.ts';
import { firstKnownList, type KnownMarketList, marketListVersions, newestList } from './lists.ts';
import type { MarketCode } from './names.ts';
import { type MarketInput, readMarket } from './read-market.ts';

/** Why no reservation can be had in a market. */
export type MarketRefusal = 'not-available';

/** What the caller did not say, and was taken for granted: the newest list. */
export type MarketAssumed = 'asOf';

/** Of which day the list of markets is asked for. */
export interface MarketOptions {
  /** The newest list applies where no day is given, and the answer then says so in `assumed`. */
  readonly asOf?: DayInput | undefined;
}

/** What a market that is not listed should make one look at: the document promises nothing there. */
export type MarketNote = 'no-promise-to-sell';

/** The market that was asked for. */
interface MarketFacts {
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
  /** The list that was followed, by the day from which it is known. */
  readonly listFrom: string;
  readonly assumed: readonly MarketAssumed[];
}

export interface AllowedMarket extends Allowed, MarketFacts {
  /** The document does not list it. That is no promise to sell. */
  readonly available: true;
  readonly notes: readonly MarketNote[];
}

export interface DeniedMarket extends Denied<MarketRefusal>, MarketFacts {
  readonly available: false;
  readonly notes: readonly [];
}

/** Whether Azure reservations can be had in a market, and which market that is. */
export type MarketDecision = AllowedMarket | DeniedMarket;

/**
 * Decides whether Azure reservations can be had in a market, going by the document's table of those
 * where they cannot; on a day, by the table that was the newest then. A market that is not listed is
 * available as far as the document goes, which is no promise to sell; `notes` says so. Software is
 * another matter.
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
  const list = readList(options, issues);
  if (found === undefined || issues.length > 0) throw new InputError(issues);

  const { code, alpha3, name, nameKo } = found;
  const isNewest = list === undefined;
  const { from: listFrom, clause } = isNewest ? newestList : list;
  const listedAs = isNewest ? found.listedAs : namesIn(list, code);
  const assumed: readonly MarketAssumed[] = isNewest ? ['asOf'] : [];
  const which: readonly InterpretationId[] = isNewest ? ['R-WHICH'] : [];
  if (listedAs.length === 0) {
    return {
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
    };
  }
  const { reason, obstacles, because, interpretations } = deny<MarketRefusal>(
    [{ reason: 'not-available', clause, nextStep: 'continue-without-a-reservation' }],
    [],
    which,
  );
  return {
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
  };
}

const optionNames: ReadonlySet<string> = new Set<keyof MarketOptions>(['asOf']);

/** The list of the day that is asked for; `undefined` if none is, or there are issues. */
function readList(options: unknown, issues: Issue[]): KnownMarketList | undefined {
  if (options === undefined) return undefined;
  const path = ['options', 'asOf'];
  const asOf = readFields<'asOf'>(options, optionNames, ['options'], issues)?.asOf;
  if (asOf === undefined) return undefined;
  const before = issues.length;
  const day = readDay(asOf, path, issues);
  if (issues.length > before) return undefined;
  const list = versionOn(marketListVersions, formatDay(day));
  if (list !== undefined && list.markets !== null) return list;
  const expected = `${firstKnownList.from} or a later day (earlier lists are not known)`;
  issues.push(issue(path, 'before-first-version', expected, asOf));
  return undefined;
}

/** The names under which a list has a market. */
function namesIn({ markets }: KnownMarketList, code: MarketCode): readonly string[] {
  return markets.filter((listed) => listed.code === code).map(({ name }) => name);
}
