import { nearest } from '../kernel/read.ts';
import { type Market, marketIndex } from './market-index.ts';
import { marketKey, terseMarketKey } from './market-key.ts';
import { foreignCodes } from './names.ts';

const AROUND = /^[\s\p{P}]+|[\s\p{P}]+$/gu;

/**
 * Returns the market that a text names, or `undefined` if there is none. A code may have spaces and
 * punctuation around it, but none inside: "N/A" is not Namibia.
 */
export function findMarket(text: string): Market | undefined {
  const { byText, byKey } = marketIndex;
  const known = byText.get(text);
  // toLowerCase() would take a Kelvin sign for a k.
  if (known !== undefined || text.includes('\u212a')) return known;
  const small = text.toLowerCase();
  return (
    byText.get(small) ??
    byText.get(small.replace(AROUND, '')) ??
    byKey.get(marketKey(text)) ??
    byKey.get(terseMarketKey(text))
  );
}

const MOST_MEANT = 3;

/** The markets that may be meant by a text that names none, unless it might be any of many. */
export function marketsLike(text: string): Market[] {
  const { byText, byKey } = marketIndex;
  const key = marketKey(text);
  const meant = new Set([byText.get(foreignCodes.get(key) ?? key)]);
  for (const [name, market] of byKey) {
    if (key.length > 3 && name.includes(key)) meant.add(market);
  }
  // A misspelt name keeps its first letter or its last, as a rule.
  const last = key.slice(-1);
  const alike = [...byKey.keys()].filter((name) => name[0] === key[0] || name.endsWith(last));
  const near = nearest(key, alike);
  if (near !== undefined) meant.add(byKey.get(near));
  meant.delete(undefined);
  return meant.size > MOST_MEANT ? [] : ([...meant] as Market[]);
}
