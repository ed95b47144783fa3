import { describe, expect, it } from 'vitest';
import { defaultRefundPolicy, products, refundPolicies } from '../../src/reservations/index.ts';
import { termMonths, terms } from '../../src/reservations/terms.ts';
import { isDeeplyFrozen } from './deep.ts';

describe('the published policies', () => {
  it('holds the numbers of 2020-08', () => {
    expect(refundPolicies['partner-center-2020-08']).toEqual({
      id: 'partner-center-2020-08',
      document: 'reservations',
      windowDays: 5,
      fullCreditWhenUnused: true,
      feeRate: '0.12',
      limitUsd: '50000.00',
      limitWindow: '365-days',
      limitCounts: 'refund',
      overLimit: 'clip',
      exchangeMinimum: 'credit',
      nonReturnable: ['SuseLinux', 'RedHat'],
      payee: 'partner',
    });
  });

  it('holds the numbers of 2018-05, and no fee', () => {
    expect(refundPolicies['partner-center-2018-05']).toEqual({
      id: 'partner-center-2018-05',
      document: 'reservations-2018',
      windowDays: null,
      fullCreditWhenUnused: false,
      feeRate: null,
      limitUsd: '50000.00',
      limitWindow: '365-days',
      limitCounts: 'refund',
      overLimit: 'clip',
      exchangeMinimum: 'credit',
      nonReturnable: [],
      payee: 'customer',
    });
  });

  it('are found by their ids, the newest by default', () => {
    for (const [id, policy] of Object.entries(refundPolicies)) expect(policy.id).toBe(id);
    expect(defaultRefundPolicy).toBe(refundPolicies['partner-center-2020-08']);
  });

  it('are frozen to the ground, and plain JSON', () => {
    expect(isDeeplyFrozen(refundPolicies)).toBe(true);
    expect(JSON.parse(JSON.stringify(refundPolicies))).toEqual(refundPolicies);
  });
});

describe('the words', () => {
  it('are the terms of one, three and five years', () => {
    expect(termMonths).toEqual({ P1Y: 12, P3Y: 36, P5Y: 60 });
    expect(terms).toEqual(Object.keys(termMonths));
  });

  it('are the products, each once, all that a policy excludes among them', () => {
    expect(new Set(products).size).toBe(products.length);
    for (const { nonReturnable } of Object.values(refundPolicies)) {
      expect(products).toEqual(expect.arrayContaining([...nonReturnable]));
    }
  });

  it('are frozen', () => {
    for (const words of [termMonths, terms, products]) expect(isDeeplyFrozen(words)).toBe(true);
  });
});
