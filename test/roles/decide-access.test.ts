import { describe, expect, it } from 'vitest';
import { type Action, decideAccess, type Role } from '../../src/roles/index.ts';
import { actions, cells } from './documents.ts';
import { impostors, issuesOf, junk, junkArrays } from './hostile.ts';

describe('decideAccess', () => {
  it('names the roles that allow it, and the clause', () => {
    const held: Role[] = ['account-admin', 'global-admin', 'sales-agent'];
    expect(decideAccess(held, 'reservations.refund')).toEqual({
      kind: 'access-decision',
      allowed: true,
      because: ['ROL-3'],
      interpretations: ['R-WHICH'],
      ignoredRoles: [],
      notes: [],
      assumed: ['asOf'],
      version: 'roles-2020-08',
      newest: { version: 'roles-2023-09', allowed: true },
      request: {
        roles: ['sales-agent', 'global-admin', 'account-admin'],
        action: 'reservations.refund',
      },
      allowedRoles: [
        'admin-agent',
        'sales-agent',
        'helpdesk-agent',
        'global-admin',
        'user-management-admin',
      ],
      grantedBy: ['sales-agent', 'global-admin'],
    });
  });

  it('states that no role allows it, with the clause and the allowed roles', () => {
    expect(decideAccess(['global-admin', 'sales-agent'], 'software.cancel')).toEqual({
      kind: 'access-decision',
      allowed: false,
      reason: 'not-granted',
      obstacles: [
        { reason: 'not-granted', clause: 'ROL-7', nextStep: 'ask-someone-with-an-allowed-role' },
      ],
      because: ['ROL-7'],
      interpretations: ['R-WHICH'],
      ignoredRoles: [],
      notes: [],
      assumed: ['asOf'],
      version: 'roles-2020-08',
      newest: { version: 'roles-2023-09', allowed: false },
      request: { roles: ['sales-agent', 'global-admin'], action: 'software.cancel' },
      allowedRoles: ['admin-agent'],
    });
  });

  it('denies somebody without a role', () => {
    for (const action of actions) {
      expect(decideAccess([], action)).toMatchObject({
        allowed: false,
        request: { roles: [], action },
      });
    }
  });

  it('has the surprising cells right', () => {
    expect(decideAccess('admin-agent', 'software-activity.view')).toMatchObject({
      allowed: false,
      because: ['ROL-8'],
      allowedRoles: ['global-admin', 'account-admin', 'referral-admin', 'marketing-content-admin'],
    });
    expect(decideAccess('global-admin', 'software.buy').allowed).toBe(true);
    expect(decideAccess('global-admin', 'software.cancel').allowed).toBe(false);
  });

  it('returns answers that share no mutable state', () => {
    const ask = () => decideAccess('sales-agent', 'software.cancel');
    const before = JSON.stringify(ask());
    for (const value of Object.values(ask())) {
      if (Array.isArray(value)) Reflect.set(value, 'length', 0);
    }
    expect(JSON.stringify(ask())).toBe(before);
  });

  it('returns plain JSON', () => {
    for (const [role, action] of cells) {
      const decision = decideAccess(role, action);
      expect(JSON.parse(JSON.stringify(decision))).toEqual(decision);
    }
  });
});

describe('decideAccess with malformed input', () => {
  it.each(impostors)('refuses %j', (name) => {
    expect(issuesOf(() => decideAccess(name as Role, name as Action))).toMatchObject([
      { path: ['roles'], code: 'unknown-value' },
      { path: ['action'], code: 'unknown-value' },
    ]);
  });

  it.each(junk)('refuses %s', (_, value) => {
    const issues = issuesOf(() => decideAccess(value as Role, value as Action));
    expect(issues.map(({ path }) => path)).toEqual([['roles'], ['action']]);
  });

  it.each(junkArrays)('refuses %s', (_, value) => {
    issuesOf(() => decideAccess(value as Role[], 'software.view'));
  });

  it.each([
    ['an object', {}, 'not-an-array'],
    ['a Set', new Set(['admin-agent']), 'not-an-array'],
    ['a boxed String', new String('admin-agent'), 'not-an-array'],
    ['a number', 8, 'unknown-value'],
    ['null', null, 'unknown-value'],
    ['nothing', undefined, 'missing-field'],
    ['an unreadable array', new Proxy([], { get: () => expect.fail() }), 'unreadable'],
  ])('says of %s what is wrong with it', (_, value, code) => {
    expect(issuesOf(() => decideAccess(value as Role, 'software.view'))[0]?.code).toBe(code);
  });
});

it('reads an array only once', () => {
  let asked = 0;
  const fickle = new Proxy(['sales-agent' as const], {
    get: (roles, name) => {
      if (name === '0') asked += 1;
      return name === '0' && asked > 1 ? 'nobody' : Reflect.get(roles, name);
    },
  });
  expect(decideAccess(fickle, 'reservations.view')).toMatchObject({
    allowed: true,
    request: { roles: ['sales-agent'] },
  });
});
