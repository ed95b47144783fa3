import { decideAccess } from './decide-access.ts';
import type { Action, Role } from './matrix.ts';
import { grantingSetOf, roleSetOf } from './role-set.ts';

/**
 * Checks whether any of the roles allows an action. Without a role nothing is allowed.
 * {@link decideAccess} returns the same answer with its reason.
 *
 * Fast enough for every request: it looks up a role and an action and allocates nothing.
 *
 * @throws InputError with every issue, if a role or the action is unknown. `parseRole` reads
 * other spellings of a role.
 *
 * Clauses: ROL-1 to ROL-9 (`customer-permission`, `reservations`, `software`).
 *
 * @example
 * isAllowed('admin-agent', 'software.cancel'); //=> true
 * isAllowed(['sales-agent', 'global-admin'], 'software.cancel'); //=> false
 */
export function isAllowed(roles: Role | readonly Role[], action: Action): boolean {
  const held = roleSetOf(roles);
  const granting = grantingSetOf(action);
  // Something is malformed; decideAccess throws with every issue of it.
  if (held === undefined || granting === undefined) return decideAccess(roles, action).allowed;
  return (held & granting) !== 0;
}
