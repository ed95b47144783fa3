import { type Issue, pathText } from '../../kernel/issue.ts';
import type { DownloadLinkStatus } from '../../software/download-link/download-link-status.ts';
import { softwarePolicies } from '../../software/policy/policies.ts';
import type { SoftwarePolicy } from '../../software/policy/software-policy.ts';
import { daysText, type Voice } from '../form/explanation.ts';
import { instantText } from '../form/figures.ts';
import type { Templates } from '../words/templates.ts';

// What the answers about software are told with in common.

/** By which policy it was answered. */
export function policyText({ id }: SoftwarePolicy, { words, fact }: Voice): string {
  return words.steps.policy({ policy: fact(id) });
}

/** Notes on a policy that was not published. */
export function policyRemarks({ id }: SoftwarePolicy, { words, fact }: Voice): string[] {
  return Object.hasOwn(softwarePolicies, id) ? [] : [words.ownPolicy({ policy: fact(id) })];
}

/** Until when a link works, and how often, as far as the text that applies says it. */
export function linkTexts(
  { expiresAt, unstated, policy }: DownloadLinkStatus,
  words: Templates,
): string[] {
  const { steps } = words;
  const texts = expiresAt === null ? [] : [steps.linkEnd({ expiresAt: instantText(expiresAt) })];
  for (const limit of unstated) {
    const { linkDays } = policy;
    const isNotBegun = limit === 'time' && linkDays !== null;
    texts.push(
      isNotBegun
        ? steps.linkBegins({ days: daysText(linkDays, words) })
        : steps.linkUnstated[limit],
    );
  }
  return texts;
}

/** Returns the sentence on the facts that another policy needs. */
export function needsText(when: string, issues: readonly Issue[], { words }: Voice): string {
  const facts = issues.map(({ path }) => pathText(path)).join(words.listed);
  return words.whatIf.needs({ when, facts });
}
