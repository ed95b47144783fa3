import { describe, expect, it } from 'vitest';
import { marketKey, terseMarketKey } from '../../src/markets/market-key.ts';

describe('marketKey', () => {
  it.each([
    ['South Korea', 'southkorea'],
    ['  south\tKOREA\n', 'southkorea'],
    ['Guinea-Bissau', 'guineabissau'],
    ['Åland', 'aland'],
    ['A\u030aland', 'aland'],
    ['São Tomé & Príncipe', 'saotomeandprincipe'],
    ['Côte d’Ivoire', 'cotedivoire'],
    ["COTE D'IVOIRE", 'cotedivoire'],
    ['Cote d`Ivoire', 'cotedivoire'],
    ['Cote d´Ivoire', 'cotedivoire'],
    ['TÜRKİYE', 'turkiye'],
    ['Saint Lucia', 'stlucia'],
    ['St. Lucia', 'stlucia'],
    ['Congo (DRC)', 'congodrc'],
    ['Congo（DRC）', 'congodrc'],
    ['한국', '한국'.normalize('NFD')],
    ['한국'.normalize('NFD'), '한국'.normalize('NFD')],
    ['콩고 민주 공화국', '콩고민주공화국'.normalize('NFD')],
    ['…', ''],
  ])('of %j is %j', (name, key) => {
    expect(marketKey(name)).toBe(key);
  });

  it.each(['Chinа', 'Ｃｈｉｎａ', 'China\u200b', 'China\0', 'Ch\u0131na', 'China 1', 'China$'])(
    'keeps what is no Latin letter or punctuation: %j',
    (name) => {
      expect(marketKey(name)).not.toBe('china');
    },
  );
});

describe('terseMarketKey', () => {
  it.each([
    ['The Gambia', 'gambia'],
    ['Bahamas, the', 'bahamas'],
    ['Saint Vincent and the Grenadines', 'stvincentgrenadines'],
    ['ST. VINCENT & GRENADINES', 'stvincentgrenadines'],
    ['the', ''],
  ])('of %j is %j', (name, key) => {
    expect(terseMarketKey(name)).toBe(key);
  });

  it.each(['Thailand', 'Netherlands', 'Andorra', 'Finland', 'Uganda'])(
    'takes nothing out of a word: %s',
    (name) => {
      expect(terseMarketKey(name)).toBe(marketKey(name));
    },
  );
});
