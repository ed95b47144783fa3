export {
  InputError,
  type Issue,
  type IssueCode,
  isInputError,
  type Parsed,
} from '../kernel/issue.ts';
export type { MarketCode, MarketInput, MarketNote } from '../markets/index.ts';
export type { Role } from '../roles/index.ts';
export type { Clause, ClauseId } from '../vocabulary/clauses.ts';
export type { Allowed, Decision, Denied, Obstacle } from '../vocabulary/decision.ts';
export type { DocumentKey } from '../vocabulary/documents.ts';
export type { InterpretationId } from '../vocabulary/interpretations.ts';
export type { NextStep } from '../vocabulary/next-steps.ts';
export type {
  CustomerPermission,
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
  type CustomerPurchaseRefusal,
  type DeniedCustomerPurchase,
  decideCustomerPurchase,
} from './decide-customer-purchase.ts';
export {
  type AllowedCustomerTask,
  type CustomerTaskDecision,
  type CustomerTaskRefusal,
  type CustomerTaskRequest,
  type DeniedCustomerTask,
  decideCustomerTask,
} from './decide-customer-task.ts';
export {
  type AllowedPermissionChange,
  type DeniedPermissionChange,
  decidePermissionChange,
  type PermissionChangeDecision,
  type PermissionChangeRefusal,
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
