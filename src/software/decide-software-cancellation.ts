import { formatDay } from '../kernel/day.ts';
import { deny, type Obstacle } from '../kernel/decision.ts';
import { isAllowed } from '../roles/is-allowed.ts';
import { rolesAllowed } from '../roles/roles-allowed.ts';
import { creditOf } from './credit.ts';
import { readCancellationFacts, type SoftwareCancellationFacts } from './input.ts';
import type { SoftwareCancellationInput } from './request.ts';
import type {
  SoftwareCancellationDecision,
  SoftwareCancellationRefusal,
} from './software-cancellation.ts';
import {
  type CancellationParticular,
  cancellationEffects,
  cancellationParticulars,
  keptKinds,
  windowDays,
} from './terms.ts';

type Refusal = Obstacle<SoftwareCancellationRefusal>;

/**
 * Answers whether somebody can cancel a purchase of software on a day, until when, what is credited
 * on the next monthly invoice, and what comes of it.
 *
 * Days are UTC calendar days, and day 60 after the purchase is the last one. Amounts are decimal
 * strings in the currency's major units; without a price the credit has its basis alone. There is
 * neither fee nor limit. `missing` lists what the cancellation asks for and was not given; where
 * nothing else stands in the way, that is what sends one to support.
 *
 * @throws InputError with every issue, where the facts are malformed. `parseRole` reads other
 * spellings of a role.
 *
 * Clauses: SOF-1 to SOF-7 (`software`, Cancel a purchase and Post-cancellation details); readings
 * R-SIXTY, R-PRORATE, R-BASIS, R-ROUND.
 *
 * @example
 * const { credit, lastDay, daysLeft } = decideSoftwareCancellation({
 *   kind: 'subscription', term: 'P1Y', paid: '1200.00', currency: 'USD', qualifies: true,
 *   purchasedOn: '2025-03-01', canceledOn: '2025-04-30', roles: 'admin-agent',
 *   customer: { domain: 'contoso.com' }, productName: 'SQL Server', orderId: 'O-1', messageRead: true,
 * });
 * [credit?.amount, lastDay, daysLeft]; //=> ['1002.74', '2025-04-30', 0]
 */
export function decideSoftwareCancellation(
  facts: SoftwareCancellationInput,
): SoftwareCancellationDecision {
  const read = readCancellationFacts(facts);
  const { request, purchasedOn, canceledOn, qualifies } = read;
  const lastDay = formatDay(purchasedOn + windowDays);
  const daysSincePurchase = canceledOn - purchasedOn;
  const daysLeft = Math.max(0, windowDays - daysSincePurchase);
  const missing = missingOf(read);
  const allowedRoles = rolesAllowed('software.cancel');

  const [first, ...others] = obstaclesOf(read, daysSincePurchase);
  if (first !== undefined || missing.length > 0) {
    const { reason, obstacles, because, readings } =
      first !== undefined ? deny([first, ...others]) : deny([unclear], ['SOF-5'], ['R-SIXTY']);
    return {
      allowed: false,
      reason,
      obstacles,
      because,
      readings,
      lastDay,
      daysLeft,
      daysSincePurchase,
      allowedRoles,
      missing,
      credit: null,
      lines: [],
      effects: [],
      assumed: qualifies === undefined ? ['qualifies'] : [],
      request,
    };
  }

  const { credit, lines, readings } = creditOf(read);
  return {
    allowed: true,
    because: ['SOF-1', 'SOF-2', 'SOF-4', 'SOF-5', 'SOF-7'],
    readings: ['R-SIXTY', ...readings],
    lastDay,
    daysLeft,
    daysSincePurchase,
    allowedRoles,
    missing: [],
    credit,
    lines,
    effects: cancellationEffects,
    assumed: qualifies === undefined ? ['qualifies'] : [],
    request,
  };
}

function obstaclesOf(
  { kind, roles, qualifies }: SoftwareCancellationFacts,
  daysSincePurchase: number,
): Refusal[] {
  const obstacles: Refusal[] = [];
  // SOF-1: software that has a window, and within it.
  if (qualifies === false) {
    obstacles.push({ reason: 'not-eligible', clause: 'SOF-1', nextStep: 'keep-the-software' });
  }
  if (daysSincePurchase > windowDays) {
    obstacles.push({
      reason: 'window-passed',
      clause: 'SOF-1',
      reading: 'R-SIXTY',
      nextStep: 'keep-the-software',
    });
  }
  // SOF-3: nothing that cannot be cancelled at all.
  if (keptKinds.has(kind)) {
    obstacles.push({ reason: 'not-cancellable', clause: 'SOF-3', nextStep: 'keep-the-software' });
  }
  // SOF-4: by somebody who may.
  if (!isAllowed(roles, 'software.cancel')) {
    obstacles.push({ reason: 'not-granted', clause: 'SOF-4', nextStep: 'ask-an-allowed-role' });
  }
  return obstacles;
}

/** SOF-6: nothing stands in the way, but what SOF-5 asks for is not all there. */
const unclear: Refusal = Object.freeze({
  reason: 'support-required',
  clause: 'SOF-6',
  nextStep: 'request-support',
});

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
