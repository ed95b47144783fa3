import { describe, expect, it } from 'vitest';
import { decideMarket, isMarketAvailable, unavailableMarkets } from '../../src/markets/index.ts';
import { document } from './document.ts';

describe('unavailableMarkets', () => {
  it('are the names of the document, in its order', () => {
    expect(unavailableMarkets).toEqual(document);
  });

  it('are 109 names, all different, of 106 markets', () => {
    expect(unavailableMarkets).toHaveLength(109);
    expect(new Set(unavailableMarkets.map(({ name }) => name)).size).toBe(109);
    expect(new Set(unavailableMarkets.map(({ nameKo }) => nameKo)).size).toBe(109);
    expect(new Set(unavailableMarkets.map(({ code }) => code)).size).toBe(106);
  });

  it('share a code if the document names the parts of a market', () => {
    const namesOf = (code: string) =>
      unavailableMarkets.filter((entry) => entry.code === code).map(({ name }) => name);
    expect(namesOf('BQ')).toEqual(['Bonaire', 'Saba', 'Sint Eustatius']);
    expect(namesOf('SJ')).toEqual(['Jan Mayen', 'Svalbard']);
  });

  it('are frozen to the ground', () => {
    expect(Object.isFrozen(unavailableMarkets)).toBe(true);
    expect(unavailableMarkets.every(Object.isFrozen)).toBe(true);
  });
});

describe('every name of the document', () => {
  it.each(document)('$name, $nameKo is $code, and not available', ({ name, nameKo, code }) => {
    for (const text of [name, nameKo, code]) {
      expect(isMarketAvailable(text)).toBe(false);
      const decision = decideMarket(text);
      expect(decision).toMatchObject({ allowed: false, available: false, code });
      expect(decision.listedAs).toContain(name);
    }
  });
});
