import { ownField } from '../kernel/read.ts';
import type { ClauseId } from '../vocabulary/clauses.ts';
import type { ResellerTaskRefusal } from './refusals.ts';
import type { ResellerRelationship } from './relationship.ts';
import { type ResellerAccess, resellerAccessLevels } from './reseller-tasks.ts';

/** A need of a task. */
type Need = ResellerAccess | 'partnership';

/** The obstacles to a need, in the order in which to remove them. */
export function reasonsAgainst(
  need: Need,
  { partnership, customer, subscription }: ResellerRelationship,
): ResellerTaskRefusal[] {
  const reasons: ResellerTaskRefusal[] = [];
  // RSL-15: delegated administration outlives the partnership.
  const isDelegated = ownField(partnership, 'removed') === true && customer.associated;
  if (!(isDelegated && (need === 'customer-account' || need === 'subscription'))) {
    // RSL-2, RSL-3: first of all a partnership.
    if (!partnership.enrolled) reasons.push('not-enrolled');
    if (!partnership.hasAccount) reasons.push('no-account');
    if (partnership.stage === 'none') reasons.push('not-requested');
    if (partnership.stage !== 'established') reasons.push('not-accepted');
  }

  switch (need) {
    case 'partnership': // RSL-4
      break;
    case 'customer-account': // RSL-5, RSL-6
      if (!customer.associated) reasons.push('not-associated-with-customer');
      if (customer.azure && !customer.tenantOwner) reasons.push('not-tenant-owner');
      break;
    case 'subscription': // RSL-5 or RSL-7
      if (!customer.associated && !subscription.associated) {
        reasons.push('not-associated-with-subscription');
      }
      break;
    case 'incentive': // RSL-7
      if (!subscription.associated) reasons.push('not-associated-with-subscription');
      break;
    case 'support': // RSL-8
      if (!subscription.supportContact) reasons.push('not-support-contact');
      break;
  }
  return reasons;
}

/** The clauses that give a need; where several ways lead there, those that were taken. */
export function clausesGiving(
  need: Need,
  { customer, subscription }: ResellerRelationship,
): readonly ClauseId[] {
  switch (need) {
    case 'partnership':
      return ['RSL-4'];
    case 'customer-account':
      return customer.azure ? ['RSL-5', 'RSL-6'] : ['RSL-5'];
    case 'subscription':
      if (customer.associated === subscription.associated) return ['RSL-5', 'RSL-7'];
      return customer.associated ? ['RSL-5'] : ['RSL-7'];
    case 'incentive':
      return ['RSL-7'];
    case 'support':
      return ['RSL-8'];
  }
}

/** Every level of access that follows from a relationship. */
export function accessOf(relationship: ResellerRelationship): readonly ResellerAccess[] {
  return resellerAccessLevels.filter((level) => reasonsAgainst(level, relationship).length === 0);
}
