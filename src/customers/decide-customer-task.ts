import { InputError, type Issue } from '../kernel/issue.ts';
import type { Allowed, Denied, Obstacle } from '../vocabulary/decision.ts';
import { type CustomerTask, type CustomerTaskWay, customerTaskTerms } from './customer-tasks.ts';
import type { CustomerTaskFacts } from './facts.ts';
import { readCustomerTask, readCustomerTaskFacts } from './read-facts.ts';

/** Why a customer cannot do it themselves. */
export type CustomerTaskRefusal = 'through-the-partner' | 'out-of-scope';

/** A task and its facts in canonical form. */
export interface CustomerTaskRequest extends CustomerTaskFacts {
  readonly task: CustomerTask;
}

interface CustomerTaskAnswer {
  readonly kind: 'customer-task';
  /** The facts in canonical form. */
  readonly request: CustomerTaskRequest;
}

export interface AllowedCustomerTask extends Allowed, CustomerTaskAnswer {
  /** The time or place at which the customer does it. */
  readonly how: Exclude<CustomerTaskWay, 'through-the-partner'>;
}

export interface DeniedCustomerTask extends Denied<CustomerTaskRefusal>, CustomerTaskAnswer {
  /** The other way to do it; `null` if the documents state none. */
  readonly how: 'through-the-partner' | null;
}

/** A decision on a customer's own task with a purchase, and the way to do it. */
export type CustomerTaskDecision = AllowedCustomerTask | DeniedCustomerTask;

/**
 * Decides whether a user of the customer can do a task themselves with a reservation that the
 * customer bought: they choose its first scope during the purchase and manage it in the Microsoft
 * portal; the partner exchanges, cancels and renews it, and changes its scope. The customer gets keys
 * and downloads of server subscriptions in their own admin center.
 *
 * The documents do not cover subscriptions that someone else bought.
 *
 * @throws InputError with every issue, if the task is unknown or the facts are malformed.
 *
 * Clauses: CUS-7 (`customer-permission`, Help customers manage reservations they purchase), RES-10
 * (`reservations`, note at the top), SOF-10 (`software`, Server subscription download and license
 * keys).
 *
 * @example
 * const decision = decideCustomerTask('exchange', { subscriptionBoughtBy: 'partner' });
 * decision.allowed; //=> false
 * decision.how; //=> 'through-the-partner'
 * decideCustomerTask('manage', { subscriptionBoughtBy: 'partner' }).how; //=> 'in-the-vendors-portal'
 */
export function decideCustomerTask(
  task: CustomerTask,
  facts: CustomerTaskFacts,
): CustomerTaskDecision {
  const issues: Issue[] = [];
  const asked = readCustomerTask(task, issues);
  const read = readCustomerTaskFacts(facts, issues);
  if (read === undefined || issues.length > 0) throw new InputError(issues);
  const request: CustomerTaskRequest = { task: asked, ...read };

  const { how, clause, scope } = customerTaskTerms[asked];
  const isOurs = request.subscriptionBoughtBy === 'partner';
  if (isOurs && how !== 'through-the-partner') {
    const kind = 'customer-task';
    return { kind, allowed: true, because: [clause], interpretations: [], how, request };
  }
  const obstacle: Obstacle<CustomerTaskRefusal> = isOurs
    ? // CUS-7: exchanges, cancellations, renewals and later scopes are the partner's to make.
      { reason: 'through-the-partner', clause, nextStep: 'ask-the-partner' }
    : // RES-10, SOF-10: what the documents speak of is what the partner sold.
      { reason: 'out-of-scope', clause: scope, nextStep: 'check-the-other-agreement' };
  return {
    kind: 'customer-task',
    allowed: false,
    reason: obstacle.reason,
    obstacles: [obstacle],
    because: [obstacle.clause],
    interpretations: [],
    how: isOurs ? 'through-the-partner' : null,
    request,
  };
}
