import { describe, expect, it } from 'vitest';
import {
  decideSoftwareCancellation,
  downloadLinkStatus,
  type PublishedSoftwarePolicyId,
  recordDownload,
  renewDownloadLink,
  type SoftwarePolicyOptions,
} from '../../../src/software/index.ts';
import { issuesOf } from '../../hostile/issues-of.ts';
import { faultsOf, perpetual } from '../facts.ts';
import { dayNumber, dayText } from '../model.ts';
import { ids, table } from '../policy-table.ts';

type Policy = SoftwarePolicyOptions['policy'];

const boughtOn = (day: string, policy?: Policy) =>
  decideSoftwareCancellation({ ...perpetual, purchasedOn: day, canceledOn: day }, { policy });

const linkOf = (day: string, policy?: Policy) =>
  downloadLinkStatus({ issuedAt: `${day}T23:59:59Z`, downloads: 0 }, `${day}T23:59:59Z`, {
    policy,
  });

const addDays = (day: string, days: number) => dayText(dayNumber(day) + days);

/** The first day of each version that replaces another, by the transcription by hand. */
const boundaries = table
  .slice(1)
  .map(([id = '', first = ''], at) => [first, ids[at], id] as const) as readonly [
  string,
  PublishedSoftwarePolicyId,
  PublishedSoftwarePolicyId,
][];

describe.each(boundaries)('the boundary on %s', (first, before, after) => {
  it.each([
    ['the day before', -1, before],
    ['the day', 0, after],
    ['the day after', 1, after],
  ])('selects the version in force on %s', (_, away, id) => {
    const day = addDays(first, away);
    expect(boughtOn(day, 'software')).toMatchObject({ policy: { id }, supersededBy: null });
    expect(linkOf(day, 'software')).toMatchObject({ policy: { id }, supersededBy: null });
  });

  it.each([
    ['the day before', -1, null],
    ['the day', 0, after],
    ['the day after', 1, after],
  ])('is noted under the version before it, by its id, on %s', (_, away, supersededBy) => {
    const day = addDays(first, away);
    for (const answer of [boughtOn(day, before), linkOf(day, before)]) {
      expect(answer.supersededBy).toBe(supersededBy);
      expect(answer.notes.includes('superseded')).toBe(supersededBy !== null);
      expect(answer.interpretations.includes('R-WHEN')).toBe(supersededBy !== null);
    }
    for (const answer of [boughtOn(day, after), linkOf(day, after)]) {
      expect(answer).toMatchObject({ supersededBy: null });
      expect(answer.notes).not.toContain('superseded');
    }
  });

  it('does not move a purchase or a link of the day before', () => {
    const day = addDays(first, -1);
    const late = { ...perpetual, purchasedOn: day, canceledOn: first };
    const cancelled = decideSoftwareCancellation(late, { policy: 'software' });
    expect(cancelled).toMatchObject({ policy: { id: before }, supersededBy: null });
    expect(cancelled.interpretations).toContain('R-WHEN');
    const link = { issuedAt: `${day}T23:59:59Z`, downloads: 0 };
    const looked = downloadLinkStatus(link, `${first}T00:00:00Z`, { policy: 'software' });
    expect(looked).toMatchObject({ policy: { id: before }, supersededBy: null });
    expect(looked.interpretations).toContain('R-WHEN');
  });
});

describe('the source', () => {
  it('has no version before the first', () => {
    const expected =
      '2018-09-04, from which a text of software is known, or a later day (or name a version by its id)';
    expect(issuesOf(() => boughtOn('2018-09-03', 'software'))).toMatchObject([
      { path: ['purchasedOn'], code: 'before-first-version', expected, received: '"2018-09-03"' },
    ]);
    expect(issuesOf(() => linkOf('2018-09-03', 'software'))).toMatchObject([
      { path: ['link', 'issuedAt'], code: 'before-first-version', expected },
    ]);
    expect(boughtOn('2018-09-04', 'software').policy.id).toBe('software-2018-09');
  });

  it('is not looked up for a day that cannot be read', () => {
    expect(faultsOf(() => boughtOn('2025-02-30', 'software'))).toEqual([
      'purchasedOn: no-such-day',
      'canceledOn: no-such-day',
    ]);
    const broken = { issuedAt: 'x', downloads: 0 };
    expect(faultsOf(() => downloadLinkStatus(broken, 'y', { policy: 'software' }))).toEqual([
      'link.issuedAt: malformed-instant',
      'asOf: malformed-instant',
    ]);
  });

  it('is also the policy of downloads and renewals', () => {
    const link = { issuedAt: '2020-07-01T00:00:00Z', downloads: 50 };
    for (const rule of [recordDownload, renewDownloadLink]) {
      const answer = rule(link, '2025-01-01T00:00:00Z', { policy: 'software' });
      expect(answer).toMatchObject({ policy: { id: 'software-2020-06' }, notes: [] });
    }
  });

  it('is suggested next to the versions', () => {
    const [fault] = issuesOf(() => boughtOn('2025-01-01', 'softwar' as Policy));
    expect(fault?.message).toContain('(did you mean "software"?)');
    for (const name of ['__proto__', 'constructor', '']) {
      expect(faultsOf(() => boughtOn('2025-01-01', name as Policy))).toEqual([
        'options.policy: unknown-value',
      ]);
    }
  });
});

describe('a policy of one’s own', () => {
  it('is never superseded', () => {
    const own = { ...boughtOn('2025-01-01').policy, id: 'ours' };
    expect(boughtOn('2025-01-01', own)).toMatchObject({ supersededBy: null, notes: [] });
  });

  it('that copies a published one is superseded like it', () => {
    const copy = { ...boughtOn('2025-01-01').policy };
    expect(boughtOn('2025-01-01', copy).supersededBy).toBe(ids.at(-1));
  });
});
