import type { ClauseId } from '../vocabulary/clauses.ts';

/** The kind of a subscription. `other` is any except the two usage-based Azure ones. */
export type SubscriptionOffer = 'azure-plan' | 'azure-global' | 'other';

export const subscriptionOffers = ['azure-plan', 'azure-global', 'other'] as const;

/** The buyer of a customer's subscription. `other` is anyone except this partner. */
export type SubscriptionBuyer = 'partner' | 'other';

export const subscriptionBuyers = ['partner', 'other'] as const;

/** The user's role in a subscription. `other` is any role except Owner, or none. */
export type SubscriptionRole = 'owner' | 'other';

export const subscriptionRoles = ['owner', 'other'] as const;

/** The product that a permission lets a customer buy. */
export type CustomerProduct = 'reservation' | 'savings-plan';

export const customerProducts = ['reservation', 'savings-plan'] as const;

/** The first day of the permission to buy savings plans (CUS-11). */
export const SAVINGS_PLANS_FROM = '2022-10-13';

/** A customer's permission to buy reservations or savings plans. */
export type CustomerPermission = 'on' | 'off';

export const customerPermissions = ['on', 'off'] as const;

/** The pages that show a customer's purchases. */
export type PurchasePlace =
  | 'order-history'
  | 'reservations-page'
  | 'activity-log'
  | 'savings-plans-page';

/** The effects of a customer's purchases for the partner. */
export interface PurchaseEffects {
  /** The party that pays Microsoft. */
  readonly payer: 'partner';
  /** Microsoft does not notify the partner of a purchase. */
  readonly partnerNotified: false;
  readonly shownIn: readonly PurchasePlace[];
  /** The settings that the customer chooses during the purchase. */
  readonly customerSets: readonly 'first-scope'[];
  /** The party that sets the price the customer pays; `null` if no document states it. */
  readonly priceSetBy: 'partner' | null;
}

export const purchaseEffects: { readonly [P in CustomerProduct]: PurchaseEffects } = Object.freeze({
  reservation: Object.freeze({
    payer: 'partner', // CUS-5
    partnerNotified: false, // CUS-5
    shownIn: Object.freeze(['order-history', 'reservations-page', 'activity-log'] as const), // CUS-6
    customerSets: Object.freeze(['first-scope'] as const), // CUS-7
    priceSetBy: 'partner', // CUS-8
  }),
  'savings-plan': Object.freeze({
    payer: 'partner', // CUS-5
    partnerNotified: false, // CUS-5
    shownIn: Object.freeze(['savings-plans-page'] as const), // CUS-13
    customerSets: Object.freeze([] as const),
    priceSetBy: null,
  }),
});

export const effectClauses: { readonly [P in CustomerProduct]: readonly ClauseId[] } =
  Object.freeze({
    reservation: ['CUS-5', 'CUS-6', 'CUS-7', 'CUS-8'],
    'savings-plan': ['CUS-5', 'CUS-13'],
  } as const);

/** The entry of the activity log for a change of the permission. */
export type PermissionActivity =
  | 'Create Customer Purchase Permissions'
  | 'Delete Customer Purchase Permissions';

export const activityOfTurning: { readonly [P in CustomerPermission]: PermissionActivity } =
  Object.freeze({
    on: 'Create Customer Purchase Permissions', // CUS-10
    off: 'Delete Customer Purchase Permissions', // CUS-10
  });

/** The tasks of a user of the customer with a purchase, in the order of the table. */
export type CustomerTask =
  | 'set-first-scope'
  | 'manage'
  | 'exchange'
  | 'cancel'
  | 'renew'
  | 'change-scope'
  | 'get-server-keys';

/** The way to do a task. Every task except `through-the-partner` can be done by the customer. */
export type CustomerTaskWay =
  | 'while-buying'
  | 'in-the-vendors-portal'
  | 'through-the-partner'
  | 'in-the-admin-center';

export interface CustomerTaskTerms {
  readonly how: CustomerTaskWay;
  /** The clause that says how. */
  readonly clause: ClauseId;
  /** The clause that ends what the documents say of it. */
  readonly scope: ClauseId;
}

export const customerTasks = [
  'set-first-scope',
  'manage',
  'exchange',
  'cancel',
  'renew',
  'change-scope',
  'get-server-keys',
] as const;

// biome-ignore format: a table is read along its rows and columns
export const customerTaskTerms: { readonly [T in CustomerTask]: CustomerTaskTerms } = {
  'set-first-scope': { how: 'while-buying',          clause: 'CUS-7',  scope: 'RES-10' },
  'manage':          { how: 'in-the-vendors-portal', clause: 'CUS-7',  scope: 'RES-10' },
  'exchange':        { how: 'through-the-partner',   clause: 'CUS-7',  scope: 'RES-10' },
  'cancel':          { how: 'through-the-partner',   clause: 'CUS-7',  scope: 'RES-10' },
  'renew':           { how: 'through-the-partner',   clause: 'CUS-7',  scope: 'RES-10' },
  'change-scope':    { how: 'through-the-partner',   clause: 'CUS-7',  scope: 'RES-10' },
  'get-server-keys': { how: 'in-the-admin-center',   clause: 'SOF-10', scope: 'SOF-10' },
};

/** The scope of a reservation's discount: all subscriptions of the customer, or one. */
export type DiscountScope = 'shared' | 'single';

export const discountScopes = ['shared', 'single'] as const;
