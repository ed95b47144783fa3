import { decideAccess } from './decide-access.ts';
import { type Action, allActions, allRoles, permissionMatrix, type Role } from './matrix.ts';

/** One bit for each role. */
const bitOf: ReadonlyMap<Role, number> = new Map(
  allRoles.map((role, column) => [role, 1 << column]),
);

/** The bits of the roles that may do each action. */
const grantingBitsOf: ReadonlyMap<Action, number> = new Map(
  allActions.map((action) => {
    const { granted } = permissionMatrix[action];
    return [action, bitsOf(allRoles.filter((role) => granted[role])) as number];
  }),
);

/**
 * Answers whether somebody with these roles may do something: whether any of the roles grants it.
 * Without a role nothing is granted. {@link decideAccess} gives the same answer with its reason.
 *
 * It is made to be asked on every request: it looks a role and an action up, and allocates nothing.
 *
 * @throws InputError with every issue, where a role or the action is unknown. `parseRole` reads
 * other spellings of a role.
 *
 * Clauses: ROL-1 to ROL-9 (`customer-permission`, `reservations`, `software`).
 *
 * @example
 * isAllowed('admin-agent', 'software.cancel'); //=> true
 * isAllowed(['sales-agent', 'global-admin'], 'software.cancel'); //=> false
 */
export function isAllowed(roles: Role | readonly Role[], action: Action): boolean {
  const held = typeof roles === 'string' ? bitOf.get(roles) : bitsOf(roles);
  const granting = grantingBitsOf.get(action);
  // Something is malformed; decideAccess throws with every issue of it.
  if (held === undefined || granting === undefined) return decideAccess(roles, action).allowed;
  return (held & granting) !== 0;
}

/** The bits of all the roles; `undefined` where they are not an array of known roles. */
function bitsOf(roles: readonly Role[]): number | undefined {
  try {
    if (!Array.isArray(roles)) return undefined;
    let bits = 0;
    // By position, as decideAccess reads them: an array may have been given another iterator.
    for (let at = 0; at < roles.length; at += 1) {
      const bit = bitOf.get(roles[at]);
      if (bit === undefined) return undefined;
      bits |= bit;
    }
    return bits;
  } catch {
    return undefined; // a Proxy or a getter that throws
  }
}
