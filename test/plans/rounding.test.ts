import { describe, expect, it } from 'vitest';
import {
  type PlanCandidateInput,
  type PlanRequestInput,
  planReturns,
} from '../../src/plans/index.ts';
import { bestOf } from './brute-force.ts';

const asOf = '2025-07-02';
const bought = { term: 'P1Y', used: true, purchasedOn: asOf } as const;
/** No fee, and what exceeds the limit is refused. */
const policy = 'azure-2024-12';

describe('what an exchange rate rounds', () => {
  const euros = (id: string, paid: string): PlanCandidateInput => ({
    ...bought,
    id,
    paid,
    currency: 'EUR',
    usdRate: '1.1',
  });
  const plan = (candidates: readonly PlanCandidateInput[], used: string): unknown[] => {
    const on = '2025-03-01';
    const ledger = { customerId: 'contoso', lastDay: on, days: [{ on, usd: used }], ids: [] };
    return planReturns({ asOf, candidates, ledger, policy }).returns.map(({ id, on: day }) => [
      id,
      day,
    ]);
  };

  it('makes a return wait that a rest of the limit in USD covers, but not in its currency', () => {
    // 100.01 EUR are 110.011 USD. The limit counts 110.01, of which 100.00 EUR are payable.
    expect(plan([euros('A', '100.01')], '49889.98')).toEqual([['A', '2025-07-02']]);
    expect(plan([euros('A', '100.01')], '49889.99')).toEqual([['A', '2025-07-03']]);
    expect(plan([euros('A', '100.00')], '49890.00')).toEqual([['A', '2025-07-02']]);
  });

  it('lets one of two wait that use the limit to the cent', () => {
    // 45,354.54 EUR are 49,889.994 USD: with 110.01 they count 50,000.00, but the second of them is not payable in full.
    const found = plan([euros('A', '100.01'), euros('B', '45354.54')], '0.00');
    expect(found).toEqual([
      ['B', '2025-07-02'],
      ['A', '2025-07-03'],
    ]);
  });
});

describe('two returns in another currency on one day', () => {
  it('are settled in the order in which both are payable', () => {
    // 100.00 EUR are 110.00 USD to the cent. If they come last, 110.01 and 110.00 fit 220.01.
    const on = '2025-03-01';
    const ledger = { customerId: 'contoso', lastDay: on, days: [{ on, usd: '49779.99' }], ids: [] };
    const rate = { ...bought, currency: 'EUR', usdRate: '1.1' } as const;
    const candidates = [
      { ...rate, id: 'B', paid: '100.00' },
      { ...rate, id: 'A', paid: '100.01' },
    ];
    const { returns, optimal } = planReturns({ asOf, candidates, ledger, policy });
    expect(returns.map(({ id, on: day }) => [id, day])).toEqual([
      ['A', asOf],
      ['B', asOf],
    ]);
    expect(optimal).toBe(true);
  });
});

describe('what a return of several units rounds', () => {
  it('is avoided by returning them one by one on the same day', () => {
    // Eleven days later four units come to 50,000.0075, one to 12,500.0019 and three to 37,500.0056.
    const paid = { id: 'A', paid: '51553.68', currency: 'USD' } as const;
    const candidate = { ...bought, ...paid, quantity: 4, units: 'any' } as const;
    const { returns, total } = planReturns({ asOf: '2025-07-13', candidates: [candidate], policy });
    expect(total).toBe('50000.00');
    expect(returns.every(({ on }) => on === '2025-07-13')).toBe(true);
  });
});

describe('a policy that rounds down', () => {
  it('has no better plan', () => {
    const down = { basedOn: 'partner-center-2020-08', id: 'down', rounding: 'down' };
    const request = {
      asOf,
      until: '2025-07-09',
      candidates: [
        { ...bought, id: 'A', paid: '31234.57', currency: 'USD', valuePerDay: '72.00' },
        { ...bought, id: 'B', paid: '33333.33', currency: 'USD' },
      ],
      policy: down,
    } as unknown as PlanRequestInput;
    const { total, optimal } = planReturns(request);
    expect([total, optimal]).toEqual([(bestOf(request).total / 100).toFixed(2), true]);
  });
});
