import { decideAccess } from './decide-access.ts';
import type { Action, Role } from './matrix.ts';
import type { RoleInput } from './parse-role.ts';
import type { AccessOptions } from './read-role.ts';
import { grantingSetOf, roleSetOf } from './role-set.ts';
import { defaultMatrix } from './versions.ts';

/**
 * Checks whether any of the roles allows an action. Without a role nothing is allowed.
 * {@link decideAccess} returns the same answer with its reason, the names that were ignored, and the
 * answer of the newest version.
 *
 * Fast enough for every request: without options and with ids it looks up a role and an action and
 * allocates nothing.
 *
 * @throws InputError with every issue, if the one role or all roles of a list are unknown, or the
 * action is, or an option is malformed.
 *
 * Clauses: ROL-1 to ROL-9 (`customer-permission`, `reservations`, `software`), ROL-11, ROL-13 to ROL-16
 * (later pages).
 *
 * @example
 * isAllowed('admin-agent', 'software.cancel'); //=> true
 * isAllowed(['sales-agent', 'global-admin'], 'software.cancel'); //=> false
 * isAllowed('sales-agent', 'reservations.buy', { asOf: '2023-08-23' }); //=> true
 */
export function isAllowed(
  roles: Role | readonly RoleInput[],
  action: Action,
  options?: AccessOptions,
): boolean {
  if (options !== undefined) return decideAccess(roles, action, options).allowed;
  const held = roleSetOf(roles);
  const granting = grantingSetOf(action, defaultMatrix);
  // Something is no id; decideAccess reads it, or throws with every issue of it.
  if (held === undefined || granting === undefined) return decideAccess(roles, action).allowed;
  return (held & granting) !== 0;
}
