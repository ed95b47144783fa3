import type { Day } from '../../kernel/day.ts';
import type { Issue } from '../../kernel/issue.ts';
import {
  isSource,
  type PolicyChoice,
  type RefundPolicySource,
  refundPolicyOn,
} from '../../reservations/policy/policy-choice.ts';
import type { ReadyRefundPolicy } from '../../reservations/policy/ready-policy.ts';

/** A version of the rules, and the first day of the plan on which it applies. */
export interface PlanVersion {
  readonly from: Day;
  readonly ready: ReadyRefundPolicy;
}

/** The rules on each day of a plan: one policy, or the versions of a source. */
export interface PlanRules {
  readonly choice: PolicyChoice<ReadyRefundPolicy>;
  /** The version on `asOf`, then the later ones in their order. */
  readonly versions: readonly [PlanVersion, ...PlanVersion[]];
}

/** Finds the rules from a day on; an issue if there are none on it. */
export function planRules(
  choice: PolicyChoice<ReadyRefundPolicy>,
  asOf: Day,
  issues: Issue[],
): PlanRules | undefined {
  const ready = refundPolicyOn(choice, asOf, ['asOf'], issues);
  if (ready === undefined) return undefined;
  // Only the first version of all leaves its fee open.
  const later = isSource(choice) ? choice.versions.filter(({ from }) => from > asOf) : [];
  return { choice, versions: [{ from: asOf, ready }, ...(later as readonly PlanVersion[])] };
}

/** The version in force on a day. */
export function rulesOn({ versions }: PlanRules, day: Day): ReadyRefundPolicy {
  let at = versions.length - 1;
  while (at > 0 && (versions[at] as PlanVersion).from > day) at -= 1;
  return (versions[at] as PlanVersion).ready;
}

/** The source whose versions are followed; `null` if one policy applies on all days. */
export function sourceOf({ choice }: PlanRules): RefundPolicySource | null {
  return isSource(choice) ? choice.source : null;
}
