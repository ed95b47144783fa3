import { InputError, type Issue, issue } from '../kernel/issue.ts';
import { ownField } from '../kernel/read.ts';
import type { ClauseId } from '../vocabulary/clauses.ts';
import { type Allowed, type Denied, deny } from '../vocabulary/decision.ts';
import { obstacleOf } from '../vocabulary/refusal.ts';
import { type CustomerTask, type CustomerTaskWay, customerTaskTerms } from './customer-tasks.ts';
import type { CustomerTaskFacts } from './facts.ts';
import { readCustomerTask, readCustomerTaskFacts } from './read-facts.ts';
import { type CustomerTaskRefusal, taskRefusals } from './refusals.ts';

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
 * A savings plan is managed in the Microsoft portal and never cancelled or exchanged; the documents do
 * not say how its scope is set or how it is renewed. They do not cover subscriptions that someone else
 * bought.
 *
 * @throws InputError with every issue, if the task is unknown or the facts are malformed.
 *
 * Clauses: CUS-7 (`customer-permission`, Help customers manage reservations they purchase), CUS-12 (its revision of
 * 2022-10-13), RES-10
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
  const isSavingsPlan = read !== undefined && ownField(read, 'product') === 'savings-plan';
  if (asked === 'get-server-keys' && isSavingsPlan) {
    const expected = 'no savings plan together with get-server-keys';
    issues.push(issue(['product'], 'contradiction', expected, 'savings-plan'));
  }
  if (read === undefined || issues.length > 0) throw new InputError(issues);
  const request: CustomerTaskRequest = { task: asked, ...read };

  const terms = customerTaskTerms[asked];
  const isOurs = request.subscriptionBoughtBy === 'partner';
  const reason = isOurs ? reasonAgainst(asked, isSavingsPlan) : 'out-of-scope';
  const kind = 'customer-task';
  if (reason === undefined) {
    const how = terms.how as AllowedCustomerTask['how'];
    const because: readonly ClauseId[] = [isSavingsPlan ? 'CUS-12' : terms.clause];
    return { kind, allowed: true, because, interpretations: [], how, request };
  }
  const denied = deny([obstacleOf(taskRefusals, reason, terms)]);
  return { ...denied, kind, how: reason === 'through-the-partner' ? reason : null, request };
}

function reasonAgainst(
  task: CustomerTask,
  isSavingsPlan: boolean,
): CustomerTaskRefusal | undefined {
  const { how } = customerTaskTerms[task];
  if (!isSavingsPlan) return how === 'through-the-partner' ? how : undefined;
  if (task === 'exchange' || task === 'cancel') return 'never-for-savings-plans';
  return how === 'in-the-vendors-portal' ? undefined : 'undefined-by-text';
}
