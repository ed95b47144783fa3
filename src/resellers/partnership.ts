/** A partnership that the reseller has not accepted. */
export interface UnacceptedPartnership {
  /** True if the reseller is enrolled in the program as an indirect reseller. */
  readonly enrolled: boolean;
  /** True if the reseller has a Partner Center account. */
  readonly hasAccount: boolean;
  /** `requested` once the provider has sent a request. */
  readonly stage: 'none' | 'requested';
}

/** A partnership that the reseller has accepted; it must be enrolled and have an account. */
export interface EstablishedPartnership {
  readonly enrolled: true;
  readonly hasAccount: true;
  readonly stage: 'established';
}

/** The state of the partnership of a provider and an indirect reseller. Plain JSON. */
export type Partnership = UnacceptedPartnership | EstablishedPartnership;

/** An event of a partnership. The document describes none that ends one. */
export type PartnershipEvent =
  /** The reseller enrolls in the program as an indirect reseller. */
  | { readonly kind: 'enroll' }
  /** The reseller opens a Partner Center account. */
  | { readonly kind: 'open-account' }
  /** The provider e-mails a request. */
  | {
      readonly kind: 'send-request';
      /** The message sent: the draft, possibly edited. */
      readonly text: string;
      /** The provider's personal link from the draft in Partner Center. */
      readonly link: string;
    }
  /** The reseller accepts the request. */
  | { readonly kind: 'accept-request' };

/** The reasons why an event is refused. */
export type PartnershipRefusal =
  | 'not-enrolled'
  | 'no-account'
  | 'link-missing'
  | 'nothing-to-accept'
  | 'already-established';
