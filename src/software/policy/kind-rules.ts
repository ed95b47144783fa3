import type { CancellationParticular, SoftwareKind, SoftwarePolicy } from './software-policy.ts';

// What a policy says of one kind of software.

/** The last day after the purchase on which it can be cancelled; `null` if that is not stated. */
export function windowDaysOf(kind: SoftwareKind, policy: SoftwarePolicy): number | null {
  return kind === 'perpetual' ? policy.perpetualDays : policy.subscriptionDays;
}

/** The credit. No text states one for plans of other makers, not even the text that allows their cancellation. */
export function creditBasisOf(
  kind: SoftwareKind,
  policy: SoftwarePolicy,
): SoftwarePolicy['subscriptionCredit'] {
  if (kind === 'perpetual') return policy.perpetualCredit;
  return kind === 'subscription' ? policy.subscriptionCredit : 'unstated';
}

const byOrder: readonly CancellationParticular[] = Object.freeze([
  'customer',
  'productName',
  'orderId',
  'messageRead',
] as const); // SOF-5
const bySubscription: readonly CancellationParticular[] = Object.freeze([
  'customer',
  'subscription',
] as const); // SOF-22

/** The details that a cancellation requires. */
export function particularsOf(
  kind: SoftwareKind,
  { subscriptionNamedBy }: SoftwarePolicy,
): readonly CancellationParticular[] {
  return kind === 'subscription' && subscriptionNamedBy === 'subscription'
    ? bySubscription
    : byOrder;
}
