import { InputError, type Issue } from '../kernel/issue.ts';
import { decideAccess, type Role } from '../roles/index.ts';
import type { ClauseId } from '../vocabulary/clauses.ts';
import { type Allowed, type Denied, deny, type Obstacle } from '../vocabulary/decision.ts';
import {
  activityOfTurning,
  type CustomerPermission,
  effectClauses,
  type PermissionActivity,
  type PurchaseEffects,
  purchaseEffects,
} from './customer-tasks.ts';
import type { PermissionChangeFacts, PermissionChangeRequest } from './facts.ts';
import { readPermissionChange } from './read-facts.ts';

/** Why the permission cannot be changed. */
export type PermissionChangeRefusal = 'not-granted' | 'no-subscription';

interface PermissionChangeAnswer {
  readonly kind: 'permission-change';
  /** The permission afterwards: as requested, or unchanged if the request is refused. */
  readonly next: CustomerPermission;
  /** The effects of the customer's purchases for the partner while `next` is on. */
  readonly effects: PurchaseEffects | null;
  /** Every role that may change the permission. */
  readonly allowedRoles: readonly Role[];
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
 * Decides whether a user with these roles can turn a customer's permission to buy Azure
 * reservations on or off, and returns the permission afterwards and the entry of the activity log.
 *
 * Turning it on requires a subscription of the customer, turning it off does not. A request that
 * changes nothing requires the role but no subscription, and leaves no entry.
 *
 * @throws InputError with every issue, if the facts are malformed. `parseRole` reads other
 * spellings of a role.
 *
 * Clauses: CUS-2, CUS-3, CUS-5 to CUS-8 and CUS-10 (`customer-permission`); interpretation R-NO-ENTRY.
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
  const request = readPermissionChange(facts, issues);
  if (request === undefined) throw new InputError(issues);

  const { roles, current, wanted } = request;
  const access = decideAccess(roles, 'customer-permissions.change');
  const { allowedRoles } = access;
  const obstacles: Obstacle<PermissionChangeRefusal>[] = [];

  // CUS-2: an admin agent only.
  if (!access.allowed) {
    obstacles.push({
      reason: 'not-granted',
      clause: 'CUS-2',
      nextStep: 'ask-someone-with-an-allowed-role',
    });
  }
  // CUS-2, CUS-3: a subscription before it is turned on.
  const turnsOn = request.current === 'off' && request.wanted === 'on';
  if (turnsOn && !request.hasSubscription) {
    obstacles.push({ reason: 'no-subscription', clause: 'CUS-3', nextStep: 'buy-a-subscription' });
  }

  const [first, ...others] = obstacles;
  if (first !== undefined) {
    const denied = deny([first, ...others], ['CUS-2'], ['R-NO-ENTRY']);
    return {
      kind: 'permission-change',
      allowed: false,
      reason: denied.reason,
      obstacles: denied.obstacles,
      because: denied.because,
      interpretations: denied.interpretations,
      next: current,
      activity: null,
      effects: effectsOf(current),
      allowedRoles,
      request,
    };
  }

  const because: ClauseId[] = turnsOn ? ['CUS-2', 'CUS-3', 'CUS-10'] : ['CUS-2', 'CUS-10'];
  if (wanted === 'on') because.push(...effectClauses);
  // CUS-10, R-NO-ENTRY: an entry for each change, and for nothing else.
  const changes = current !== wanted;
  return {
    kind: 'permission-change',
    allowed: true,
    because,
    interpretations: changes ? [] : ['R-NO-ENTRY'],
    next: wanted,
    activity: changes ? activityOfTurning[wanted] : null,
    effects: effectsOf(wanted),
    allowedRoles,
    request,
  };
}

/** CUS-5 to CUS-8: only while the permission is on does the customer buy. */
function effectsOf(permission: CustomerPermission): PurchaseEffects | null {
  return permission === 'on' ? purchaseEffects : null;
}
