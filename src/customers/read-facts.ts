import { formatDay, readDay } from '../kernel/day.ts';
import { type Issue, issue } from '../kernel/issue.ts';
import { isGiven, readArray, readBoolean, readFields, readName, readWord } from '../kernel/read.ts';
import { fieldsOf, oneOf, optional, readDeclared, readRecord, required } from '../kernel/record.ts';
import type { MarketCode } from '../markets/names.ts';
import { readMarket } from '../markets/read-market.ts';
import { type RoleList, readRoleList } from '../roles/read-role.ts';
import {
  type CustomerPermission,
  type CustomerProduct,
  type CustomerTask,
  customerPermissions,
  customerProducts,
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
  product: optional(oneOf(customerProducts)),
  asOf: optional(readAsOf),
});

/** Reads the facts of a purchase, or reports every issue. */
export function readCustomerPurchase(
  input: unknown,
  issues: Issue[],
): CustomerPurchaseRequest | undefined {
  const request = readRecord(purchaseFields, input, [], issues);
  if (request?.product === 'savings-plan' && request.market !== undefined) {
    const expected =
      'no market for a savings plan, because the list of markets is for reservations';
    issues.push(issue(['market'], 'contradiction', expected, request.market));
  }
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

/** Reads a day in any form, as `YYYY-MM-DD`. */
function readAsOf(value: unknown, path: Path, issues: Issue[]): string | undefined {
  const before = issues.length;
  const day = readDay(value, path, issues);
  return issues.length > before ? undefined : formatDay(day);
}

function readMarketCode(input: unknown, path: Path, issues: Issue[]): MarketCode | undefined {
  return readMarket(input, path, issues)?.code;
}

interface ChangeFields {
  readonly roles: RoleList;
  readonly current: CustomerPermission;
  readonly wanted: CustomerPermission;
  readonly hasSubscription?: boolean | undefined;
  readonly product?: CustomerProduct | undefined;
  readonly asOf?: string | undefined;
}

const changeFields = /* @__PURE__ */ fieldsOf<ChangeFields>({
  roles: required(readRoleList),
  current: required(oneOf(customerPermissions)),
  wanted: required(oneOf(customerPermissions)),
  hasSubscription: optional(readBoolean),
  product: optional(oneOf(customerProducts)),
  asOf: optional(readAsOf),
});

/** The facts of a change, and the names in its list of roles that no rule knows. */
export interface ReadPermissionChange {
  readonly request: PermissionChangeRequest;
  readonly ignoredRoles: readonly string[];
}

/** Reads the facts of a change of the permission, or reports every issue. */
export function readPermissionChange(
  input: unknown,
  issues: Issue[],
): ReadPermissionChange | undefined {
  const fields = readFields<keyof ChangeFields>(input, changeFields.names, [], issues);
  if (fields === undefined) return undefined;
  const change = readDeclared(changeFields, fields, [], issues);
  const turnsOn = fields.current === 'off' && fields.wanted === 'on';
  if (turnsOn && !isGiven(fields.hasSubscription)) {
    readBoolean(undefined, ['hasSubscription'], issues);
  }
  if (issues.length > 0) return undefined;
  const { roles, ...others } = change;
  const request = { roles: roles.roles, ...others } as PermissionChangeRequest;
  return { request, ignoredRoles: roles.ignoredRoles };
}

/** Reads a task of the customer. */
export function readCustomerTask(input: unknown, issues: Issue[]): CustomerTask {
  return readWord(input, customerTasks, ['task'], issues);
}

const taskFields = /* @__PURE__ */ fieldsOf<CustomerTaskFacts>({
  subscriptionBoughtBy: required(oneOf(subscriptionBuyers)),
  product: optional(oneOf(customerProducts)),
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
