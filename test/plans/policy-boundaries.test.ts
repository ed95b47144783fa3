import { describe, expect, it } from 'vitest';
import { explain, tryExplain } from '../../src/explain/index.ts';
import {
  type PlanCandidateInput,
  type PlanRequestInput,
  planReturns,
  type ReturnPlan,
} from '../../src/plans/index.ts';
import { refundPolicyVersions } from '../../src/reservations/index.ts';
import { bestOf } from './brute-force.ts';
import { boundaryCase } from './cases.ts';

const facts = { currency: 'USD', term: 'P1Y', used: true } as const;

function plan(
  asOf: string,
  candidates: readonly PlanCandidateInput[],
  others: Partial<PlanRequestInput>,
): ReturnPlan {
  return planReturns({ asOf, candidates, ...others });
}

const full = (on: string): NonNullable<PlanRequestInput['ledger']> => ({
  customerId: 'contoso',
  lastDay: on,
  days: [{ on, usd: '50000.00' }],
  ids: [],
});

describe('the versions of a source', () => {
  it.each(['azure', 'partner-center'])(
    'of %s share the limit and its window, and never clip again once they refuse',
    (source) => {
      const policies = refundPolicyVersions
        .filter((version) => version.source === source)
        .map(({ policy }) => policy);
      for (const { limitUsd, limitWindow } of policies) {
        expect([limitUsd, limitWindow]).toEqual(['50000.00', '365-days']);
      }
      const kinds = policies.map(({ overLimit, limitCounts }) => `${overLimit} ${limitCounts}`);
      expect([...new Set(kinds)]).toEqual(['clip refund', 'refuse canceled-commitment']);
      expect([...kinds].sort()).toEqual(kinds);
      expect(policies.slice(1).every(({ feeRate }) => feeRate !== null)).toBe(true);
    },
  );
});

describe('a plan by the name of a source', () => {
  it('follows the version in force on each day', () => {
    const one = { ...facts, id: 'A', paid: '36500.00', purchasedOn: '2020-02-01' };
    const found = plan('2020-02-11', [one], { policy: 'azure', until: '2020-02-20' });
    // 366 days. On 2020-02-11: 356 days, 35502.73 less 12 %; a day later there is no fee.
    expect(found).toMatchObject({
      returns: [
        {
          on: '2020-02-12',
          waitsFor: 'version-changed',
          quote: { refund: '35403.01', policy: { id: 'azure-2020-02' } },
        },
      ],
      baseline: { total: '31242.40' },
      policy: { id: 'azure-2020-01' },
      policySource: 'azure',
      optimal: true,
    });
  });

  it('waits until a version allows the return of a product', () => {
    const one = {
      ...facts,
      id: 'A',
      paid: '36500.00',
      purchasedOn: '2025-07-01',
      product: 'RedHatOsa' as const,
    };
    expect(plan('2026-01-02', [one], { policy: 'azure' })).toMatchObject({
      returns: [{ on: '2026-01-15', waitsFor: 'version-changed' }],
      baseline: { total: '0.00' },
    });
    expect(plan('2026-01-02', [one], { policy: 'azure-2024-12' }).kept).toMatchObject([
      { because: 'not-returnable' },
    ]);
    expect(plan('2026-01-02', [one], { policy: 'azure', until: '2026-01-14' }).kept).toMatchObject([
      { because: 'not-returnable' },
    ]);
  });

  it('waits more than a year for a version', () => {
    const one = {
      ...facts,
      term: 'P3Y',
      id: 'A',
      paid: '36500.00',
      purchasedOn: '2024-12-15',
      product: 'RedHatOsa',
    } as const;
    expect(plan('2024-12-20', [one], { policy: 'azure' })).toMatchObject({
      returns: [{ on: '2026-01-15', waitsFor: 'version-changed' }],
      optimal: true,
    });
  });

  it('counts a return before the limit refuses by its commitment after that', () => {
    // A: 5,479.45 less 12 % on its last days. B would fit what 4,821.92 leaves on 2023-07-31: 44,811.48.
    const ended = { ...facts, id: 'A', paid: '1000000.00', purchasedOn: '2022-07-31' };
    const other = { ...facts, id: 'B', paid: '49700.00', purchasedOn: '2023-06-25' };
    const request = {
      asOf: '2023-07-29',
      until: '2023-08-05',
      policy: 'partner-center',
      candidates: [ended, other],
    } as const;
    const found = planReturns(request);
    expect(found.returns).toMatchObject([
      { id: 'A', on: '2023-07-29', quote: { refund: '4821.92' } },
      { id: 'B', on: '2023-08-03', waitsFor: 'claim-fits', quote: { refund: '44404.10' } },
    ]);
    expect([Number(found.total) * 100, found.optimal]).toEqual([bestOf(request).total, true]);
  });

  it('returns a product before a version bars it, and another as soon as it fits', () => {
    const one = { ...facts, paid: '36500.00', purchasedOn: '2024-09-01' };
    const candidates = [
      { ...one, id: 'A' },
      { ...one, id: 'B', product: 'Sentinel' as const },
    ];
    const found = plan('2024-12-04', candidates, { policy: 'azure' });
    expect(found.returns).toMatchObject([
      { id: 'B', on: '2024-12-04', quote: { refund: '27100.00' } },
      { id: 'A', on: '2025-01-15', waitsFor: 'claim-fits', quote: { refund: '22900.00' } },
    ]);
  });

  it('counts what was cancelled once the limit refuses, whatever it was refunded before', () => {
    const one = { ...facts, id: 'A', paid: '30000.00', used: false, purchasedOn: '2023-07-27' };
    const day = { on: '2023-07-20', usd: '10000.00', canceledUsd: '11363.64' };
    const ledger = { customerId: 'contoso', lastDay: day.on, days: [day], ids: [] };
    const found = plan('2023-07-30', [one], { policy: 'partner-center', ledger });
    expect(found.limit).toEqual({
      max: '50000.00',
      available: '40000.00',
      days: [
        { on: '2023-07-30', givenBack: '0.00', used: '30000.00', available: '10000.00' },
        { on: '2023-07-31', givenBack: '0.00', used: '0.00', available: '8636.36' },
        { on: '2024-07-19', givenBack: '11363.64', used: '0.00', available: '20000.00' },
        { on: '2024-07-29', givenBack: '30000.00', used: '0.00', available: '50000.00' },
      ],
    });
  });

  it('is computed again for an explanation, which names the version of each return', () => {
    const one = { ...facts, id: 'A', paid: '36500.00', purchasedOn: '2020-02-01' };
    const found = plan('2020-02-11', [one], { policy: 'azure', until: '2020-02-20' });
    const text = explain(found);
    expect(text).toContain('It waits for the version of the rules that applies from this day.');
    expect(text).toContain('It follows azure-2020-02.');
    expect(text).toContain('Later days follow the version of azure in force on them.');
    expect(explain(found, { locale: 'ko' })).toContain('적용 버전: azure-2020-02.');
    for (const policySource of [null, 'aws', 'partner-center']) {
      const altered = tryExplain({ ...found, policySource });
      const paths = altered.ok ? [] : altered.issues.map(({ path }) => path.join('.'));
      // The partners' text of that day has a fee and no later version by then.
      expect(paths).toContain('returns.0.quote.refund');
      expect(paths.includes('policySource')).toBe(policySource === 'aws');
    }
  });
});

describe('every plan on every day around the beginning of a version', () => {
  // 1,000 of them: `npm run test:plans`.
  const count = Math.ceil(Number(process.env['CASES'] ?? 60) / 3);
  it.each(Array.from({ length: count }, (_, at) => [at + 1]))(
    'has no better one (case %s)',
    (seed) => {
      const request = boundaryCase(seed);
      const found = planReturns(request);
      expect([found.total, found.optimal]).toEqual([
        (bestOf(request).total / 100).toFixed(2),
        true,
      ]);
    },
  );

  it('has no better one if the limit comes back after a version that refuses began', () => {
    const paid = { ...facts, term: 'P3Y' } as const;
    const request = {
      asOf: '2023-07-25',
      until: '2024-07-27',
      candidates: [
        { ...paid, id: 'A', paid: '70000.00', purchasedOn: '2023-01-30' },
        { ...paid, id: 'B', paid: '80000.00', purchasedOn: '2023-03-30' },
      ],
      policy: 'partner-center',
    } as const;
    const found = planReturns(request);
    expect(Number(found.total)).toBe(bestOf(request).total / 100);
    expect(found.optimal).toBe(true);
    expect(found.returns.map(({ on }) => on)).toEqual(['2023-07-25', '2024-07-24']);
  });
});

describe('the hint of an exchange', () => {
  const kept = (
    asOf: string,
    purchasedOn: string,
    others: Partial<PlanCandidateInput>,
    policy: PlanRequestInput['policy'] = 'azure',
  ): unknown => {
    const one = { ...facts, term: 'P3Y', id: 'A', paid: '36500.00', purchasedOn, ...others };
    const until = asOf;
    const found = plan(asOf, [one as PlanCandidateInput], { policy, until, ledger: full(asOf) });
    const [{ exchange, exchangeBar, because } = { exchange: null }] = found.kept;
    expect(because).toMatch(/limit|not-returnable/);
    return exchange ? { until: exchange.until, onceFrom: exchange.onceFrom } : exchangeBar;
  };

  it('says from which day the units can be exchanged once only', () => {
    const ever = { until: '2029-04-30', onceFrom: '2027-02-01' };
    expect(kept('2027-01-31', '2026-05-01', {})).toEqual(ever);
    expect(kept('2027-02-01', '2026-05-01', { product: 'VirtualMachines' })).toEqual(ever);
    expect(kept('2027-01-31', '2026-05-01', {}, 'azure-2026-01')).toEqual({
      ...ever,
      onceFrom: null,
    });
    expect(kept('2027-01-31', '2024-02-01', {})).toEqual({ until: '2027-01-31', onceFrom: null });
    expect(kept('2027-01-31', '2024-02-02', {})).toEqual({
      until: '2027-02-01',
      onceFrom: '2027-02-01',
    });
  });

  it('knows services that savings plans do not cover, as stated or by the list', () => {
    const free = { until: '2030-02-28', onceFrom: null };
    expect(kept('2027-06-01', '2027-03-01', { product: 'AVS' })).toEqual(free);
    expect(kept('2027-06-01', '2027-03-01', { savingsPlanEligible: false })).toEqual(free);
  });

  it('names a trade-in where a reservation was bought after the rule, or asks for the coverage', () => {
    expect(kept('2027-02-01', '2027-02-01', { product: 'VirtualMachines' })).toBe(
      'covered-by-savings-plans',
    );
    expect(kept('2027-06-01', '2027-03-01', { savingsPlanEligible: true })).toBe(
      'covered-by-savings-plans',
    );
    expect(kept('2027-06-01', '2027-03-01', {})).toBe('coverage-unknown');
  });

  it('assumes the coverage that the list of services has', () => {
    const assumed = (others: Partial<PlanCandidateInput>): boolean => {
      const one = { ...facts, id: 'A', paid: '36500.00', purchasedOn: '2027-03-01', ...others };
      const on = { policy: 'azure', until: '2027-06-01', ledger: full('2027-06-01') } as const;
      const found = plan('2027-06-01', [one as PlanCandidateInput], on);
      return found.assumed.includes('savingsPlanEligible');
    };
    expect(assumed({ product: 'AVS' })).toBe(true);
    expect(assumed({ product: 'VirtualMachines' })).toBe(true);
    expect(assumed({ product: 'AVS', savingsPlanEligible: false })).toBe(false);
    expect(assumed({ product: 'AVS', purchasedOn: '2026-12-01' })).toBe(false);
    expect(assumed({})).toBe(false);
  });

  it('ends before a version that bars the exchange of a product', () => {
    expect(kept('2026-01-14', '2025-05-01', { product: 'Databricks' })).toEqual({
      until: '2026-01-14',
      onceFrom: null,
    });
    expect(kept('2026-01-15', '2025-05-01', { product: 'Databricks' })).toBeNull();
  });

  it('is explained with the next step', () => {
    const one = { ...facts, id: 'A', paid: '36500.00', purchasedOn: '2027-03-01' };
    const candidates = [
      { ...one, product: 'VirtualMachines' as const },
      { ...one, id: 'B' },
    ];
    const others = { policy: 'azure', until: '2027-06-01', ledger: full('2027-06-01') } as const;
    const text = explain(plan('2027-06-01', candidates, others));
    expect(text).toContain('Trade the reservation in for a savings plan.');
    expect(text).toContain('(savingsPlanEligible)');
  });
});
