import { InputError, type Issue } from '../kernel/issue.ts';
import type { Action, Role } from './matrix.ts';
import { type AccessOptions, readAccessOptions, readAction } from './read-role.ts';
import { grantingSetOf, type RoleSet, rolesOf } from './role-set.ts';
import { defaultMatrix } from './versions.ts';

/**
 * Returns the roles that allow an action, in the order of the matrix.
 *
 * @throws InputError if the action is unknown, or the day is malformed or too early.
 *
 * Clauses: ROL-1 to ROL-9 (`customer-permission`, `reservations`, `software`), ROL-13 to ROL-16 (later
 * pages).
 *
 * @example
 * rolesAllowed('software.buy'); //=> ['admin-agent', 'global-admin']
 * rolesAllowed('reservations.buy', { asOf: '2023-08-23' }); //=> ['admin-agent', 'sales-agent']
 */
export function rolesAllowed(
  action: Action,
  options?: Pick<AccessOptions, 'asOf'>,
): readonly Role[] {
  const issues: Issue[] = [];
  const asked = readAction(action, issues);
  const { dated } = readAccessOptions(options, issues);
  if (issues.length > 0) throw new InputError(issues);
  return rolesOf(grantingSetOf(asked, dated?.version ?? defaultMatrix) as RoleSet);
}
