import { describe, expect, it } from 'vitest';
import { marketClauses } from '../../src/clauses/index.ts';
import { decideMarket, isTaxIncluded, unavailableMarkets } from '../../src/markets/index.ts';

const sources = {
  'MKT-1': ['software', '2020-06-18'],
  'MKT-2': ['software', '2020-06-18'],
  'MKT-3': ['software-2019-07', '2019-07-25'],
  'MKT-4': ['software-2018-09', '2018-09-04'],
  'MKT-5': ['software-2019-04', '2019-04-03'],
  'MKT-6': ['unavailable-markets-api-2022-06', '2022-06-28'],
  'MKT-7': ['reservations-buying-2020-08', '2020-08-06'],
} as const;

describe('marketClauses', () => {
  it('has MKT-1 to MKT-7', () => {
    const ids = [1, 2, 3, 4, 5, 6, 7].map((number) => `MKT-${number}`);
    expect(marketClauses.map(({ id }) => id)).toEqual(ids);
  });

  it('cites for each its document, revision and section', () => {
    for (const { id, document, revision, section, statement } of marketClauses) {
      expect([document, revision]).toEqual(sources[id as keyof typeof sources]);
      expect(section).not.toBe('');
      expect(statement).toMatch(/^[A-Z].*\.$/);
    }
  });

  it('states how many names the table has', () => {
    expect(marketClauses[0]?.statement).toContain(`${unavailableMarkets.length} names`);
  });

  it('is frozen to the ground', () => {
    expect(Object.isFrozen(marketClauses)).toBe(true);
    expect(marketClauses.every(Object.isFrozen)).toBe(true);
  });
});

describe('each clause', () => {
  it('MKT-1: Swaziland meets it, South Korea does not', () => {
    expect(decideMarket('Swaziland')).toMatchObject({
      allowed: false,
      because: ['MKT-1'],
      obstacles: [{ clause: 'MKT-1' }],
    });
    expect(decideMarket('South Korea')).toMatchObject({ allowed: true, because: ['MKT-1'] });
  });

  it('MKT-3: Brazil meets it, Swaziland does not', () => {
    const asOf = '2019-08-01';
    expect(decideMarket('Brazil', { asOf })).toMatchObject({
      allowed: false,
      because: ['MKT-3'],
      obstacles: [{ clause: 'MKT-3' }],
    });
    expect(decideMarket('Swaziland', { asOf })).toMatchObject({
      allowed: true,
      because: ['MKT-3'],
    });
  });

  it('MKT-2: Brazil meets it, South Korea does not', () => {
    expect(isTaxIncluded('Brazil')).toBe(true);
    expect(isTaxIncluded('South Korea')).toBe(false);
  });
});
