import { describe, expect, it } from 'vitest';
import {
  cancellationEffects,
  cancellationParticulars,
  softwareKinds,
  softwareTerms,
} from '../../../src/software/index.ts';
import { softwareCitations } from '../../../src/software/policy/citations.ts';
import {
  nonCancellableKinds,
  softwareDocuments,
  softwareTermYears,
} from '../../../src/software/policy/software-policy.ts';

describe('the numbers and lists', () => {
  it('are those of the document', () => {
    expect([...nonCancellableKinds]).toEqual(['suse-linux-plan', 'red-hat-plan']);
    expect(new Set(softwareDocuments)).toEqual(new Set(Object.keys(softwareCitations)));
    expect(softwareTermYears).toEqual({ P1Y: 1, P3Y: 3 });
    expect(softwareTerms).toEqual(Object.keys(softwareTermYears));
    expect(softwareKinds).toEqual(['perpetual', 'subscription', 'suse-linux-plan', 'red-hat-plan']);
    expect(cancellationParticulars).toEqual(['customer', 'productName', 'orderId', 'messageRead']);
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
    [softwareTermYears],
    [softwareDocuments],
  ])('%j cannot be changed', (list) => {
    expect(Object.isFrozen(list)).toBe(true);
  });
});
