import { type Issue, issue } from '../kernel/issue.ts';
import { isGiven, readArray, readBoolean, readFields, readName, readWord } from '../kernel/read.ts';
import { fieldsOf, oneOf, optional, readDeclared, readRecord, required } from '../kernel/record.ts';
import type { MarketCode } from '../markets/names.ts';
import { readMarket } from '../markets/read-market.ts';
import type { Role } from '../roles/matrix.ts';
import { readRoles } from '../roles/read-role.ts';
import {
  type CustomerPermission,
  type CustomerTask,
  customerPermissions,
  customerTasks,
  type DiscountScope,
  discountScopes,
  subscriptionBuyers,
  subscriptionOffers,
  subscriptionRoles,
} from './customer-tasks.ts';
import type {
  BoughtSubscription,
  CustomerPurchaseRequest,
  CustomerSubscription,
  CustomerTaskFacts,
  DiscountFacts,
  PermissionChangeRequest,
} from './facts.ts';

type Path = Issue['path'];

const subscriptionFields = /* @__PURE__ */ fieldsOf<CustomerSubscription>({
  offer: required(oneOf(subscriptionOffers)),
  boughtBy: required(oneOf(subscriptionBuyers)),
  userRole: required(oneOf(subscriptionRoles)),
});

const purchaseFields = /* @__PURE__ */ fieldsOf<CustomerPurchaseRequest>({
  subscription: required(readSubscription),
  permission: required(oneOf(customerPermissions)),
  market: optional(readMarketCode),
});

/** Reads the facts of a purchase, or reports every issue. */
export function readCustomerPurchase(
  input: unknown,
  issues: Issue[],
): CustomerPurchaseRequest | undefined {
  const request = readRecord(purchaseFields, input, [], issues);
  return issues.length > 0 ? undefined : request;
}

function readSubscription(
  input: unknown,
  path: Path,
  issues: Issue[],
): CustomerSubscription | null | undefined {
  if (input === null) return null;
  if (input !== undefined) return readRecord(subscriptionFields, input, path, issues);
  const expected = 'a subscription, or null if there is none';
  issues.push(issue(path, 'missing-field', expected, input));
  return undefined;
}

function readMarketCode(input: unknown, path: Path, issues: Issue[]): MarketCode | undefined {
  return readMarket(input, path, issues)?.code;
}

interface ChangeFields {
  readonly roles: readonly Role[];
  readonly current: CustomerPermission;
  readonly wanted: CustomerPermission;
  readonly hasSubscription?: boolean | undefined;
}

const changeFields = /* @__PURE__ */ fieldsOf<ChangeFields>({
  roles: required(readRoles),
  current: required(oneOf(customerPermissions)),
  wanted: required(oneOf(customerPermissions)),
  hasSubscription: optional(readBoolean),
});

/** Reads the facts of a change of the permission, or reports every issue. */
export function readPermissionChange(
  input: unknown,
  issues: Issue[],
): PermissionChangeRequest | undefined {
  const fields = readFields<keyof ChangeFields>(input, changeFields.names, [], issues);
  if (fields === undefined) return undefined;
  const change = readDeclared(changeFields, fields, [], issues);
  const turnsOn = fields.current === 'off' && fields.wanted === 'on';
  if (turnsOn && !isGiven(fields.hasSubscription)) {
    readBoolean(undefined, ['hasSubscription'], issues);
  }
  return issues.length > 0 ? undefined : (change as PermissionChangeRequest);
}

/** Reads a task of the customer. */
export function readCustomerTask(input: unknown, issues: Issue[]): CustomerTask {
  return readWord(input, customerTasks, ['task'], issues);
}

const taskFields = /* @__PURE__ */ fieldsOf<CustomerTaskFacts>({
  subscriptionBoughtBy: required(oneOf(subscriptionBuyers)),
});

/** Reads the facts of a task, or reports every issue. */
export function readCustomerTaskFacts(
  input: unknown,
  issues: Issue[],
): CustomerTaskFacts | undefined {
  return readRecord(taskFields, input, [], issues);
}

interface DiscountFields {
  readonly scope: DiscountScope;
  readonly customerId: string;
  readonly partnerId: string;
  readonly subscriptions: readonly BoughtSubscription[];
  readonly subscriptionId?: string | undefined;
}

const discountFields = /* @__PURE__ */ fieldsOf<DiscountFields>({
  scope: required(oneOf(discountScopes)),
  customerId: required(readName),
  partnerId: required(readName),
  subscriptions: required(readBoughtSubscriptions),
  subscriptionId: optional(readName),
});

/** Reads a reservation's scope and the subscriptions at hand, or reports every issue. */
export function readDiscountFacts(input: unknown, issues: Issue[]): DiscountFacts | undefined {
  const fields = readFields<keyof DiscountFields>(input, discountFields.names, [], issues);
  if (fields === undefined) return undefined;
  const facts = readDeclared(discountFields, fields, [], issues);
  const path = ['subscriptionId'];
  const hasId = isGiven(fields.subscriptionId);
  if (fields.scope === 'single' && !hasId) readName(undefined, path, issues);
  if (fields.scope === 'shared' && hasId) {
    const expected = 'no such field with the shared scope';
    issues.push(issue(path, 'unknown-field', expected, fields.subscriptionId));
  }
  return issues.length > 0 ? undefined : (facts as DiscountFacts);
}

const boughtFields = /* @__PURE__ */ fieldsOf<BoughtSubscription>({
  id: required(readName),
  customerId: required(readName),
  partnerId: required(readName),
});

function readBoughtSubscriptions(
  input: unknown,
  path: Path,
  issues: Issue[],
): readonly BoughtSubscription[] {
  const known = new Set<string>();
  return readArray(input, path, issues, (element, at) => {
    const bought = readRecord(boughtFields, element, at, issues);
    const id = bought?.id ?? '';
    if (known.has(id)) {
      issues.push(issue([...at, 'id'], 'duplicate', 'an id that is listed once', id));
    }
    if (id !== '') known.add(id);
    return bought as BoughtSubscription; // Without one there is an issue.
  });
}
