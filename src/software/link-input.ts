import {
  formatInstant,
  type Instant,
  type InstantInput,
  isBefore,
  isWritableInstant,
  readInstant,
} from '../kernel/instant.ts';
import {
  InputError,
  type Issue,
  issue,
  readBoolean,
  readCount,
  readFields,
} from '../kernel/parse.ts';
import { type DownloadLink, expiryOf } from './download-link.ts';
import { linkDays } from './terms.ts';

/** A download link as callers have it: the instant of any accepted kind. */
export interface DownloadLinkInput extends Omit<DownloadLink, 'issuedAt'> {
  readonly issuedAt: InstantInput;
}

/** A download link at an instant, with the instants read. */
export interface LinkFacts {
  readonly issuedAt: Instant;
  readonly downloads: number;
  /** `undefined` where the caller did not say. */
  readonly revoked: boolean | undefined;
  readonly expiresAt: Instant;
  readonly asOf: Instant;
}

type LinkField = keyof DownloadLink;

const linkFields: ReadonlySet<string> = new Set<LinkField>(['issuedAt', 'downloads', 'revoked']);

/** Reads a link and the instant at which it is looked at, or throws every issue. */
export function readLinkFacts(link: unknown, asOf: unknown): LinkFacts {
  const issues: Issue[] = [];
  const facts = readLink(link, asOf, issues);
  if (facts === undefined || issues.length > 0) throw new InputError(issues);
  return facts;
}

/** {@link readLinkFacts} for a renewal: a link that begins at that instant must have its time. */
export function readRenewalFacts(link: unknown, asOf: unknown): LinkFacts {
  const issues: Issue[] = [];
  const facts = readLink(link, asOf, issues);
  if (facts !== undefined) checkExpiry(expiryOf(facts.asOf), asOf, ['asOf'], issues);
  if (facts === undefined || issues.length > 0) throw new InputError(issues);
  return facts;
}

function readLink(link: unknown, asOf: unknown, issues: Issue[]): LinkFacts | undefined {
  const fields = readFields<LinkField>(link, linkFields, ['link'], issues);
  if (fields === undefined) {
    readInstant(asOf, ['asOf'], issues);
    return undefined;
  }
  const downloads = readCount(fields.downloads, ['link', 'downloads'], issues);
  const revoked =
    fields.revoked === undefined
      ? undefined
      : readBoolean(fields.revoked, ['link', 'revoked'], issues);
  const before = issues.length;
  const issuedAt = readInstant(fields.issuedAt, ['link', 'issuedAt'], issues);
  const expiresAt = expiryOf(issuedAt);
  checkExpiry(expiresAt, fields.issuedAt, ['link', 'issuedAt'], issues);
  const at = readInstant(asOf, ['asOf'], issues);
  if (issues.length === before && isBefore(at, issuedAt)) {
    const expected = `the instant at which the link was made (${formatInstant(issuedAt)}) or a later one`;
    issues.push(issue(['asOf'], 'before-issue', expected, asOf));
  }
  return { issuedAt, downloads, revoked, expiresAt, asOf: at };
}

function checkExpiry(
  expiresAt: Instant,
  issuedAt: unknown,
  path: Issue['path'],
  issues: Issue[],
): void {
  if (isWritableInstant(expiresAt)) return;
  const expected = `an instant of which the year 9999 has ${linkDays} more days`;
  issues.push(issue(path, 'year-out-of-range', expected, issuedAt));
}
