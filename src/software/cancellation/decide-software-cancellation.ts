import { formatDay } from '../../kernel/day.ts';
import { type Issue, type Parsed, unwrap } from '../../kernel/issue.ts';
import { isAllowed } from '../../roles/is-allowed.ts';
import { rolesAllowed } from '../../roles/roles-allowed.ts';
import { deny, type Obstacle } from '../../vocabulary/decision.ts';
import type { InterpretationId } from '../../vocabulary/interpretations.ts';
import { obstacleOf } from '../../vocabulary/refusal.ts';
import { softwareCitations } from '../policy/citations.ts';
import { type SoftwarePolicyOptions, supersededByOn } from '../policy/ready-policy.ts';
import {
  type CancellationEffect,
  type CancellationParticular,
  cancellationEffects,
  cancellationParticulars,
} from '../policy/software-policy.ts';
import { cancellationRefusals } from '../refusals.ts';
import type {
  SoftwareAssumed,
  SoftwareCancellationDecision,
  SoftwareCancellationRefusal,
} from './cancellation.ts';
import { creditOf } from './credit.ts';
import { readCancellationFacts, type SoftwareCancellationFacts } from './facts.ts';
import type { SoftwareCancellationInput } from './request.ts';

type Refusal = Obstacle<SoftwareCancellationRefusal>;

/**
 * Decides whether somebody can cancel a purchase of software on a day, until when, what is credited
 * on the next monthly invoice, and what comes of it.
 *
 * Days are UTC calendar days, and the last day of the window counts: day 60 after the purchase by
 * the default policy. Amounts are decimal strings in the currency's major units; without a price the
 * credit has its basis alone. There is neither fee nor limit. `missing` lists what the cancellation
 * asks for and was not given; where nothing else stands in the way, that is what sends one to support.
 *
 * What the policy's text leaves open is told and never guessed: a credit has the basis `unstated` and
 * no amount, and a window that is not stated is refused as `undefined-by-text`.
 *
 * A list of roles can hold names in any spelling, and names that no rule knows: `ignoredRoles` lists them.
 *
 * @throws InputError with every issue, if the facts or the policy are malformed, or the one role or all
 * roles of a list are unknown.
 *
 * Clauses: SOF-1 to SOF-7 (`software`, Cancel a purchase and Post-cancellation details), SOF-13 to
 * SOF-15, SOF-17 and SOF-19 (its other revisions); interpretations R-SIXTY, R-PRORATE, R-BASIS, R-ROUND,
 * R-WHICH, R-WHEN.
 *
 * @example
 * const order = {
 *   kind: 'subscription', term: 'P1Y', paid: '1200.00', currency: 'USD', qualifies: true,
 *   purchasedOn: '2025-03-01', canceledOn: '2025-04-30', roles: 'admin-agent',
 *   customer: { domain: 'contoso.com' }, productName: 'SQL Server', orderId: 'O-1', messageRead: true,
 * } as const;
 * const { credit, lastDay, daysLeft } = decideSoftwareCancellation(order);
 * [credit?.amount, lastDay, daysLeft]; //=> ['1002.74', '2025-04-30', 0]
 * decideSoftwareCancellation(order, { policy: 'software-2022' }).lastDay; //=> '2025-03-08'
 * decideSoftwareCancellation(order, { policy: 'software' }).allowed; //=> false
 */
export function decideSoftwareCancellation(
  facts: SoftwareCancellationInput,
  options?: SoftwarePolicyOptions,
): SoftwareCancellationDecision {
  return unwrap(tryDecideSoftwareCancellation(facts, options));
}

/** {@link decideSoftwareCancellation} for facts of unknown shape. Never throws. */
export function tryDecideSoftwareCancellation(
  facts: unknown,
  options?: SoftwarePolicyOptions,
): Parsed<SoftwareCancellationDecision> {
  const issues: Issue[] = [];
  const read = readCancellationFacts(facts, options, issues);
  return read === undefined ? { ok: false, issues } : { ok: true, value: decide(read) };
}

function decide(read: SoftwareCancellationFacts): SoftwareCancellationDecision {
  const { chosen, request, purchasedOn, canceledOn, windowDays, qualifies } = read;
  const { policy } = chosen;
  const cites = softwareCitations[policy.document];
  const daysSincePurchase = canceledOn - purchasedOn;
  const missing = missingOf(read);
  const allowedRoles = rolesAllowed('software.cancel');
  const assumed: SoftwareAssumed[] = [];
  if (chosen.assumed) assumed.push('policy');
  if (qualifies === undefined) assumed.push('qualifies');
  const supersededBy = supersededByOn(chosen, purchasedOn);
  const superseded: readonly 'superseded'[] = supersededBy === null ? [] : ['superseded'];
  const ofChoice: InterpretationId[] = chosen.assumed ? ['R-WHICH'] : [];
  if (supersededByOn(chosen, canceledOn) !== null) ofChoice.push('R-WHEN');

  const [first, ...others] = obstaclesOf(read, daysSincePurchase);
  if (windowDays === null || first !== undefined || missing.length > 0) {
    const { reason, obstacles, because, interpretations } =
      first !== undefined
        ? deny([first, ...others], [], ofChoice)
        : // SOF-6: nothing else is against it, but what SOF-5 asks for is not all there.
          deny(
            [obstacleOf(cancellationRefusals, 'support-required', cites)],
            ['SOF-5'],
            ['R-SIXTY', ...ofChoice],
          );
    return {
      kind: 'software-cancellation',
      allowed: false,
      reason,
      obstacles,
      because,
      interpretations,
      lastDay: windowDays === null ? null : formatDay(purchasedOn + windowDays),
      daysLeft: windowDays === null ? null : Math.max(0, windowDays - daysSincePurchase),
      daysSincePurchase,
      allowedRoles,
      ignoredRoles: read.ignoredRoles,
      missing,
      credit: null,
      lines: [],
      effects: [],
      notes: superseded,
      assumed,
      request,
      policy,
      supersededBy,
    };
  }

  const { credit, lines, interpretations } = creditOf(read);
  const isUnstated = credit.basis === 'unstated';
  return {
    kind: 'software-cancellation',
    allowed: true,
    because:
      cites.window === cites.credit
        ? [cites.window, 'SOF-4', 'SOF-5', 'SOF-7']
        : [cites.window, cites.credit, 'SOF-4', 'SOF-5', 'SOF-7'],
    interpretations: ['R-SIXTY', ...interpretations, ...ofChoice],
    lastDay: formatDay(purchasedOn + windowDays),
    daysLeft: windowDays - daysSincePurchase,
    daysSincePurchase,
    allowedRoles,
    ignoredRoles: read.ignoredRoles,
    missing: [],
    credit,
    lines,
    effects: isUnstated ? effectsWithoutCredit : cancellationEffects,
    notes: isUnstated ? ['credit-unstated', ...superseded] : superseded,
    assumed,
    request,
    policy,
    supersededBy,
  };
}

/** SOF-7, without the credit of which nothing is said. */
const effectsWithoutCredit: readonly CancellationEffect[] = Object.freeze(
  cancellationEffects.filter((effect) => effect !== 'credit-on-next-monthly-invoice'),
);

function obstaclesOf(
  { chosen, kind, windowDays, roles, qualifies }: SoftwareCancellationFacts,
  daysSincePurchase: number,
): Refusal[] {
  const cites = softwareCitations[chosen.policy.document];
  const reasons: SoftwareCancellationRefusal[] = [];
  // SOF-1: software that has a window, and within it.
  if (qualifies === false) reasons.push('not-eligible');
  if (windowDays === null) reasons.push('undefined-by-text');
  else if (daysSincePurchase > windowDays) reasons.push('window-passed');
  // SOF-3: nothing that cannot be cancelled at all.
  if (chosen.policy.nonCancellable.includes(kind)) reasons.push('not-cancellable');
  // SOF-4: by somebody who may.
  if (!isAllowed(roles, 'software.cancel')) reasons.push('not-granted');
  return reasons.map((reason) => obstacleOf(cancellationRefusals, reason, cites));
}

/** SOF-5: what a cancellation asks for, and the caller did not give. */
function missingOf({
  customer,
  productName,
  orderId,
  messageRead,
}: SoftwareCancellationFacts): CancellationParticular[] {
  const given: Record<CancellationParticular, boolean> = {
    customer: customer !== undefined && Object.keys(customer).length > 0,
    productName: productName !== undefined,
    orderId: orderId !== undefined,
    messageRead: messageRead === true,
  };
  return cancellationParticulars.filter((particular) => !given[particular]);
}
