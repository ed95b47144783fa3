import { describe, expect, it } from 'vitest';
import { type Action, allRoles, isAllowed, type Role } from '../../src/roles/index.ts';
import { actions, roles } from './documents.ts';
import { impostors, issuesOf, junk, junkArrays } from './hostile.ts';

describe('isAllowed', () => {
  it('grants nothing to somebody without a role', () => {
    for (const action of actions) expect(isAllowed([], action)).toBe(false);
  });

  it('grants everything to somebody with every role', () => {
    for (const action of actions) {
      expect(isAllowed(allRoles, action, { asOf: '2023-09-15' })).toBe(true);
    }
  });

  it('accepts concatenated strings, and arrays of any realm', () => {
    const action = ['software', 'cancel'].join('.') as Action;
    expect(isAllowed(`admin-${'agent'}` as Role, action)).toBe(true);
    expect(isAllowed(Object.freeze(['admin-agent'] as const), action)).toBe(true);
    expect(isAllowed(new Proxy<Role[]>(['admin-agent'], {}), action)).toBe(true);
    expect(isAllowed(new (class extends Array<Role> {})('admin-agent'), action)).toBe(true);
  });

  it('leaves the roles as they are', () => {
    const held: Role[] = ['global-admin', 'admin-agent', 'global-admin'];
    isAllowed(held, 'software.cancel');
    expect(held).toEqual(['global-admin', 'admin-agent', 'global-admin']);
  });
});

describe('isAllowed with malformed input', () => {
  it.each(impostors)('refuses the role %j', (name) => {
    const [issue, ...more] = issuesOf(() => isAllowed(name as Role, 'software.view'));
    expect(issue).toMatchObject({ path: ['roles'], code: 'unknown-value' });
    expect(more).toEqual([]);
  });

  it.each(impostors)('refuses the action %j', (name) => {
    const [issue, ...more] = issuesOf(() => isAllowed('admin-agent', name as Action));
    expect(issue).toMatchObject({ path: ['action'], code: 'unknown-value' });
    expect(more).toEqual([]);
    expect(issuesOf(() => isAllowed([], name as Action))).toHaveLength(1);
  });

  it.each(junk)('refuses %s for a role', (_, value) => {
    const [issue] = issuesOf(() => isAllowed(value as Role, 'software.view'));
    expect(issue?.path).toEqual(['roles']);
  });

  it.each(junk)('refuses %s for an action', (_, value) => {
    const [issue] = issuesOf(() => isAllowed('admin-agent', value as Action));
    expect(issue?.path).toEqual(['action']);
  });

  it.each(junk)('refuses an array of %s for an action', (_, value) => {
    issuesOf(() => isAllowed('admin-agent', [value] as unknown as Action));
  });

  it.each(junkArrays)('refuses %s for roles', (_, value) => {
    const [issue] = issuesOf(() => isAllowed(value as Role[], 'software.view'));
    expect(issue?.path[0]).toBe('roles');
  });

  it('ignores an unknown role next to a known one', () => {
    const held = ['admin-agent', 'superuser', 'global-admin'];
    expect(isAllowed(held, 'software.cancel')).toBe(true);
    expect(isAllowed(['superuser', 'sales-agent'], 'software.cancel')).toBe(false);
  });

  it('names every issue, and the nearest word to each', () => {
    const issues = issuesOf(() =>
      isAllowed(['nobody', 'helpdesk agnt'], 'software.cancle' as Action),
    );
    expect(issues.map(({ path, expected }) => [path, expected])).toEqual([
      [['roles', 0], `one of the roles ${roles.join(', ')}`],
      [['roles', 1], `one of the roles ${roles.join(', ')} (did you mean "helpdesk-agent"?)`],
      [['action'], `one of the actions ${actions.join(', ')} (did you mean "software.cancel"?)`],
    ]);
  });

  it('reports missing facts', () => {
    const issues = issuesOf(() => (isAllowed as () => unknown)());
    expect(issues.map(({ path, code }) => [path, code])).toEqual([
      [['roles'], 'missing-field'],
      [['action'], 'missing-field'],
    ]);
  });

  it('ignores properties on Object.prototype', () => {
    const names = ['superuser', 'software.delete'];
    try {
      for (const name of names) {
        Object.defineProperty(Object.prototype, name, { value: 255, configurable: true });
      }
      issuesOf(() => isAllowed('superuser' as Role, 'software.view'));
      issuesOf(() => isAllowed('admin-agent', 'software.delete' as Action));
    } finally {
      for (const name of names) Reflect.deleteProperty(Object.prototype, name);
    }
  });

  it('answers for the roles last read, if they change meanwhile', () => {
    let looks = 0;
    const shifty = Object.defineProperty([] as Role[], 0, {
      enumerable: true,
      get: () => {
        looks += 1;
        return looks === 1 ? 'nobody' : 'admin-agent';
      },
    });
    expect(isAllowed(shifty, 'software.cancel')).toBe(true);
    looks = 0;
    expect(isAllowed(shifty, 'software-activity.view')).toBe(false);
  });
});
