import { describe, expect, it } from 'vitest';
import { decideMarket } from '../../src/markets/index.ts';
import { impostors, issuesOf, junk } from './hostile.ts';

describe('decideMarket', () => {
  it('states that a market is not listed, and that this is not a guarantee', () => {
    expect(decideMarket('South Korea')).toEqual({
      kind: 'market-decision',
      allowed: true,
      because: ['MKT-1'],
      interpretations: ['R-WHICH'],
      available: true,
      code: 'KR',
      alpha3: 'KOR',
      name: 'South Korea',
      nameKo: '대한민국',
      listedAs: [],
      list: 'software-2019-12',
      listFrom: '2019-12-19',
      assumed: ['asOf'],
      notes: ['no-promise-to-sell'],
      newest: { version: 'api-2022-06', allowed: true },
      request: { market: 'KR' },
    });
  });

  it('states that a market is listed, and its name on the list', () => {
    expect(decideMarket('에스와티니')).toEqual({
      kind: 'market-decision',
      allowed: false,
      reason: 'not-available',
      obstacles: [
        { reason: 'not-available', clause: 'MKT-1', nextStep: 'continue-without-a-reservation' },
      ],
      because: ['MKT-1'],
      interpretations: ['R-WHICH'],
      available: false,
      code: 'SZ',
      alpha3: 'SWZ',
      name: 'Eswatini',
      nameKo: '에스와티니',
      listedAs: ['Swaziland'],
      list: 'software-2019-12',
      listFrom: '2019-12-19',
      assumed: ['asOf'],
      notes: [],
      newest: { version: 'api-2022-06', allowed: false },
      request: { market: 'SZ' },
    });
  });

  it('names all parts of a market that the document lists', () => {
    expect(decideMarket('Saba').listedAs).toEqual(['Bonaire', 'Saba', 'Sint Eustatius']);
    expect(decideMarket('SJM').listedAs).toEqual(['Jan Mayen', 'Svalbard']);
  });

  it('accepts the user-assigned codes of Kosovo', () => {
    expect(decideMarket('코소보')).toMatchObject({ code: 'XK', alpha3: 'XKX', available: false });
  });

  it('does not include other markets in China', () => {
    expect(decideMarket('China')).toMatchObject({ available: false, code: 'CN' });
    for (const text of [
      'HK',
      'Hong Kong',
      'MO',
      'Macao',
      'TW',
      'Taiwan',
      'Taiwan, Province of China',
    ]) {
      expect(decideMarket(text)).toMatchObject({ available: true, notes: ['no-promise-to-sell'] });
    }
  });

  it.each(['KR', 'BQ'])('gives answers that share nothing that can be changed: %s', (code) => {
    const before = JSON.stringify(decideMarket(code));
    const spoil = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      Object.values(value).forEach(spoil);
      if (!Object.isFrozen(value))
        for (const key of Object.keys(value)) Reflect.deleteProperty(value, key);
    };
    spoil(decideMarket(code));
    expect(JSON.stringify(decideMarket(code))).toBe(before);
  });

  it.each(impostors)('refuses %j, and never calls it available', (text) => {
    expect(issuesOf(() => decideMarket(text))).toMatchObject([
      { path: ['market'], code: 'unknown-value' },
    ]);
  });

  it.each(junk)('refuses %s', (_, value) => {
    expect(issuesOf(() => decideMarket(value as string))).toMatchObject([
      { path: ['market'], code: 'wrong-type' },
    ]);
  });
});
