import { InputError, type Issue } from '../kernel/issue.ts';
import { ownField } from '../kernel/read.ts';
import { decideAccess, type Role } from '../roles/index.ts';
import type { ClauseId } from '../vocabulary/clauses.ts';
import { type Allowed, type Denied, deny } from '../vocabulary/decision.ts';
import { obstacleOf } from '../vocabulary/refusal.ts';
import {
  activityOfTurning,
  type CustomerPermission,
  effectClauses,
  type PermissionActivity,
  type PurchaseEffects,
  purchaseEffects,
  SAVINGS_PLANS_FROM,
} from './customer-tasks.ts';
import type { PermissionChangeFacts, PermissionChangeRequest } from './facts.ts';
import { readPermissionChange } from './read-facts.ts';
import { changeRefusals, type PermissionChangeRefusal } from './refusals.ts';

interface PermissionChangeAnswer {
  readonly kind: 'permission-change';
  /** The permission afterwards: as requested, or unchanged if the request is refused. */
  readonly next: CustomerPermission;
  /** The effects of the customer's purchases for the partner while `next` is on. */
  readonly effects: PurchaseEffects | null;
  /** Every role that may change the permission. */
  readonly allowedRoles: readonly Role[];
  /** The names in the list of roles that are no role here; they were ignored. */
  readonly ignoredRoles: readonly string[];
  /** The facts in canonical form. */
  readonly request: PermissionChangeRequest;
}

export interface AllowedPermissionChange extends Allowed, PermissionChangeAnswer {
  /** The entry of the activity log; `null` if nothing changes. */
  readonly activity: PermissionActivity | null;
}

export interface DeniedPermissionChange
  extends Denied<PermissionChangeRefusal>,
    PermissionChangeAnswer {
  readonly activity: null;
}

/** A decision on turning the permission on or off, with effects. */
export type PermissionChangeDecision = AllowedPermissionChange | DeniedPermissionChange;

/**
 * Decides whether a user with these roles can turn a customer's permission to buy Azure reservations,
 * or since 2022-10-13 Azure savings plans, on or off, and returns the permission afterwards and the
 * entry of the activity log.
 *
 * Turning it on requires a subscription of the customer, turning it off does not. A request that
 * changes nothing requires the role but no subscription, and leaves no entry.
 *
 * @throws InputError with every issue, if the facts are malformed. `parseRole` reads other
 * spellings of a role.
 *
 * Clauses: CUS-2, CUS-3, CUS-5 to CUS-8 and CUS-10 (`customer-permission`), CUS-11, CUS-13 (its revision of
 * 2022-10-13); interpretation R-NO-ENTRY.
 *
 * @example
 * const decision = decidePermissionChange({
 *   roles: 'admin-agent', current: 'off', wanted: 'on', hasSubscription: true,
 * });
 * decision.next; //=> 'on'
 * decision.activity; //=> 'Create Customer Purchase Permissions'
 * decision.effects?.payer; //=> 'partner'
 */
export function decidePermissionChange(facts: PermissionChangeFacts): PermissionChangeDecision {
  const issues: Issue[] = [];
  const read = readPermissionChange(facts, issues);
  if (read === undefined) throw new InputError(issues);

  const { request, ignoredRoles } = read;
  const { current, wanted } = request;
  const product = ownField(request, 'product') ?? 'reservation';
  const access = decideAccess(request.roles, 'customer-permissions.change');
  const turnsOn = current === 'off' && wanted === 'on';
  const reasons: PermissionChangeRefusal[] = [];
  if (!access.allowed) reasons.push('not-granted'); // CUS-2
  const asOf = ownField(request, 'asOf');
  if (product === 'savings-plan' && asOf !== undefined && asOf < SAVINGS_PLANS_FROM) {
    reasons.push('not-yet-offered'); // CUS-11
  }
  // CUS-2, CUS-3: a subscription before it is turned on.
  if (turnsOn && !request.hasSubscription) reasons.push('no-subscription');

  const { allowedRoles } = access;
  const [first, ...others] = reasons.map((reason) => obstacleOf(changeRefusals, reason, undefined));
  const next = first === undefined ? wanted : current;
  const answer: PermissionChangeAnswer = {
    kind: 'permission-change',
    next,
    // CUS-5 to CUS-8, CUS-13: only while the permission is on does the customer buy.
    effects: next === 'on' ? purchaseEffects[product] : null,
    allowedRoles,
    ignoredRoles,
    request,
  };
  if (first !== undefined) {
    const denied = deny([first, ...others], ['CUS-2'], ['R-NO-ENTRY']);
    return { ...denied, ...answer, activity: null };
  }

  const because: ClauseId[] = turnsOn ? ['CUS-2', 'CUS-3', 'CUS-10'] : ['CUS-2', 'CUS-10'];
  if (product === 'savings-plan') because.push('CUS-11');
  if (wanted === 'on') because.push(...effectClauses[product]);
  // CUS-10, R-NO-ENTRY: an entry for each change, and for nothing else.
  const changes = current !== wanted;
  return {
    allowed: true,
    because,
    interpretations: changes ? [] : ['R-NO-ENTRY'],
    ...answer,
    activity: changes ? activityOfTurning[wanted] : null,
  };
}
