import { formatInstant, isBefore, readInstant } from '../kernel/instant.ts';
import { readBoolean, readCount } from '../kernel/parse.ts';
import { type DownloadLinkStatus, downloadLinkStatus } from '../software/download-link-status.ts';
import { explanationOf, reasonsText, remarksOf, section } from './explanation.ts';
import { countText, instantText } from './figures.ts';
import { askAgain, checkAnswer, type Explainer, readGrounds, readSome } from './input.ts';
import { readSoftwareOptions } from './read-software-policy.ts';
import { linkTexts, policyRemarks, policyText } from './software-steps.ts';
import type { Templates } from './templates.ts';

const reasons = ['revoked', 'expired', 'still-active', 'undefined-by-text'] as const;

/** Whether a download link is renewed, or a download by it succeeds. */
export const explainLinkStep: Explainer = (fields, voice, issues) => {
  const grounds = readGrounds(fields, reasons, issues);
  const options = readSoftwareOptions(fields, issues);
  const given = readSome(fields['link'], ['link'], issues) ?? {};
  const issuedAt = readInstant(given['issuedAt'], ['link', 'issuedAt'], issues);
  const downloads = readCount(given['downloads'], ['link', 'downloads'], issues);
  const first =
    given['firstDownloadedAt'] === undefined
      ? undefined
      : readInstant(given['firstDownloadedAt'], ['link', 'firstDownloadedAt'], issues);
  const isRevoked =
    given['revoked'] !== undefined && readBoolean(given['revoked'], ['link', 'revoked'], issues);
  if (issues.length > 0) return undefined;

  const link = {
    issuedAt: formatInstant(issuedAt),
    downloads,
    firstDownloadedAt: first && formatInstant(first),
  };
  const asOf = formatInstant(first === undefined || isBefore(first, issuedAt) ? issuedAt : first);
  const fresh = askAgain(() => downloadLinkStatus(link, asOf, options), [], issues);
  if (fresh === undefined) return undefined;
  const { policy } = fresh;
  const assumed = grounds.readings.includes('R-WHICH') ? (['policy'] as const) : [];
  if (checkAnswer(fields, { assumed, policy }, issues, []) === undefined) return undefined;

  const { words } = voice;
  const { titles, steps } = words;
  const facts = [
    policyText(policy, voice),
    steps.linkMade({ issuedAt: instantText(link.issuedAt), downloads: countText(downloads) }),
  ];
  if (link.firstDownloadedAt !== undefined) {
    const firstDownloadedAt = instantText(link.firstDownloadedAt);
    facts.push(steps.linkFirstDownload({ firstDownloadedAt }));
  }
  if (!isRevoked) facts.push(...linkTexts(fresh, words));
  return explanationOf(
    {
      verdict: verdictOf(grounds, downloads, fresh, words),
      steps: [section(titles.facts, facts)],
      grounds,
      remarks: [...remarksOf({ assumed }, words), ...policyRemarks(policy, voice)],
    },
    voice,
  );
};

/**
 * The two answers look alike. Where the link is revoked they are the same; else the reason tells
 * them apart, and where they say yes the readings do.
 */
function verdictOf(
  { readings, obstacles }: ReturnType<typeof readGrounds>,
  downloads: number,
  fresh: DownloadLinkStatus,
  words: Templates,
): string {
  const { verdicts } = words;
  const reasons = reasonsText(obstacles, words);
  switch (obstacles[0]?.reason) {
    case undefined:
      return readings.includes('R-RENEW')
        ? renewedText(fresh, words)
        : downloadedText(downloads, fresh, words);
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
