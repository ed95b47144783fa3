/** The next step against an obstacle. */
export type NextStep =
  // reservations, roles, markets
  | 'nothing-left-to-return'
  | 'keep-until-term-end'
  | 'wait-for-limit'
  | 'choose-another-day'
  | 'choose-a-more-expensive-reservation'
  | 'choose-the-same-product-family'
  | 'trade-in-for-a-savings-plan'
  | 'ask-someone-with-an-allowed-role'
  | 'continue-without-a-reservation'
  // software
  | 'keep-the-software'
  | 'request-support'
  | 'cancel-and-buy-again'
  | 'renew-the-link'
  | 'use-the-current-link'
  | 'stop-using-the-software'
  // customers
  | 'buy-a-subscription'
  | 'assign-the-owner-role'
  | 'turn-on-the-permission'
  | 'ask-the-partner'
  | 'check-the-other-agreement'
  // resellers
  | 'enroll-as-indirect-reseller'
  | 'open-a-partner-center-account'
  | 'send-a-partnership-request'
  | 'include-the-personal-link'
  | 'wait-for-the-reseller-to-accept'
  | 'use-the-existing-partnership'
  | 'associate-with-the-customer'
  | 'associate-with-the-subscription'
  | 'name-as-support-contact'
  | 'obtain-the-tenant-owner-permission'
  // support
  | 'cancel-it-yourself';
