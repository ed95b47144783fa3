export {
  InputError,
  type Issue,
  type IssueCode,
  isInputError,
  type Parsed,
} from '../kernel/issue.ts';
export type { MarketCode, MarketInput, MarketNote } from '../markets/index.ts';
export type { Role, RoleInput } from '../roles/index.ts';
export type { Clause, ClauseId } from '../vocabulary/clauses.ts';
export type { Allowed, Decision, Denied, Obstacle } from '../vocabulary/decision.ts';
export type { DocumentKey } from '../vocabulary/documents.ts';
export type { InterpretationId } from '../vocabulary/interpretations.ts';
export type { NextStep } from '../vocabulary/next-steps.ts';
export type {
  CustomerPermission,
  CustomerProduct,
  CustomerTask,
  CustomerTaskWay,
  DiscountScope,
  PermissionActivity,
  PurchaseEffects,
  PurchasePlace,
  SubscriptionBuyer,
  SubscriptionOffer,
  SubscriptionRole,
} from './customer-tasks.ts';
export {
  type AllowedCustomerPurchase,
  type CustomerPurchaseDecision,
  type DeniedCustomerPurchase,
  decideCustomerPurchase,
} from './decide-customer-purchase.ts';
export {
  type AllowedCustomerTask,
  type CustomerTaskDecision,
  type CustomerTaskRequest,
  type DeniedCustomerTask,
  decideCustomerTask,
} from './decide-customer-task.ts';
export {
  type AllowedPermissionChange,
  type DeniedPermissionChange,
  decidePermissionChange,
  type PermissionChangeDecision,
} from './decide-permission-change.ts';
export {
  type DiscountedSubscriptions,
  discountedSubscriptions,
} from './discounted-subscriptions.ts';
export type {
  BoughtSubscription,
  CustomerPurchaseFacts,
  CustomerPurchaseRequest,
  CustomerSubscription,
  CustomerTaskFacts,
  DiscountFacts,
  PermissionChangeFacts,
  PermissionChangeRequest,
} from './facts.ts';
export { isCoveredSubscription, type SubscriptionKind } from './is-covered-subscription.ts';
export type {
  CustomerPurchaseRefusal,
  CustomerTaskRefusal,
  PermissionChangeRefusal,
} from './refusals.ts';
