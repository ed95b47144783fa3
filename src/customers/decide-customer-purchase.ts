import { InputError, type Issue } from '../kernel/issue.ts';
import { ownField } from '../kernel/read.ts';
import { decideMarket, type MarketNote } from '../markets/index.ts';
import type { ClauseId } from '../vocabulary/clauses.ts';
import { type Allowed, type Denied, deny } from '../vocabulary/decision.ts';
import { obstacleOf } from '../vocabulary/refusal.ts';
import {
  effectClauses,
  type PurchaseEffects,
  purchaseEffects,
  SAVINGS_PLANS_FROM,
} from './customer-tasks.ts';
import type { CustomerPurchaseFacts, CustomerPurchaseRequest } from './facts.ts';
import { readCustomerPurchase } from './read-facts.ts';
import { type CustomerPurchaseRefusal, purchaseRefusals } from './refusals.ts';

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

/** A decision on a customer's own purchase, with obstacles and effects. */
export type CustomerPurchaseDecision = AllowedCustomerPurchase | DeniedCustomerPurchase;

/**
 * Decides whether a user of the customer can buy an Azure reservation or an Azure savings plan
 * themselves: on an Azure plan or Azure Global subscription that the partner bought (a savings plan
 * needs an Azure plan), as its Owner, with the permission on, and in a market with reservations. All
 * missing conditions are reported together.
 *
 * @throws InputError with every issue, if the facts are malformed or the market is unknown.
 *
 * Clauses: CUS-1, CUS-3 to CUS-8 (`customer-permission`), CUS-11, CUS-13 (its revision of 2022-10-13), MKT-1 (`software`, Azure reservations
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

  const product = ownField(request, 'product') ?? 'reservation';
  const code = ownField(request, 'market');
  const market = code === undefined ? undefined : decideMarket(code);
  const isReservation = product === 'reservation';
  const answer: PurchaseAnswer = {
    kind: 'customer-purchase',
    notes: market?.notes ?? [],
    assumed: isReservation && market === undefined ? ['market'] : [],
    request,
  };
  const [first, ...others] = reasonsAgainst(request, market?.allowed !== false).map((reason) =>
    obstacleOf(purchaseRefusals, reason, undefined),
  );
  if (first !== undefined) {
    const denied = deny([first, ...others], ['CUS-3'], ['R-CONDITIONS']);
    return { ...denied, ...answer, effects: null };
  }
  const because: ClauseId[] = ['CUS-3', 'CUS-4', 'CUS-1'];
  if (!isReservation) because.push('CUS-11');
  if (market !== undefined) because.push('MKT-1');
  because.push(...effectClauses[product]);
  return {
    allowed: true,
    because,
    interpretations: ['R-CONDITIONS'],
    ...answer,
    effects: purchaseEffects[product],
  };
}

function reasonsAgainst(
  request: CustomerPurchaseRequest,
  isInMarket: boolean,
): CustomerPurchaseRefusal[] {
  const { subscription, permission } = request;
  const reasons: CustomerPurchaseRefusal[] = [];
  const isSavingsPlan = ownField(request, 'product') === 'savings-plan';
  const asOf = ownField(request, 'asOf');
  if (isSavingsPlan && asOf !== undefined && asOf < SAVINGS_PLANS_FROM) {
    reasons.push('not-yet-offered'); // CUS-11
  }
  if (
    subscription === null ||
    subscription.offer === 'other' ||
    subscription.boughtBy !== 'partner'
  ) {
    reasons.push('no-subscription'); // CUS-3
  } else if (isSavingsPlan && subscription.offer !== 'azure-plan') {
    reasons.push('no-azure-plan'); // CUS-11
  }
  if (subscription?.userRole !== 'owner') reasons.push('not-owner'); // CUS-4
  if (permission === 'off') reasons.push('permission-off'); // CUS-1
  if (!isInMarket) reasons.push('market-unavailable'); // MKT-1, R-CONDITIONS
  return reasons;
}
