import { describe, expect, it } from 'vitest';
import { isCoveredSubscription, type SubscriptionKind } from '../../src/customers/index.ts';
import { issuesOf } from '../hostile/issues-of.ts';

describe('isCoveredSubscription', () => {
  it.each<[SubscriptionKind, boolean]>([
    ['cloud-solution-provider', true],
    ['pay-as-you-go', false],
    ['individual', false],
    ['microsoft-customer-agreement', false],
    ['enterprise-agreement', false],
  ])('is for %s %s', (kind, covered) => {
    expect(isCoveredSubscription(kind)).toBe(covered);
  });

  it.each([undefined, null, 'csp', '__proto__', 1, {}])('refuses %j', (kind) => {
    expect(issuesOf(() => isCoveredSubscription(kind as SubscriptionKind))[0]?.path).toEqual([
      'kind',
    ]);
  });
});
