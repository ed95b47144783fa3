import { describe, expect, it } from 'vitest';
import { roleClauses } from '../../src/clauses/index.ts';
import {
  type Action,
  type ClauseId,
  decideAccess,
  permissionMatrix,
  type Role,
} from '../../src/roles/index.ts';
import { actions, passages } from './documents.ts';
import { isDeeplyFrozen } from './frozen.ts';

const revisions = {
  'customer-permission': '2020-05-13',
  reservations: '2020-08-06',
  software: '2020-06-18',
} as const;

describe('roleClauses', () => {
  it('has ROL-1 to ROL-9, each once and in order', () => {
    const ids = Array.from({ length: 9 }, (_, position) => `ROL-${position + 1}`);
    expect(roleClauses.map(({ id }) => id)).toEqual(ids);
  });

  it('cites for each its document, revision and section', () => {
    for (const { id, document, revision, section, statement } of roleClauses) {
      expect([id, revision]).toEqual([id, revisions[document as keyof typeof revisions]]);
      expect(section).not.toBe('');
      expect(statement).toMatch(/^[A-Z].*\.$/);
    }
  });

  it('cites the document whose passage speaks of the action', () => {
    for (const action of actions) {
      const spoken = passages.filter(({ may }) => may.includes(action));
      const { clause } = permissionMatrix[action];
      const cited = roleClauses.find(({ id }) => id === clause);
      expect(new Set(spoken.map(({ document }) => document))).toEqual(new Set([cited?.document]));
    }
  });

  it('is needed: every clause makes a row', () => {
    const cited = new Set(actions.map((action) => permissionMatrix[action].clause));
    expect(new Set(roleClauses.map(({ id }) => id))).toEqual(cited);
  });

  it('is frozen to the ground', () => {
    expect(isDeeplyFrozen(roleClauses)).toBe(true);
  });
});

describe('each clause', () => {
  it.each<[ClauseId, Action, Role, Role]>([
    ['ROL-1', 'customer-permissions.view', 'helpdesk-agent', 'global-admin'],
    ['ROL-2', 'customer-permissions.change', 'admin-agent', 'sales-agent'],
    ['ROL-3', 'reservations.refund', 'user-management-admin', 'account-admin'],
    ['ROL-4', 'reservations.buy', 'global-admin', 'sales-agent'],
    ['ROL-5', 'software.buy', 'global-admin', 'helpdesk-agent'],
    ['ROL-6', 'software.get-keys', 'admin-agent', 'global-admin'],
    ['ROL-7', 'software.cancel', 'admin-agent', 'global-admin'],
    ['ROL-8', 'software-activity.view', 'referral-admin', 'admin-agent'],
    ['ROL-9', 'customer-purchases.view', 'sales-agent', 'user-management-admin'],
  ])('%s on %s: %s meets it, %s does not', (clause, action, meets, doesNot) => {
    expect(decideAccess(meets, action)).toMatchObject({ allowed: true, because: [clause] });
    expect(decideAccess(doesNot, action)).toMatchObject({
      allowed: false,
      because: [clause],
      obstacles: [{ clause }],
    });
  });
});
