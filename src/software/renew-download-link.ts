import { type Allowed, type Denied, deny, type Obstacle } from '../kernel/decision.ts';
import { formatInstant, type InstantInput } from '../kernel/instant.ts';
import { type DownloadLink, isOutOfTime, isUsedUp, linkOf } from './download-link.ts';
import { type DownloadLinkInput, readRenewalFacts } from './link-input.ts';

/** Why a download link is not renewed. */
export type LinkRenewalRefusal = 'revoked' | 'still-active';

/** Whether a download link is renewed. */
export type LinkRenewal = (Allowed | Denied<LinkRenewalRefusal>) & {
  /** The fresh link; where it is refused, the link as it was. */
  readonly link: DownloadLink;
};

/**
 * Renews a download link that has expired: its two weeks begin at `asOf`, its downloads at 0. It can
 * be renewed any number of times, but not while it works, nor after its purchase was cancelled.
 * Pure; the link that was passed stays as it is.
 *
 * Renewing is for those whom `isAllowed(roles, 'software.copy-link')` allows (SOF-8).
 *
 * @throws InputError with every issue, where the facts are malformed or `asOf` lies before the
 * instant at which the link was made.
 *
 * Clauses: SOF-9 (`software`, Activate and manage), SOF-7 (Post-cancellation details); readings
 * R-LINK, R-RENEW.
 *
 * @example
 * const { link } = renewDownloadLink(
 *   { issuedAt: '2025-03-01T10:00:00Z', downloads: 50 }, '2025-03-05T08:00:00Z',
 * );
 * link; //=> { issuedAt: '2025-03-05T08:00:00.000Z', downloads: 0 }
 */
export function renewDownloadLink(link: DownloadLinkInput, asOf: InstantInput): LinkRenewal {
  const facts = readRenewalFacts(link, asOf);
  // SOF-7: not after the purchase was cancelled.
  if (facts.revoked === true) {
    return { ...deny([revoked]), link: linkOf(facts, facts.downloads) };
  }
  // SOF-9, R-RENEW: only what has expired.
  if (!isOutOfTime(facts) && !isUsedUp(facts)) {
    return { ...deny([stillActive], [], ['R-LINK']), link: linkOf(facts, facts.downloads) };
  }
  return {
    allowed: true,
    because: ['SOF-9'],
    readings: ['R-LINK', 'R-RENEW'],
    link: { issuedAt: formatInstant(facts.asOf), downloads: 0 },
  };
}

const revoked: Obstacle<LinkRenewalRefusal> = Object.freeze({
  reason: 'revoked',
  clause: 'SOF-7',
  nextStep: 'stop-using-the-software',
});

const stillActive: Obstacle<LinkRenewalRefusal> = Object.freeze({
  reason: 'still-active',
  clause: 'SOF-9',
  reading: 'R-RENEW',
  nextStep: 'use-the-link-at-hand',
});
