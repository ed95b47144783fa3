import { readDay } from '../../kernel/day.ts';
import type { Issue } from '../../kernel/issue.ts';
import type { PolicyOptions, RefundPolicy } from '../../reservations/index.ts';
import { refundPolicyOf, refundPolicyOn } from '../../reservations/policy/policy-choice.ts';

/** The policy for a return on a day, or `undefined` and an issue if there is none. */
export type PolicyOnDay = (day: unknown, issues: Issue[]) => RefundPolicy | undefined;

/** Reads the policy of a run, which the day of a return selects if a source is named. */
export function policyOnDay(options: PolicyOptions): PolicyOnDay {
  const unstated: Issue[] = [];
  const choice = refundPolicyOf(options, unstated);
  return (day, issues) => {
    const before = issues.length;
    issues.push(...unstated);
    const on = readDay(day, ['canceledOn'], issues);
    if (choice === undefined || issues.length > before) return undefined;
    return refundPolicyOn(choice, on, ['canceledOn'], issues)?.policy;
  };
}
