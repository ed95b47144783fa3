import { type Issue, issue } from '../../kernel/issue.ts';
import { defaultRefundPolicy } from '../../reservations/policy/policies.ts';
import { type ReadyPolicy, readPolicy } from '../../reservations/policy/ready-policy.ts';
import type { Assumption } from '../words/texts.ts';
import type { AnswerFields } from './answer-fields.ts';

/** Whether an answer says that it took something for granted. */
export function isAssumed({ assumed }: { readonly assumed?: unknown }, fact: Assumption): boolean {
  try {
    return Array.isArray(assumed) && assumed.includes(fact);
  } catch {
    return false; // a Proxy whose traps throw
  }
}

/** Reads the policy of a quote: in full, or the id of a published one. */
export function readPolicyOfAnswer(fields: AnswerFields, issues: Issue[]): ReadyPolicy | undefined {
  const before = issues.length;
  const given = fields['policy'];
  const ready = { ...readPolicy(given, ['policy'], issues), assumed: isAssumed(fields, 'policy') };
  if (issues.length > before) return undefined;
  if (ready.assumed && ready.policy.id !== defaultRefundPolicy.id) {
    const expected = `${defaultRefundPolicy.id}, the default policy`;
    issues.push(issue(['policy'], 'contradiction', expected, ready.policy.id));
  }
  return ready;
}
