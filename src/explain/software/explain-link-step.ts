import { addDays, formatInstant, isBefore, readInstant } from '../../kernel/instant.ts';
import type { Issue } from '../../kernel/issue.ts';
import { NOWHERE, readBoolean, readCount, readOptional } from '../../kernel/read.ts';
import {
  type DownloadLinkStatus,
  downloadLinkStatus,
} from '../../software/download-link/download-link-status.ts';
import type { DownloadLink } from '../../software/download-link/link-facts.ts';
import {
  type RecordedDownload,
  recordDownload,
} from '../../software/download-link/record-download.ts';
import {
  type LinkRenewal,
  renewDownloadLink,
} from '../../software/download-link/renew-download-link.ts';
import type { SoftwarePolicy } from '../../software/policy/software-policy.ts';
import {
  type AnswerFields,
  askAgain,
  checkAnswer,
  type Explainer,
  readSome,
} from '../form/answer-fields.ts';
import { explanationOf, reasonsText, remarksOf, section } from '../form/explanation.ts';
import { countText, instantText } from '../form/figures.ts';
import type { Templates } from '../words/templates.ts';
import { readSoftwareOptions } from './read-software-policy.ts';
import { linkTexts, policyRemarks, policyText } from './software-steps.ts';

type LinkStep = RecordedDownload | LinkRenewal;

/** Whether a download link is renewed, or a download by it succeeds. */
export const explainLinkStep: Explainer = (fields, voice, issues) => {
  const isAllowed = readBoolean(fields['allowed'], ['allowed'], issues);
  const options = readSoftwareOptions(fields, issues);
  const link = readLink(fields, issues);
  if (issues.length > 0) return undefined;

  const { issuedAt, firstDownloadedAt: first, downloads } = link;
  const asOf = lastOf(first, issuedAt);
  const status = askAgain(() => downloadLinkStatus(link, asOf, options), NOWHERE, issues);
  if (status === undefined) return undefined;
  const { policy } = status;

  /** The same of a link that leads to this one, at an instant that leads to this answer. */
  const ask = (): LinkStep => {
    if (isAllowed) {
      return downloads === 0
        ? renewDownloadLink(usedUp(link, policy), issuedAt, options)
        : recordDownload(oneDownloadLess(link), asOf, options);
    }
    return fields['reason'] === 'expired'
      ? recordDownload(link, lastOf(status.expiresAt ?? undefined, asOf), options)
      : renewDownloadLink(link, asOf, options);
  };
  const asked = askAgain(ask, NOWHERE, issues);
  const step = asked && checkAnswer(fields, asked, issues);
  if (step === undefined) return undefined;

  const { words } = voice;
  const { titles, steps } = words;
  const facts = [
    policyText(policy, voice),
    steps.linkMade({ issuedAt: instantText(issuedAt), downloads: countText(downloads) }),
  ];
  if (first !== undefined) {
    facts.push(steps.linkFirstDownload({ firstDownloadedAt: instantText(first) }));
  }
  if (link.revoked !== true) facts.push(...linkTexts(status, words));
  return explanationOf(
    {
      verdict: verdictOf(step, status, words),
      steps: [section(titles.facts, facts)],
      grounds: step,
      remarks: [...remarksOf(step, words), ...policyRemarks(policy, voice)],
    },
    voice,
  );
};

/** The link of an answer, of which nothing is known but that it can be written. */
function readLink(fields: AnswerFields, issues: Issue[]): DownloadLink {
  const { issuedAt, downloads, firstDownloadedAt, revoked }: AnswerFields =
    readSome(fields['link'], ['link'], issues) ?? {};
  const readWritten = (value: unknown, path: Issue['path']): string =>
    formatInstant(readInstant(value, path, issues));
  return {
    issuedAt: readWritten(issuedAt, ['link', 'issuedAt']),
    downloads: readCount(downloads, ['link', 'downloads'], issues),
    firstDownloadedAt: readOptional(
      firstDownloadedAt,
      ['link', 'firstDownloadedAt'],
      issues,
      readWritten,
    ),
    revoked: readOptional(revoked, ['link', 'revoked'], issues, readBoolean),
  };
}

/** A link that had expired at the instant at which this one was made anew. */
function usedUp(
  { issuedAt, revoked }: DownloadLink,
  { linkDays, linkDownloads }: SoftwarePolicy,
): DownloadLink {
  const at = readInstant(issuedAt, NOWHERE, []);
  const made = formatInstant(linkDownloads === null ? addDays(at, -(linkDays ?? 0)) : at);
  return { issuedAt: made, downloads: linkDownloads ?? 1, firstDownloadedAt: made, revoked };
}

/** The link before its last download. */
function oneDownloadLess({ downloads, firstDownloadedAt, ...link }: DownloadLink): DownloadLink {
  const isFirst = downloads === 1;
  return {
    ...link,
    downloads: downloads - 1,
    firstDownloadedAt: isFirst ? undefined : firstDownloadedAt,
  };
}

/** The later of two instants, of which one may not be known. */
function lastOf(a: string | undefined, b: string): string {
  if (a === undefined) return b;
  return isBefore(readInstant(a, NOWHERE, []), readInstant(b, NOWHERE, [])) ? b : a;
}

function verdictOf(step: LinkStep, status: DownloadLinkStatus, words: Templates): string {
  const { verdicts } = words;
  if (step.allowed) {
    const { downloads } = step.link;
    return downloads === 0 ? renewedText(status, words) : downloadedText(downloads, status, words);
  }
  const reasons = reasonsText(step.obstacles, words);
  switch (step.reason) {
    case 'revoked':
      return verdicts.linkRevoked;
    case 'expired':
      return verdicts.downloadDenied({ reasons });
    default:
      return verdicts.linkKept({ reasons });
  }
}

function renewedText({ expiresAt }: DownloadLinkStatus, { verdicts }: Templates): string {
  if (expiresAt === null) return verdicts.linkRenewed;
  return verdicts.linkRenewedUntil({ expiresAt: instantText(expiresAt) });
}

function downloadedText(
  count: number,
  { downloadsLeft }: DownloadLinkStatus,
  { verdicts }: Templates,
): string {
  const downloads = countText(count);
  if (downloadsLeft === null) return verdicts.downloaded({ downloads });
  return verdicts.downloadedOf({ downloads, downloadsLeft: countText(downloadsLeft) });
}
