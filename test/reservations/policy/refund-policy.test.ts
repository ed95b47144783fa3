import { describe, expect, it } from 'vitest';
import { terms, termYears } from '../../../src/reservations/facts/term.ts';
import { products, refundPolicies } from '../../../src/reservations/index.ts';
import { isDeeplyFrozen } from '../deep.ts';

describe('the words', () => {
  it('are the terms of one, three and five years', () => {
    expect(termYears).toEqual({ P1Y: 1, P3Y: 3, P5Y: 5 });
    expect(terms).toEqual(Object.keys(termYears));
  });

  it('are the products, each once, all that a policy excludes among them', () => {
    expect(new Set(products).size).toBe(products.length);
    for (const { nonReturnable } of Object.values(refundPolicies)) {
      expect(products).toEqual(expect.arrayContaining([...nonReturnable]));
    }
  });

  it('are frozen', () => {
    for (const words of [termYears, terms, products]) expect(isDeeplyFrozen(words)).toBe(true);
  });
});
