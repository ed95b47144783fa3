import { describe, expect, it } from 'vitest';
import { defaultSoftwarePolicy, downloadLinkStatus } from '../../../src/software/index.ts';
import { vandalise } from '../../reservations/deep.ts';
import { canonical } from '../facts.ts';
import { superseded } from '../policy-table.ts';

const issuedAt = '2025-03-01T10:00:00Z';
const expiresAt = '2025-03-15T10:00:00.000Z';
const byDefault = {
  unstated: [],
  assumed: ['policy'],
  policy: defaultSoftwarePolicy,
  ...superseded,
};

describe('a download link', () => {
  it('is active for two weeks and fifty downloads', () => {
    expect(
      downloadLinkStatus({ issuedAt, downloads: 49 }, '2025-03-15T09:59:59.999Z'),
    ).toStrictEqual({
      kind: 'link-status',
      request: {
        link: { issuedAt: canonical(issuedAt), downloads: 49 },
        asOf: '2025-03-15T09:59:59.999Z',
      },
      state: 'active',
      expiresAt,
      downloadsLeft: 1,
      expiredBy: [],
      because: ['SOF-9'],
      interpretations: ['R-LINK', 'R-WHICH', 'R-WHEN'],
      ...byDefault,
    });
  });

  it.each([
    // as of, downloads, state, expired by, downloads left
    ['2025-03-01T10:00:00Z', 0, 'active', [], 50],
    ['2025-03-01T10:00:00Z', 49, 'active', [], 1],
    ['2025-03-01T10:00:00Z', 50, 'expired', ['downloads'], 0],
    ['2025-03-01T10:00:00Z', 51, 'expired', ['downloads'], 0],
    ['2025-03-01T10:00:00Z', Number.MAX_SAFE_INTEGER, 'expired', ['downloads'], 0],
    ['2025-03-15T09:59:59.999Z', 50, 'expired', ['downloads'], 0],
    ['2025-03-15T09:59:59.999999999Z', 49, 'active', [], 1],
    ['2025-03-15T10:00:00Z', 0, 'expired', ['time'], 0],
    ['2025-03-15T10:00:00.000Z', 49, 'expired', ['time'], 0],
    ['2025-03-15T10:00:00.000000001Z', 49, 'expired', ['time'], 0],
    ['2025-03-15T10:00:00Z', 50, 'expired', ['time', 'downloads'], 0],
    ['2025-03-15T18:59:59.999+09:00', 49, 'active', [], 1],
    ['2025-03-15T19:00:00+09:00', 49, 'expired', ['time'], 0],
    ['9999-12-31T23:59:59.999999999Z', 51, 'expired', ['time', 'downloads'], 0],
  ])('as of %s, with %i downloads, is %s', (asOf, downloads, state, expiredBy, downloadsLeft) => {
    const answer = { state, expiredBy, downloadsLeft, expiresAt, because: ['SOF-9'] };
    expect(downloadLinkStatus({ issuedAt, downloads }, asOf)).toMatchObject(answer);
    const notRevoked = { issuedAt, downloads, revoked: false };
    expect(downloadLinkStatus(notRevoked, asOf)).toMatchObject(answer);
  });

  it('made within a millisecond ends within one', () => {
    const link = { issuedAt: '2025-03-01T10:00:00.000000001Z', downloads: 0 };
    expect(downloadLinkStatus(link, '2025-03-15T10:00:00Z')).toMatchObject({
      state: 'active',
      expiresAt: '2025-03-15T10:00:00.000000001Z',
    });
    expect(downloadLinkStatus(link, '2025-03-15T10:00:00.000000001Z').state).toBe('expired');
  });

  it('lasts 336 hours, over leap days and the changes of clocks', () => {
    for (const start of [
      '2024-02-20T00:00:00Z',
      '2025-03-09T01:59:00-08:00',
      '2025-12-25T00:00Z',
    ]) {
      const from = new Date(start.replace(/T00:00Z$/, 'T00:00:00Z'));
      const link = { issuedAt: start, downloads: 1 };
      const end = new Date(from.getTime() + 336 * 3_600_000);
      expect(downloadLinkStatus(link, new Date(end.getTime() - 1)).state).toBe('active');
      expect(downloadLinkStatus(link, end)).toMatchObject({
        state: 'expired',
        expiresAt: end.toISOString(),
      });
    }
  });

  it('accepts Dates, including one of another realm', () => {
    const link = { issuedAt: new Date(issuedAt), downloads: 3 };
    expect(downloadLinkStatus(link, new Date('2025-03-15T09:59:59.999Z'))).toMatchObject({
      state: 'active',
      downloadsLeft: 47,
      expiresAt,
    });
  });

  it.each([
    ['2025-03-01T10:00:00Z', 0],
    ['2025-03-15T10:00:00Z', 49],
    ['2025-03-02T10:00:00Z', 50],
  ])('of a cancelled purchase is revoked, as of %s with %i downloads', (asOf, downloads) => {
    expect(downloadLinkStatus({ issuedAt, downloads, revoked: true }, asOf)).toStrictEqual({
      kind: 'link-status',
      request: {
        link: { issuedAt: canonical(issuedAt), downloads, revoked: true },
        asOf: canonical(asOf),
      },
      state: 'revoked',
      expiresAt,
      downloadsLeft: 0,
      expiredBy: [],
      because: ['SOF-7'],
      interpretations: ['R-WHICH', 'R-WHEN'],
      ...byDefault,
    });
  });
});

describe('an answer', () => {
  it.each([
    [{ issuedAt, downloads: 1 }],
    [{ issuedAt, downloads: 50 }],
    [{ issuedAt, downloads: 1, revoked: true }],
  ])('of %j is plain JSON and nobody else’s', (link) => {
    const given = JSON.stringify(link);
    const before = downloadLinkStatus(link, issuedAt);
    expect(JSON.parse(JSON.stringify(before))).toStrictEqual(before);
    vandalise(downloadLinkStatus(link, issuedAt));
    expect(downloadLinkStatus(link, issuedAt)).toEqual(before);
    expect(JSON.stringify(link)).toBe(given);
  });
});
