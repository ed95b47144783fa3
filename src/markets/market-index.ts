import { marketKey, terseMarketKey } from './market-key.ts';
import { type MarketCode, marketTable } from './names.ts';
import { type UnavailableMarket, unavailableMarkets } from './unavailable.ts';

/** A market's codes and names. */
export interface Market {
  readonly code: MarketCode;
  readonly alpha3: string;
  readonly name: string;
  readonly nameKo: string;
  /** The English names under which the document lists it; none if it does not. */
  readonly listedAs: readonly string[];
}

/** Every way to find a market. */
export interface MarketIndex {
  /** By codes and names as they are written, and in small letters. */
  readonly byText: ReadonlyMap<string, Market>;
  /** By the keys of names; codes have none. */
  readonly byKey: ReadonlyMap<string, Market>;
}

function buildIndex(): MarketIndex {
  const byText = new Map<string, Market>();
  const byKey = new Map<string, Market>();

  const addText = (text: string, market: Market): void => {
    byText.set(text, market).set(text.toLowerCase(), market);
  };
  const addName = (name: string, market: Market): void => {
    addText(name, market);
    byKey.set(marketKey(name), market).set(terseMarketKey(name), market);
    // "Korea, Republic of" is "Republic of Korea".
    const [last, first] = name.split(', ');
    if (first !== undefined) addName(`${first} ${last}`, market);
  };

  const listed = listedMarkets();
  for (const row of marketTable.trim().split('\n')) {
    const code = row.slice(0, 2) as MarketCode;
    const alpha3 = row.slice(3, 6);
    const names = row.slice(7).split('|');
    const [name, nameKo] = names as [string, string];
    const inDocument = listed.get(code) ?? [];
    const listedAs = Object.freeze(inDocument.map((entry) => entry.name));
    const market: Market = Object.freeze({ code, alpha3, name, nameKo, listedAs });
    addText(code, market);
    addText(alpha3, market);
    for (const entry of inDocument) names.push(entry.name, entry.nameKo);
    for (const known of names) addName(known, market);
  }
  return { byText, byKey };
}

function listedMarkets(): Map<MarketCode, UnavailableMarket[]> {
  const listed = new Map<MarketCode, UnavailableMarket[]>();
  for (const entry of unavailableMarkets) {
    listed.set(entry.code, [...(listed.get(entry.code) ?? []), entry]);
  }
  return listed;
}

/** Built once, when the module loads. */
export const marketIndex: MarketIndex = buildIndex();
