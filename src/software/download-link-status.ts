import type { ClauseId, ReadingId } from '../kernel/clause.ts';
import { formatInstant, type InstantInput } from '../kernel/instant.ts';
import { isOutOfTime, isUsedUp } from './download-link.ts';
import { type DownloadLinkInput, readLinkFacts } from './link-input.ts';
import { linkDownloads } from './terms.ts';

/** What ended a link: its two weeks are over, or its downloads used up. */
export type LinkExpiry = 'time' | 'downloads';

interface LinkFigures {
  /** When its two weeks are over, as ISO text in UTC: at that instant it has expired. */
  readonly expiresAt: string;
  readonly because: readonly ClauseId[];
  readonly readings: readonly ReadingId[];
}

export interface ActiveDownloadLink extends LinkFigures {
  readonly state: 'active';
  /** How many more downloads succeed, if there is time. */
  readonly downloadsLeft: number;
  readonly expiredBy: readonly [];
}

export interface ExpiredDownloadLink extends LinkFigures {
  readonly state: 'expired';
  readonly downloadsLeft: 0;
  /** Everything that ended it; which came first is not known. */
  readonly expiredBy: readonly [LinkExpiry, ...LinkExpiry[]];
}

export interface RevokedDownloadLink extends LinkFigures {
  readonly state: 'revoked';
  readonly downloadsLeft: 0;
  readonly expiredBy: readonly [];
}

/** Whether a download link works, and if not, why. */
export type DownloadLinkStatus = ActiveDownloadLink | ExpiredDownloadLink | RevokedDownloadLink;

/**
 * Answers whether a copied download link works at an instant: for 14 × 24 hours and 50 downloads,
 * whichever ends first, unless its purchase was cancelled, which revokes it for good.
 *
 * A link is for those whom `isAllowed(roles, 'software.copy-link')` allows to copy it (SOF-8).
 *
 * @throws InputError with every issue, where the facts are malformed or `asOf` lies before the
 * instant at which the link was made.
 *
 * Clauses: SOF-9 (`software`, Activate and manage), SOF-7 (Post-cancellation details); reading
 * R-LINK.
 *
 * @example
 * const link = { issuedAt: '2025-03-01T10:00:00Z', downloads: 49 };
 * downloadLinkStatus(link, '2025-03-15T09:59:59.999Z').state; //=> 'active'
 * downloadLinkStatus(link, '2025-03-15T10:00:00Z').expiredBy; //=> ['time']
 */
export function downloadLinkStatus(
  link: DownloadLinkInput,
  asOf: InstantInput,
): DownloadLinkStatus {
  const facts = readLinkFacts(link, asOf);
  const expiresAt = formatInstant(facts.expiresAt);
  if (facts.revoked === true) {
    return {
      state: 'revoked',
      expiresAt,
      downloadsLeft: 0,
      expiredBy: [],
      because: ['SOF-7'],
      readings: [],
    };
  }
  const because: readonly ClauseId[] = ['SOF-9'];
  const readings: readonly ReadingId[] = ['R-LINK'];
  const outOfTime = isOutOfTime(facts);
  if (isUsedUp(facts)) {
    const expiredBy: [LinkExpiry, ...LinkExpiry[]] = outOfTime
      ? ['time', 'downloads']
      : ['downloads'];
    return { state: 'expired', expiresAt, downloadsLeft: 0, expiredBy, because, readings };
  }
  if (outOfTime) {
    return {
      state: 'expired',
      expiresAt,
      downloadsLeft: 0,
      expiredBy: ['time'],
      because,
      readings,
    };
  }
  const downloadsLeft = linkDownloads - facts.downloads;
  return { state: 'active', expiresAt, downloadsLeft, expiredBy: [], because, readings };
}
