import { describe, expect, it } from 'vitest';
import { type Action, actionsAllowed, type Role } from '../../src/roles/index.ts';
import { actions, isGranted, roles } from './documents.ts';
import { impostors, issuesOf, junk, junkArrays } from './hostile.ts';

describe('actionsAllowed', () => {
  it.each(roles)('lists what %s may do', (role) => {
    const expected = actions.filter((action) => isGranted(role, action));
    expect(actionsAllowed(role)).toEqual(expected);
    expect(actionsAllowed([role])).toEqual(expected);
  });

  it('lists what either of two roles grants, each action once', () => {
    for (const first of roles) {
      for (const second of roles) {
        expect(actionsAllowed([first, second])).toEqual(
          actions.filter((action) => isGranted(first, action) || isGranted(second, action)),
        );
      }
    }
  });

  it('lists nothing for nobody, and everything for all', () => {
    expect(actionsAllowed([])).toEqual([]);
    expect(actionsAllowed(roles)).toEqual(actions);
  });

  it('gives a list of one’s own', () => {
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
