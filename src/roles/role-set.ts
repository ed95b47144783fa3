import { subsetsOf } from '../kernel/subsets.ts';
import { type Action, allActions, allRoles, permissionMatrix, type Role } from './matrix.ts';

/** A set of roles, one bit each, so that joining and comparing sets is fast. */
export type RoleSet = number;

const bitOf: ReadonlyMap<unknown, RoleSet> = new Map(
  allRoles.map((role, column) => [role, 1 << column]),
);

/** Every set of roles as the roles in it, in the order of the matrix. */
const rolesOfSet: readonly (readonly Role[])[] = subsetsOf(allRoles);

/** The roles that may do each action. */
const grantingSets: ReadonlyMap<unknown, RoleSet> = new Map(
  allActions.map((action) => {
    const { granted } = permissionMatrix[action];
    return [action, allRoles.reduce((set, role, at) => (granted[role] ? set | (1 << at) : set), 0)];
  }),
);

/** The set of one role or of an array of them; `undefined` if they are not all known roles. */
export function roleSetOf(roles: Role | readonly Role[]): RoleSet | undefined {
  if (typeof roles === 'string') return bitOf.get(roles);
  try {
    if (!Array.isArray(roles)) return undefined;
    let set = 0;
    // By position, as readRoles does: an array may have been given another iterator.
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

/** The roles that may do an action; `undefined` if it is unknown. */
export function grantingSetOf(action: Action): RoleSet | undefined {
  return grantingSets.get(action);
}

/** The roles of a set, in the order of the matrix; frozen. */
export function rolesOf(set: RoleSet): readonly Role[] {
  return rolesOfSet[set] as readonly Role[];
}
