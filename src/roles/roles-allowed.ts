import { InputError, type Issue } from '../kernel/issue.ts';
import type { Action, Role } from './matrix.ts';
import { readAction } from './read-role.ts';
import { grantingSetOf, rolesOf } from './role-set.ts';

/**
 * Returns the roles that allow an action, in the order of the matrix.
 *
 * @throws InputError where the action is unknown.
 *
 * Clauses: ROL-1 to ROL-9 (`customer-permission`, `reservations`, `software`).
 *
 * @example
 * rolesAllowed('software.buy'); //=> ['admin-agent', 'global-admin']
 */
export function rolesAllowed(action: Action): readonly Role[] {
  const granting = grantingSetOf(action);
  if (granting !== undefined) return rolesOf(granting);
  const issues: Issue[] = [];
  readAction(action, issues);
  throw new InputError(issues);
}
