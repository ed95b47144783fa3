import type { Issue } from '../../kernel/issue.ts';
import { readSoftwarePolicy } from '../../software/policy/ready-policy.ts';
import type { SoftwarePolicy } from '../../software/policy/software-policy.ts';
import type { AnswerFields } from '../form/answer-fields.ts';
import { isAssumed } from '../form/read-policy.ts';

/** Reads by which policy an answer about software was given; `undefined` if none was named. */
export function readSoftwareOptions(
  fields: AnswerFields,
  issues: Issue[],
): { readonly policy: SoftwarePolicy } | undefined {
  if (isAssumed(fields, 'policy')) return undefined;
  return { policy: readSoftwarePolicy(fields['policy'], ['policy'], issues) };
}
