import { subsetsOf } from '../kernel/subsets.ts';
import { allRoles, type PermissionRow, type Role } from './matrix.ts';
import { type PermissionMatrixVersion, permissionMatrixVersions } from './versions.ts';

/** A set of roles, one bit each, so that joining and comparing sets is fast. */
export type RoleSet = number;

const bitOf: ReadonlyMap<unknown, RoleSet> = new Map(
  allRoles.map((role, column) => [role, 1 << column]),
);

/** Every set of roles as the roles in it, in the order of the matrix. */
const rolesOfSet: readonly (readonly Role[])[] = subsetsOf(allRoles);

/** The roles that may do each action, by version. */
const grantingSets: ReadonlyMap<PermissionMatrixVersion, ReadonlyMap<unknown, RoleSet>> = new Map(
  permissionMatrixVersions.map((version) => [
    version,
    new Map(Object.entries(version.matrix).map(([action, row]) => [action, setOfRow(row)])),
  ]),
);

/** The set of the roles that a row grants its action to. */
export function setOfRow({ granted }: PermissionRow): RoleSet {
  return allRoles.reduce((set, role, at) => (granted[role] ? set | (1 << at) : set), 0);
}

/** The set of one role or of an array of them; `undefined` if they are not all ids of known roles. */
export function roleSetOf(roles: unknown): RoleSet | undefined {
  if (typeof roles === 'string') return bitOf.get(roles);
  try {
    if (!Array.isArray(roles)) return undefined;
    let set = 0;
    // By position, as readRoleList does: an array may have been given another iterator.
    for (let at = 0; at < roles.length; at += 1) {
      const bit = bitOf.get(roles[at]);
      if (bit === undefined) return undefined;
      set |= bit;
    }
    return set;
  } catch {
    return undefined; // a Proxy or a getter that throws
  }
}

/** The set of roles that were read. */
export function setOf(roles: readonly Role[]): RoleSet {
  return roles.reduce((set, role) => set | (bitOf.get(role) as RoleSet), 0);
}

/** The roles that may do an action; `undefined` if it is unknown. */
export function grantingSetOf(
  action: unknown,
  version: PermissionMatrixVersion,
): RoleSet | undefined {
  return grantingSets.get(version)?.get(action);
}

/** The roles of a set, in the order of the matrix; frozen. */
export function rolesOf(set: RoleSet): readonly Role[] {
  return rolesOfSet[set] as readonly Role[];
}
