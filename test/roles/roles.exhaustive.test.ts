import { describe } from 'vitest';
import {
  type Action,
  actionsAllowed,
  decideAccess,
  isAllowed,
  permissionMatrix,
  type Role,
  rolesAllowed,
} from '../../src/roles/index.ts';
import { type Cell, itHolds } from '../cells.ts';
import { actions, clauseOf, isGranted, roles } from './documents.ts';

/** All 256 sets of roles. */
const roleSets: readonly (readonly Role[])[] = Array.from({ length: 256 }, (_, set) =>
  roles.filter((_role, at) => (set >> at) % 2 === 1),
);

/** What the documents answer, in full. */
function accessOf(held: readonly Role[], action: Action): object {
  const grantedBy = held.filter((role) => isGranted(role, action));
  const clause = clauseOf[action];
  const answer = {
    kind: 'access-decision',
    because: [clause],
    interpretations: [],
    request: { roles: held, action },
    allowedRoles: roles.filter((role) => isGranted(role, action)),
  };
  if (grantedBy.length > 0) return { allowed: true, ...answer, grantedBy };
  const reason = 'not-granted';
  const obstacles = [{ reason, clause, nextStep: 'ask-someone-with-an-allowed-role' }];
  return { allowed: false, reason, obstacles, ...answer };
}

describe('every role and action', () => {
  itHolds('the matrix, and each role alone', 3 * 8 * 18, function* (): Iterable<Cell> {
    for (const role of roles) {
      for (const action of actions) {
        const granted = isGranted(role, action);
        yield [[role, action], permissionMatrix[action].granted[role], granted];
        yield [[role, action], isAllowed(role, action), granted];
        yield [[role, action], decideAccess(role, action), accessOf([role], action)];
      }
    }
  });

  itHolds('pairs of roles in both orders', 64 * 18, function* (): Iterable<Cell> {
    for (const first of roles) {
      for (const second of roles) {
        const held = roles.filter((role) => role === first || role === second);
        for (const action of actions) {
          const pair = [first, second];
          yield [[pair, action], decideAccess(pair, action), accessOf(held, action)];
        }
      }
    }
  });

  itHolds('all sets of roles', 2 * 256 * 18, function* (): Iterable<Cell> {
    for (const held of roleSets) {
      for (const action of actions) {
        const granted = held.some((role) => isGranted(role, action));
        yield [[held, action], isAllowed(held, action), granted];
        yield [[held, action], decideAccess(held, action), accessOf(held, action)];
      }
    }
  });

  itHolds('the actions of all sets of roles', 256, function* (): Iterable<Cell> {
    for (const held of roleSets) {
      const may = actions.filter((action) => held.some((role) => isGranted(role, action)));
      yield [held, actionsAllowed(held), may];
    }
  });

  itHolds('the roles of all actions', 18, function* (): Iterable<Cell> {
    for (const action of actions) {
      const who = roles.filter((role) => isGranted(role, action));
      yield [action, rolesAllowed(action), who];
    }
  });
});
