/** A partnership that the reseller has not accepted. */
export interface UnacceptedPartnership {
  /** True if the reseller is enrolled in the program as an indirect reseller. */
  readonly enrolled: boolean;
  /** True if the reseller has a Partner Center account. */
  readonly hasAccount: boolean;
  /** `requested` once the provider has sent a request. */
  readonly stage: 'none' | 'requested';
  /** True if an earlier partnership was removed; its customers stayed. */
  readonly removed?: true | undefined;
}

/** A partnership that the reseller has accepted; it must be enrolled and have an account. */
export interface EstablishedPartnership {
  readonly enrolled: true;
  readonly hasAccount: true;
  readonly stage: 'established';
  readonly removed?: undefined;
}

/** The state of the partnership of a provider and an indirect reseller. Plain JSON. */
export type Partnership = UnacceptedPartnership | EstablishedPartnership;

/** An event of a partnership. */
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
  | { readonly kind: 'accept-request' }
  /** The provider removes the partnership, as the page of 2020-07-03 describes. */
  | { readonly kind: 'remove-partnership' };

/** An effect of removing a partnership: something that stays as it is. */
export type PartnershipEffect =
  | 'customers-stay'
  | 'delegated-administration-stays'
  | 'nobody-notified';

/** A note for a provider that sends a request. */
export type PartnershipNote = 'address-needed';
