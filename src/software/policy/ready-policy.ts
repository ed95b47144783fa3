import { type Issue, issue } from '../../kernel/issue.ts';
import { type Fields, readFields, readWord } from '../../kernel/read.ts';
import {
  defaultSoftwarePolicy,
  type PublishedSoftwarePolicyId,
  softwarePolicies,
} from './policies.ts';
import {
  readSoftwarePolicyFields,
  type SoftwarePolicyField,
  softwarePolicyFields,
} from './policy-fields.ts';
import type { SoftwarePolicy } from './software-policy.ts';

/** The policy to apply: the id of a published one, or any policy. */
export interface SoftwarePolicyOptions {
  /** Default: {@link defaultSoftwarePolicy}; `assumed` then has `policy`. */
  readonly policy?: SoftwarePolicy | PublishedSoftwarePolicyId | undefined;
}

/** The policy of a call. */
export interface ChosenPolicy {
  readonly policy: SoftwarePolicy;
  /** Whether no policy was given. */
  readonly assumed: boolean;
}

const published = Object.values(softwarePolicies);
const publishedIds = Object.keys(softwarePolicies) as [PublishedSoftwarePolicyId];
const assumedPolicy: ChosenPolicy = { policy: defaultSoftwarePolicy, assumed: true };

/**
 * Reads a policy: a published name, or an object. With `basedOn`, what the object leaves out is
 * taken from that published version; without it nothing may be left out.
 */
export function readSoftwarePolicy(
  input: unknown,
  path: Issue['path'],
  issues: Issue[],
): SoftwarePolicy {
  if (typeof input === 'string') {
    return softwarePolicies[readWord(input, publishedIds, path, issues)];
  }
  const known = published.find((policy) => policy === input);
  if (known !== undefined) return known;

  const before = issues.length;
  const given = readFields<SoftwarePolicyField>(input, softwarePolicyFields, path, issues);
  if (given === undefined) return defaultSoftwarePolicy;
  const base =
    given.basedOn === undefined
      ? {}
      : softwarePolicies[readWord(given.basedOn, publishedIds, [...path, 'basedOn'], issues)];
  const policy = readSoftwarePolicyFields({ ...base, ...defined(given) }, path, issues);
  if (issues.length > before) return defaultSoftwarePolicy;

  const taken = published.find(({ id }) => id === policy.id);
  if (taken !== undefined && JSON.stringify(policy) !== JSON.stringify(taken)) {
    const expected =
      'an id of your own, because the policy differs from the published one with this id';
    issues.push(issue([...path, 'id'], 'id-taken', expected, policy.id));
  }
  return policy;
}

function defined(given: Fields<SoftwarePolicyField>): Fields<SoftwarePolicyField> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

const optionNames: ReadonlySet<string> = new Set<keyof SoftwarePolicyOptions>(['policy']);

/** The policy that a call asks for in its options. */
export function readPolicyOption(options: unknown, issues: Issue[]): ChosenPolicy {
  if (options === undefined) return assumedPolicy;
  const policy = readFields<'policy'>(options, optionNames, ['options'], issues)?.policy;
  if (policy === undefined) return assumedPolicy;
  return {
    policy: readSoftwarePolicy(policy, ['options', 'policy'], issues),
    assumed: false,
  };
}
