import type { Day } from '../../kernel/day.ts';
import type { Issue } from '../../kernel/issue.ts';
import { type PolicyFamily, readPublished } from '../../kernel/published.ts';
import { isOwn, readOptional, readOptionalFields, readWord } from '../../kernel/read.ts';
import {
  isSource,
  type SourceVersions,
  type Successor,
  sourceVersions,
  successorsOf,
  supersedingOn,
  versionInForce,
} from '../../kernel/succession.ts';
import {
  defaultSoftwarePolicy,
  type PublishedSoftwarePolicyId,
  softwarePolicies,
  softwarePolicyVersions,
} from './policies.ts';
import { nullableFields, softwarePolicyFields } from './policy-fields.ts';
import type { SoftwarePolicy } from './software-policy.ts';

/** The source whose version in force on a day can be named by the source alone. */
export type SoftwarePolicySource = 'software';

/** The id of a published version, or the source, whose version in force on the governing day is taken. */
export type SoftwarePolicyName = PublishedSoftwarePolicyId | SoftwarePolicySource;

/** The policy to apply. */
export interface SoftwarePolicyOptions {
  /**
   * The id of a published version; `software`, whose version in force is taken on the day of the purchase or,
   * for a download link, of its creation (R-WHEN); or any policy. Default: {@link defaultSoftwarePolicy};
   * `assumed` then has `policy`.
   */
  readonly policy?: SoftwarePolicy | SoftwarePolicyName | undefined;
}

/** The policy of a call. */
export interface ChosenPolicy {
  readonly policy: SoftwarePolicy;
  /** True if no policy was given. */
  readonly assumed: boolean;
  /** The later versions; none for a policy that is not published. */
  readonly successors: readonly Successor[];
}

/** One policy, or the versions of the source. */
export type PolicyChoice = ChosenPolicy | SourceVersions<SoftwarePolicySource, ChosenPolicy>;

const published: ReadonlyMap<string, ChosenPolicy> = new Map(
  softwarePolicyVersions.map(({ policy }) => {
    const successors = successorsOf(softwarePolicyVersions, policy.id);
    return [policy.id, Object.freeze({ policy, assumed: false, successors })];
  }),
);

const noSuccessors: readonly [] = Object.freeze([]);

function chosen(policy: SoftwarePolicy): ChosenPolicy {
  const known = published.get(policy.id);
  if (known?.policy === policy) return known;
  return { policy, assumed: false, successors: known?.successors ?? noSuccessors };
}

/** The default, which the caller did not name. */
const assumedPolicy: ChosenPolicy = Object.freeze({
  ...chosen(defaultSoftwarePolicy),
  assumed: true,
});

const source: PolicyChoice = sourceVersions('software', softwarePolicyVersions, ({ policy }) =>
  chosen(policy),
);

const names = ['software', ...Object.keys(softwarePolicies)] as const;

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

/** Reads a policy or the name of the source. */
export function readChoice(input: unknown, path: Issue['path'], issues: Issue[]): PolicyChoice {
  if (input === 'software') return source;
  if (typeof input !== 'string' || isOwn(softwarePolicies, input)) {
    return chosen(readSoftwarePolicy(input, path, issues));
  }
  readWord(input, names, path, issues); // it is none of them
  return assumedPolicy;
}

const optionNames: ReadonlySet<string> = new Set<keyof SoftwarePolicyOptions>(['policy']);

/** The policy that a call asks for in its options. */
export function readPolicyOption(options: unknown, issues: Issue[]): PolicyChoice {
  const given = readOptionalFields<'policy'>(options, optionNames, ['options'], issues);
  return readOptional(given.policy, ['options', 'policy'], issues, readChoice) ?? assumedPolicy;
}

/**
 * Returns the policy for the governing day, which is the fact at `path`; the default with an issue if the
 * source has no version that old. `day` is `undefined` if it could not be read.
 */
export function policyOn(
  choice: PolicyChoice,
  day: Day | undefined,
  path: Issue['path'],
  issues: Issue[],
): ChosenPolicy {
  if (!isSource(choice)) return choice;
  if (day === undefined) return assumedPolicy;
  return versionInForce(choice, day, path, issues) ?? assumedPolicy;
}

/** Returns the id of the version in force on a day if it has replaced the policy; otherwise `null`. */
export function supersededByOn(
  { successors }: ChosenPolicy,
  day: Day,
): PublishedSoftwarePolicyId | null {
  return supersedingOn(successors, day) as PublishedSoftwarePolicyId | null;
}
