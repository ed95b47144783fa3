import type { LinkPolicyFigures } from '../../software/download-link/download-link.ts';
import {
  type ActiveDownloadLink,
  type DownloadLinkStatus,
  linkStatusInForce,
} from '../../software/download-link/download-link-status.ts';
import {
  type Explanation,
  explanationOf,
  listText,
  remarksOf,
  section,
  type Voice,
} from '../form/explanation.ts';
import { countText, instantText } from '../form/figures.ts';
import type { Templates } from '../words/templates.ts';
import { linkTexts, needsText, policyRemarks, policyText } from './software-steps.ts';

/** Explains the status of a download link. */
export function explainLinkStatus(status: DownloadLinkStatus, voice: Voice): Explanation {
  const { words } = voice;
  const { policy, state } = status;
  return explanationOf(
    {
      verdict: linkVerdict(status, voice),
      steps: [
        section(words.titles.facts, [
          policyText(policy, voice),
          ...(state === 'revoked' ? [] : linkTexts(status, words)),
        ]),
      ],
      grounds: status,
      remarks: [
        ...remarksOf(status, words),
        ...policyRemarks(policy, voice),
        ...linkInForceTexts(status, voice),
      ],
      whatIf: state === 'expired' ? [words.nextSteps['renew-the-link']] : [],
    },
    voice,
  );
}

/** Returns the state of a link under the version in force when it was created, if it has replaced the policy. */
export function linkInForceTexts(answer: LinkPolicyFigures, voice: Voice): string[] {
  const { supersededBy } = answer;
  const inForce = linkStatusInForce(answer);
  if (inForce === null) return [];
  const { whatIf } = voice.words;
  const when = whatIf.underVersion({ policy: supersededBy as string }); // it has one
  if (!inForce.ok) return [needsText(when, inForce.issues, voice)];
  return [whatIf.linkIs({ when, verdict: linkVerdict(inForce.value, voice) })];
}

/** Returns the sentence on the state of a link. */
function linkVerdict(status: DownloadLinkStatus, { words }: Voice): string {
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
