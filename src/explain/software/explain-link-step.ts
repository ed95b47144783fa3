import {
  type DownloadLinkStatus,
  downloadLinkStatus,
} from '../../software/download-link/download-link-status.ts';
import type { RecordedDownload } from '../../software/download-link/record-download.ts';
import type { LinkRenewal } from '../../software/download-link/renew-download-link.ts';
import {
  type Explanation,
  explanationOf,
  reasonsText,
  remarksOf,
  section,
  type Voice,
} from '../form/explanation.ts';
import { countText, instantText } from '../form/figures.ts';
import type { Templates } from '../words/templates.ts';
import { linkInForceTexts } from './explain-link-status.ts';
import { linkTexts, policyRemarks, policyText } from './software-steps.ts';

type LinkStep = RecordedDownload | LinkRenewal;

/** Explains the renewal of a download link, or a download by it. */
export function explainLinkStep(step: LinkStep, voice: Voice): Explanation {
  const { link, policy, request } = step;
  const { issuedAt, downloads, firstDownloadedAt: first } = link;
  const status = downloadLinkStatus(link, request.asOf, { policy });
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
      where: step.allowed ? taskOf[step.kind] : undefined,
      remarks: [
        ...remarksOf(step, words),
        ...policyRemarks(policy, voice),
        ...linkInForceTexts(step, voice),
      ],
    },
    voice,
  );
}

const taskOf = {
  'link-renewal': 'renew-the-link',
  'recorded-download': 'software.download',
} as const;

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
