import type { EstablishedPartnership, Partnership } from './partnership.ts';

/** The customer in question. */
export type ResellerCustomer<Associated extends boolean = boolean> =
  | {
      /** True if the reseller was associated with the account when the customer was added. */
      readonly associated: Associated;
      /** True if it is an Azure customer. */
      readonly azure: false;
      readonly tenantOwner?: undefined;
    }
  | {
      readonly associated: Associated;
      readonly azure: true;
      /** True if the reseller was given the tenant owner permission. */
      readonly tenantOwner: boolean;
    };

/** The subscription in question. */
export interface ResellerSubscription<Given extends boolean = boolean> {
  /** True if the reseller is associated with the subscription itself. */
  readonly associated: Given;
  /** True if the reseller is its designated support contact. */
  readonly supportContact: Given;
}

/** A reseller's relationship with the provider, one of its customers and one of its subscriptions. */
export type ResellerRelationship =
  | {
      readonly partnership: EstablishedPartnership;
      readonly customer: ResellerCustomer;
      readonly subscription: ResellerSubscription;
    }
  /** Before the partnership is established, the reseller cannot be associated with anything. */
  | {
      readonly partnership: Partnership;
      readonly customer: ResellerCustomer<false>;
      readonly subscription: ResellerSubscription<false>;
    };

/** The reasons why a task is refused. */
export type ResellerTaskRefusal =
  | 'not-enrolled'
  | 'no-account'
  | 'not-requested'
  | 'not-accepted'
  | 'not-associated-with-customer'
  | 'not-tenant-owner'
  | 'not-associated-with-subscription'
  | 'not-support-contact';
