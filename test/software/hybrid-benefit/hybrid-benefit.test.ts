import { describe, expect, it } from 'vitest';
import {
  decideHybridBenefit,
  type HybridBenefitRequest,
  isServerSubscription,
  type SubscriptionProduct,
} from '../../../src/software/index.ts';
import { type Cell, itHolds } from '../../cells.ts';
import { issuesOf } from '../../hostile/issues-of.ts';

const yesNo = [true, false];

describe('decideHybridBenefit', () => {
  // Written off the introduction of the document by hand: editions, Software Assurance, customers.
  itHolds('every license', 3 * 2 * 2, function* (): Iterable<Cell> {
    for (const license of [
      'windows-server-datacenter',
      'windows-server-standard',
      'other',
    ] as const) {
      for (const softwareAssurance of yesNo) {
        for (const commercial of yesNo) {
          const request: HybridBenefitRequest = { license, softwareAssurance, commercial };
          const nextStep = 'pay-the-full-compute-rate';
          const obstacles = [
            ...(commercial ? [] : [{ reason: 'not-commercial', clause: 'CUS-14', nextStep }]),
            ...(license === 'other'
              ? [{ reason: 'wrong-edition', clause: 'SOF-12', nextStep }]
              : []),
            ...(softwareAssurance
              ? []
              : [{ reason: 'no-software-assurance', clause: 'SOF-12', nextStep }]),
          ];
          const [first] = obstacles;
          const more = { kind: 'hybrid-benefit', interpretations: [], request };
          const because = [...new Set(obstacles.map(({ clause }) => clause))];
          yield [
            request,
            decideHybridBenefit(request),
            first === undefined
              ? { allowed: true, because: ['SOF-12', 'CUS-14'], savesUpToPercent: 40, ...more }
              : {
                  allowed: false,
                  reason: first.reason,
                  obstacles,
                  because,
                  savesUpToPercent: null,
                  ...more,
                },
          ];
        }
      }
    }
  });

  it.each([
    [{}, ['license', 'softwareAssurance', 'commercial']],
    [
      { license: 'windows-server', softwareAssurance: 'yes', commercial: null },
      ['license', 'softwareAssurance', 'commercial'],
    ],
    [{ license: 'other', softwareAssurance: true, commercial: true, edition: 'x' }, ['edition']],
  ])('reports every issue of %j', (facts, paths) => {
    const issues = issuesOf(() => decideHybridBenefit(facts as unknown as HybridBenefitRequest));
    expect(issues.map(({ path }) => path[0])).toEqual(paths);
  });

  it.each([undefined, null, 'windows-server-standard', []])('refuses %j', (facts) => {
    expect(issuesOf(() => decideHybridBenefit(facts as never))).toHaveLength(1);
  });
});

describe('isServerSubscription', () => {
  it.each<[SubscriptionProduct, boolean]>([
    ['windows-server', true],
    ['sql-server', true],
    ['other', false],
  ])('is for %s %s', (product, isOne) => {
    expect(isServerSubscription(product)).toBe(isOne);
  });

  it.each([undefined, null, 'SQL Server', 'constructor', 1])('refuses %j', (product) => {
    const issues = issuesOf(() => isServerSubscription(product as SubscriptionProduct));
    expect(issues[0]?.path).toEqual(['product']);
  });
});
