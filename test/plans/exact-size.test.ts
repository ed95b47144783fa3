import { describe, expect, it } from 'vitest';
import { explain } from '../../src/explain/index.ts';
import { planReturns } from '../../src/plans/index.ts';
import { yearsCase } from './cases.ts';
import { bestOfEveryDay } from './every-day.ts';

// More cases of each: `npm run test:plans`.
const count = Number(process.env['YEARS'] ?? 6);
const seeds = Array.from({ length: count }, (_, at) => [at + 1] as const);

describe.each(['azure-service-2023', 'azure-2024-12'])('over two years, %s', (policy) => {
  it.each(seeds)('finds the best days of three reservations (case %s)', (seed) => {
    const request = yearsCase(seed, 1 + (seed % 3), policy);
    const found = planReturns(request);
    expect([found.total, found.optimal]).toEqual([
      (bestOfEveryDay(request) / 100).toFixed(2),
      true,
    ]);
  });

  it.each([
    ['upfront reservations', false],
    ['of any kind', true],
  ])('proves at least 99 of 100 plans for four %s', (_, isAnyKind) => {
    const proven = seeds.filter(
      ([seed]) => planReturns(yearsCase(seed, 4, policy, isAnyKind)).optimal,
    );
    expect(proven.length / seeds.length).toBeGreaterThanOrEqual(0.99);
  });
});

describe('over two years under a policy that clips', () => {
  const policy = 'partner-center-2020-08';

  it.each(seeds)('proves the best plan for twelve upfront reservations (case %s)', (seed) => {
    expect(planReturns(yearsCase(seed, 12, policy)).optimal).toBe(true);
  });

  it.each(seeds)('proves the best plan for six of any kind (case %s)', (seed) => {
    expect(planReturns(yearsCase(seed, 6, policy, true)).optimal).toBe(true);
  });
});

describe('many large claims over two years', () => {
  it('can leave a gap, and the plan says how much could be missing', () => {
    const found = planReturns(yearsCase(1, 40, 'azure-2024-12'));
    const missed = Number(found.bound) - Number(found.total);
    expect(found.optimal).toBe(false);
    expect(missed).toBeGreaterThan(0);
    expect(missed).toBeLessThan(0.03 * Number(found.total));
    expect(explain(found).split('\n')[0]).toMatch(
      /It is the best plan found; no plan can come to more than [\d,.]+ USD above it\.$/,
    );
  });
});
