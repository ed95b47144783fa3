import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import {
  downloadLinkStatus,
  isInputError,
  recordDownload,
  renewDownloadLink,
} from '../../../src/software/index.ts';
import { hostiles, spoilt } from '../../reservations/hostile.ts';
import * as model from '../model.ts';

const day = 86_400_000_000_000n;

/** Nanoseconds since 1970 as ISO text. */
function instantText(nanos: bigint): string {
  const rest = ((nanos % 1_000_000_000n) + 1_000_000_000n) % 1_000_000_000n;
  const seconds = new Date(Number((nanos - rest) / 1_000_000n)).toISOString().slice(0, 19);
  return `${seconds}.${`${rest}`.padStart(9, '0')}Z`;
}

const someIssue = fc.bigInt({ min: -25_567n * day, max: 83_978n * day });
const someAge = fc.oneof(
  fc.bigInt({ min: 0n, max: 30n * day }),
  fc.bigInt({ min: model.twoWeeks - 3n, max: model.twoWeeks + 3n }),
  fc.integer({ min: -2, max: 2 }).map((ms) => model.twoWeeks + BigInt(ms) * 1_000_000n),
);
const someDownloads = fc.oneof(fc.nat(60), fc.integer({ min: 48, max: 52 }), fc.maxSafeNat());

interface Given {
  readonly made: bigint;
  readonly age: bigint;
  readonly downloads: number;
  readonly revoked: boolean | undefined;
}

const givens: fc.Arbitrary<Given> = fc.record({
  made: someIssue,
  age: someAge,
  downloads: someDownloads,
  revoked: fc.constantFrom(undefined, false, false, true),
});

const linkOf = ({ made, downloads, revoked }: Given) => ({
  issuedAt: instantText(made),
  downloads,
  revoked,
});
const asOfOf = ({ made, age }: Given): string => instantText(made + age);

describe('a download link', () => {
  test.prop([givens])('has the state of the model', (given) => {
    const status = downloadLinkStatus(linkOf(given), asOfOf(given));
    const { age, downloads, revoked = false } = given;
    expect(status.state).toBe(model.linkStateOf(age, downloads, revoked));
    expect(Date.parse(status.expiresAt ?? '')).toBe(
      Date.parse(instantText(given.made + model.twoWeeks)),
    );
    expect(status.downloadsLeft).toBe(status.state === 'active' ? 50 - downloads : 0);
    const isExpired = status.state === 'expired';
    expect(status.expiredBy.includes('time' as never)).toBe(isExpired && age >= model.twoWeeks);
    expect(status.expiredBy.includes('downloads' as never)).toBe(isExpired && downloads >= 50);
  });

  test.prop([givens])(
    'is used only while it is active, and renewed only when it has expired',
    (given) => {
      const { state } = downloadLinkStatus(linkOf(given), asOfOf(given));
      const recorded = recordDownload(linkOf(given), asOfOf(given));
      const renewed = renewDownloadLink(linkOf(given), asOfOf(given));
      expect([recorded.allowed, renewed.allowed]).toEqual([
        state === 'active',
        state === 'expired',
      ]);
      const reasons = [recorded, renewed].map((it) => (it.allowed ? 'allowed' : it.reason));
      expect(reasons).toEqual(
        {
          active: ['allowed', 'still-active'],
          expired: ['expired', 'allowed'],
          revoked: ['revoked', 'revoked'],
          unstated: [],
        }[state],
      );
    },
  );

  test.prop([givens, someAge, fc.nat(60)])(
    'that no longer works is not revived by time or by downloads',
    (given, more, downloads) => {
      const before = downloadLinkStatus(linkOf(given), asOfOf(given));
      const later = {
        ...given,
        age: given.age + more,
        downloads: Math.min(Number.MAX_SAFE_INTEGER, given.downloads + downloads),
      };
      const after = downloadLinkStatus(linkOf(later), asOfOf(later));
      if (before.state !== 'active') expect(after.state).toBe(before.state);
      expect(after.downloadsLeft).toBeLessThanOrEqual(before.downloadsLeft ?? -1);
    },
  );

  test.prop([givens])('is returned in canonical form: renewed, counted, or unchanged', (given) => {
    const asOf = asOfOf(given);
    const renewed = renewDownloadLink(linkOf(given), asOf);
    const recorded = recordDownload(linkOf(given), asOf);
    for (const { link } of [renewed, recorded]) {
      expect(downloadLinkStatus(link, asOf).because).toHaveLength(1);
      expect(JSON.parse(JSON.stringify(link))).toStrictEqual(link);
      expect(recordDownload({ ...link, revoked: true }, asOf).link).toStrictEqual({
        ...link,
        revoked: true,
      });
    }
    if (renewed.allowed) {
      expect(downloadLinkStatus(renewed.link, asOf)).toMatchObject({
        state: 'active',
        downloadsLeft: 50,
      });
      expect(renewDownloadLink(renewed.link, asOf)).toMatchObject({ reason: 'still-active' });
    }
    if (recorded.allowed) expect(recorded.link.downloads).toBe(given.downloads + 1);
    else expect(recorded.link.downloads).toBe(given.downloads);
  });

  test.prop([
    fc.oneof(hostiles, spoilt({ issuedAt: '2025-03-01T10:00:00Z', downloads: 1, revoked: false })),
    fc.oneof(hostiles, fc.constant({ label: 'an instant', make: () => '2025-03-02T00:00:00Z' })),
  ])('made of anything at all is answered, or is an InputError', (link, asOf) => {
    for (const ask of [downloadLinkStatus, renewDownloadLink, recordDownload]) {
      let error: unknown;
      try {
        const answer = (ask as (...facts: unknown[]) => unknown)(link.make(), asOf.make());
        expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer);
      } catch (thrown) {
        error = thrown;
      }
      if (error !== undefined) expect(isInputError(error)).toBe(true);
    }
  });
});
