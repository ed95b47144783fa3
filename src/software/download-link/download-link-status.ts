import { formatInstant, type InstantInput } from '../../kernel/instant.ts';
import type { Parsed } from '../../kernel/issue.ts';
import type { ClauseId } from '../../vocabulary/clauses.ts';
import type { InterpretationId } from '../../vocabulary/interpretations.ts';
import { softwareCitations } from '../policy/citations.ts';
import type { SoftwarePolicyOptions } from '../policy/ready-policy.ts';
import {
  assumedOf,
  interpretationsOfChoice,
  interpretationsOfLimits,
  isOutOfTime,
  isUnstated,
  isUsedUp,
  type LinkExpiry,
  type LinkPolicyFigures,
  linkRequestOf,
  notesOf,
  unstatedOf,
} from './download-link.ts';
import {
  type DownloadLinkInput,
  type LinkFacts,
  readLinkFacts,
  tryReadLinkFacts,
} from './link-facts.ts';

interface LinkFigures extends LinkPolicyFigures {
  readonly kind: 'link-status';
  /**
   * The instant from which it has expired, as ISO text in UTC; `null` if the document does not
   * state it.
   */
  readonly expiresAt: string | null;
  readonly because: readonly ClauseId[];
  readonly interpretations: readonly InterpretationId[];
}

export interface ActiveDownloadLink extends LinkFigures {
  readonly state: 'active';
  /** The number of downloads left; `null` if the document does not state a limit. */
  readonly downloadsLeft: number | null;
  readonly expiredBy: readonly [];
}

export interface ExpiredDownloadLink extends LinkFigures {
  readonly state: 'expired';
  readonly downloadsLeft: 0;
  /** Every limit that was reached, in no order of time. */
  readonly expiredBy: readonly [LinkExpiry, ...LinkExpiry[]];
}

export interface RevokedDownloadLink extends LinkFigures {
  readonly state: 'revoked';
  readonly downloadsLeft: 0;
  readonly expiredBy: readonly [];
}

/** The policy's text says neither how long the link works nor how often: nobody can tell. */
export interface UnstatedDownloadLink extends LinkFigures {
  readonly state: 'unstated';
  readonly expiresAt: null;
  readonly downloadsLeft: null;
  readonly expiredBy: readonly [];
}

/** The status of a download link, with reasons if it does not work. */
export type DownloadLinkStatus =
  | ActiveDownloadLink
  | ExpiredDownloadLink
  | RevokedDownloadLink
  | UnstatedDownloadLink;

/**
 * Decides whether a copied download link works at an instant: by the default policy for 14 × 24 hours
 * and 50 downloads, whichever ends first, unless its purchase was cancelled, which revokes it for
 * good. If the policy counts from the first download, the link must contain its instant.
 *
 * `unstated` lists the limits that the document does not state. A link is `active` if a limit is
 * stated and none is reached, and `unstated` if no limit is stated.
 *
 * Only users whom `isAllowed(roles, 'software.copy-link')` allows can copy a link (SOF-8).
 *
 * @throws InputError with every issue, if the facts or the policy are malformed, or `asOf` lies
 * before the instant at which the link was created.
 *
 * Clauses: SOF-9 (`software`, Activate and manage), SOF-13, SOF-16, SOF-18 and SOF-23 (its other revisions),
 * SOF-7 (Post-cancellation details); interpretations R-LINK, R-WHICH, R-WHEN.
 *
 * @example
 * const link = { issuedAt: '2025-03-01T10:00:00Z', downloads: 49 };
 * downloadLinkStatus(link, '2025-03-15T09:59:59.999Z').state; //=> 'active'
 * downloadLinkStatus(link, '2025-03-15T10:00:00Z').expiredBy; //=> ['time']
 * downloadLinkStatus(link, '2025-03-15T10:00:00Z', { policy: 'software-2021-02' }).state; //=> 'unstated'
 */
export function downloadLinkStatus(
  link: DownloadLinkInput,
  asOf: InstantInput,
  options?: SoftwarePolicyOptions,
): DownloadLinkStatus {
  return statusOf(readLinkFacts(link, asOf, options));
}

/** Returns the status of a link under the version in force when it was created; `null` if that one was followed. */
export function linkStatusInForce({
  request,
  supersededBy,
}: LinkPolicyFigures): Parsed<DownloadLinkStatus> | null {
  if (supersededBy === null) return null;
  const facts = tryReadLinkFacts(request.link, request.asOf, { policy: supersededBy });
  return facts.ok ? { ok: true, value: statusOf(facts.value) } : facts;
}

function statusOf(facts: LinkFacts): DownloadLinkStatus {
  const { chosen } = facts;
  const { policy } = chosen;
  const expiresAt = facts.expiresAt === null ? null : formatInstant(facts.expiresAt);
  const unstated = unstatedOf(facts);
  const assumed = assumedOf(facts);
  const notes = notesOf(facts);
  const request = linkRequestOf(facts);
  if (facts.revoked === true) {
    return {
      kind: 'link-status',
      state: 'revoked',
      expiresAt,
      downloadsLeft: 0,
      expiredBy: [],
      because: ['SOF-7'],
      interpretations: interpretationsOfChoice(facts),
      unstated,
      assumed,
      request,
      policy,
      notes,
      supersededBy: facts.supersededBy,
    };
  }
  const because: readonly ClauseId[] = [softwareCitations[policy.document].link];
  if (isUnstated(facts)) {
    return {
      kind: 'link-status',
      state: 'unstated',
      expiresAt: null,
      downloadsLeft: null,
      expiredBy: [],
      because,
      interpretations: interpretationsOfChoice(facts),
      unstated,
      assumed,
      request,
      policy,
      notes,
      supersededBy: facts.supersededBy,
    };
  }
  const interpretations = interpretationsOfLimits(facts);
  const outOfTime = isOutOfTime(facts);
  const usedUp = isUsedUp(facts);
  if (outOfTime || usedUp) {
    return {
      kind: 'link-status',
      state: 'expired',
      expiresAt,
      downloadsLeft: 0,
      expiredBy: usedUp ? (outOfTime ? ['time', 'downloads'] : ['downloads']) : ['time'],
      because,
      interpretations,
      unstated,
      assumed,
      request,
      policy,
      notes,
      supersededBy: facts.supersededBy,
    };
  }
  const { linkDownloads } = policy;
  return {
    kind: 'link-status',
    state: 'active',
    expiresAt,
    downloadsLeft: linkDownloads === null ? null : linkDownloads - facts.downloads,
    expiredBy: [],
    because,
    interpretations,
    unstated,
    assumed,
    request,
    policy,
    notes,
    supersededBy: facts.supersededBy,
  };
}
