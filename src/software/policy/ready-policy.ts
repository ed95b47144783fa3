import type { Issue } from '../../kernel/issue.ts';
import { type PolicyFamily, readPublished } from '../../kernel/published.ts';
import { readOptional, readOptionalFields } from '../../kernel/read.ts';
import {
  defaultSoftwarePolicy,
  type PublishedSoftwarePolicyId,
  softwarePolicies,
} from './policies.ts';
import { nullableFields, softwarePolicyFields } from './policy-fields.ts';
import type { SoftwarePolicy } from './software-policy.ts';

/** The policy to apply: the id of a published one, or any policy. */
export interface SoftwarePolicyOptions {
  /** Default: {@link defaultSoftwarePolicy}; `assumed` then has `policy`. */
  readonly policy?: SoftwarePolicy | PublishedSoftwarePolicyId | undefined;
}

/** The policy of a call. */
export interface ChosenPolicy {
  readonly policy: SoftwarePolicy;
  /** True if no policy was given. */
  readonly assumed: boolean;
}

const assumedPolicy: ChosenPolicy = { policy: defaultSoftwarePolicy, assumed: true };

const family: PolicyFamily<SoftwarePolicy, PublishedSoftwarePolicyId> = {
  published: softwarePolicies,
  fields: softwarePolicyFields,
  nullable: nullableFields,
};

/** Reads a policy as {@link readPublished} does. */
export function readSoftwarePolicy(
  input: unknown,
  path: Issue['path'],
  issues: Issue[],
): SoftwarePolicy {
  return readPublished(family, input, path, issues) ?? defaultSoftwarePolicy;
}

const optionNames: ReadonlySet<string> = new Set<keyof SoftwarePolicyOptions>(['policy']);

/** The policy that a call asks for in its options. */
export function readPolicyOption(options: unknown, issues: Issue[]): ChosenPolicy {
  const given = readOptionalFields<'policy'>(options, optionNames, ['options'], issues);
  const policy = readOptional(given.policy, ['options', 'policy'], issues, readSoftwarePolicy);
  return policy === undefined ? assumedPolicy : { policy, assumed: false };
}
