import { describe, expectTypeOf, test } from 'vitest';
import { roleClauses } from '../../src/clauses/index.ts';
import {
  type AccessDecision,
  type AccessRefusal,
  type Action,
  type AllowedAccess,
  actionsAllowed,
  allActions,
  allRoles,
  type ClauseId,
  type Decision,
  type DeniedAccess,
  decideAccess,
  isAllowed,
  type Parsed,
  parseRole,
  permissionMatrix,
  type Role,
  rolesAllowed,
} from '../../src/roles/index.ts';

declare const decision: AccessDecision;
declare const denied: DeniedAccess;
declare const text: string;

describe('what compiles', () => {
  test('one role, several, or none', () => {
    isAllowed('admin-agent', 'software.cancel');
    isAllowed(['admin-agent', 'sales-agent'], 'software.cancel');
    isAllowed([], 'software.cancel');
    isAllowed(allRoles, 'software.cancel');
    decideAccess(Object.freeze(['admin-agent'] as const), 'software.cancel');
    actionsAllowed(rolesAllowed('software.cancel'));
    expectTypeOf(isAllowed).returns.toBeBoolean();
  });

  test('a list with names that no rule knows', () => {
    isAllowed(['admin-agent', 'superuser', text], 'software.view', {
      asOf: '2023-09-15',
      guest: true,
    });
  });

  test('a text that was parsed first', () => {
    const role = parseRole(text);
    expectTypeOf(role).toEqualTypeOf<Parsed<Role>>();
    if (role.ok) isAllowed(role.value, 'software.cancel');
    expectTypeOf(parseRole).parameter(0).toBeUnknown();
  });

  test('an answer that is narrowed first', () => {
    expectTypeOf<AccessDecision>().toExtend<Decision<AccessRefusal>>();
    expectTypeOf(decision.because).toEqualTypeOf<readonly ClauseId[]>();
    expectTypeOf(decision.allowedRoles).toEqualTypeOf<readonly Role[]>();
    if (decision.allowed) {
      expectTypeOf(decision).toEqualTypeOf<AllowedAccess>();
      expectTypeOf(decision.grantedBy).toEqualTypeOf<readonly Role[]>();
    } else {
      expectTypeOf(decision).toEqualTypeOf<DeniedAccess>();
      expectTypeOf(decision.reason).toEqualTypeOf<AccessRefusal>();
    }
  });

  test('the words of the matrix', () => {
    expectTypeOf<(typeof allRoles)[number]>().toEqualTypeOf<Role>();
    expectTypeOf<(typeof allActions)[number]>().toEqualTypeOf<Action>();
    expectTypeOf<keyof typeof permissionMatrix>().toEqualTypeOf<Action>();
    expectTypeOf(permissionMatrix['software.buy'].granted['global-admin']).toBeBoolean();
  });
});

describe('what does not compile', () => {
  test('an unknown role', () => {
    // @ts-expect-error no such role
    isAllowed('superuser', 'software.view');
    // @ts-expect-error a name of the documents is parsed first
    decideAccess('Admin agent', 'software.view');
    // @ts-expect-error so is any text
    decideAccess(text, 'software.view');
    // @ts-expect-error a parsed role may be none
    decideAccess(parseRole(text).value, 'software.view');
    // @ts-expect-error no such role
    actionsAllowed('AdminAgents');
    // @ts-expect-error an array, not a Set
    isAllowed(new Set<Role>(['admin-agent']), 'software.view');
    // @ts-expect-error no role is [], not nothing
    isAllowed(undefined, 'software.view');
  });

  test('an unknown action', () => {
    // @ts-expect-error no such action
    isAllowed('admin-agent', 'software.delete');
    // @ts-expect-error no such action
    decideAccess('admin-agent', 'software');
    // @ts-expect-error no such action
    rolesAllowed('software.*');
    // @ts-expect-error several actions are several questions
    isAllowed('admin-agent', ['software.buy', 'software.view']);
    // @ts-expect-error roles come first
    isAllowed('software.view', 'admin-agent');
    // @ts-expect-error no action
    isAllowed('admin-agent');
  });

  test('to change the matrix', () => {
    // @ts-expect-error a cell
    permissionMatrix['software.cancel'].granted['global-admin'] = true;
    // @ts-expect-error a clause
    permissionMatrix['software.cancel'].clause = 'ROL-1';
    // @ts-expect-error a row
    permissionMatrix['software.cancel'] = permissionMatrix['software.buy'];
    // @ts-expect-error no such row
    permissionMatrix['software.delete'];
    // @ts-expect-error no such column
    permissionMatrix['software.cancel'].granted['superuser'];
    // @ts-expect-error the words
    allRoles.push('superuser');
    // @ts-expect-error the words
    allActions[0] = 'software.view';
    for (const clause of roleClauses) {
      // @ts-expect-error a clause
      clause.statement = '';
    }
  });

  test('a denial taken for a grant', () => {
    // @ts-expect-error perhaps it is a no
    decision.grantedBy;
    // @ts-expect-error it is a no
    denied.grantedBy;
    // @ts-expect-error perhaps it is a yes
    decision.obstacles;
    // @ts-expect-error a no is no yes
    const allowed: AllowedAccess = denied;
    // @ts-expect-error there is one reason only
    if (denied.reason === 'term-ended') return undefined;
    return allowed;
  });

  test('to change an answer', () => {
    // @ts-expect-error whether it is allowed
    decision.allowed = true;
    // @ts-expect-error who may
    decision.allowedRoles.push('superuser');
    // @ts-expect-error who may
    rolesAllowed('software.cancel').push('global-admin');
    // @ts-expect-error what may be done
    actionsAllowed('global-admin').push('software.cancel');
  });
});
