import { formatInstant, type InstantInput } from '../../kernel/instant.ts';
import type { Allowed, Denied, Obstacle } from '../../vocabulary/decision.ts';
import { softwareCitations } from '../policy/citations.ts';
import type { SoftwarePolicyOptions } from '../policy/ready-policy.ts';
import {
  assumedOf,
  interpretationsOfChoice,
  interpretationsOfLimits,
  isOutOfTime,
  isUnstated,
  isUsedUp,
  type LinkPolicyFigures,
  linkRequestOf,
  notesOf,
  refuseLink,
  unstatedOf,
} from './download-link.ts';
import { type DownloadLink, type DownloadLinkInput, readLinkFacts } from './link-facts.ts';

/** The reasons why a download link is not renewed. */
export type LinkRenewalRefusal = 'revoked' | 'still-active' | 'undefined-by-text';

/** A decision on the renewal of a link. `unstated` is that of the link as it was. */
export type LinkRenewal = (Allowed | Denied<LinkRenewalRefusal>) &
  LinkPolicyFigures & {
    readonly kind: 'link-renewal';
    /** The renewed link; unchanged if the renewal is refused. */
    readonly link: DownloadLink;
  };

/**
 * Renews a download link that has expired: its period starts again at `asOf` (or with its first
 * download, if the policy counts from there), and its downloads at 0. It can be renewed any number of
 * times, but not while it works or after its purchase was cancelled. If the document does not state
 * when the link ends, the renewal is refused as `undefined-by-text`. The given link is not changed.
 *
 * Only users whom `isAllowed(roles, 'software.copy-link')` allows can renew links (SOF-8).
 *
 * @throws InputError with every issue, if the facts or the policy are malformed, or `asOf` lies
 * before the instant at which the link was created.
 *
 * Clauses: SOF-9 (`software`, Activate and manage), SOF-13, SOF-16, SOF-18 and SOF-23 (its other revisions),
 * SOF-7 (Post-cancellation details); interpretations R-LINK, R-RENEW, R-WHICH, R-WHEN.
 *
 * @example
 * const { link } = renewDownloadLink(
 *   { issuedAt: '2025-03-01T10:00:00Z', downloads: 50 }, '2025-03-05T08:00:00Z',
 * );
 * link; //=> { issuedAt: '2025-03-05T08:00:00.000Z', downloads: 0 }
 */
export function renewDownloadLink(
  link: DownloadLinkInput,
  asOf: InstantInput,
  options?: SoftwarePolicyOptions,
): LinkRenewal {
  const facts = readLinkFacts(link, asOf, options, 'renew');
  const { chosen } = facts;
  const clause = softwareCitations[chosen.policy.document].link;
  // SOF-7: not after the purchase was cancelled.
  if (facts.revoked === true) {
    return refuseLink('link-renewal', facts, revoked, interpretationsOfChoice(facts));
  }
  // R-RENEW: only what is known to have expired.
  if (isUnstated(facts)) {
    return refuseLink(
      'link-renewal',
      facts,
      { ...undefinedByText, clause },
      interpretationsOfChoice(facts),
    );
  }
  if (!isOutOfTime(facts) && !isUsedUp(facts)) {
    return refuseLink(
      'link-renewal',
      facts,
      { ...stillActive, clause },
      interpretationsOfLimits(facts),
    );
  }
  // SOF-9, the one text of ours that names renewals: for as much again.
  return {
    kind: 'link-renewal',
    allowed: true,
    because: clause === 'SOF-9' ? ['SOF-9'] : [clause, 'SOF-9'],
    interpretations: ['R-LINK', 'R-RENEW', ...interpretationsOfChoice(facts)],
    link: { issuedAt: formatInstant(facts.asOf), downloads: 0 },
    unstated: unstatedOf(facts),
    assumed: assumedOf(facts),
    request: linkRequestOf(facts),
    policy: chosen.policy,
    notes: notesOf(facts),
    supersededBy: facts.supersededBy,
  };
}

const revoked: Obstacle<LinkRenewalRefusal> = Object.freeze({
  reason: 'revoked',
  clause: 'SOF-7',
  nextStep: 'stop-using-the-software',
});

type ByPolicy = Omit<Obstacle<LinkRenewalRefusal>, 'clause'>;

const undefinedByText: ByPolicy = Object.freeze({
  reason: 'undefined-by-text',
  interpretation: 'R-RENEW',
  nextStep: 'use-the-current-link',
});

const stillActive: ByPolicy = Object.freeze({
  reason: 'still-active',
  interpretation: 'R-RENEW',
  nextStep: 'use-the-current-link',
});
