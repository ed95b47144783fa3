import { InputError, type Issue } from '../kernel/issue.ts';
import { type Action, allActions, permissionMatrix, type Role } from './matrix.ts';
import { readRoles } from './read-role.ts';

/**
 * Returns the actions that any of these roles allows, in the order of the matrix.
 *
 * @throws InputError with every issue, if a role is unknown.
 *
 * Clauses: ROL-1 to ROL-9 (`customer-permission`, `reservations`, `software`).
 *
 * @example
 * actionsAllowed('referral-admin'); //=> ['software-activity.view']
 * actionsAllowed([]); //=> []
 */
export function actionsAllowed(roles: Role | readonly Role[]): readonly Action[] {
  const issues: Issue[] = [];
  const held = readRoles(roles, ['roles'], issues);
  if (issues.length > 0) throw new InputError(issues);
  return allActions.filter((action) => held.some((role) => permissionMatrix[action].granted[role]));
}
