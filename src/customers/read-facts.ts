import { type Issue, issue } from '../kernel/issue.ts';
import { NO_TEXT, readArray, readBoolean, readFields, readName, readWord } from '../kernel/read.ts';
import { readMarket } from '../markets/read-market.ts';
import { readRoles } from '../roles/read-role.ts';
import {
  type CustomerTask,
  customerPermissions,
  customerTasks,
  discountScopes,
  subscriptionBuyers,
  subscriptionOffers,
  subscriptionRoles,
} from './customer-tasks.ts';
import type {
  BoughtSubscription,
  CustomerPurchaseFacts,
  CustomerPurchaseRequest,
  CustomerSubscription,
  CustomerTaskFacts,
  DiscountFacts,
  PermissionChangeFacts,
  PermissionChangeRequest,
} from './facts.ts';

const purchaseFields: ReadonlySet<string> = new Set<keyof CustomerPurchaseFacts>([
  'subscription',
  'permission',
  'market',
]);

/** Reads the facts of a purchase, or reports every issue. */
export function readCustomerPurchase(
  input: unknown,
  issues: Issue[],
): CustomerPurchaseRequest | undefined {
  const fields = readFields<keyof CustomerPurchaseFacts>(input, purchaseFields, [], issues);
  if (fields === undefined) return undefined;

  const subscription = readSubscription(fields.subscription, issues);
  const permission = readWord(fields.permission, customerPermissions, ['permission'], issues);
  const market =
    fields.market === undefined ? undefined : readMarket(fields.market, ['market'], issues);
  if (subscription === undefined || issues.length > 0) return undefined;

  return market === undefined
    ? { subscription, permission }
    : { subscription, permission, market: market.code };
}

const subscriptionFields: ReadonlySet<string> = new Set<keyof CustomerSubscription>([
  'offer',
  'boughtBy',
  'userRole',
]);

function readSubscription(
  input: unknown,
  issues: Issue[],
): CustomerSubscription | null | undefined {
  if (input === null) return null;
  if (input === undefined) {
    const expected = 'a subscription, or null if there is none';
    issues.push(issue(['subscription'], 'missing-field', expected, input));
    return undefined;
  }
  const path = ['subscription'];
  const fields = readFields<keyof CustomerSubscription>(input, subscriptionFields, path, issues);
  if (fields === undefined) return undefined;
  return {
    offer: readWord(fields.offer, subscriptionOffers, [...path, 'offer'], issues),
    boughtBy: readWord(fields.boughtBy, subscriptionBuyers, [...path, 'boughtBy'], issues),
    userRole: readWord(fields.userRole, subscriptionRoles, [...path, 'userRole'], issues),
  };
}

const changeFields: ReadonlySet<string> = new Set<keyof PermissionChangeFacts>([
  'roles',
  'current',
  'wanted',
  'hasSubscription',
]);

/** Reads the facts of a change of the permission, or reports every issue. */
export function readPermissionChange(
  input: unknown,
  issues: Issue[],
): PermissionChangeRequest | undefined {
  const fields = readFields<keyof PermissionChangeFacts>(input, changeFields, [], issues);
  if (fields === undefined) return undefined;

  const roles = readRoles(fields.roles, issues);
  const current = readWord(fields.current, customerPermissions, ['current'], issues);
  const wanted = readWord(fields.wanted, customerPermissions, ['wanted'], issues);
  const turnsOn = fields.current === 'off' && fields.wanted === 'on';
  const hasSubscription =
    turnsOn || fields.hasSubscription !== undefined
      ? readBoolean(fields.hasSubscription, ['hasSubscription'], issues)
      : undefined;
  if (issues.length > 0) return undefined;

  if (hasSubscription !== undefined) return { roles, current, wanted, hasSubscription };
  return current === 'on' ? { roles, current, wanted } : { roles, current, wanted: 'off' };
}

const taskFields: ReadonlySet<string> = new Set<keyof CustomerTaskFacts>(['subscriptionBoughtBy']);

/** Reads a task of the customer. */
export function readCustomerTask(input: unknown, issues: Issue[]): CustomerTask {
  return readWord(input, customerTasks, ['task'], issues);
}

/** Reads the facts of a task, or reports every issue. */
export function readCustomerTaskFacts(
  input: unknown,
  issues: Issue[],
): CustomerTaskFacts | undefined {
  const fields = readFields<keyof CustomerTaskFacts>(input, taskFields, [], issues);
  if (fields === undefined) return undefined;

  const { subscriptionBoughtBy: given } = fields;
  const path = ['subscriptionBoughtBy'];
  return { subscriptionBoughtBy: readWord(given, subscriptionBuyers, path, issues) };
}

const discountFields: ReadonlySet<string> = new Set<keyof SingleScope>([
  'scope',
  'customerId',
  'partnerId',
  'subscriptions',
  'subscriptionId',
]);

type SingleScope = Extract<DiscountFacts, { readonly scope: 'single' }>;

/** Reads a reservation's scope and the subscriptions at hand, or reports every issue. */
export function readDiscountFacts(input: unknown, issues: Issue[]): DiscountFacts | undefined {
  const fields = readFields<keyof SingleScope>(input, discountFields, [], issues);
  if (fields === undefined) return undefined;

  const scope = readWord(fields.scope, discountScopes, ['scope'], issues);
  const customerId = readName(fields.customerId, ['customerId'], issues);
  const partnerId = readName(fields.partnerId, ['partnerId'], issues);
  const subscriptions = readBoughtSubscriptions(fields.subscriptions, issues);
  if (scope === 'single') {
    const subscriptionId = readName(fields.subscriptionId, ['subscriptionId'], issues);
    if (issues.length > 0) return undefined;
    return { scope, customerId, partnerId, subscriptions, subscriptionId };
  }
  if (fields.scope === 'shared' && fields.subscriptionId !== undefined) {
    const expected = 'no such field with the shared scope';
    issues.push(issue(['subscriptionId'], 'unknown-field', expected, fields.subscriptionId));
  }
  if (issues.length > 0) return undefined;
  return { scope, customerId, partnerId, subscriptions };
}

const boughtFields: ReadonlySet<string> = new Set<keyof BoughtSubscription>([
  'id',
  'customerId',
  'partnerId',
]);

function readBoughtSubscriptions(input: unknown, issues: Issue[]): BoughtSubscription[] {
  const known = new Set<string>();
  return readArray(input, ['subscriptions'], issues, (element, path) => {
    const fields = readFields<keyof BoughtSubscription>(element, boughtFields, path, issues);
    if (fields === undefined) return { id: NO_TEXT, customerId: NO_TEXT, partnerId: NO_TEXT };
    const id = readName(fields.id, [...path, 'id'], issues);
    if (known.has(id)) {
      issues.push(issue([...path, 'id'], 'duplicate', 'an id that is listed once', id));
    }
    if (id !== NO_TEXT) known.add(id);
    return {
      id,
      customerId: readName(fields.customerId, [...path, 'customerId'], issues),
      partnerId: readName(fields.partnerId, [...path, 'partnerId'], issues),
    };
  });
}
