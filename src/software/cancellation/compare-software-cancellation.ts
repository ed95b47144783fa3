import { currencyDigits } from '../../kernel/currencies.ts';
import { InputError, type Issue, type Parsed } from '../../kernel/issue.ts';
import { formatAmount, minus, type Whole, writtenAmount } from '../../kernel/money.ts';
import { readArray } from '../../kernel/read.ts';
import { isSource } from '../../kernel/succession.ts';
import type { ClauseId } from '../../vocabulary/clauses.ts';
import type { InterpretationId } from '../../vocabulary/interpretations.ts';
import { type PublishedSoftwarePolicyId, softwarePolicyVersions } from '../policy/policies.ts';
import { readChoice, type SoftwarePolicyName } from '../policy/ready-policy.ts';
import type { SoftwarePolicy } from '../policy/software-policy.ts';
import type {
  SoftwareCancellationDecision,
  SoftwareCancellationRefusal,
  SoftwareCredit,
} from './cancellation.ts';
import { tryDecideSoftwareCancellation } from './decide-software-cancellation.ts';
import { readCancellationFacts } from './facts.ts';
import type { SoftwareCancellationInput, SoftwareCancellationRequest } from './request.ts';

/** The difference of a credit from that of the first policy that could be followed. */
export interface SoftwareCreditDifference {
  /** The id of that policy. */
  readonly from: string;
  /** This credit less that one, with a minus if it is smaller; nothing is credited if it is refused. */
  readonly credit: string;
}

/** One cancellation under one policy. */
export type ComparedSoftwareCancellation =
  | {
      readonly ok: true;
      /** The id of the policy. */
      readonly policy: string;
      readonly allowed: boolean;
      /** The reasons to refuse it, in the order of the clauses; empty if it is allowed. */
      readonly reasons: readonly SoftwareCancellationRefusal[];
      /** The last day to cancel, if that is stated. */
      readonly lastDay: string | null;
      /** `null` if it is refused. */
      readonly credit: SoftwareCredit | null;
      /** `null` for the first, and if one of the two credits has no amount. */
      readonly difference: SoftwareCreditDifference | null;
    }
  | {
      readonly ok: false;
      /** The id of the policy, or the name of the source. */
      readonly policy: string;
      /** The facts that this policy needs in addition. */
      readonly issues: readonly Issue[];
    };

/** A software cancellation under several policies. */
export interface SoftwareComparison {
  readonly kind: 'software-comparison';
  /** The clauses of all policies. */
  readonly because: readonly ClauseId[];
  readonly interpretations: readonly InterpretationId[];
  /** One row for each policy, in their order. */
  readonly rows: readonly ComparedSoftwareCancellation[];
  /** The facts in canonical form. */
  readonly request: SoftwareCancellationRequest;
  /** The names in `roles` that are no role here; they were ignored. */
  readonly ignoredRoles: readonly string[];
  /** The policies: the ids of published ones, the name of the source, your own as they are. */
  readonly policies: readonly (SoftwarePolicyName | SoftwarePolicy)[];
}

/**
 * Puts the same software cancellation side by side under each policy: the verdict, the last day, the credit and the reasons.
 * The published versions are taken if no policies are given; `software` stands for its version in force on the day of the
 * purchase.
 *
 * @throws InputError with every issue, if the facts or one of the policies are malformed. Facts that only some policies need
 * are not: the rows of those policies list them.
 *
 * Clauses: as `decideSoftwareCancellation`, of each policy's document; interpretations R-WHICH and R-WHEN are for the caller to
 * make.
 *
 * @example
 * const { rows } = compareSoftwareCancellation(
 *   { kind: 'perpetual', paid: '500.00', currency: 'USD', roles: 'admin-agent',
 *     purchasedOn: '2025-03-01', canceledOn: '2025-04-20',
 *     customer: { domain: 'contoso.com' }, productName: 'SQL Server', orderId: 'O-1', messageRead: true },
 *   ['software-2020-06', 'software'],
 * );
 * rows.map((row) => row.ok && [row.policy, row.allowed, row.lastDay]);
 * //=> [['software-2020-06', true, '2025-04-30'], ['software-2023-06', false, '2025-03-31']]
 * rows[1]?.ok && rows[1].difference; //=> { from: 'software-2020-06', credit: '-500.00' }
 */
export function compareSoftwareCancellation(
  facts: SoftwareCancellationInput,
  policies: readonly (SoftwarePolicy | SoftwarePolicyName)[] = allVersions,
): SoftwareComparison {
  const issues: Issue[] = [];
  const read = readCancellationFacts(facts, undefined, issues);
  const choices = readArray(policies, ['policies'], issues, (policy, path) =>
    readChoice(policy, path, issues),
  );
  if (read === undefined || issues.length > 0) throw new InputError(issues);

  const { request, ignoredRoles } = read;
  const roles = [...request.roles, ...ignoredRoles];
  const asked = choices.map((choice) =>
    isSource(choice) ? choice.source : shortOf(choice.policy),
  );
  const decided = asked.map((policy) =>
    tryDecideSoftwareCancellation({ ...request, roles }, { policy }),
  );
  const decisions = decided.flatMap((parsed) => (parsed.ok ? [parsed.value] : []));
  const [first] = decisions;
  return {
    kind: 'software-comparison',
    because: [...new Set(decisions.flatMap(({ because }) => because))],
    interpretations: [...new Set(decisions.flatMap(({ interpretations }) => interpretations))],
    rows: decided.map((parsed, at) => rowOf(asked[at] as SoftwarePolicyName, parsed, first)),
    ignoredRoles,
    request,
    policies: asked,
  };
}

function rowOf(
  policy: SoftwarePolicyName | SoftwarePolicy,
  decided: Parsed<SoftwareCancellationDecision>,
  first: SoftwareCancellationDecision | undefined,
): ComparedSoftwareCancellation {
  if (!decided.ok) {
    return {
      ok: false,
      policy: typeof policy === 'string' ? policy : policy.id,
      issues: decided.issues,
    };
  }
  const { value } = decided;
  return {
    ok: true,
    policy: value.policy.id,
    allowed: value.allowed,
    reasons: value.allowed ? [] : value.obstacles.map(({ reason }) => reason),
    lastDay: value.lastDay,
    credit: value.credit,
    difference: first === undefined || first === value ? null : differenceOf(first, value),
  };
}

const allVersions: readonly SoftwarePolicy[] = softwarePolicyVersions.map(({ policy }) => policy);

/** A published policy by its id. */
function shortOf(policy: SoftwarePolicy): SoftwarePolicyName | SoftwarePolicy {
  return allVersions.includes(policy) ? (policy.id as PublishedSoftwarePolicyId) : policy;
}

function differenceOf(
  first: SoftwareCancellationDecision,
  other: SoftwareCancellationDecision,
): SoftwareCreditDifference | null {
  const { currency } = other.request;
  const digits = currencyDigits(currency ?? '');
  const [before, after] = [creditedBy(first), creditedBy(other)];
  if (digits === undefined || before === null || after === null) return null;
  const written = (amount: string): Whole => writtenAmount(amount, digits);
  const credit = formatAmount(minus(written(after), written(before)), digits);
  return { from: first.policy.id, credit };
}

/** The amount credited; `null` if it is not known. */
function creditedBy({ credit }: SoftwareCancellationDecision): string | null {
  return credit === null ? '0' : credit.amount;
}
