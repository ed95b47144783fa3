import {
  addDays,
  dayOf,
  formatInstant,
  type Instant,
  type InstantInput,
  isBefore,
  isWritableInstant,
  readInstant,
} from '../../kernel/instant.ts';
import { type Issue, issue, type Parsed, unwrap } from '../../kernel/issue.ts';
import { isGiven, readBoolean, readCount, readFields, readOptional } from '../../kernel/read.ts';
import type { PublishedSoftwarePolicyId } from '../policy/policies.ts';
import {
  type ChosenPolicy,
  type PolicyChoice,
  policyOn,
  readPolicyOption,
  supersededByOn,
} from '../policy/ready-policy.ts';
import type { SoftwarePolicy } from '../policy/software-policy.ts';

/** A copied download link in canonical form: plain JSON, for the caller to keep. */
export interface DownloadLink {
  /** Instant of its creation, as ISO text in UTC. */
  readonly issuedAt: string;
  /** The number of downloads since. */
  readonly downloads: number;
  /** Instant of its first download, as ISO text in UTC; only if the policy counts from it. */
  readonly firstDownloadedAt?: string | undefined;
  /** True if its purchase was cancelled. */
  readonly revoked?: boolean | undefined;
}

/** A download link with instants of any accepted kind. */
export interface DownloadLinkInput extends Omit<DownloadLink, 'issuedAt' | 'firstDownloadedAt'> {
  readonly issuedAt: InstantInput;
  readonly firstDownloadedAt?: InstantInput | undefined;
}

/** A download link at an instant and the policy that it follows, with the instants read. */
export interface LinkFacts {
  readonly chosen: ChosenPolicy;
  readonly issuedAt: Instant;
  readonly downloads: number;
  // What follows is `undefined` if the caller did not say.
  readonly firstDownloadedAt: Instant | undefined;
  readonly revoked: boolean | undefined;
  /** The version in force when it was created, if it has replaced the policy. */
  readonly supersededBy: PublishedSoftwarePolicyId | null;
  /** `null` if the policy's text does not say when. */
  readonly expiresAt: Instant | null;
  readonly asOf: Instant;
}

type LinkField = keyof DownloadLink;

const linkFields: ReadonlySet<string> = new Set<LinkField>([
  'issuedAt',
  'downloads',
  'firstDownloadedAt',
  'revoked',
]);

/** A step that changes a link. */
type LinkStep = 'renew' | 'download';

/** Reads a link, the instant at which it is looked at and the options, or throws every issue. */
export function readLinkFacts(
  link: unknown,
  asOf: unknown,
  options: unknown,
  step?: LinkStep,
): LinkFacts {
  return unwrap(tryReadLinkFacts(link, asOf, options, step));
}

/** {@link readLinkFacts} that returns the issues. */
export function tryReadLinkFacts(
  link: unknown,
  asOf: unknown,
  options: unknown,
  step?: LinkStep,
): Parsed<LinkFacts> {
  const issues: Issue[] = [];
  const choice = readPolicyOption(options, issues);
  const facts = readLink(link, asOf, choice, issues);
  if (facts !== undefined && step !== undefined) checkOutcome(facts, step, asOf, issues);
  if (facts === undefined || issues.length > 0) return { ok: false, issues };
  return { ok: true, value: facts };
}

function readLink(
  link: unknown,
  asOf: unknown,
  choice: PolicyChoice,
  issues: Issue[],
): LinkFacts | undefined {
  const fields = readFields<LinkField>(link, linkFields, ['link'], issues);
  if (fields === undefined) {
    readInstant(asOf, ['asOf'], issues);
    return undefined;
  }
  const downloads = readCount(fields.downloads, ['link', 'downloads'], issues);
  const revoked = readOptional(fields.revoked, ['link', 'revoked'], issues, readBoolean);
  const isFirstGiven = isGiven(fields.firstDownloadedAt);
  if (fields.downloads === 0 && isFirstGiven) {
    const expected = 'no first download, because there were no downloads';
    issues.push(
      issue(['link', 'firstDownloadedAt'], 'contradiction', expected, fields.firstDownloadedAt),
    );
  }

  const before = issues.length;
  const issuedAt = readInstant(fields.issuedAt, ['link', 'issuedAt'], issues);
  const governing = issues.length > before ? undefined : dayOf(issuedAt);
  const chosen = policyOn(choice, governing, ['link', 'issuedAt'], issues);
  const { linkDays } = chosen.policy;
  // The first download is only asked for where its time counts.
  const countsFromFirst = isFromFirstDownload(chosen.policy);
  const firstDownloadedAt =
    isFirstGiven || (countsFromFirst && downloads > 0)
      ? readInstant(fields.firstDownloadedAt, ['link', 'firstDownloadedAt'], issues)
      : undefined;
  const begin = countsFromFirst ? firstDownloadedAt : issuedAt;
  const expiresAt = begin === undefined ? null : expiryOf(begin, linkDays);
  if (!isWritableExpiry(expiresAt)) {
    const [value, path] = countsFromFirst
      ? [fields.firstDownloadedAt, ['link', 'firstDownloadedAt']]
      : [fields.issuedAt, ['link', 'issuedAt']];
    issues.push(noRoom(linkDays, value, path));
  }
  const at = readInstant(asOf, ['asOf'], issues);
  if (issues.length === before) {
    if (firstDownloadedAt !== undefined) {
      checkOrder(
        issuedAt,
        firstDownloadedAt,
        fields.firstDownloadedAt,
        ['link', 'firstDownloadedAt'],
        issues,
      );
      if (isBefore(at, firstDownloadedAt)) {
        const expected = `the instant of the first download (${formatInstant(firstDownloadedAt)}) or later`;
        issues.push(issue(['asOf'], 'contradiction', expected, asOf));
      }
    }
    checkOrder(issuedAt, at, asOf, ['asOf'], issues);
  }
  return {
    chosen,
    issuedAt,
    downloads,
    firstDownloadedAt,
    revoked,
    supersededBy: supersededByOn(chosen, dayOf(issuedAt)),
    expiresAt,
    asOf: at,
  };
}

function checkOrder(
  issuedAt: Instant,
  later: Instant,
  value: unknown,
  path: Issue['path'],
  issues: Issue[],
): void {
  if (!isBefore(later, issuedAt)) return;
  const expected = `the instant when the link was created (${formatInstant(issuedAt)}) or later`;
  issues.push(issue(path, 'before-issue', expected, value));
}

/** The link that a renewal or a download leaves behind must be one that can be read again. */
function checkOutcome(
  { chosen, asOf: at, downloads }: LinkFacts,
  step: LinkStep,
  asOf: unknown,
  issues: Issue[],
): void {
  const { linkDays, linkDownloads } = chosen.policy;
  const begins = isFromFirstDownload(chosen.policy)
    ? step === 'download' && downloads === 0
    : step === 'renew';
  if (begins && !isWritableExpiry(expiryOf(at, linkDays))) {
    issues.push(noRoom(linkDays, asOf, ['asOf']));
  }
  if (step === 'download' && linkDownloads === null && downloads === Number.MAX_SAFE_INTEGER) {
    const expected = 'a number of downloads that can be increased by one';
    issues.push(issue(['link', 'downloads'], 'too-large', expected, downloads));
  }
}

/** SOF-9: the instant at which a link whose time began then has expired; `null` for no days. */
function expiryOf(begin: Instant, days: number | null): Instant | null {
  return days === null ? null : addDays(begin, days);
}

/** Returns whether the policy's text counts the time of a link from its first download. */
export function isFromFirstDownload({ linkDays, linkDaysFrom }: SoftwarePolicy): boolean {
  return linkDays !== null && linkDaysFrom === 'first-download';
}

function isWritableExpiry(expiresAt: Instant | null): boolean {
  return expiresAt === null || isWritableInstant(expiresAt);
}

function noRoom(days: number | null, begin: unknown, path: Issue['path']): Issue {
  const expected = `an instant at least ${days} days before the end of the year 9999`;
  return issue(path, 'year-out-of-range', expected, begin);
}
