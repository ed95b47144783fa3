import { type Allowed, type Denied, deny, type Obstacle } from '../kernel/decision.ts';
import type { InstantInput } from '../kernel/instant.ts';
import { type DownloadLink, isOutOfTime, isUsedUp, linkOf } from './download-link.ts';
import { type DownloadLinkInput, readLinkFacts } from './link-input.ts';

/** Why a download fails. */
export type DownloadRefusal = 'revoked' | 'expired';

/** Whether a download succeeds. */
export type RecordedDownload = (Allowed | Denied<DownloadRefusal>) & {
  /** The link with one download more; where it is refused, the link as it was. */
  readonly link: DownloadLink;
};

/**
 * Counts one download by a link, where the link still works at that instant; the fiftieth still
 * succeeds. Pure; the link that was passed stays as it is.
 *
 * Downloading is for those whom `isAllowed(roles, 'software.download')` allows (SOF-8), and for the
 * customer to whom they sent the link.
 *
 * @throws InputError with every issue, where the facts are malformed or `asOf` lies before the
 * instant at which the link was made.
 *
 * Clauses: SOF-9 (`software`, Activate and manage), SOF-7 (Post-cancellation details); reading
 * R-LINK.
 *
 * @example
 * const link = { issuedAt: '2025-03-01T10:00:00Z', downloads: 49 };
 * const fiftieth = recordDownload(link, '2025-03-05T08:00:00Z');
 * [fiftieth.allowed, fiftieth.link.downloads]; //=> [true, 50]
 * recordDownload(fiftieth.link, '2025-03-05T08:00:01Z').allowed; //=> false
 */
export function recordDownload(link: DownloadLinkInput, asOf: InstantInput): RecordedDownload {
  const facts = readLinkFacts(link, asOf);
  // SOF-7: not after the purchase was cancelled.
  if (facts.revoked === true) {
    return { ...deny([revoked]), link: linkOf(facts, facts.downloads) };
  }
  // SOF-9: within two weeks, and at most fifty times.
  if (isOutOfTime(facts) || isUsedUp(facts)) {
    return { ...deny([expired]), link: linkOf(facts, facts.downloads) };
  }
  return {
    allowed: true,
    because: ['SOF-9'],
    readings: ['R-LINK'],
    link: linkOf(facts, facts.downloads + 1),
  };
}

const revoked: Obstacle<DownloadRefusal> = Object.freeze({
  reason: 'revoked',
  clause: 'SOF-7',
  nextStep: 'stop-using-the-software',
});

const expired: Obstacle<DownloadRefusal> = Object.freeze({
  reason: 'expired',
  clause: 'SOF-9',
  reading: 'R-LINK',
  nextStep: 'renew-the-link',
});
