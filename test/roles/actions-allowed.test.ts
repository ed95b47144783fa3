import { describe, expect, it } from 'vitest';
import { type Action, actionsAllowed, type Role } from '../../src/roles/index.ts';
import { actions, roles } from './documents.ts';
import { impostors, issuesOf, junk, junkArrays } from './hostile.ts';

describe('actionsAllowed', () => {
  it('lists nothing without roles, and everything for all roles', () => {
    expect(actionsAllowed([])).toEqual([]);
    expect(actionsAllowed(roles, { asOf: '2023-09-15' })).toEqual(actions);
    const later = ['licenses.cancel', 'billing.view', 'indirect-resellers.manage'];
    expect(actionsAllowed(roles)).toEqual(actions.filter((action) => !later.includes(action)));
  });

  it('returns a new list', () => {
    (actionsAllowed('referral-admin') as Action[]).length = 0;
    expect(actionsAllowed('referral-admin')).toEqual(['software-activity.view']);
  });

  it.each(impostors)('refuses %j', (name) => {
    expect(issuesOf(() => actionsAllowed(name as Role))[0]?.code).toBe('unknown-value');
  });

  it.each([...junk, ...junkArrays])('refuses %s', (_, value) => {
    expect(issuesOf(() => actionsAllowed(value as Role[]))[0]?.path[0]).toBe('roles');
  });
});
