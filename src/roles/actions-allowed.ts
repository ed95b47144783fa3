import { InputError, type Issue } from '../kernel/issue.ts';
import { type Action, allActions, type Role } from './matrix.ts';
import type { RoleInput } from './parse-role.ts';
import { type AccessOptions, readAccessOptions, readRoleList } from './read-role.ts';
import { grantingSetOf, type RoleSet, setOf } from './role-set.ts';
import { defaultMatrix } from './versions.ts';

/**
 * Returns the actions that any of these roles allows, in the order of the matrix. Names in a list that
 * no rule knows grant nothing; `parseRoles` lists them.
 *
 * @throws InputError with every issue, if the one role or all roles of a list are unknown, or the day
 * is malformed or too early.
 *
 * Clauses: ROL-1 to ROL-9 (`customer-permission`, `reservations`, `software`), ROL-13 to ROL-16 (later
 * pages).
 *
 * @example
 * actionsAllowed('referral-admin'); //=> ['software-activity.view']
 * actionsAllowed([]); //=> []
 * actionsAllowed('billing-admin', { asOf: '2022-11-22' }); //=> ['billing.view']
 */
export function actionsAllowed(
  roles: Role | readonly RoleInput[],
  options?: Pick<AccessOptions, 'asOf'>,
): readonly Action[] {
  const issues: Issue[] = [];
  const held = setOf(readRoleList(roles, ['roles'], issues).roles);
  const { dated } = readAccessOptions(options, issues);
  if (issues.length > 0) throw new InputError(issues);
  const version = dated?.version ?? defaultMatrix;
  return allActions.filter((action) => held & (grantingSetOf(action, version) as RoleSet));
}
