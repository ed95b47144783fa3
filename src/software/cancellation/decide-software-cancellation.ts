import { addMonths } from '../../kernel/day.ts';
import { formatInstant } from '../../kernel/instant.ts';
import { type Issue, type Parsed, unwrap } from '../../kernel/issue.ts';
import type { ClauseId } from '../../vocabulary/clauses.ts';
import { deny, type Obstacle } from '../../vocabulary/decision.ts';
import type { InterpretationId } from '../../vocabulary/interpretations.ts';
import { obstacleOf } from '../../vocabulary/refusal.ts';
import { softwareCitations } from '../policy/citations.ts';
import { particularsOf } from '../policy/kind-rules.ts';
import { type SoftwarePolicyOptions, supersededByOn } from '../policy/ready-policy.ts';
import {
  type CancellationEffect,
  type CancellationParticular,
  cancellationEffects,
  softwareTermMonths,
} from '../policy/software-policy.ts';
import { cancellationRefusals, type RefusalGrounds } from '../refusals.ts';
import type {
  SoftwareAssumed,
  SoftwareCancellationDecision,
  SoftwareCancellationRefusal,
  SoftwareNote,
} from './cancellation.ts';
import { type CancellingRoles, cancellingRoles } from './cancelling-roles.ts';
import { creditOf } from './credit.ts';
import { readCancellationFacts, type SoftwareCancellationFacts } from './facts.ts';
import type { SoftwareCancellationInput } from './request.ts';
import { type CancellationWindow, lastDayText, windowOf } from './window.ts';

type Refusal = Obstacle<SoftwareCancellationRefusal>;

/**
 * Decides whether somebody can cancel a purchase of software on a day, until when, what is credited
 * on the next monthly invoice, and what comes of it.
 *
 * Days are UTC calendar days, and the last day of the window counts: day 60 after the purchase by
 * the default policy. Amounts are decimal strings in the currency's major units; without a price the
 * credit has its basis alone. There is neither fee nor limit. `missing` lists the required details that were
 * not given; if nothing else stands in the way, they lead to support.
 *
 * A credit over the charge cycle needs `billingCycle` and, if it is rounded for each unit, `quantity`. On a day on
 * which hours decide, it needs the instants of the purchase and the cancellation. The vendor's own instants
 * (`cancellationAllowedUntilDate`, `refundOptions`, `refundableQuantity`) decide instead of the policy, with the note
 * `vendor-differs` if the policy has it otherwise.
 *
 * If the policy's text leaves something open, a credit has the basis `unstated` and no amount, and a window
 * that is not stated is refused as `undefined-by-text`.
 *
 * A list of roles can hold names in any spelling, and names that no rule knows: `ignoredRoles` lists them.
 *
 * @throws InputError with every issue, if the facts or the policy are malformed, a fact is missing that could
 * change the answer, or the one role or all roles of a list are unknown.
 *
 * Clauses: SOF-1 to SOF-7 (`software`, Cancel a purchase and Post-cancellation details), SOF-13 to
 * SOF-15, SOF-17 and SOF-19 to SOF-22 (its other revisions), SOF-24 and SOF-25 (other pages), ROL-14; interpretations
 * R-SIXTY, R-HOURS, R-PRORATE, R-TODAY, R-BASIS, R-ROUND, R-UNIT, R-ENDED, R-WHICH, R-WHEN.
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
  const decision = read && decide(read, issues);
  return decision === undefined || issues.length > 0
    ? { ok: false, issues }
    : { ok: true, value: decision };
}

/** Decides; the value counts only if no issue was reported. */
function decide(read: SoftwareCancellationFacts, issues: Issue[]): SoftwareCancellationDecision {
  const { chosen, request, purchasedOn, canceledOn, ignoredRoles } = read;
  const { policy } = chosen;
  const cites = softwareCitations[policy.document];
  const window = windowOf(read, issues);
  const allowed = cancellingRoles(policy, canceledOn);
  const missing = missingOf(read);
  const supersededBy = supersededByOn(chosen, purchasedOn);
  const superseded: readonly 'superseded'[] = supersededBy === null ? [] : ['superseded'];
  const ofChoice: InterpretationId[] = chosen.assumed ? ['R-WHICH'] : [];
  if (supersededByOn(chosen, canceledOn) !== null) ofChoice.push('R-WHEN');
  const ofWindow = window.interpretation === undefined ? [] : [window.interpretation];
  const figures = {
    lastDay: lastDayText(window),
    endsAt: window.endsAt === null ? null : formatInstant(window.endsAt),
    daysLeft: window.lastDay === null ? null : Math.max(0, window.lastDay - canceledOn),
    daysSincePurchase: canceledOn - purchasedOn,
    allowedRoles: allowed.roles,
    ignoredRoles,
  };
  const facts = { assumed: assumedOf(read, window), request, policy, supersededBy };

  const grounds: RefusalGrounds = { ...window, cites };
  const [first, ...others] = obstaclesOf(read, window, allowed, grounds);
  if (first !== undefined || missing.length > 0) {
    const { reason, obstacles, because, interpretations } =
      first !== undefined
        ? deny([first, ...others], [], ofChoice)
        : // SOF-6: nothing else is against it, but the required details are not all there.
          deny(
            [obstacleOf(cancellationRefusals, 'support-required', grounds)],
            [cites.particulars],
            [...ofWindow, ...ofChoice],
          );
    return {
      kind: 'software-cancellation',
      allowed: false,
      reason,
      obstacles,
      because,
      interpretations,
      ...figures,
      missing,
      credit: null,
      lines: [],
      effects: [],
      notes: window.differs ? [...superseded, 'vendor-differs'] : superseded,
      ...facts,
    };
  }

  const { credit, lines, interpretations, clauses, differs } = creditOf(read, issues);
  const isUnstated = credit.basis === 'unstated';
  const notes: SoftwareNote[] = isUnstated ? ['credit-unstated', ...superseded] : [...superseded];
  if (window.differs || differs) notes.push('vendor-differs');
  const because = [window.clause, ...clauses, ...allowed.clauses, cites.particulars, 'SOF-7'];
  return {
    kind: 'software-cancellation',
    allowed: true,
    because: [...new Set(because)] as ClauseId[],
    interpretations: [...new Set([...ofWindow, ...interpretations, ...ofChoice])],
    ...figures,
    missing: [],
    credit,
    lines,
    effects: isUnstated ? effectsWithoutCredit : cancellationEffects,
    notes,
    ...facts,
  };
}

/** SOF-7, without the credit of which nothing is said. */
const effectsWithoutCredit: readonly CancellationEffect[] = Object.freeze(
  cancellationEffects.filter((effect) => effect !== 'credit-on-next-monthly-invoice'),
);

function assumedOf(
  { chosen, qualifies }: SoftwareCancellationFacts,
  { isVendors }: CancellationWindow,
): SoftwareAssumed[] {
  const assumed: SoftwareAssumed[] = chosen.assumed ? ['policy'] : [];
  // A window that the vendor states is one.
  return qualifies === undefined && !isVendors ? [...assumed, 'qualifies'] : assumed;
}

function obstaclesOf(
  { chosen, kind, term, roles, qualifies, purchasedOn, canceledOn }: SoftwareCancellationFacts,
  { isOpen }: CancellationWindow,
  allowed: CancellingRoles,
  grounds: RefusalGrounds,
): Refusal[] {
  const reasons: SoftwareCancellationRefusal[] = [];
  // SOF-1: software that has a window, and within it.
  if (qualifies === false) reasons.push('not-eligible');
  if (isOpen === null) reasons.push('undefined-by-text');
  else if (!isOpen) reasons.push('window-passed');
  // R-ENDED: within its term.
  const hasEnded =
    term !== undefined && addMonths(purchasedOn, softwareTermMonths[term]) <= canceledOn;
  if (hasEnded && isOpen === true) reasons.push('term-ended');
  // SOF-3: nothing that cannot be cancelled at all.
  if (chosen.policy.nonCancellable.includes(kind)) reasons.push('not-cancellable');
  // SOF-4: by somebody who may.
  if (!roles.some((role) => allowed.roles.includes(role))) reasons.push('not-granted');
  return reasons.map((reason) => obstacleOf(cancellationRefusals, reason, grounds));
}

/** SOF-5, SOF-22: the details that the cancellation requires and the caller did not give. */
function missingOf(facts: SoftwareCancellationFacts): CancellationParticular[] {
  const { customer, productName, orderId, messageRead, friendlyName, subscriptionId } = facts;
  const given: Record<CancellationParticular, boolean> = {
    customer: customer !== undefined && Object.keys(customer).length > 0,
    productName: productName !== undefined,
    orderId: orderId !== undefined,
    messageRead: messageRead === true,
    subscription: friendlyName !== undefined || subscriptionId !== undefined,
  };
  return particularsOf(facts.kind, facts.chosen.policy).filter((particular) => !given[particular]);
}
