import type { Day } from '../../kernel/day.ts';
import type { Issue } from '../../kernel/issue.ts';
import { type Fields, isGiven, isOwn, readOptionalFields, readWord } from '../../kernel/read.ts';
import {
  isSource as isSourceVersions,
  type SourceVersions,
  sourceVersions,
  versionInForce,
} from '../../kernel/succession.ts';
import { type PublishedRefundPolicyId, refundPolicies, refundPolicyVersions } from './policies.ts';
import {
  assumedPolicy,
  type ReadyPolicy,
  type ReadyRefundPolicy,
  readPolicy,
  withFeeStated,
} from './ready-policy.ts';
import type { RefundPolicy } from './refund-policy.ts';

/** The sources whose version in force on a day can be named by the source alone. */
export type RefundPolicySource = (typeof policySources)[number];

export const policySources: readonly ['partner-center', 'azure'] = Object.freeze([
  'partner-center',
  'azure',
] as const);

/** A published version by id, the version of a source in force on the governing day, or any policy. */
export type RefundPolicyName = PublishedRefundPolicyId | RefundPolicySource;

/** The policy that a quote follows. */
export interface PolicyOptions {
  /**
   * The id of a published version; a source (`partner-center` or `azure`), whose version in force on the day of
   * cancellation or exchange is taken for each record; or any policy. Without it {@link defaultRefundPolicy}
   * applies, and the answer lists `policy` in `assumed`.
   */
  readonly policy?: RefundPolicy | RefundPolicyName | undefined;
}

type ReadyVersions = SourceVersions<RefundPolicySource, ReadyPolicy>;

/** One policy for every record, or the versions of a source. */
export type PolicyChoice<Ready extends ReadyPolicy = ReadyPolicy> = Ready | ReadyVersions;

const sources: ReadonlyMap<unknown, ReadyVersions> = new Map(
  policySources.map((source) => {
    const published = refundPolicyVersions.filter((version) => version.source === source);
    return [source, sourceVersions(source, published, ({ policy }) => readPolicy(policy, [], []))];
  }),
);

const names = [...policySources, ...Object.keys(refundPolicies)] as const;

const policyOption: ReadonlySet<string> = new Set<keyof PolicyOptions>(['policy']);

/** The options of a call, each still to be looked at. */
export function readOptions<Name extends string = 'policy'>(
  options: unknown,
  issues: Issue[],
  names: ReadonlySet<string> = policyOption,
): Fields<Name> {
  return readOptionalFields<Name>(options, names, ['options'], issues);
}

/** Reads a policy or the name of a source. */
export function readChoice(input: unknown, path: Issue['path'], issues: Issue[]): PolicyChoice {
  const source = sources.get(input);
  if (source !== undefined) return source;
  if (typeof input !== 'string' || isOwn(refundPolicies, input)) {
    return readPolicy(input, path, issues);
  }
  readWord(input, names, path, issues); // it is none of them
  return assumedPolicy;
}

/** The policy that a call asks for in its options. */
export function policyOf({ policy }: Fields<'policy'>, issues: Issue[]): PolicyChoice {
  return isGiven(policy) ? readChoice(policy, ['options', 'policy'], issues) : assumedPolicy;
}

/** The policy that a refund asks for, or an issue if its fee is unstated. */
export function refundPolicyOf(
  options: Fields<'policy'>,
  issues: Issue[],
): PolicyChoice<ReadyRefundPolicy> | undefined {
  const before = issues.length;
  const choice = policyOf(options, issues);
  if (issues.length > before) return undefined;
  return isSource(choice) ? choice : withFeeStated(choice, ['options', 'policy'], issues);
}

export function isSource(choice: PolicyChoice): choice is ReadyVersions {
  return isSourceVersions(choice);
}

/** The policy, or the newest version of the source, which has a limit if any of them has. */
export function newestOf<Ready extends ReadyPolicy>(choice: PolicyChoice<Ready>): Ready {
  // The newest of each source states its fee.
  return isSource(choice) ? (choice.versions.at(-1)?.ready as Ready) : choice;
}

/** The policy for a day, which stands in the record at `path`; an issue if the source has no version that old. */
export function policyOn(
  choice: PolicyChoice,
  day: Day,
  path: Issue['path'],
  issues: Issue[],
): ReadyPolicy | undefined {
  return isSource(choice) ? versionInForce(choice, day, path, issues) : choice;
}

/** {@link policyOn} for a refund, whose fee must be stated. */
export function refundPolicyOn(
  choice: PolicyChoice<ReadyRefundPolicy>,
  day: Day,
  path: Issue['path'],
  issues: Issue[],
): ReadyRefundPolicy | undefined {
  if (!isSource(choice)) return choice;
  const ready = policyOn(choice, day, path, issues);
  return ready && withFeeStated(ready, ['options', 'policy'], issues);
}
