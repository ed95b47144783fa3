import { describe, expect, it } from 'vitest';
import { marketClauses } from '../../src/clauses/index.ts';
import { decideMarket, isTaxIncluded, unavailableMarkets } from '../../src/markets/index.ts';

describe('marketClauses', () => {
  it('has MKT-1 to MKT-3', () => {
    expect(marketClauses.map(({ id }) => id)).toEqual(['MKT-1', 'MKT-2', 'MKT-3']);
  });

  it('cites for each its document, revision and section', () => {
    for (const { id, document, revision, section, statement } of marketClauses) {
      expect([document, revision]).toEqual(
        id === 'MKT-3' ? ['software-2019-07', '2019-07-25'] : ['software', '2020-06-18'],
      );
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
