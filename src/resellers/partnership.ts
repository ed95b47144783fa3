/** A partnership that the reseller has not accepted. */
export interface UnacceptedPartnership {
  /** Whether the reseller is enrolled in the program as an indirect reseller. */
  readonly enrolled: boolean;
  /** Whether the reseller has a Partner Center account. */
  readonly hasAccount: boolean;
  /** `requested` once the provider has sent a request. */
  readonly stage: 'none' | 'requested';
}

/** A partnership that the reseller has accepted, for which it had to be enrolled with an account. */
export interface EstablishedPartnership {
  readonly enrolled: true;
  readonly hasAccount: true;
  readonly stage: 'established';
}

/** How far a provider and an indirect reseller have come. It is plain JSON. */
export type Partnership = UnacceptedPartnership | EstablishedPartnership;

/** What happens to a partnership. The document knows nothing that ends one. */
export type PartnershipEvent =
  /** The reseller enrolls in the program as an indirect reseller. */
  | { readonly kind: 'enroll' }
  /** The reseller opens a Partner Center account. */
  | { readonly kind: 'open-account' }
  /** The provider e-mails a request. */
  | {
      readonly kind: 'send-request';
      /** The message as it is sent: the draft, edited or not. */
      readonly text: string;
      /** The provider's personal link, as Partner Center put it into the draft. */
      readonly link: string;
    }
  /** The reseller accepts the request. */
  | { readonly kind: 'accept-request' };

/** Why something that should happen to a partnership is lawfully refused. */
export type PartnershipRefusal =
  | 'not-enrolled'
  | 'no-account'
  | 'link-missing'
  | 'nothing-to-accept'
  | 'already-established';
