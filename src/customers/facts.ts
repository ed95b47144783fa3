import type { DayInput } from '../kernel/day.ts';
import type { MarketCode, MarketInput } from '../markets/index.ts';
import type { Role, RoleInput } from '../roles/index.ts';
import type {
  CustomerPermission,
  CustomerProduct,
  SubscriptionBuyer,
  SubscriptionOffer,
  SubscriptionRole,
} from './customer-tasks.ts';

/** A subscription of the customer, and the user's role in it. */
export interface CustomerSubscription {
  readonly offer: SubscriptionOffer;
  readonly boughtBy: SubscriptionBuyer;
  readonly userRole: SubscriptionRole;
}

/** The product that is bought, and the day. */
interface ProductFacts {
  /** Default: `reservation`. */
  readonly product?: CustomerProduct | undefined;
  /** The day of the purchase or change. A savings plan needs one on or after 2022-10-13, if given. */
  readonly asOf?: DayInput | undefined;
}

/** The same in canonical form. */
interface ProductRequest extends ProductFacts {
  /** A UTC day as `YYYY-MM-DD`. */
  readonly asOf?: string | undefined;
}

/** The facts of a purchase that a user of the customer wants to make. */
export interface CustomerPurchaseFacts extends ProductFacts {
  /** The subscription on which it would be bought; `null` if there is none. */
  readonly subscription: CustomerSubscription | null;
  /** Off by default in the document, but required here. */
  readonly permission: CustomerPermission;
  /** The customer's market, for a reservation only. If it is not given, reservations are assumed to be available there. */
  readonly market?: MarketInput | undefined;
}

/** The facts of a purchase in canonical form. */
export interface CustomerPurchaseRequest extends CustomerPurchaseFacts, ProductRequest {
  readonly market?: MarketCode | undefined;
  readonly asOf?: string | undefined;
}

/**
 * The current and the requested permission. Turning it on also requires `hasSubscription`: whether the
 * customer has a current Azure plan or Azure Global subscription that the partner bought.
 */
type PermissionChange =
  | {
      readonly current: 'off';
      readonly wanted: 'on';
      readonly hasSubscription: boolean;
    }
  | {
      readonly current: 'on';
      readonly wanted: CustomerPermission;
      readonly hasSubscription?: boolean | undefined;
    }
  | {
      readonly current: 'off';
      readonly wanted: 'off';
      readonly hasSubscription?: boolean | undefined;
    };

/** The facts of a change of the permission, and the roles of the partner's user who makes it. */
export type PermissionChangeFacts = PermissionChange &
  ProductFacts & {
    /** One role, or a list that may hold other spellings and names that no rule knows. */
    readonly roles: Role | readonly RoleInput[];
  };

/** The facts of a change in canonical form: each role once and in the order of the matrix. */
export type PermissionChangeRequest = PermissionChange &
  ProductRequest & {
    readonly roles: readonly Role[];
  };

/** The facts of a task of the customer. */
export interface CustomerTaskFacts {
  /** The buyer of the subscription that the reservation, or the server subscription, belongs to. */
  readonly subscriptionBoughtBy: SubscriptionBuyer;
  /** Not for server keys. Default: `reservation`. */
  readonly product?: CustomerProduct | undefined;
}

/** A subscription, its customer and the partner who bought it. */
export interface BoughtSubscription {
  readonly id: string;
  readonly customerId: string;
  readonly partnerId: string;
}

interface DiscountCandidates {
  /** The customer who has the reservation. */
  readonly customerId: string;
  /** The partner who bought the subscription that the reservation was bought on. */
  readonly partnerId: string;
  /** Subscriptions of any customer, each once. Ids are compared exactly. */
  readonly subscriptions: readonly BoughtSubscription[];
}

/** A reservation's scope, and the subscriptions that could get its discount. */
export type DiscountFacts = DiscountCandidates &
  (
    | { readonly scope: 'shared' }
    | {
        readonly scope: 'single';
        /** The subscription of the scope: one that this partner bought for this customer. */
        readonly subscriptionId: string;
      }
  );
