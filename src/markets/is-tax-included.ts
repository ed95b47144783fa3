import { InputError, type Issue } from '../kernel/issue.ts';
import { readOptional, readOptionalFields, readWord } from '../kernel/read.ts';
import type { MarketCode } from './names.ts';
import { type MarketInput, readMarket } from './read-market.ts';

/** The kind of offer: the texts on tax differ. */
export type TaxedOffer = 'software' | 'reservations';

const offers = ['software', 'reservations'] as const;

/** The markets whose commercial prices include tax. */
const included: { readonly [Offer in TaxedOffer]: ReadonlySet<MarketCode> } = {
  software: new Set<MarketCode>(['AU', 'BR']), // MKT-2
  reservations: new Set<MarketCode>(['BR']), // MKT-7
};

/** The offer whose price is meant. */
export interface TaxOptions {
  /** Default: `software`, of which the document speaks. */
  readonly offer?: TaxedOffer | undefined;
}

/**
 * Checks whether commercial prices include tax in a market. Those of software do in Australia and
 * Brazil, those of reservations in Brazil only.
 *
 * @throws InputError if the text names no market (it may name the ones that are meant), or the offer is
 * unknown.
 *
 * Clauses: MKT-2 (`software`, Buy software subscriptions on behalf of customers, step 3), MKT-7 (the page on
 * buying reservations).
 *
 * @example
 * isTaxIncluded('Australia'); //=> true
 * isTaxIncluded('Australia', { offer: 'reservations' }); //=> false
 * isTaxIncluded('KR'); //=> false
 */
export function isTaxIncluded(market: MarketInput, options?: TaxOptions): boolean {
  const issues: Issue[] = [];
  const found = readMarket(market, ['market'], issues);
  const path = ['options'];
  const given = readOptionalFields<'offer'>(options, optionNames, path, issues);
  const offer = readOptional(given.offer, [...path, 'offer'], issues, readOffer) ?? 'software';
  if (found === undefined || issues.length > 0) throw new InputError(issues);
  return included[offer].has(found.code);
}

const optionNames: ReadonlySet<string> = new Set<keyof TaxOptions>(['offer']);

function readOffer(value: unknown, path: Issue['path'], issues: Issue[]): TaxedOffer {
  return readWord(value, offers, path, issues);
}
