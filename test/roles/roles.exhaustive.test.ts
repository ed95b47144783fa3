import { describe } from 'vitest';
import {
  type Action,
  actionsAllowed,
  decideAccess,
  isAllowed,
  permissionMatrix,
  permissionMatrixAt,
  type Role,
  rolesAllowed,
} from '../../src/roles/index.ts';
import { type Cell, itHolds } from '../cells.ts';
import { actions, clauseOn, firstDays, isGranted, notesOn, roles, versionOf } from './documents.ts';

/** All 512 sets of roles. */
const roleSets: readonly (readonly Role[])[] = Array.from({ length: 512 }, (_, set) =>
  roles.filter((_role, at) => (set >> at) % 2 === 1),
);

const GUEST = ['reservations.refund', 'reservations.exchange'];
const NEWEST = '2023-09-15';

/** What the documents and pages answer, in full. */
function accessOf(held: readonly Role[], action: Action, asOf?: string, guest?: boolean): object {
  const day = asOf ?? '2020-08-06';
  const grantedBy = held.filter((role) => isGranted(role, action, day));
  const clause = clauseOn(action, day);
  const isLate = asOf === undefined || day >= NEWEST;
  const { notes, clauses } = notesOn(held, action, day, isLate);
  const isBarred = guest === true && GUEST.includes(action);
  const newest = held.some((role) => isGranted(role, action, NEWEST)) && !isBarred;
  const obstacles = [
    ...(grantedBy.length === 0
      ? [{ reason: 'not-granted', clause, nextStep: 'ask-someone-with-an-allowed-role' }]
      : []),
    ...(isBarred
      ? [{ reason: 'guest-of-tenant', clause: 'ROL-11', nextStep: 'leave-the-customer-tenant' }]
      : []),
  ];
  const answer = {
    kind: 'access-decision',
    interpretations: asOf === undefined ? ['R-WHICH'] : [],
    request: {
      roles: held,
      action,
      ...(asOf === undefined ? {} : { asOf }),
      ...(guest === undefined ? {} : { guest }),
    },
    allowedRoles: roles.filter((role) => isGranted(role, action, day)),
    ignoredRoles: [],
    notes,
    assumed: asOf === undefined ? ['asOf'] : [],
    version: versionOf[day],
    newest: asOf === undefined ? { version: 'roles-2023-09', allowed: newest } : null,
  };
  const [first] = obstacles;
  if (first === undefined) {
    return { allowed: true, because: [clause, ...clauses], ...answer, grantedBy };
  }
  const because = [...new Set([...obstacles.map((one) => one.clause), ...clauses])];
  return { allowed: false, reason: first.reason, obstacles, because, ...answer };
}

describe('every role and action', () => {
  itHolds('the matrix, and each role alone', 3 * 9 * 21, function* (): Iterable<Cell> {
    for (const role of roles) {
      for (const action of actions) {
        const granted = isGranted(role, action);
        yield [[role, action], permissionMatrix[action].granted[role], granted];
        yield [[role, action], isAllowed(role, action), granted];
        yield [[role, action], decideAccess(role, action), accessOf([role], action)];
      }
    }
  });

  itHolds('pairs of roles in both orders', 81 * 21, function* (): Iterable<Cell> {
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

  itHolds('all sets of roles', 2 * 512 * 21, function* (): Iterable<Cell> {
    for (const held of roleSets) {
      for (const action of actions) {
        const granted = held.some((role) => isGranted(role, action));
        yield [[held, action], isAllowed(held, action), granted];
        yield [[held, action], decideAccess(held, action), accessOf(held, action)];
      }
    }
  });

  itHolds('the actions of all sets of roles', 512, function* (): Iterable<Cell> {
    for (const held of roleSets) {
      const may = actions.filter((action) => held.some((role) => isGranted(role, action)));
      yield [held, actionsAllowed(held), may];
    }
  });

  itHolds('the roles of all actions', 21, function* (): Iterable<Cell> {
    for (const action of actions) {
      const who = roles.filter((role) => isGranted(role, action));
      yield [action, rolesAllowed(action), who];
    }
  });
});

describe('every version, role and action', () => {
  itHolds('with and without being a guest', 3 * 5 * 9 * 21 * 4, function* (): Iterable<Cell> {
    for (const asOf of firstDays) {
      for (const role of roles) {
        for (const action of actions) {
          const granted = isGranted(role, action, asOf);
          const facts = [asOf, role, action];
          yield [facts, permissionMatrixAt(asOf).matrix[action].granted[role], granted];
          yield [facts, rolesAllowed(action, { asOf }).includes(role), granted];
          yield [facts, actionsAllowed(role, { asOf }).includes(action), granted];
          for (const guest of [undefined, false, true]) {
            const isBarred = guest === true && GUEST.includes(action);
            const options = { asOf, guest };
            const held = [...facts, guest];
            yield [held, isAllowed(role, action, options), granted && !isBarred];
            yield [
              held,
              decideAccess(role, action, options),
              accessOf([role], action, asOf, guest),
            ];
            const undated = accessOf([role], action, undefined, guest);
            yield [held, decideAccess(role, action, { guest }), undated];
          }
        }
      }
    }
  });
});
