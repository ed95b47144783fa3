import { type Issue, issue } from '../kernel/issue.ts';
import { nearest, readName } from '../kernel/read.ts';
import { type Parser, standardSchema } from '../kernel/standard-schema.ts';
import { allRoles, type Role } from './matrix.ts';
import { spellings } from './spellings.ts';

/** A role's id or any of its names. Editors suggest the ids. */
export type RoleInput = Role | (string & {});

const roleOf: ReadonlyMap<string, Role> = new Map(
  allRoles.flatMap((role) =>
    [role, ...spellings[role]].map((spelling) => [keyOf(spelling), role] as const),
  ),
);

/**
 * Reads a role by its id, its name in the English or Korean documents, or the name of Microsoft's
 * security group for it. Case, spaces and hyphens do not matter.
 *
 * @returns the role's id (parsing it again changes nothing), or an issue that names the nearest
 * role. Roles of a customer's own directory, such as Helpdesk Administrator, are not roles here.
 * Company Administrator is the old name of a global admin in Microsoft's API.
 *
 * Clauses: the roles that ROL-1 to ROL-9 name (`customer-permission`, `reservations`, `software`).
 *
 * @example
 * parseRole('Help Desk Agent'); //=> { ok: true, value: 'helpdesk-agent' }
 * parseRole('AdminAgents'); //=> { ok: true, value: 'admin-agent' }
 * parseRole('글로벌 관리자'); //=> { ok: true, value: 'global-admin' }
 */
export const parseRole: Parser<RoleInput, Role> = /* @__PURE__ */ standardSchema(
  'parseRole',
  (text) => {
    const issues: Issue[] = [];
    const name = readName(text, [], issues);
    if (issues.length > 0) return { ok: false, issues };
    const role = findRole(name);
    if (role !== undefined) return { ok: true, value: role };
    return { ok: false, issues: [issue([], 'unknown-value', expectedRole(name), text)] };
  },
);

/** Returns the role that a name means, or `undefined` if there is none. */
export function findRole(name: string): Role | undefined {
  return roleOf.get(keyOf(name));
}

/** Formats the roles that a value could have named, with the nearest of them. */
export function expectedRole(value: unknown): string {
  const near = typeof value === 'string' ? nearest(keyOf(value), roleOf.keys()) : undefined;
  const hint = near === undefined ? '' : ` (did you mean "${roleOf.get(near)}"?)`;
  return `one of the roles ${allRoles.join(', ')}${hint}`;
}

/** Normalizes a name: lower case, without spaces and hyphens. */
function keyOf(name: string): string {
  // Only A to Z: toLowerCase() would take a Kelvin sign for a k.
  return name.replace(/[\s-]/g, '').replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
