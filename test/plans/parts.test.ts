import { describe, expect, it } from 'vitest';
import { type PlanRequestInput, planReturns } from '../../src/plans/index.ts';

const one = { currency: 'USD', term: 'P1Y', used: true, purchasedOn: '2025-01-01' } as const;

describe('parts of the units', () => {
  it('fill a limit that refuses, of many candidates with many units each', () => {
    const candidates = Array.from({ length: 700 }, (_, at) => ({
      ...one,
      id: `R${at}`,
      paid: `${5000 + 7 * at}.00`,
      quantity: 100,
      units: 'any' as const,
    }));
    const policy = 'azure-2024-12';
    const found = planReturns({ asOf: '2025-07-02', candidates, policy });
    expect(Number(found.total)).toBeGreaterThan(49_950);
    expect(Number(found.bound)).toBeGreaterThanOrEqual(Number(found.total));
    expect(found.limit?.days[0]).toMatchObject({ on: '2025-07-02' });
  });

  it('have an honest bound if there are too many ways to return them', () => {
    const many = {
      ...one,
      term: 'P3Y',
      id: 'A',
      paid: '300000.00',
      quantity: 999,
      units: 'any',
    } as const;
    const { total, bound, optimal } = planReturns({
      asOf: '2025-07-02',
      candidates: [many],
      policy: 'azure-2024-12',
    });
    expect(Number(bound)).toBeGreaterThan(Number(total));
    expect(Number(bound)).toBeLessThan(Number(total) * 1.002);
    expect(optimal).toBe(false);
  });
});

describe('a monthly reservation whose commitment exceeds a limit that refuses', () => {
  // On 2025-07-02 five payments are to come, with the credit more than 50,000; on 2025-08-01 four, and the credit of a month.
  const waiting = (payments: object): ReturnType<typeof planReturns>['returns'] =>
    planReturns({
      asOf: '2025-07-02',
      candidates: [{ ...one, id: 'A', billingPlan: 'Monthly', ...payments }],
      policy: 'azure-2024-12',
    } as PlanRequestInput).returns;

  it('has the payments of its schedule made that were due by then', () => {
    const paymentSchedule = Array.from({ length: 12 }, (_, month) => ({
      dueDate: `2025-${String(month + 1).padStart(2, '0')}-01`,
      billingCurrencyTotal: month < 7 ? '10000.00' : null,
      status: month < 7 ? ('Succeeded' as const) : ('Scheduled' as const),
    }));
    const [first] = waiting({ paymentSchedule });
    expect(first).toMatchObject({ on: '2025-08-01', waitsFor: 'claim-fits' });
    const statuses = first?.quote.request.paymentSchedule?.map(({ status }) => status);
    expect(statuses?.filter((status) => status === 'Succeeded')).toHaveLength(8);
  });

  it('has the counted payments made, and those that were due by then', () => {
    const [first] = waiting({ instalment: '10000.00', completedTransactions: 6 });
    expect(first).toMatchObject({
      on: '2025-08-01',
      quote: { completedTransactions: 7, canceledCommitment: '50000.00' },
    });
  });
});
