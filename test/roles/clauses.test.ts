import { describe, expect, it } from 'vitest';
import { roleClauses } from '../../src/clauses/index.ts';
import {
  type Action,
  type ClauseId,
  decideAccess,
  permissionMatrix,
  permissionMatrixVersions,
  type Role,
} from '../../src/roles/index.ts';
import { actions, laterPassages, passages } from './documents.ts';
import { isDeeplyFrozen } from './frozen.ts';

const revisions = {
  'customer-permission': '2020-05-13',
  reservations: '2020-08-06',
  software: '2020-06-18',
  'reservations-buying-2020-08': '2020-08-06',
  'csp-reservations-2024-06': '2024-06-28',
  'reservations-buying-2023-08': '2023-08-23',
  'cancellation-policy-2023-07': '2023-07-27',
  'role-permissions-2022-11': '2022-11-22',
  'indirect-resellers-2023-09': '2023-09-15',
} as const;

describe('roleClauses', () => {
  it('has ROL-1 to ROL-16, each once and in order', () => {
    const ids = Array.from({ length: 16 }, (_, position) => `ROL-${position + 1}`);
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
      const all = [
        ...passages,
        ...laterPassages.filter(({ may }) => !may.includes('reservations.buy')),
      ];
      const spoken = all.filter(({ may }) => may.includes(action));
      const { clause } = permissionMatrix[action];
      const cited = roleClauses
        .find(({ id }) => id === clause)
        ?.document.replace(/-\d{4}-\d\d$/, '');
      expect(new Set(spoken.map(({ document }) => document))).toEqual(new Set([cited]));
    }
  });

  it('is needed: every clause makes a row of a version, a note or a refusal', () => {
    const rows = permissionMatrixVersions.flatMap(({ matrix }) => Object.values(matrix));
    const cited = new Set(rows.map(({ clause }) => clause));
    const others = ['ROL-10', 'ROL-11', 'ROL-12'];
    expect(new Set(roleClauses.map(({ id }) => id))).toEqual(new Set([...cited, ...others]));
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
    ['ROL-4', 'reservations.buy', 'global-admin', 'account-admin'],
    ['ROL-5', 'software.buy', 'global-admin', 'helpdesk-agent'],
    ['ROL-6', 'software.get-keys', 'admin-agent', 'global-admin'],
    ['ROL-7', 'software.cancel', 'admin-agent', 'global-admin'],
    ['ROL-8', 'software-activity.view', 'referral-admin', 'admin-agent'],
    ['ROL-9', 'customer-purchases.view', 'sales-agent', 'user-management-admin'],
    ['ROL-13', 'reservations.buy', 'sales-agent', 'global-admin'],
    ['ROL-14', 'licenses.cancel', 'sales-agent', 'helpdesk-agent'],
    ['ROL-15', 'billing.view', 'billing-admin', 'sales-agent'],
    ['ROL-16', 'indirect-resellers.manage', 'sales-agent', 'admin-agent'],
  ])('%s on %s: %s meets it, %s does not', (clause, action, meets, doesNot) => {
    const options = Number(clause.slice(4)) < 10 ? {} : { asOf: '2023-09-15' };
    expect(decideAccess(meets, action, options)).toMatchObject({
      allowed: true,
      because: [clause],
    });
    expect(decideAccess(doesNot, action, options)).toMatchObject({
      allowed: false,
      because: [clause],
      obstacles: [{ clause }],
    });
  });
});
