import { readFileSync } from 'node:fs';
import { InputError, unwrap } from '../../kernel/issue.ts';
import {
  type PolicyOptions,
  parseRefundPolicy,
  type RefundPolicyName,
  refundPolicies,
  refundPolicyAt,
} from '../../reservations/index.ts';
import { policySources } from '../../reservations/policy/policy-choice.ts';
import { withoutMark } from '../io/lines.ts';
import { type ParsedJson, parseJson } from '../io/parse-json.ts';
import { Problem } from '../io/problem.ts';
import { withOrigin } from '../io/with-origin.ts';

/** The two options that choose a policy. */
export interface PolicyOption {
  readonly policy: string | undefined;
  /** The day whose version of the partners' page is to be followed. */
  readonly asOf: string | undefined;
}

/** Reads the policy that the options name. */
export function readPolicyOptions(given: PolicyOption): PolicyOptions {
  const { policy, asOf } = given;
  const name = policyOptionIn(given);
  if (asOf !== undefined) {
    const read = () => refundPolicyAt('partner-center', asOf).policy;
    return { policy: withOrigin(read, () => ({ name, path: [] })) };
  }
  if (policy === undefined) return {};
  return {
    policy: withOrigin(
      () => readPolicy(policy),
      ({ path }) => ({ name, path }),
    ),
  };
}

/** The option that names the policy, as it was given. */
export function policyOptionIn({ policy, asOf }: PolicyOption): string {
  return asOf === undefined ? `--policy ${policy}` : '--as-of';
}

function readPolicy(name: string): NonNullable<PolicyOptions['policy']> {
  const known = [...policySources, ...Object.keys(refundPolicies)];
  if (known.includes(name)) return name as RefundPolicyName;
  let text: string;
  try {
    text = withoutMark(readFileSync(name, 'utf8'));
  } catch (error) {
    throw new Problem(
      `--policy: expected one of ${known.join(', ')} or a file (${(error as Error).message}), got "${name}"`,
    );
  }
  let parsed: ParsedJson;
  try {
    parsed = parseJson(text);
  } catch {
    throw new Problem(`--policy: expected a policy as JSON in ${name}`);
  }
  const { value, repeated } = parsed;
  if (repeated !== undefined) throw new InputError([repeated]);
  return unwrap(parseRefundPolicy(value));
}
