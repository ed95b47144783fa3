import { describe, expect, it } from 'vitest';
import {
  decidePermissionChange,
  type PermissionChangeFacts,
  type Role,
} from '../../src/customers/index.ts';
import {
  faultsOf,
  impostors,
  issuesOf,
  junk,
  noFacts,
  spoil,
  withThrowingGetter,
} from './hostile.ts';
import { refused, whileOn } from './rulebook.ts';

const roles: readonly Role[] = [
  'admin-agent',
  'sales-agent',
  'helpdesk-agent',
  'global-admin',
  'user-management-admin',
  'account-admin',
  'referral-admin',
  'marketing-content-admin',
];

/** All 256 sets of roles. */
const roleSets: readonly (readonly Role[])[] = Array.from({ length: 256 }, (_, bits) =>
  roles.filter((_role, column) => (bits & (1 << column)) !== 0),
);

/** Every change, but for who makes it. */
const changes = (['on', 'off'] as const).flatMap((current) =>
  (['on', 'off'] as const).flatMap((wanted) =>
    [true, false, undefined].flatMap((hasSubscription) => {
      const isAsked = current === 'off' && wanted === 'on';
      return isAsked && hasSubscription === undefined ? [] : [{ current, wanted, hasSubscription }];
    }),
  ),
);

/** The table above does not show the compiler which combinations it leaves out. */
const ask = (facts: object) => decidePermissionChange(facts as PermissionChangeFacts);

describe('decidePermissionChange', () => {
  it('turns it on, and lists the effects', () => {
    expect(
      decidePermissionChange({
        roles: ['sales-agent', 'admin-agent', 'sales-agent'],
        current: 'off',
        wanted: 'on',
        hasSubscription: true,
      }),
    ).toEqual({
      kind: 'permission-change',
      allowed: true,
      because: ['CUS-2', 'CUS-3', 'CUS-10', 'CUS-5', 'CUS-6', 'CUS-7', 'CUS-8'],
      interpretations: [],
      next: 'on',
      activity: 'Create Customer Purchase Permissions',
      effects: whileOn,
      allowedRoles: ['admin-agent'],
      ignoredRoles: [],
      request: {
        roles: ['admin-agent', 'sales-agent'],
        current: 'off',
        wanted: 'on',
        hasSubscription: true,
      },
    });
  });

  it('turns it off, with no subscription too', () => {
    const facts = { roles: 'admin-agent', current: 'on', wanted: 'off' } as const;
    const decision = decidePermissionChange(facts);
    expect(decision).toEqual({
      kind: 'permission-change',
      allowed: true,
      because: ['CUS-2', 'CUS-10'],
      interpretations: [],
      next: 'off',
      activity: 'Delete Customer Purchase Permissions',
      effects: null,
      allowedRoles: ['admin-agent'],
      ignoredRoles: [],
      request: { roles: ['admin-agent'], current: 'on', wanted: 'off' },
    });
    expect(decidePermissionChange({ ...facts, hasSubscription: false })).toEqual({
      ...decision,
      request: { ...decision.request, hasSubscription: false },
    });
  });

  it('reports all obstacles together', () => {
    const facts = { roles: [], current: 'off', wanted: 'on', hasSubscription: false } as const;
    expect(decidePermissionChange(facts)).toEqual({
      kind: 'permission-change',
      allowed: false,
      reason: 'not-granted',
      obstacles: [refused.role, refused.subscription],
      because: ['CUS-2', 'CUS-3'],
      interpretations: ['R-NO-ENTRY'],
      next: 'off',
      activity: null,
      effects: null,
      allowedRoles: ['admin-agent'],
      ignoredRoles: [],
      request: facts,
    });
  });

  it('logs nothing if an enabled permission is turned on again', () => {
    expect(
      decidePermissionChange({ roles: 'admin-agent', current: 'on', wanted: 'on' }),
    ).toMatchObject({
      allowed: true,
      because: ['CUS-2', 'CUS-10', 'CUS-5', 'CUS-6', 'CUS-7', 'CUS-8'],
      interpretations: ['R-NO-ENTRY'],
      next: 'on',
      activity: null,
      effects: whileOn,
    });
  });

  it('keeps a permission on that somebody else wants off', () => {
    expect(
      decidePermissionChange({ roles: 'helpdesk-agent', current: 'on', wanted: 'off' }),
    ).toMatchObject({
      allowed: false,
      obstacles: [refused.role],
      because: ['CUS-2'],
      next: 'on',
      activity: null,
      effects: whileOn,
    });
  });

  it.each(changes)('takes roles in any order: $current to $wanted', (change) => {
    for (const held of roleSets) {
      const decision = ask({ roles: held, ...change });
      expect(ask(decision.request)).toEqual(decision);
      expect(ask({ roles: [...held].reverse().concat(held), ...change })).toEqual(decision);
      expect(JSON.parse(JSON.stringify(decision))).toEqual(decision);
    }
  });

  it.each(changes)('shares nothing that can be changed: $current to $wanted', (change) => {
    for (const held of ['admin-agent', 'sales-agent'] as const) {
      const before = JSON.stringify(ask({ roles: held, ...change }));
      spoil(ask({ roles: held, ...change }));
      expect(JSON.stringify(ask({ roles: held, ...change }))).toBe(before);
    }
  });
});

describe('decidePermissionChange with malformed facts', () => {
  const asking = (facts: unknown) => () => decidePermissionChange(facts as PermissionChangeFacts);

  it('reports every issue at once', () => {
    expect(faultsOf(asking({}))).toEqual([
      'roles: missing-field',
      'current: missing-field',
      'wanted: missing-field',
    ]);
    expect(
      faultsOf(
        asking({ roles: ['admin-agent', 'boss'], curent: 'on', wanted: 'of', hasSubscription: 1 }),
      ),
    ).toEqual([
      'curent: unknown-field',
      'current: missing-field',
      'wanted: unknown-value',
      'hasSubscription: wrong-type',
    ]);
  });

  it('ignores and reports a role that no rule knows, unless there is no other', () => {
    const facts = { current: 'on', wanted: 'off' } as const;
    const { ignoredRoles, request } = decidePermissionChange({
      ...facts,
      roles: ['AdminAgents', 'boss'],
    });
    expect([ignoredRoles, request.roles]).toEqual([['boss'], ['admin-agent']]);
    expect(faultsOf(asking({ ...facts, roles: ['boss'] }))).toEqual(['roles.0: unknown-value']);
  });

  it('requires the subscription only for turning it on', () => {
    for (const current of ['on', 'off']) {
      for (const wanted of ['on', 'off']) {
        const facts = { roles: 'admin-agent', current, wanted };
        if (current === 'off' && wanted === 'on') {
          expect(faultsOf(asking(facts))).toEqual(['hasSubscription: missing-field']);
        } else {
          expect(asking(facts)()).toMatchObject({ allowed: true });
        }
        expect(faultsOf(asking({ ...facts, hasSubscription: 'yes' }))).toEqual([
          'hasSubscription: wrong-type',
        ]);
      }
    }
  });

  it('reports no missing subscription if the change itself is malformed', () => {
    expect(faultsOf(asking({ roles: [], current: 'off', wanted: 'On' }))).toEqual([
      'wanted: unknown-value',
    ]);
    expect(faultsOf(asking({ roles: [], current: 'Off', wanted: 'on' }))).toEqual([
      'current: unknown-value',
    ]);
  });

  it.each(noFacts)('refuses %s for facts', (_, value) => {
    expect(faultsOf(asking(value))[0]).toMatch(/^: (not-an-object|unreadable)$/);
  });

  it.each(impostors)('refuses %j for each word', (word) => {
    expect(faultsOf(asking({ roles: word, current: word, wanted: word }))).toEqual([
      'roles: unknown-value',
      'current: unknown-value',
      'wanted: unknown-value',
    ]);
  });

  it.each(junk)('refuses %s for each word', (_, value) => {
    const paths = issuesOf(asking({ roles: value, current: value, wanted: value })).map(
      ({ path }) => path[0],
    );
    expect(new Set(paths)).toEqual(new Set(['roles', 'current', 'wanted']));
  });

  it.each(['roles', 'current', 'wanted', 'hasSubscription'])('refuses a %s that throws', (name) => {
    const facts = { roles: [], current: 'off', wanted: 'off' };
    expect(faultsOf(asking(withThrowingGetter(facts, name)))).toEqual([': unreadable']);
  });

  it('ignores inherited fields', () => {
    const facts = { roles: 'admin-agent', current: 'on', wanted: 'off' };
    expect(faultsOf(asking(Object.create(facts)))).toEqual([': not-an-object']);
  });
});
