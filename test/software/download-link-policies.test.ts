import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import {
  type DownloadLink,
  type DownloadLinkInput,
  defaultSoftwarePolicy,
  downloadLinkStatus,
  recordDownload,
  renewDownloadLink,
  softwarePolicies,
} from '../../src/software/index.ts';
import { issuesOf } from '../hostile/issues-of.ts';
import { vandalise } from '../reservations/deep.ts';
import { canonical, faultsOf } from './facts.ts';
import { newest, succession, superseded } from './policy-table.ts';

const issuedAt = '2025-03-01T10:00:00.000Z';
const firstDownloadedAt = '2025-03-03T10:00:00.000Z';
const ends = '2025-03-08T10:00:00.000Z'; // five days of 24 hours after the first download
const justBefore = '2025-03-08T09:59:59.999999999Z';

describe.each(['software-2018-09', 'software-2019-12', 'software-2020-01'] as const)(
  'a link under %s',
  (policy) => {
    it('works two weeks and fifty times, as by default', () => {
      const of = (downloads: number, asOf: string) =>
        downloadLinkStatus({ issuedAt, downloads }, asOf, { policy });
      expect(of(49, '2025-03-15T09:59:59.999Z')).toStrictEqual({
        kind: 'link-status',
        request: { link: { issuedAt, downloads: 49 }, asOf: '2025-03-15T09:59:59.999Z' },
        state: 'active',
        expiresAt: '2025-03-15T10:00:00.000Z',
        downloadsLeft: 1,
        expiredBy: [],
        because: ['SOF-13'],
        interpretations: ['R-LINK', 'R-WHEN'],
        unstated: [],
        assumed: [],
        policy: softwarePolicies[policy],
        ...superseded,
      });
      expect(of(49, '2025-03-15T10:00:00Z')).toMatchObject({ expiredBy: ['time'] });
      expect(of(50, issuedAt)).toMatchObject({ expiredBy: ['downloads'], because: ['SOF-13'] });
    });

    it('is renewed as the document of 2020 states', () => {
      const renewed = renewDownloadLink({ issuedAt, downloads: 50 }, issuedAt, { policy });
      expect(renewed).toMatchObject({ allowed: true, because: ['SOF-13', 'SOF-9'] });
    });
  },
);

describe('a link under software-2021-02', () => {
  const policy = 'software-2021-02';
  const figures = {
    unstated: ['time', 'downloads'],
    assumed: [],
    policy: softwarePolicies[policy],
    ...superseded,
  };

  it.each([
    [0, issuedAt],
    [51, '2030-01-01T00:00:00Z'],
    [Number.MAX_SAFE_INTEGER, '9999-12-31T23:59:59Z'],
  ])('after %i downloads, as of %s, is not known to work or not', (downloads, asOf) => {
    expect(downloadLinkStatus({ issuedAt, downloads }, asOf, { policy })).toStrictEqual({
      kind: 'link-status',
      request: { link: { issuedAt, downloads }, asOf: canonical(asOf) },
      state: 'unstated',
      expiresAt: null,
      downloadsLeft: null,
      expiredBy: [],
      because: ['SOF-16'],
      interpretations: ['R-WHEN'],
      ...figures,
    });
  });

  it('is used because no limit is stated, and the answer lists this', () => {
    expect(recordDownload({ issuedAt, downloads: 51 }, ends, { policy })).toStrictEqual({
      kind: 'recorded-download',
      request: { link: { issuedAt, downloads: 51 }, asOf: canonical(ends) },
      allowed: true,
      because: ['SOF-16'],
      interpretations: ['R-WHEN'],
      link: { issuedAt, downloads: 52 },
      ...figures,
    });
  });

  it('is not renewed, since it is not known to have expired', () => {
    const link = { issuedAt, downloads: 51 };
    expect(renewDownloadLink(link, ends, { policy })).toStrictEqual({
      kind: 'link-renewal',
      request: { link, asOf: canonical(ends) },
      allowed: false,
      reason: 'undefined-by-text',
      obstacles: [
        {
          reason: 'undefined-by-text',
          clause: 'SOF-16',
          interpretation: 'R-RENEW',
          nextStep: 'use-the-current-link',
        },
      ],
      because: ['SOF-16'],
      interpretations: ['R-RENEW', 'R-WHEN'],
      link,
      ...figures,
    });
  });

  it('is revoked with its purchase', () => {
    const link = { issuedAt, downloads: 1, revoked: true };
    expect(downloadLinkStatus(link, ends, { policy })).toStrictEqual({
      kind: 'link-status',
      request: { link, asOf: canonical(ends) },
      state: 'revoked',
      expiresAt: null,
      downloadsLeft: 0,
      expiredBy: [],
      because: ['SOF-7'],
      interpretations: ['R-WHEN'],
      ...figures,
    });
    for (const rule of [recordDownload, renewDownloadLink]) {
      expect(rule(link, ends, { policy })).toMatchObject({ reason: 'revoked', link, ...figures });
    }
  });

  it('may be as old as there are days', () => {
    const link = { issuedAt: '9999-12-31T23:59:59Z', downloads: 1 };
    expect(downloadLinkStatus(link, link.issuedAt, { policy }).state).toBe('unstated');
  });

  it('cannot be counted beyond what can be counted', () => {
    const most = { issuedAt, downloads: Number.MAX_SAFE_INTEGER };
    expect(issuesOf(() => recordDownload(most, ends, { policy }))).toMatchObject([
      {
        path: ['link', 'downloads'],
        code: 'too-large',
        expected: 'a number of downloads that can be increased by one',
      },
    ]);
    const less = { issuedAt, downloads: Number.MAX_SAFE_INTEGER - 1 };
    expect(recordDownload(less, ends, { policy }).link).toEqual(most);
    expect(recordDownload(most, ends).allowed).toBe(false);
    expect(renewDownloadLink(most, ends, { policy }).allowed).toBe(false);
  });
});

describe.each(['software-2021-06', 'software-2022'] as const)('a link under %s', (policy) => {
  const used = { issuedAt, downloads: 60, firstDownloadedAt };
  const fresh = { issuedAt, downloads: 0 };
  const which = policy === newest ? [] : ['R-WHEN'];
  const status = (link: DownloadLinkInput, asOf: string) =>
    downloadLinkStatus(link, asOf, { policy });

  it('works for five days after its first download', () => {
    const figures = {
      unstated: ['downloads'],
      assumed: [],
      policy: softwarePolicies[policy],
      ...succession(policy),
    };
    expect(status(used, justBefore)).toStrictEqual({
      kind: 'link-status',
      request: { link: used, asOf: canonical(justBefore) },
      state: 'active',
      expiresAt: ends,
      downloadsLeft: null,
      expiredBy: [],
      because: ['SOF-18'],
      interpretations: ['R-LINK', ...which],
      ...figures,
    });
    expect(status(used, ends)).toStrictEqual({
      kind: 'link-status',
      request: { link: used, asOf: canonical(ends) },
      state: 'expired',
      expiresAt: ends,
      downloadsLeft: 0,
      expiredBy: ['time'],
      because: ['SOF-18'],
      interpretations: ['R-LINK', ...which],
      ...figures,
    });
    expect(status(used, '2025-03-08T10:00:00.000000001Z').state).toBe('expired');
  });

  it('is unstated if it was never downloaded', () => {
    expect(status(fresh, '2035-01-01T00:00:00Z')).toMatchObject({
      state: 'unstated',
      expiresAt: null,
      downloadsLeft: null,
      because: ['SOF-18'],
      unstated: ['time', 'downloads'],
    });
    expect(renewDownloadLink(fresh, ends, { policy })).toMatchObject({
      reason: 'undefined-by-text',
      obstacles: [{ clause: 'SOF-18' }],
      link: fresh,
    });
  });

  it('notes its first download, and no other', () => {
    const first = recordDownload(fresh, firstDownloadedAt, { policy });
    expect(first).toStrictEqual({
      kind: 'recorded-download',
      request: { link: fresh, asOf: canonical(firstDownloadedAt) },
      allowed: true,
      because: ['SOF-18'],
      interpretations: which,
      link: { issuedAt, downloads: 1, firstDownloadedAt },
      unstated: ['time', 'downloads'],
      assumed: [],
      policy: softwarePolicies[policy],
      ...succession(policy),
    });
    const second = recordDownload(first.link, justBefore, { policy });
    expect(second).toMatchObject({
      allowed: true,
      interpretations: ['R-LINK', ...which],
      link: { issuedAt, downloads: 2, firstDownloadedAt },
      unstated: ['downloads'],
    });
    expect(recordDownload(second.link, ends, { policy })).toMatchObject({
      allowed: false,
      reason: 'expired',
      obstacles: [
        {
          reason: 'expired',
          clause: 'SOF-18',
          interpretation: 'R-LINK',
          nextStep: 'renew-the-link',
        },
      ],
      link: second.link,
    });
  });

  it('is renewed when it has expired, and then was never downloaded', () => {
    expect(renewDownloadLink(used, ends, { policy })).toStrictEqual({
      kind: 'link-renewal',
      request: { link: used, asOf: canonical(ends) },
      allowed: true,
      because: ['SOF-18', 'SOF-9'],
      interpretations: ['R-LINK', 'R-RENEW', ...which],
      link: { issuedAt: ends, downloads: 0 },
      unstated: ['downloads'],
      assumed: [],
      policy: softwarePolicies[policy],
      ...succession(policy),
    });
    expect(renewDownloadLink({ ...used, revoked: false }, justBefore, { policy })).toMatchObject({
      reason: 'still-active',
      obstacles: [{ clause: 'SOF-18', interpretation: 'R-RENEW' }],
      because: ['SOF-18'],
      interpretations: ['R-RENEW', 'R-LINK', ...which],
      link: { ...used, revoked: false },
    });
  });

  it('requires its first download, and rejects one without downloads', () => {
    for (const rule of [downloadLinkStatus, recordDownload, renewDownloadLink]) {
      const faults = (link: object, asOf = ends): string[] =>
        faultsOf(() => rule(link as DownloadLink, asOf, { policy }));
      expect(faults({ issuedAt, downloads: 1 })).toEqual(['link.firstDownloadedAt: missing-field']);
      expect(faults({ ...used, firstDownloadedAt: 'x' })).toEqual([
        'link.firstDownloadedAt: malformed-instant',
      ]);
      expect(faults({ ...used, downloads: 0 })).toEqual(['link.firstDownloadedAt: contradiction']);
      expect(faults({ ...used, downloads: -1 })).toEqual(['link.downloads: malformed-count']);
      expect(faults({ issuedAt, downloads: -1 })).toEqual(['link.downloads: malformed-count']);
      expect(faults(used, '2025-03-03T09:59:59Z')).toEqual(['asOf: contradiction']);
      expect(faults(used, '2025-02-01T00:00:00Z')).toEqual([
        'asOf: contradiction',
        'asOf: before-issue',
      ]);
      expect(faults({ ...used, firstDownloadedAt: '2025-03-01T09:59:59.999999999Z' })).toEqual([
        'link.firstDownloadedAt: before-issue',
      ]);
      expect(() => rule({ ...used, firstDownloadedAt: issuedAt }, ends, { policy })).not.toThrow();
      expect(() => rule(used, firstDownloadedAt, { policy })).not.toThrow();
      const late = { ...used, firstDownloadedAt: '9999-12-27T00:00:00Z' };
      expect(issuesOf(() => rule(late, '9999-12-27T00:00:00Z', { policy }))).toMatchObject([
        {
          path: ['link', 'firstDownloadedAt'],
          code: 'year-out-of-range',
          expected: 'an instant at least 5 days before the end of the year 9999',
          received: '"9999-12-27T00:00:00Z"',
        },
      ]);
      const last = { ...used, firstDownloadedAt: '9999-12-26T23:59:59Z' };
      expect(() => rule(last, '9999-12-26T23:59:59Z', { policy })).not.toThrow();
    }
  });

  it('states what it expected next to the first download', () => {
    const expectedOf = (link: DownloadLink, asOf = ends) =>
      issuesOf(() => downloadLinkStatus(link, asOf, { policy }))[0]?.expected;
    expect(expectedOf({ ...used, downloads: 0 })).toBe(
      'no first download, because there were no downloads',
    );
    expect(expectedOf(used, '2025-03-03T09:59:59Z')).toBe(
      `the instant of the first download (${firstDownloadedAt}) or later`,
    );
  });

  it('is not renewed on the last day that there is, and that is no fault of the day', () => {
    const asOf = '9999-12-31T23:59:59Z';
    const answer = renewDownloadLink({ issuedAt: asOf, downloads: 0 }, asOf, { policy });
    expect(answer).toMatchObject({ allowed: false, reason: 'undefined-by-text' });
  });

  it('leaves room for its days where they begin, and nowhere else', () => {
    const late = '9999-12-27T00:00:00Z';
    expect(issuesOf(() => recordDownload(fresh, late, { policy }))).toMatchObject([
      { path: ['asOf'], code: 'year-out-of-range', received: `"${late}"` },
    ]);
    expect(recordDownload(used, late, { policy }).allowed).toBe(false);
    expect(renewDownloadLink(used, late, { policy }).link.issuedAt).toBe(
      '9999-12-27T00:00:00.000Z',
    );
    expect(status({ issuedAt: late, downloads: 0 }, late).state).toBe('unstated');
  });

  it('returns plain JSON answers that share nothing', () => {
    for (const rule of [downloadLinkStatus, recordDownload, renewDownloadLink]) {
      for (const link of [used, fresh]) {
        const before = rule(link, ends, { policy });
        expect(JSON.parse(JSON.stringify(before))).toStrictEqual(before);
        vandalise(rule(link, ends, { policy }));
        expect(rule(link, ends, { policy })).toEqual(before);
      }
    }
    expect(used).toEqual({ issuedAt, downloads: 60, firstDownloadedAt });
  });
});

describe('under the default policy', () => {
  const link = { issuedAt, downloads: 3, firstDownloadedAt };

  it('a first download is kept, and counts for nothing', () => {
    expect(recordDownload(link, firstDownloadedAt).link).toEqual({ ...link, downloads: 4 });
    expect(recordDownload({ issuedAt, downloads: 0 }, ends).link).toEqual({
      issuedAt,
      downloads: 1,
    });
    expect(downloadLinkStatus(link, ends)).toMatchObject({
      state: 'active',
      expiresAt: '2025-03-15T10:00:00.000Z',
    });
    expect(downloadLinkStatus({ ...link, firstDownloadedAt: new Date(ends) }, ends).state).toBe(
      'active',
    );
  });

  it('a first download must still be one', () => {
    expect(faultsOf(() => downloadLinkStatus({ ...link, downloads: 0 }, ends))).toEqual([
      'link.firstDownloadedAt: contradiction',
    ]);
    const early = { ...link, firstDownloadedAt: '2025-03-01T09:00:00Z' };
    expect(faultsOf(() => downloadLinkStatus(early, ends))).toEqual([
      'link.firstDownloadedAt: before-issue',
    ]);
  });
});

describe('under a policy of one’s own', () => {
  const own = (change: object) => ({ policy: { ...defaultSoftwarePolicy, id: 'ours', ...change } });

  it('a link may have downloads and no time', () => {
    const options = own({ linkDays: null, linkDaysFrom: 'first-download', linkDownloads: 3 });
    const status = (downloads: number) =>
      downloadLinkStatus({ issuedAt, downloads }, ends, options);
    expect(status(2)).toMatchObject({ state: 'active', downloadsLeft: 1, unstated: ['time'] });
    expect(status(3)).toMatchObject({
      state: 'expired',
      expiredBy: ['downloads'],
      expiresAt: null,
    });
    expect(recordDownload({ issuedAt, downloads: 0 }, ends, options).link).toEqual({
      issuedAt,
      downloads: 1,
    });
  });

  it('a link that was never downloaded may have downloads left, and its time unstated', () => {
    const options = own({ linkDaysFrom: 'first-download' });
    expect(downloadLinkStatus({ issuedAt, downloads: 0 }, ends, options)).toMatchObject({
      state: 'active',
      downloadsLeft: 50,
      expiresAt: null,
      unstated: ['time'],
    });
  });

  test.prop([
    fc.constantFrom(null, 1, 5, 14, 366),
    fc.constantFrom('issue' as const, 'first-download' as const),
    fc.constantFrom(null, 1, 2, 50),
    fc.nat(60),
    fc.integer({ min: 0, max: 400 }),
    fc.integer({ min: 0, max: 400 }),
    fc.boolean(),
  ])(
    'works while it is inside what is stated',
    (linkDays, from, most, downloads, a, b, revoked) => {
      const [first, age] = [Math.min(a, b), Math.max(a, b)];
      const at = (days: number) => new Date(Date.parse(issuedAt) + days * 86_400_000);
      const link = {
        issuedAt,
        downloads,
        firstDownloadedAt: downloads === 0 ? undefined : at(first),
        revoked,
      };
      const options = own({ linkDays, linkDaysFrom: from, linkDownloads: most });
      const begin = from === 'issue' ? 0 : downloads === 0 ? null : first;
      const isTimed = linkDays !== null && begin !== null;
      const isOut = isTimed && age >= begin + linkDays;
      const isUsedUp = most !== null && downloads >= most;
      const unstated = [...(isTimed ? [] : ['time']), ...(most === null ? ['downloads'] : [])];
      const state = revoked
        ? 'revoked'
        : unstated.length === 2
          ? 'unstated'
          : isOut || isUsedUp
            ? 'expired'
            : 'active';
      const status = downloadLinkStatus(link, at(age), options);
      expect([status.state, status.unstated]).toEqual([state, unstated]);
      const recorded = recordDownload(link, at(age), options);
      const renewed = renewDownloadLink(link, at(age), options);
      expect(recorded.allowed).toBe(state === 'active' || state === 'unstated');
      expect(renewed.allowed).toBe(state === 'expired');
      for (const next of [recorded.link, renewed.link]) {
        expect(() => downloadLinkStatus(next, at(age), options)).not.toThrow();
      }
    },
  );
});
