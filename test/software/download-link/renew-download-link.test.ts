import { describe, expect, it } from 'vitest';
import {
  defaultSoftwarePolicy,
  downloadLinkStatus,
  renewDownloadLink,
} from '../../../src/software/index.ts';
import { vandalise } from '../../reservations/deep.ts';
import { canonical } from '../facts.ts';
import { superseded } from '../policy-table.ts';

const issuedAt = '2025-03-01T10:00:00Z';
const byDefault = {
  unstated: [],
  assumed: ['policy'],
  policy: defaultSoftwarePolicy,
  ...superseded,
};

describe('renewDownloadLink', () => {
  it.each([
    ['2025-03-15T10:00:00Z', 0],
    ['2025-03-05T08:00:00Z', 50],
    ['2025-03-01T10:00:00Z', 51],
    ['2030-01-01T00:00:00Z', 50],
  ])('begins again as of %s with %i downloads', (asOf, downloads) => {
    const answer = renewDownloadLink({ issuedAt, downloads }, asOf);
    expect(answer).toStrictEqual({
      kind: 'link-renewal',
      request: { link: { issuedAt: canonical(issuedAt), downloads }, asOf: canonical(asOf) },
      allowed: true,
      because: ['SOF-9'],
      interpretations: ['R-LINK', 'R-RENEW', 'R-WHICH', 'R-WHEN'],
      link: { issuedAt: asOf.replace('Z', '.000Z'), downloads: 0 },
      ...byDefault,
    });
    expect(downloadLinkStatus(answer.link, asOf)).toMatchObject({
      state: 'active',
      downloadsLeft: 50,
    });
  });

  it('keeps every nanosecond of the renewal, and has no revocation', () => {
    const link = { issuedAt, downloads: 50, revoked: false };
    expect(renewDownloadLink(link, '2025-03-05T08:00:00.000000007+01:00').link).toStrictEqual({
      issuedAt: '2025-03-05T07:00:00.000000007Z',
      downloads: 0,
    });
  });

  it.each([
    ['2025-03-01T10:00:00Z', 0],
    ['2025-03-15T09:59:59.999999999Z', 49],
  ])('refuses what still works, as of %s with %i downloads', (asOf, downloads) => {
    expect(renewDownloadLink({ issuedAt: new Date(issuedAt), downloads }, asOf)).toStrictEqual({
      kind: 'link-renewal',
      request: { link: { issuedAt: canonical(issuedAt), downloads }, asOf: canonical(asOf) },
      allowed: false,
      reason: 'still-active',
      obstacles: [
        {
          reason: 'still-active',
          clause: 'SOF-9',
          interpretation: 'R-RENEW',
          nextStep: 'use-the-current-link',
        },
      ],
      because: ['SOF-9'],
      interpretations: ['R-RENEW', 'R-LINK', 'R-WHICH', 'R-WHEN'],
      link: { issuedAt: '2025-03-01T10:00:00.000Z', downloads },
      ...byDefault,
    });
  });

  it.each([
    ['2025-03-01T10:00:00Z', 0],
    ['2025-03-05T10:00:00Z', 50],
    ['2025-03-15T10:00:00Z', 49],
  ])('refuses what is revoked, as of %s with %i downloads', (asOf, downloads) => {
    expect(renewDownloadLink({ issuedAt, downloads, revoked: true }, asOf)).toStrictEqual({
      kind: 'link-renewal',
      request: {
        link: { issuedAt: canonical(issuedAt), downloads, revoked: true },
        asOf: canonical(asOf),
      },
      allowed: false,
      reason: 'revoked',
      obstacles: [{ reason: 'revoked', clause: 'SOF-7', nextStep: 'stop-using-the-software' }],
      because: ['SOF-7'],
      interpretations: ['R-WHICH', 'R-WHEN'],
      link: { issuedAt: '2025-03-01T10:00:00.000Z', downloads, revoked: true },
      ...byDefault,
    });
  });

  it('can be done any number of times', () => {
    let link: { issuedAt: string; downloads: number } = { issuedAt, downloads: 50 };
    for (let week = 1; week <= 500; week += 1) {
      const asOf = new Date(Date.parse(issuedAt) + week * 14 * 86_400_000);
      const answer = renewDownloadLink(link, asOf);
      expect([answer.allowed, answer.link.issuedAt]).toEqual([true, asOf.toISOString()]);
      link = answer.link;
    }
  });

  it('returns plain JSON answers that share nothing', () => {
    for (const link of [
      { issuedAt, downloads: 50 },
      { issuedAt, downloads: 1 },
      { issuedAt, downloads: 1, revoked: true },
    ]) {
      const given = JSON.stringify(link);
      const before = renewDownloadLink(link, issuedAt);
      expect(JSON.parse(JSON.stringify(before))).toStrictEqual(before);
      vandalise(renewDownloadLink(link, issuedAt));
      expect(renewDownloadLink(link, issuedAt)).toEqual(before);
      expect(JSON.stringify(link)).toBe(given);
    }
  });
});
