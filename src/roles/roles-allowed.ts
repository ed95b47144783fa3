import { InputError, type Issue } from '../kernel/parse.ts';
import { readAction } from './input.ts';
import { type Action, allRoles, permissionMatrix, type Role } from './matrix.ts';

/**
 * Answers which roles may do something, in the order of the matrix.
 *
 * @throws InputError where the action is unknown.
 *
 * Clauses: ROL-1 to ROL-9 (`customer-permission`, `reservations`, `software`).
 *
 * @example
 * rolesAllowed('software.buy'); //=> ['admin-agent', 'global-admin']
 */
export function rolesAllowed(action: Action): readonly Role[] {
  const issues: Issue[] = [];
  const { granted } = permissionMatrix[readAction(action, issues)];
  if (issues.length > 0) throw new InputError(issues);
  return allRoles.filter((role) => granted[role]);
}
