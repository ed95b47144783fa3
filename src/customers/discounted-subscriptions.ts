import { InputError, type Issue, issue } from '../kernel/issue.ts';
import type { ClauseId } from '../vocabulary/clauses.ts';
import type { InterpretationId } from '../vocabulary/interpretations.ts';
import type { DiscountFacts } from './facts.ts';
import { readDiscountFacts } from './read-facts.ts';

/** The subscriptions that get a reservation's discount. */
export interface DiscountedSubscriptions {
  readonly kind: 'discounted-subscriptions';
  /** In the order in which they were given. */
  readonly subscriptionIds: readonly string[];
  readonly because: readonly ClauseId[];
  readonly interpretations: readonly InterpretationId[];
  /** The facts in canonical form. */
  readonly request: DiscountFacts;
}

/**
 * Returns the subscriptions whose matching usage gets a reservation's discount: with a shared scope
 * all that this partner bought for this customer, with a single scope only that subscription. Never
 * those of other customers or partners.
 *
 * @throws InputError with every issue, if the facts are malformed, a subscription is listed twice,
 * or the one of a single scope is not listed as bought by this partner for this customer.
 *
 * Clause: CUS-9 (`customer-permission`, Help customers manage reservations they purchase, shared
 * scope). It describes the shared scope; a single scope is the case without sharing.
 *
 * @example
 * discountedSubscriptions({
 *   scope: 'shared', customerId: 'contoso', partnerId: 'us',
 *   subscriptions: [
 *     { id: 'a', customerId: 'contoso', partnerId: 'us' },
 *     { id: 'b', customerId: 'contoso', partnerId: 'them' },
 *     { id: 'c', customerId: 'contoso', partnerId: 'us' },
 *   ],
 * }).subscriptionIds; //=> ['a', 'c']
 */
export function discountedSubscriptions(facts: DiscountFacts): DiscountedSubscriptions {
  const issues: Issue[] = [];
  const request = readDiscountFacts(facts, issues);
  if (request === undefined) throw new InputError(issues);

  // CUS-9: what this partner bought for this customer.
  const { customerId, partnerId, subscriptions } = request;
  const shared = subscriptions
    .filter((one) => one.customerId === customerId && one.partnerId === partnerId)
    .map(({ id }) => id);
  const kind = 'discounted-subscriptions';
  if (request.scope === 'shared') {
    return { kind, subscriptionIds: shared, because: ['CUS-9'], interpretations: [], request };
  }
  const { subscriptionId } = request;
  if (!shared.includes(subscriptionId)) {
    const expected = 'the id of a listed subscription that this partner bought for this customer';
    throw new InputError([issue(['subscriptionId'], 'unknown-value', expected, subscriptionId)]);
  }
  return {
    kind,
    subscriptionIds: [subscriptionId],
    because: ['CUS-9'],
    interpretations: [],
    request,
  };
}
