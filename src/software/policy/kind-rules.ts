import type { SoftwareKind, SoftwarePolicy } from './software-policy.ts';

// What a policy says of one kind of software.

/** The last day after the purchase on which it can be cancelled; `null` if that is not stated. */
export function windowDaysOf(kind: SoftwareKind, policy: SoftwarePolicy): number | null {
  return kind === 'perpetual' ? policy.perpetualDays : policy.subscriptionDays;
}

/** What is credited. No text says it of plans of other makers, not even one that lets them be cancelled. */
export function creditBasisOf(
  kind: SoftwareKind,
  policy: SoftwarePolicy,
): SoftwarePolicy['subscriptionCredit'] {
  if (kind === 'perpetual') return policy.perpetualCredit;
  return kind === 'subscription' ? policy.subscriptionCredit : 'unstated';
}
