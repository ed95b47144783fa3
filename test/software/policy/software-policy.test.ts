import { describe, expect, it } from 'vitest';
import {
  cancellationEffects,
  cancellationParticulars,
  softwareKinds,
  softwareTerms,
} from '../../../src/software/index.ts';
import { softwareCitations, softwareDocuments } from '../../../src/software/policy/citations.ts';
import {
  billingCycleMonths,
  billingCycles,
  nonCancellableKinds,
  softwareTermMonths,
} from '../../../src/software/policy/software-policy.ts';

describe('the numbers and lists', () => {
  it('are those of the document', () => {
    expect([...nonCancellableKinds]).toEqual(['suse-linux-plan', 'red-hat-plan']);
    expect(new Set(softwareDocuments)).toEqual(new Set(Object.keys(softwareCitations)));
    expect(softwareTermMonths).toEqual({ P1M: 1, P1Y: 12, P3Y: 36 });
    expect(softwareTerms).toEqual(Object.keys(softwareTermMonths));
    expect(billingCycleMonths).toEqual({ monthly: 1, annual: 12, triennial: 36 });
    expect(billingCycles).toEqual(Object.keys(billingCycleMonths));
    expect(softwareKinds).toEqual(['perpetual', 'subscription', 'suse-linux-plan', 'red-hat-plan']);
    expect(cancellationParticulars).toEqual([
      ...['customer', 'productName', 'orderId', 'messageRead'],
      'subscription',
    ]);
    expect(cancellationEffects).toEqual([
      'keys-revoked',
      'download-links-revoked',
      'listed-without-key',
      'credit-on-next-monthly-invoice',
      'dashboard-may-lag-15-minutes',
      'both-stop-using',
      'partner-uninstalls',
      'partner-removes-downloads-and-links',
    ]);
  });

  it.each([
    [softwareKinds],
    [softwareTerms],
    [cancellationParticulars],
    [cancellationEffects],
    [softwareTermMonths],
    [billingCycleMonths],
    [billingCycles],
    [softwareDocuments],
  ])('%j cannot be changed', (list) => {
    expect(Object.isFrozen(list)).toBe(true);
  });
});
