import type { Issue } from '../kernel/issue.ts';
import { type Parser, standardSchema } from '../kernel/standard-schema.ts';
import type { Role } from './matrix.ts';
import type { RoleInput } from './parse-role.ts';
import { type RoleList, readRoleList } from './read-role.ts';

/**
 * Reads a list of role names in any spelling, as `decideAccess` does: the roles, and the names that
 * no rule knows.
 *
 * @returns the roles and `ignoredRoles`, or an issue for each name of a list that names no role at all.
 *
 * Clauses: the roles that ROL-1 to ROL-9 name (`customer-permission`, `reservations`, `software`).
 *
 * @example
 * parseRoles(['Help Desk Agent', 'Account manager', 'Company Administrator']);
 * //=> { ok: true, value: { roles: ['helpdesk-agent', 'global-admin'], ignoredRoles: ['Account manager'] } }
 * parseRoles(['Account manager']).ok; //=> false
 */
export const parseRoles: Parser<Role | readonly RoleInput[], RoleList> =
  /* @__PURE__ */ standardSchema('parseRoles', (list) => {
    const issues: Issue[] = [];
    const read = readRoleList(list, [], issues);
    return issues.length > 0 ? { ok: false, issues } : { ok: true, value: read };
  });
