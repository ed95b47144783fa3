import { type Allowed, type Denied, deny } from '../kernel/decision.ts';
import { type MarketInput, marketOf } from './input.ts';
import type { MarketCode } from './names.ts';

/** Why no reservation can be had in a market. */
export type MarketRefusal = 'not-available';

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
 * Answers whether Azure reservations can be had in a market, going by the document's table of those
 * where they cannot. A market that is not listed is available as far as the document goes, which is
 * no promise to sell; `notes` says so. Software is another matter.
 *
 * @throws InputError where the text names no market. It may name the ones that are meant.
 *
 * Clause: MKT-1 (`software`, Azure reservations unavailable markets).
 *
 * @example
 * decideMarket('South Korea').available; //=> true
 * const { allowed, code, name, listedAs } = decideMarket('스와질란드');
 * [allowed, code, name, listedAs]; //=> [false, 'SZ', 'Eswatini', ['Swaziland']]
 */
export function decideMarket(market: MarketInput): MarketDecision {
  const { code, alpha3, name, nameKo, listedAs } = marketOf(market);
  if (listedAs.length === 0) {
    return {
      allowed: true,
      because: ['MKT-1'],
      readings: [],
      available: true,
      code,
      alpha3,
      name,
      nameKo,
      listedAs,
      notes: ['no-promise-to-sell'],
    };
  }
  const { reason, obstacles, because, readings } = deny<MarketRefusal>([
    { reason: 'not-available', clause: 'MKT-1', nextStep: 'do-without-a-reservation' },
  ]);
  return {
    allowed: false,
    reason,
    obstacles,
    because,
    readings,
    available: false,
    code,
    alpha3,
    name,
    nameKo,
    listedAs,
    notes: [],
  };
}
