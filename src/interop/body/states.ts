import { type Issue, issue } from '../../kernel/issue.ts';
import { type BodyFields, type BodyValue, readOptionalBodyFields } from './body-fields.ts';

/** The vendor's words for a state, in lower case: it writes them in more than one. */
interface States {
  readonly live: readonly string[];
  readonly dead: readonly string[];
}

const provisioning: States = {
  live: [
    'creating',
    'pendingresourcehold',
    'confirmedresourcehold',
    'pendingbilling',
    'confirmedbilling',
    'created',
    'succeeded',
  ],
  dead: ['cancelled', 'canceled', 'expired', 'billingfailed', 'failed', 'split', 'merged'],
};

const displayed: States = {
  live: ['succeeded', 'expiring', 'pending', 'processing', 'warning', 'nobenefit'],
  dead: ['cancelled', 'canceled', 'expired', 'failed'],
};

const softwareOrder: States = {
  live: ['completed', 'pending'],
  dead: ['cancelled', 'canceled'],
};

const subscription: States = {
  live: ['active', 'suspended', 'pending'],
  dead: ['deleted', 'expired', 'disabled', 'cancelled', 'canceled'],
};

const operation: States = {
  live: ['succeeded'],
  dead: ['failed', 'cancelled', 'canceled'],
};

/** Operations that the service has accepted and not finished. */
const unfinished = ['pending', 'pendingrefunds', 'pendingpurchases', 'inprogress', 'running'];

/** The places where a body states that a reservation or its order is live. */
export const stateNames = ['provisioningState', 'displayProvisioningState'] as const;

type StateFields = BodyFields<(typeof stateNames)[number]>;

/** Returns whether a state is a known dead one. */
export function isDead({ provisioningState, displayProvisioningState }: StateFields): boolean {
  return (
    isOneOf(provisioning.dead, provisioningState) ||
    isOneOf(displayed.dead, displayProvisioningState)
  );
}

/** Checks that a reservation or its order is live, as far as the body states it. */
export function checkLive(
  { provisioningState, displayProvisioningState }: StateFields,
  issues: Issue[],
): void {
  checkState(provisioningState, provisioning, 'a reservation that is still there', issues);
  checkState(displayProvisioningState, displayed, 'a reservation that is still there', issues);
}

/** Checks that a software order is live. */
export function checkOrderStatus(status: BodyValue, issues: Issue[]): void {
  checkState(status, softwareOrder, 'an order that is still there', issues);
}

/** Checks that a subscription is live. */
export function checkSubscriptionStatus(status: BodyValue, issues: Issue[]): void {
  checkState(status, subscription, 'a subscription that is still there', issues);
}

/**
 * Checks that the operation that a body answers for is done. If it is not, there is nothing else to
 * read: the only issue is reported, and `false` returned.
 */
export function isDone(body: BodyValue, issues: Issue[]): boolean {
  const { status } = readOptionalBodyFields(body, ['status'], []);
  if (isOneOf(unfinished, status)) {
    const expected = 'an answer with figures (the operation is not done; ask again)';
    issues.push(issue(status.path, 'unsupported', expected, status.value));
    return false;
  }
  checkState(status, operation, 'an operation that succeeded', issues);
  return true;
}

function checkState(
  stated: BodyValue,
  { live, dead }: States,
  expected: string,
  issues: Issue[],
): void {
  const { value, path } = stated;
  if (value === undefined || isOneOf(live, stated)) return;
  const isKnown = isOneOf(dead, stated);
  const code = isKnown ? 'contradiction' : 'unknown-value';
  issues.push(issue(path, code, isKnown ? expected : 'a known state, such as Succeeded', value));
}

/** Returns whether a word is one of some, in any case. */
export function isOneOf(words: readonly string[], { value }: BodyValue): boolean {
  return typeof value === 'string' && words.includes(value.toLowerCase());
}
