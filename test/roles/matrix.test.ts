import { describe, expect, it } from 'vitest';
import { allActions, allRoles, permissionMatrix, type Role } from '../../src/roles/index.ts';
import { actions, cells, clauseOf, isGranted, passagesThatGrant, roles } from './documents.ts';
import { isDeeplyFrozen } from './frozen.ts';

describe('permissionMatrix', () => {
  it.each(cells)('says what the documents say: %s, %s', (role, action) => {
    expect(permissionMatrix[action].granted[role]).toBe(isGranted(role, action));
  });

  it('has 189 cells, of which 56 are granted', () => {
    const rows = Object.values(permissionMatrix);
    const all = rows.flatMap(({ granted }) => Object.values(granted));
    expect(rows).toHaveLength(21);
    expect(all).toHaveLength(189);
    expect(all.every((cell) => typeof cell === 'boolean')).toBe(true);
    expect(all.filter(Boolean)).toHaveLength(56);
    expect(cells.filter(([role, action]) => isGranted(role, action))).toHaveLength(56);
  });

  it('has the rows of the actions and the columns of the roles, in their order', () => {
    expect(allActions).toEqual(actions);
    expect(allRoles).toEqual(roles);
    expect(Object.keys(permissionMatrix)).toEqual(actions);
    for (const { granted } of Object.values(permissionMatrix)) {
      expect(Object.keys(granted)).toEqual(roles);
    }
  });

  it('traces each row to its clause', () => {
    for (const action of actions) {
      expect([action, permissionMatrix[action].clause]).toEqual([action, clauseOf[action]]);
    }
  });

  it('has each cell from one document', () => {
    for (const [role, action] of cells) {
      expect(passagesThatGrant(role, action).length).toBeLessThanOrEqual(1);
    }
  });

  it.each<[Role, number]>([
    ['admin-agent', 17],
    ['sales-agent', 9],
    ['helpdesk-agent', 9],
    ['global-admin', 11],
    ['user-management-admin', 7],
    ['account-admin', 1],
    ['referral-admin', 1],
    ['marketing-content-admin', 1],
  ])('grants to %s %i actions', (role, count) => {
    expect(actions.filter((action) => permissionMatrix[action].granted[role])).toHaveLength(count);
  });

  it('is frozen to the ground, and plain JSON', () => {
    expect(isDeeplyFrozen(permissionMatrix)).toBe(true);
    expect(JSON.parse(JSON.stringify(permissionMatrix))).toEqual(permissionMatrix);
    expect(isDeeplyFrozen(allRoles)).toBe(true);
    expect(isDeeplyFrozen(allActions)).toBe(true);
  });
});

describe('the surprises of the documents', () => {
  it('hide from an admin agent who downloaded software and read its keys', () => {
    expect(permissionMatrix['software-activity.view'].granted['admin-agent']).toBe(false);
    expect(permissionMatrix['software.download'].granted['admin-agent']).toBe(true);
    expect(permissionMatrix['software.get-keys'].granted['admin-agent']).toBe(true);
  });

  it('allow a global admin to buy software but not to cancel it', () => {
    expect(permissionMatrix['software.buy'].granted['global-admin']).toBe(true);
    expect(permissionMatrix['software.cancel'].granted['global-admin']).toBe(false);
  });
});
