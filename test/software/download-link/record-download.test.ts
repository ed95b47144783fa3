import { describe, expect, it } from 'vitest';
import {
  type DownloadLink,
  defaultSoftwarePolicy,
  downloadLinkStatus,
  recordDownload,
} from '../../../src/software/index.ts';
import { vandalise } from '../../reservations/deep.ts';
import { canonical } from '../facts.ts';
import { superseded } from '../policy-table.ts';

const issuedAt = '2025-03-01T10:00:00.000Z';
const byDefault = {
  unstated: [],
  assumed: ['policy'],
  policy: defaultSoftwarePolicy,
  ...superseded,
};

describe('recordDownload', () => {
  it.each([
    ['2025-03-01T10:00:00Z', 0],
    ['2025-03-01T10:00:00Z', 49],
    ['2025-03-15T09:59:59.999999999Z', 49],
  ])('counts one as of %s after %i downloads', (asOf, downloads) => {
    expect(recordDownload({ issuedAt, downloads }, asOf)).toStrictEqual({
      kind: 'recorded-download',
      request: { link: { issuedAt, downloads }, asOf: canonical(asOf) },
      allowed: true,
      because: ['SOF-9'],
      interpretations: ['R-LINK', 'R-WHICH', 'R-WHEN'],
      link: { issuedAt, downloads: downloads + 1 },
      ...byDefault,
    });
  });

  it.each([
    ['2025-03-01T10:00:00Z', 50],
    ['2025-03-01T10:00:00Z', 51],
    ['2025-03-15T10:00:00Z', 0],
    ['2025-03-15T10:00:00Z', 50],
  ])('refuses as of %s after %i downloads', (asOf, downloads) => {
    expect(recordDownload({ issuedAt, downloads, revoked: false }, asOf)).toStrictEqual({
      kind: 'recorded-download',
      request: { link: { issuedAt, downloads, revoked: false }, asOf: canonical(asOf) },
      allowed: false,
      reason: 'expired',
      obstacles: [
        {
          reason: 'expired',
          clause: 'SOF-9',
          interpretation: 'R-LINK',
          nextStep: 'renew-the-link',
        },
      ],
      because: ['SOF-9'],
      interpretations: ['R-LINK', 'R-WHICH', 'R-WHEN'],
      link: { issuedAt, downloads, revoked: false },
      ...byDefault,
    });
  });

  it.each([0, 50])('refuses what is revoked after %i downloads', (downloads) => {
    const link = { issuedAt, downloads, revoked: true };
    expect(recordDownload(link, issuedAt)).toStrictEqual({
      kind: 'recorded-download',
      request: { link, asOf: issuedAt },
      allowed: false,
      reason: 'revoked',
      obstacles: [{ reason: 'revoked', clause: 'SOF-7', nextStep: 'stop-using-the-software' }],
      because: ['SOF-7'],
      interpretations: ['R-WHICH', 'R-WHEN'],
      link,
      ...byDefault,
    });
  });

  it('allows fifty downloads, and no more', () => {
    let link: DownloadLink = { issuedAt, downloads: 0 };
    let succeeded = 0;
    for (let time = 0; time < 60; time += 1) {
      const { downloadsLeft } = downloadLinkStatus(link, issuedAt);
      expect(downloadsLeft).toBe(50 - succeeded);
      const answer = recordDownload(link, issuedAt);
      expect(answer.allowed).toBe(time < 50);
      if (answer.allowed) succeeded += 1;
      link = answer.link;
    }
    expect(link.downloads).toBe(50);
  });

  it('returns plain JSON answers that share nothing', () => {
    for (const link of [
      { issuedAt, downloads: 50 },
      { issuedAt, downloads: 1 },
      { issuedAt, downloads: 1, revoked: true },
    ]) {
      const given = JSON.stringify(link);
      const before = recordDownload(link, issuedAt);
      expect(JSON.parse(JSON.stringify(before))).toStrictEqual(before);
      vandalise(recordDownload(link, issuedAt));
      expect(recordDownload(link, issuedAt)).toEqual(before);
      expect(JSON.stringify(link)).toBe(given);
    }
  });
});
