import { describe, expect, it } from 'vitest';
import { type Action, actionsAllowed, rolesAllowed } from '../../src/roles/index.ts';
import { actions, roles } from './documents.ts';
import { impostors, issuesOf, junk } from './hostile.ts';

describe('rolesAllowed', () => {
  it('is the inverse of actionsAllowed', () => {
    for (const action of actions) {
      for (const role of roles) {
        expect(rolesAllowed(action).includes(role)).toBe(actionsAllowed(role).includes(action));
      }
    }
  });

  it('leaves no action without a role', () => {
    for (const action of actions) {
      expect(rolesAllowed(action, { asOf: '2023-09-15' })).not.toEqual([]);
    }
  });

  it('returns a frozen list', () => {
    expect(Reflect.set(rolesAllowed('software.buy'), 'length', 0)).toBe(false);
    expect(rolesAllowed('software.buy')).toEqual(['admin-agent', 'global-admin']);
  });

  it.each(impostors)('refuses %j', (name) => {
    expect(issuesOf(() => rolesAllowed(name as Action))[0]?.code).toBe('unknown-value');
  });

  it.each(junk)('refuses %s', (_, value) => {
    expect(issuesOf(() => rolesAllowed(value as Action))[0]?.path).toEqual(['action']);
  });
});
