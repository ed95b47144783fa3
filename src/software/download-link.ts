import { addDays, formatInstant, type Instant, isBefore } from '../kernel/instant.ts';
import type { LinkFacts } from './link-input.ts';
import { linkDays, linkDownloads } from './terms.ts';

// What the rules of download links have in common.

/** A copied download link in canonical form: plain JSON, for the caller to keep. */
export interface DownloadLink {
  /** When it was made, as ISO text in UTC. */
  readonly issuedAt: string;
  /** How often it was used since. */
  readonly downloads: number;
  /** Whether its purchase was cancelled. */
  readonly revoked?: boolean | undefined;
}

/** SOF-9: the instant at which a link made then has expired. */
export function expiryOf(issuedAt: Instant): Instant {
  return addDays(issuedAt, linkDays);
}

/** SOF-9: whether its two weeks are over. */
export function isOutOfTime({ expiresAt, asOf }: LinkFacts): boolean {
  return !isBefore(asOf, expiresAt);
}

/** SOF-9: whether its downloads are used up. */
export function isUsedUp({ downloads }: LinkFacts): boolean {
  return downloads >= linkDownloads;
}

/** The link with this count, in canonical form. */
export function linkOf({ issuedAt, revoked }: LinkFacts, downloads: number): DownloadLink {
  const link = { issuedAt: formatInstant(issuedAt), downloads };
  return revoked === undefined ? link : { ...link, revoked };
}
