import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { planReturns } from '../../src/plans/index.ts';
import { dayAfter } from './brute-force.ts';
import { largeCase } from './cases.ts';
import { programOf } from './mixed-integer.ts';

interface Highs {
  solve(
    program: string,
    options: object,
  ): { readonly Status: string; readonly ObjectiveValue: number };
}

const folder = new URL('.', import.meta.url);

// Installed and run with 300 cases by `npm run test:plans`.
describe.runIf(existsSync(new URL('node_modules/highs', folder)))('HiGHS', () => {
  const count = Number(process.env['LARGER'] ?? 4);

  it.each(Array.from({ length: count }, (_, at) => [at + 1]))(
    'finds no better plan than the bound, and the same to a cent per return (case %s)',
    async (seed) => {
      const highs = (await createRequire(import.meta.url)('highs')()) as Highs;
      const isClipped = seed % 3 !== 0;
      const policy = isClipped ? 'partner-center-2020-08' : 'azure-service-2023';
      const request = largeCase(seed, 20 + ((seed * 7) % 41), policy);
      const until = dayAfter(request.asOf as string, isClipped ? 364 : 3);
      const found = planReturns({ ...request, until });
      const options = { mip_rel_gap: 0, mip_abs_gap: 0.004, time_limit: 20 };
      const { ObjectiveValue: best, Status: status } = highs.solve(
        programOf({ ...request, until }),
        options,
      );
      expect(best).toBeLessThanOrEqual(Number(found.bound) + 0.005);
      const cents = 0.01 * found.returns.length + 0.005;
      const apart = Number(found.total) - best;
      // Where its time runs out, HiGHS has a plan too; this one may lie a little below or above it.
      if (status === 'Optimal') expect(Math.abs(apart)).toBeLessThanOrEqual(cents);
      else expect(apart).toBeGreaterThanOrEqual(-1);
    },
  );
});
