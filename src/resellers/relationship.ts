import type { EstablishedPartnership, Partnership, UnacceptedPartnership } from './partnership.ts';

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

/** The conditions of transactions since February 2020. */
export interface ResellerAgreement {
  /** True if the provider has accepted the Microsoft Partner Agreement. */
  readonly provider: boolean;
  /** True if the reseller has accepted it. */
  readonly reseller: boolean;
  /** True if the PartnerID is that of the location account with which the reseller joined. */
  readonly locationPartnerId: boolean;
}

/** A removed partnership, whose customers stayed. */
type RemovedPartnership = UnacceptedPartnership & { readonly removed: true };

/** A reseller's relationship with the provider, one of its customers and one of its subscriptions. */
export type ResellerRelationship =
  | {
      readonly partnership: EstablishedPartnership | RemovedPartnership;
      readonly customer: ResellerCustomer;
      readonly subscription: ResellerSubscription;
      readonly agreement?: ResellerAgreement | undefined;
    }
  /** Before the partnership is established, the reseller cannot be associated with anything. */
  | {
      readonly partnership: Partnership;
      readonly customer: ResellerCustomer<false>;
      readonly subscription: ResellerSubscription<false>;
      readonly agreement?: ResellerAgreement | undefined;
    };
