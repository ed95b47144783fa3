import { InputError, type Issue } from '../kernel/issue.ts';
import { ownField } from '../kernel/read.ts';
import { decideMarket, type MarketNote } from '../markets/index.ts';
import type { ClauseId } from '../vocabulary/clauses.ts';
import { type Allowed, type Denied, deny, type Obstacle } from '../vocabulary/decision.ts';
import { effectClauses, type PurchaseEffects, purchaseEffects } from './customer-tasks.ts';
import type { CustomerPurchaseFacts, CustomerPurchaseRequest } from './facts.ts';
import { readCustomerPurchase } from './read-facts.ts';

/** Why a customer cannot buy a reservation themselves. */
export type CustomerPurchaseRefusal =
  | 'no-subscription'
  | 'not-owner'
  | 'permission-off'
  | 'market-unavailable';

interface PurchaseAnswer {
  readonly kind: 'customer-purchase';
  /** The note on a market that is not listed. */
  readonly notes: readonly MarketNote[];
  /** The facts that were not given and are assumed. */
  readonly assumed: readonly 'market'[];
  /** The facts in canonical form. */
  readonly request: CustomerPurchaseRequest;
}

export interface AllowedCustomerPurchase extends Allowed, PurchaseAnswer {
  /** Effects of the purchase for the partner. */
  readonly effects: PurchaseEffects;
}

export interface DeniedCustomerPurchase extends Denied<CustomerPurchaseRefusal>, PurchaseAnswer {
  readonly effects: null;
}

/** A decision on a customer's own purchase of a reservation, with obstacles and effects. */
export type CustomerPurchaseDecision = AllowedCustomerPurchase | DeniedCustomerPurchase;

/**
 * Decides whether a user of the customer can buy an Azure reservation themselves: on an Azure plan
 * or Azure Global subscription that the partner bought, as its Owner, with the permission on, and
 * in a market with reservations. All missing conditions are reported together.
 *
 * @throws InputError with every issue, if the facts are malformed or the market is unknown.
 *
 * Clauses: CUS-1 and CUS-3 to CUS-8 (`customer-permission`), MKT-1 (`software`, Azure reservations
 * unavailable markets); interpretation R-CONDITIONS.
 *
 * @example
 * const decision = decideCustomerPurchase({
 *   subscription: { offer: 'azure-plan', boughtBy: 'partner', userRole: 'other' },
 *   permission: 'off',
 * });
 * decision.allowed; //=> false
 * decision.because; //=> ['CUS-4', 'CUS-1', 'CUS-3']
 * if (!decision.allowed) decision.obstacles.map(({ nextStep }) => nextStep);
 * //=> ['assign-the-owner-role', 'turn-on-the-permission']
 */
export function decideCustomerPurchase(facts: CustomerPurchaseFacts): CustomerPurchaseDecision {
  const issues: Issue[] = [];
  const request = readCustomerPurchase(facts, issues);
  if (request === undefined) throw new InputError(issues);

  const { subscription, permission } = request;
  const code = ownField(request, 'market');
  const market = code === undefined ? undefined : decideMarket(code);
  const notes = market === undefined ? [] : market.notes;
  const assumed = market === undefined ? (['market'] as const) : [];
  const obstacles: Obstacle<CustomerPurchaseRefusal>[] = [];

  // CUS-3: an Azure plan or Azure Global subscription that the partner bought.
  if (
    subscription === null ||
    subscription.offer === 'other' ||
    subscription.boughtBy !== 'partner'
  ) {
    obstacles.push({
      reason: 'no-subscription',
      clause: 'CUS-3',
      nextStep: 'buy-a-subscription',
    });
  }
  // CUS-4: of which the user is Owner.
  if (subscription?.userRole !== 'owner') {
    obstacles.push({ reason: 'not-owner', clause: 'CUS-4', nextStep: 'assign-the-owner-role' });
  }
  // CUS-1: the permission, which is off until somebody turns it on.
  if (permission === 'off') {
    obstacles.push({
      reason: 'permission-off',
      clause: 'CUS-1',
      nextStep: 'turn-on-the-permission',
    });
  }
  // R-CONDITIONS, MKT-1: a market in which reservations can be had.
  if (market?.allowed === false) {
    obstacles.push({
      reason: 'market-unavailable',
      clause: 'MKT-1',
      interpretation: 'R-CONDITIONS',
      nextStep: 'continue-without-a-reservation',
    });
  }

  const [first, ...others] = obstacles;
  if (first !== undefined) {
    const denied = deny([first, ...others], ['CUS-3'], ['R-CONDITIONS']);
    return {
      kind: 'customer-purchase',
      allowed: false,
      reason: denied.reason,
      obstacles: denied.obstacles,
      because: denied.because,
      interpretations: denied.interpretations,
      effects: null,
      notes,
      assumed,
      request,
    };
  }
  const because: ClauseId[] = ['CUS-3', 'CUS-4', 'CUS-1'];
  if (market !== undefined) because.push('MKT-1');
  because.push(...effectClauses);
  return {
    kind: 'customer-purchase',
    allowed: true,
    because,
    interpretations: ['R-CONDITIONS'],
    effects: purchaseEffects,
    notes,
    assumed,
    request,
  };
}
