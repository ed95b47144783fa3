import { describe, expect, it } from 'vitest';
import {
  type DownloadLinkInput,
  downloadLinkStatus,
  type InstantInput,
  recordDownload,
  renewDownloadLink,
} from '../../../src/software/index.ts';
import { issuesOf } from '../../hostile/issues-of.ts';
import { revokedProxy, throwingProxy, withThrowingGetter } from '../../reservations/hostile.ts';
import { faultsOf } from '../facts.ts';

type Rule = (link: DownloadLinkInput, asOf: InstantInput) => unknown;

const rules: Record<string, Rule> = { downloadLinkStatus, renewDownloadLink, recordDownload };
const issuedAt = '2025-03-01T10:00:00Z';
const link = { issuedAt, downloads: 50 };

describe.each(Object.keys(rules))('%s', (name) => {
  const rule = rules[name] as (link: unknown, asOf: unknown) => unknown;
  const faults = (given: unknown, asOf: unknown = issuedAt): string[] =>
    faultsOf(() => rule(given, asOf));

  it('reports every issue at once', () => {
    expect(faults({ isuedAt: issuedAt, downloads: -1, revoked: 'no' }, 'now')).toEqual([
      'link.isuedAt: unknown-field',
      'link.downloads: malformed-count',
      'link.revoked: wrong-type',
      'link.issuedAt: missing-field',
      'asOf: malformed-instant',
    ]);
    expect(faultsOf(() => rule(undefined, undefined))).toEqual([
      'link: not-an-object',
      'asOf: missing-field',
    ]);
  });

  it('rejects an instant before the link was created', () => {
    const early = '2025-03-01T09:59:59.999999999Z';
    expect(issuesOf(() => rule(link, early))).toMatchObject([
      {
        path: ['asOf'],
        code: 'before-issue',
        expected: 'the instant when the link was created (2025-03-01T10:00:00.000Z) or later',
        received: `"${early}"`,
      },
    ]);
    expect(faults({ ...link, revoked: true }, early)).toEqual(['asOf: before-issue']);
    expect(faults({ ...link, downloads: 0.5 }, early)).toEqual([
      'link.downloads: malformed-count',
      'asOf: before-issue',
    ]);
    expect(() => rule(link, issuedAt)).not.toThrow();
    expect(() => rule(link, '2025-03-01T05:00:00-05:00')).not.toThrow();
  });

  it('compares only what are instants', () => {
    expect(faults({ ...link, issuedAt: 'soon' }, '1969-01-01T00:00:00Z')).toEqual([
      'link.issuedAt: malformed-instant',
    ]);
  });

  it('leaves room for two weeks before the year 10000', () => {
    const last = '9999-12-17T23:59:59.999999999Z';
    expect(() => rule({ ...link, issuedAt: last }, last)).not.toThrow();
    const first = '9999-12-18T00:00:00Z';
    expect(issuesOf(() => rule({ ...link, issuedAt: first }, first))[0]).toMatchObject({
      path: ['link', 'issuedAt'],
      code: 'year-out-of-range',
      expected: 'an instant at least 14 days before the end of the year 9999',
      received: `"${first}"`,
    });
  });

  it.each([
    [undefined, 'missing-field'],
    [null, 'malformed-instant'],
    ['', 'malformed-instant'],
    ['2025-03-01', 'malformed-instant'],
    ['2025-03-01T10:00:00', 'no-offset'],
    ['2025-02-29T10:00:00Z', 'no-such-day'],
    ['2025-03-01T24:00:00Z', 'malformed-instant'],
    ['2025-03-01T10:00:00.0000000001Z', 'malformed-instant'],
    ['0000-03-01T10:00:00Z', 'year-out-of-range'],
    [1_740_823_200_000, 'malformed-instant'],
    [new Date(Number.NaN), 'malformed-instant'],
    ['x'.repeat(1_000_000), 'malformed-instant'],
  ])('takes no instant of %.30s', (value, code) => {
    expect(faults({ ...link, issuedAt: value })).toEqual([`link.issuedAt: ${code}`]);
    expect(faultsOf(() => rule(link, value))).toEqual([`asOf: ${code}`]);
  });

  it.each([
    [undefined, 'missing-field'],
    ...[-1, 0.5, Number.NaN, Infinity, 2 ** 53, '1', 1n, null, [1], new Number(1)].map(
      (value): [unknown, string] => [value, 'malformed-count'],
    ),
  ])('takes no count of %s', (downloads, code) => {
    expect(faults({ ...link, downloads })).toEqual([`link.downloads: ${code}`]);
  });

  it.each([0, 1, 'true', {}])('takes no revocation of %j', (revoked) => {
    expect(faults({ ...link, revoked })).toEqual(['link.revoked: wrong-type']);
  });

  it('reads without trust', () => {
    for (const given of [
      revokedProxy(),
      throwingProxy('ownKeys'),
      withThrowingGetter(link, 'downloads'),
    ]) {
      expect(faults(given)).toEqual(['link: unreadable']);
    }
    for (const asOf of [revokedProxy(), throwingProxy('get'), { getTime: () => 0 }]) {
      expect(faultsOf(() => rule(link, asOf))).toEqual(['asOf: malformed-instant']);
    }
    const inherited: unknown = Object.create(link);
    expect(faults(inherited)).toEqual(['link: not-an-object']);
  });

  it('finds no fact on every object', () => {
    const expected = JSON.stringify(rule(link, issuedAt));
    try {
      Object.assign(Object.prototype, { revoked: true });
      expect(JSON.stringify(rule(link, issuedAt))).toBe(expected);
    } finally {
      Reflect.deleteProperty(Object.prototype, 'revoked');
    }
  });
});

describe('a renewal', () => {
  it('leaves room for the two weeks of the fresh link', () => {
    const last = '9999-12-17T23:59:59.999999999Z';
    expect(renewDownloadLink(link, last).link).toEqual({ issuedAt: last, downloads: 0 });
    const first = '9999-12-18T00:00:00Z';
    expect(faultsOf(() => renewDownloadLink(link, first))).toEqual(['asOf: year-out-of-range']);
    expect(faultsOf(() => renewDownloadLink({ ...link, downloads: -1 }, first))).toEqual([
      'link.downloads: malformed-count',
      'asOf: year-out-of-range',
    ]);
    expect(recordDownload(link, first).allowed).toBe(false);
    expect(downloadLinkStatus(link, first).state).toBe('expired');
  });
});
