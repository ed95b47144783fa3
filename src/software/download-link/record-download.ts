import type { InstantInput } from '../../kernel/instant.ts';
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
  linkOf,
  linkRequestOf,
  notesOf,
  refuseLink,
  unstatedOf,
} from './download-link.ts';
import {
  type DownloadLink,
  type DownloadLinkInput,
  isFromFirstDownload,
  readLinkFacts,
} from './link-facts.ts';

/** The reasons why a download fails. */
export type DownloadRefusal = 'revoked' | 'expired';

/** A decision on a download. `unstated` is that of the link as it was. */
export type RecordedDownload = (Allowed | Denied<DownloadRefusal>) &
  LinkPolicyFigures & {
    readonly kind: 'recorded-download';
    /** The link with one more download; unchanged if the download is refused. */
    readonly link: DownloadLink;
  };

/**
 * Counts one download of a link that still works at that instant; the fiftieth still succeeds. The
 * given link is not changed. If the policy counts from the first download, its instant is stored in
 * `firstDownloadedAt`. A limit that the document does not state prevents no download; `unstated`
 * lists it.
 *
 * Only users whom `isAllowed(roles, 'software.download')` allows can download (SOF-8), and the
 * customers to whom they sent the link.
 *
 * @throws InputError with every issue, if the facts or the policy are malformed, or `asOf` lies
 * before the instant at which the link was created.
 *
 * Clauses: SOF-9 (`software`, Activate and manage), SOF-13, SOF-16, SOF-18 and SOF-23 (its other revisions),
 * SOF-7 (Post-cancellation details); interpretations R-LINK, R-WHICH, R-WHEN.
 *
 * @example
 * const link = { issuedAt: '2025-03-01T10:00:00Z', downloads: 49 };
 * const fiftieth = recordDownload(link, '2025-03-05T08:00:00Z');
 * [fiftieth.allowed, fiftieth.link.downloads]; //=> [true, 50]
 * recordDownload(fiftieth.link, '2025-03-05T08:00:01Z').allowed; //=> false
 */
export function recordDownload(
  link: DownloadLinkInput,
  asOf: InstantInput,
  options?: SoftwarePolicyOptions,
): RecordedDownload {
  const facts = readLinkFacts(link, asOf, options, 'download');
  const { chosen, downloads, firstDownloadedAt } = facts;
  const clause = softwareCitations[chosen.policy.document].link;
  // SOF-7: not after the purchase was cancelled.
  if (facts.revoked === true) {
    return refuseLink('recorded-download', facts, revoked, interpretationsOfChoice(facts));
  }
  // SOF-9: within its time, and not more often than it may.
  if (isOutOfTime(facts) || isUsedUp(facts)) {
    return refuseLink(
      'recorded-download',
      facts,
      { ...expired, clause },
      interpretationsOfChoice(facts),
    );
  }
  const isFirst = isFromFirstDownload(chosen.policy) && downloads === 0;
  return {
    kind: 'recorded-download',
    allowed: true,
    because: [clause],
    interpretations: isUnstated(facts)
      ? interpretationsOfChoice(facts)
      : interpretationsOfLimits(facts),
    link: linkOf(facts, downloads + 1, isFirst ? facts.asOf : firstDownloadedAt),
    unstated: unstatedOf(facts),
    assumed: assumedOf(facts),
    request: linkRequestOf(facts),
    policy: chosen.policy,
    notes: notesOf(facts),
    supersededBy: facts.supersededBy,
  };
}

const revoked: Obstacle<DownloadRefusal> = Object.freeze({
  reason: 'revoked',
  clause: 'SOF-7',
  nextStep: 'stop-using-the-software',
});

const expired: Omit<Obstacle<DownloadRefusal>, 'clause'> = Object.freeze({
  reason: 'expired',
  interpretation: 'R-LINK',
  nextStep: 'renew-the-link',
});
