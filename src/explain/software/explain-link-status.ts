import {
  addDays,
  formatInstant,
  type Instant,
  isWritableInstant,
  readInstant,
} from '../../kernel/instant.ts';
import { type Issue, issue } from '../../kernel/issue.ts';
import { readCount, readWord } from '../../kernel/read.ts';
import type { LinkExpiry } from '../../software/download-link/download-link.ts';
import {
  type ActiveDownloadLink,
  type DownloadLinkStatus,
  downloadLinkStatus,
} from '../../software/download-link/download-link-status.ts';
import { isFromFirstDownload } from '../../software/download-link/link-facts.ts';
import { defaultSoftwarePolicy } from '../../software/policy/policies.ts';
import type { SoftwarePolicy } from '../../software/policy/software-policy.ts';
import {
  type AnswerFields,
  checkAnswer,
  type Explainer,
  readWords,
} from '../form/answer-fields.ts';
import { explanationOf, listText, remarksOf, section, type Voice } from '../form/explanation.ts';
import { countText, instantText } from '../form/figures.ts';
import type { Templates } from '../words/templates.ts';
import { readSoftwareOptions } from './read-software-policy.ts';
import { linkTexts, policyRemarks, policyText } from './software-steps.ts';

const states = ['active', 'expired', 'revoked', 'unstated'] as const;
const expiries = ['time', 'downloads'] as const;

/** Whether a download link works. */
export const explainLinkStatus: Explainer = (fields, voice, issues) => {
  const asked = askAgain(fields, issues);
  const status = asked && checkAnswer(fields, asked, issues);
  if (status === undefined) return undefined;

  const { words } = voice;
  const { policy, state } = status;
  return explanationOf(
    {
      verdict: verdictOf(status, voice),
      steps: [
        section(words.titles.facts, [
          policyText(policy, voice),
          ...(state === 'revoked' ? [] : linkTexts(status, words)),
        ]),
      ],
      grounds: status,
      remarks: [...remarksOf(status, words), ...policyRemarks(policy, voice)],
      whatIf: state === 'expired' ? [words.nextSteps['renew-the-link']] : [],
    },
    voice,
  );
};

/**
 * An answer does not tell its link, so the same is asked of one that would be answered alike: made
 * and first used as long before its end as its policy lets it work.
 */
function askAgain(fields: AnswerFields, issues: Issue[]): DownloadLinkStatus | undefined {
  const state = readWord(fields['state'], states, ['state'], issues);
  const expiredBy = readWords(fields['expiredBy'], expiries, ['expiredBy'], issues);
  const end = readUnlessNull(fields['expiresAt'], ['expiresAt'], issues, readInstant);
  const left = readUnlessNull(fields['downloadsLeft'], ['downloadsLeft'], issues, readCount);
  const options = readSoftwareOptions(fields, issues);
  const policy = options?.policy ?? defaultSoftwarePolicy;

  const begin = end === null ? someInstant : addDays(end, -(policy.linkDays ?? 0));
  if (!isWritableInstant(begin)) {
    const expected = 'the end of a link that was created in the year 0001 or later';
    issues.push(issue(['expiresAt'], 'year-out-of-range', expected, fields['expiresAt']));
  }
  if (issues.length > 0) return undefined;

  const made = formatInstant(begin);
  const downloads = Math.max(
    end !== null && isFromFirstDownload(policy) ? 1 : 0,
    downloadsOf(policy, left, state, expiredBy),
  );
  const link = {
    issuedAt: made,
    downloads,
    firstDownloadedAt: downloads > 0 ? made : undefined,
    revoked: state === 'revoked',
  };
  const asOf = end !== null && expiredBy.includes('time') ? formatInstant(end) : made;
  return downloadLinkStatus(link, asOf, options);
}

const someInstant: Instant = { seconds: 0, nanos: 0 };

function readUnlessNull<T>(
  value: unknown,
  path: Issue['path'],
  issues: Issue[],
  read: (value: unknown, path: Issue['path'], issues: Issue[]) => T,
): T | null {
  return value === null ? null : read(value, path, issues);
}

/** How many downloads leave as many as there are; 0 where the answer does not go by them. */
function downloadsOf(
  { linkDownloads }: SoftwarePolicy,
  left: number | null,
  state: DownloadLinkStatus['state'],
  expiredBy: readonly LinkExpiry[],
): number {
  if (linkDownloads === null) return 0;
  if (expiredBy.includes('downloads')) return linkDownloads;
  return state === 'active' && left !== null ? linkDownloads - left : 0;
}

function verdictOf(status: DownloadLinkStatus, { words }: Voice): string {
  const { verdicts } = words;
  switch (status.state) {
    case 'active':
      return activeText(status, words);
    case 'expired':
      return verdicts.linkExpired({
        by: listText(status.expiredBy, words.linkExpiries, words, words.reasonsJoined),
      });
    case 'revoked':
      return verdicts.linkRevoked;
    case 'unstated':
      return status.policy.linkDays === null ? verdicts.linkUnstated : verdicts.linkNotBegun;
  }
}

function activeText(
  { expiresAt, downloadsLeft }: ActiveDownloadLink,
  { verdicts }: Templates,
): string {
  const downloads = countText(downloadsLeft ?? 0);
  if (expiresAt === null) return verdicts.linkActiveFor({ downloads });
  const until = instantText(expiresAt);
  return downloadsLeft === null
    ? verdicts.linkActiveUntil({ expiresAt: until })
    : verdicts.linkActive({ expiresAt: until, downloads });
}
