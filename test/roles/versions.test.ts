import { describe, expect, it } from 'vitest';
import {
  type Action,
  decideAccess,
  isAllowed,
  permissionMatrixAt,
  permissionMatrixVersions,
  type Role,
} from '../../src/roles/index.ts';
import { addDays } from '../reservations/arbitraries.ts';
import { isDeeplyFrozen } from './frozen.ts';
import { issuesOf } from './hostile.ts';

describe('the versions of the permissions', () => {
  // The day before, the day, the day after.
  it.each<[Role, Action, [string, string, string], [boolean, boolean, boolean]]>([
    [
      'billing-admin',
      'billing.view',
      ['2022-11-21', '2022-11-22', '2022-11-23'],
      [false, true, true],
    ],
    [
      'sales-agent',
      'licenses.cancel',
      ['2023-07-26', '2023-07-27', '2023-07-28'],
      [false, true, true],
    ],
    [
      'global-admin',
      'reservations.buy',
      ['2023-08-22', '2023-08-23', '2023-08-24'],
      [true, false, false],
    ],
    [
      'sales-agent',
      'reservations.buy',
      ['2023-08-22', '2023-08-23', '2023-08-24'],
      [false, true, true],
    ],
    [
      'sales-agent',
      'indirect-resellers.manage',
      ['2023-09-14', '2023-09-15', '2023-09-16'],
      [false, true, true],
    ],
  ])('for %s and %s change on the day of the page', (role, action, days, answers) => {
    expect(days.map((asOf) => isAllowed(role, action, { asOf }))).toEqual(answers);
  });

  it('begin on the day of the newest of the five documents', () => {
    const ask = (asOf: string) => decideAccess('admin-agent', 'software.cancel', { asOf });
    expect(issuesOf(() => ask('2020-08-05'))).toMatchObject([
      { path: ['options', 'asOf'], code: 'before-first-version' },
    ]);
    expect(ask('2020-08-06').version).toBe('roles-2020-08');
    expect(ask('2020-08-07').version).toBe('roles-2020-08');
    expect(issuesOf(() => permissionMatrixAt('2020-08-05'))[0]?.path).toEqual(['day']);
  });

  it('follow each other without a gap', () => {
    for (const [at, { until }] of permissionMatrixVersions.entries()) {
      expect(until).toBe(permissionMatrixVersions[at + 1]?.from ?? null);
    }
    expect(isDeeplyFrozen(permissionMatrixVersions)).toBe(true);
  });

  it('take the UTC day of an instant', () => {
    const asOf = '2023-08-23T00:30:00+01:00';
    expect(decideAccess('sales-agent', 'reservations.buy', { asOf }).request.asOf).toBe(
      '2023-08-22',
    );
  });
});

/** A second transcription, by hand: the first day of each version that replaces another. */
const boundaries = [
  ['2022-11-22', 'roles-2020-08', 'roles-2022-11'],
  ['2023-07-27', 'roles-2022-11', 'roles-2023-07'],
  ['2023-08-23', 'roles-2023-07', 'roles-2023-08'],
  ['2023-09-15', 'roles-2023-08', 'roles-2023-09'],
] as const;

describe('the boundaries of the permissions', () => {
  it('are those of all versions', () => {
    expect(permissionMatrixVersions.slice(1).map(({ from }) => from)).toEqual(
      boundaries.map(([first]) => first),
    );
  });

  it.each(boundaries)('on %s replace %s by %s', (first, before, after) => {
    for (const [days, version] of [
      [-1, before],
      [0, after],
      [1, after],
    ] as const) {
      const asOf = addDays(first, days);
      expect(permissionMatrixAt(asOf).id).toBe(version);
      expect(decideAccess('admin-agent', 'software.cancel', { asOf })).toMatchObject({
        version,
        newest: null,
      });
    }
  });
});

describe('decideAccess without a day', () => {
  it('names the newest version and its answer, whether it differs or not', () => {
    expect(decideAccess('global-admin', 'reservations.buy')).toMatchObject({
      allowed: true,
      version: 'roles-2020-08',
      assumed: ['asOf'],
      newest: { version: 'roles-2023-09', allowed: false },
    });
    expect(decideAccess('admin-agent', 'software.cancel').newest?.allowed).toBe(true);
    const dated = decideAccess('admin-agent', 'software.cancel', { asOf: '2026-11-29' });
    expect([dated.newest, dated.assumed, dated.interpretations]).toEqual([null, [], []]);
  });
});

describe('the notes of decideAccess', () => {
  it('say that sales and helpdesk agents need access to the Azure subscription', () => {
    const notes = (roles: readonly Role[]) => decideAccess(roles, 'reservations.refund').notes;
    expect(notes(['sales-agent', 'helpdesk-agent'])).toEqual(['needs-azure-access']);
    expect(notes(['sales-agent', 'admin-agent'])).toEqual([]);
    expect(decideAccess('sales-agent', 'reservations.view').notes).toEqual([]);
    expect(decideAccess('sales-agent', 'reservations.refund').because).toEqual(['ROL-3', 'ROL-10']);
  });

  it('say that two pages of 2020 disagree on who can buy reservations', () => {
    const asked = decideAccess('helpdesk-agent', 'reservations.buy');
    expect([asked.allowed, asked.notes, asked.because]).toEqual([
      false,
      ['other-page-disagrees'],
      ['ROL-4', 'ROL-12'],
    ]);
    expect(decideAccess('admin-agent', 'reservations.buy').notes).toEqual([]);
    const later = { asOf: '2023-08-23' };
    expect(decideAccess('helpdesk-agent', 'reservations.buy', later).notes).toEqual([]);
  });

  it('say that later copies drop Global admin, if no other role grants it', () => {
    const note = ['global-admin-dropped-later'];
    expect(decideAccess('global-admin', 'reservations.view').notes).toEqual(note);
    const at = (asOf: string) => decideAccess('global-admin', 'reservations.view', { asOf }).notes;
    expect([at('2023-09-14'), at('2023-09-15'), at('2023-09-16')]).toEqual([[], note, note]);
    expect(decideAccess('global-admin', 'software.buy').notes).toEqual([]);
  });

  it('say that no page of the time names a role', () => {
    expect(decideAccess('admin-agent', 'licenses.cancel')).toMatchObject({
      allowed: false,
      notes: ['no-text-yet'],
      allowedRoles: [],
      newest: { allowed: true },
    });
  });
});

describe('a guest of the customer’s tenant', () => {
  it('can see reservations but not refund or exchange them, whatever the role', () => {
    const asked = decideAccess('admin-agent', 'reservations.refund', { guest: true });
    expect(asked).toMatchObject({
      allowed: false,
      reason: 'guest-of-tenant',
      because: ['ROL-11'],
      newest: { allowed: false },
    });
    expect(isAllowed('admin-agent', 'reservations.exchange', { guest: true })).toBe(false);
    expect(isAllowed('admin-agent', 'reservations.view', { guest: true })).toBe(true);
    expect(isAllowed('admin-agent', 'reservations.refund', { guest: false })).toBe(true);
    const both = decideAccess('account-admin', 'reservations.refund', { guest: true });
    expect(both.allowed ? [] : both.obstacles.map(({ reason }) => reason)).toEqual([
      'not-granted',
      'guest-of-tenant',
    ]);
  });
});

describe('a list of roles', () => {
  it('may hold other spellings, and names that no rule knows, which are reported', () => {
    const names = ['Azure hero', 'Company Administrator', 'Azure hero', 'AdminAgents', 'Owner'];
    const { request, ignoredRoles } = decideAccess(names, 'software.cancel');
    expect(request.roles).toEqual(['admin-agent', 'global-admin']);
    expect(ignoredRoles).toEqual(['Azure hero', 'Owner']);
  });

  it('must name a role, unless it is empty; the issues list the known ones', () => {
    const issues = issuesOf(() => decideAccess(['Owner', 'Admin agnt'], 'software.cancel'));
    expect(issues.map(({ path }) => path)).toEqual([
      ['roles', 0],
      ['roles', 1],
    ]);
    expect(issues[0]?.expected).toMatch(/^one of the roles admin-agent, .*, billing-admin$/);
    expect(issues[1]?.expected).toContain('did you mean "admin-agent"?');
    expect(decideAccess([], 'software.cancel')).toMatchObject({ allowed: false, ignoredRoles: [] });
  });
});

it('lists the known actions for an unknown one', () => {
  const [issue] = issuesOf(() => decideAccess('admin-agent', 'software.cancle' as Action));
  expect(issue?.expected).toMatch(
    /^one of the actions customer-permissions\.view, .*, indirect-resellers\.manage \(did you mean "software\.cancel"\?\)$/,
  );
});
