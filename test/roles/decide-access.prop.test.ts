import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import {
  actionsAllowed,
  allActions,
  allRoles,
  decideAccess,
  isAllowed,
  isInputError,
  parseRole,
  permissionMatrix,
  rolesAllowed,
} from '../../src/roles/index.ts';
import { vandalise } from '../reservations/deep.ts';

const someRole = fc.constantFrom(...allRoles);
const someRoles = fc.array(someRole, { maxLength: 12 });
const someAction = fc.constantFrom(...allActions);

describe('access', () => {
  test.prop([someRoles, someRole, someAction])(
    'is never taken away by another role',
    (held, another, action) => {
      if (isAllowed(held, action)) expect(isAllowed([...held, another], action)).toBe(true);
      expect(actionsAllowed([another, ...held])).toEqual(
        expect.arrayContaining([...actionsAllowed(held)]),
      );
    },
  );

  test.prop([someRoles, someRoles, someAction])(
    'of two sets of roles together is what either has',
    (some, others, action) => {
      expect(isAllowed([...some, ...others], action)).toBe(
        isAllowed(some, action) || isAllowed(others, action),
      );
    },
  );

  test.prop([
    someRoles.chain((held) => fc.tuple(fc.constant(held), fc.shuffledSubarray(held.concat(held)))),
    someAction,
  ])('does not depend on the order of roles, or on how often each is named', (given, action) => {
    const [held, drawn] = given;
    const other = [...drawn, ...held].reverse();
    expect(isAllowed(other, action)).toBe(isAllowed(held, action));
    expect(decideAccess(other, action)).toEqual(decideAccess(held, action));
    expect(actionsAllowed(other)).toEqual(actionsAllowed(held));
  });

  test.prop([someRoles, someAction])(
    'and the matrix are the same whatever a caller does to them',
    (held, action) => {
      const before = JSON.stringify([decideAccess(held, action), permissionMatrix[action]]);
      for (const given of [decideAccess(held, action), permissionMatrix]) vandalise(given);
      expect(JSON.stringify([decideAccess(held, action), permissionMatrix[action]])).toBe(before);
    },
  );

  test.prop([someRoles, someAction])(
    'is decided the same way with and without its reason',
    (held, action) => {
      const decision = decideAccess(held, action);
      expect(decision.allowed).toBe(isAllowed(held, action));
      expect(decision.because[0]).toBe(permissionMatrix[action].clause);
      expect(decision.allowedRoles).toEqual(rolesAllowed(action));
      if (decision.allowed) {
        expect(decision.grantedBy).not.toEqual([]);
        expect(held).toEqual(expect.arrayContaining([...decision.grantedBy]));
        expect(isAllowed(decision.grantedBy, action)).toBe(true);
        const rest = held.filter((role) => !decision.grantedBy.includes(role));
        expect(isAllowed(rest, action)).toBe(false);
      } else {
        for (const role of decision.allowedRoles) {
          expect(isAllowed([...held, role], action)).toBe(true);
        }
      }
    },
  );

  test.prop([someRoles, someAction])('is listed by role and by action alike', (held, action) => {
    expect(actionsAllowed(held).includes(action)).toBe(isAllowed(held, action));
    expect(held.some((role) => rolesAllowed(action).includes(role))).toBe(isAllowed(held, action));
  });

  test.prop([someRoles, someAction])(
    'is the same when decided again from its own facts',
    (held, action) => {
      const decision = decideAccess(held, action);
      expect(decideAccess(decision.request.roles, decision.request.action)).toEqual(decision);
    },
  );
});

describe('anything at all', () => {
  const anything = fc.oneof(
    fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }),
    fc.array(fc.oneof(someRole, fc.string({ unit: 'binary' }), fc.anything())),
    fc.string({ unit: 'binary' }),
    someRole,
    someAction,
  );

  test.prop([anything, anything])('is answered, or is an InputError', (roles, action) => {
    for (const ask of [isAllowed, decideAccess, rolesAllowed, actionsAllowed]) {
      let error: unknown;
      try {
        (ask as (...facts: unknown[]) => unknown)(roles, action);
      } catch (thrown) {
        error = thrown;
      }
      if (error !== undefined) expect(isInputError(error)).toBe(true);
    }
  });

  test.prop([anything])('accepts exactly what parses as a role', (value) => {
    const parsed = parseRole(value);
    if (parsed.ok) expect(parseRole(parsed.value)).toEqual(parsed);
    else expect(parsed.issues).toHaveLength(1);
  });

  test.prop([fc.string({ unit: 'binary', maxLength: 3 }), someRole, fc.nat(30)])(
    'put into the name of a role makes no other role of it',
    (extra, role, at) => {
      const parsed = parseRole(role.slice(0, at) + extra + role.slice(at));
      if (parsed.ok)
        expect([role, extra]).toEqual([parsed.value, expect.stringMatching(/^[\s-]*s?[\s-]*$/i)]);
    },
  );
});
