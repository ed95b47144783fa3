import { InputError, type Issue } from '../kernel/issue.ts';
import { readWord } from '../kernel/read.ts';

const kinds = [
  'cloud-solution-provider',
  'pay-as-you-go',
  'individual',
  'microsoft-customer-agreement',
  'enterprise-agreement',
] as const;

/** The kind of a customer's Azure subscription, as the document distinguishes it. */
export type SubscriptionKind = (typeof kinds)[number];

/**
 * Checks whether the partners' rules for reservations cover a subscription: only those from a partner of
 * the Cloud Solution Provider program. The others have the documentation for all customers, whose versions
 * are the `azure-…` policies.
 *
 * @throws InputError if the kind is unknown.
 *
 * Clause: RES-10 (`reservations`, note at the top).
 *
 * @example
 * isCoveredSubscription('cloud-solution-provider'); //=> true
 * isCoveredSubscription('enterprise-agreement'); //=> false
 */
export function isCoveredSubscription(kind: SubscriptionKind): boolean {
  const issues: Issue[] = [];
  const known = readWord(kind, kinds, ['kind'], issues);
  if (issues.length > 0) throw new InputError(issues);
  return known === 'cloud-solution-provider';
}
