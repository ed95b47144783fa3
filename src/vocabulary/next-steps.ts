/** What somebody can do about an obstacle. */
export type NextStep =
  // reservations, roles, markets
  | 'nothing-left-to-return'
  | 'keep-to-term-end'
  | 'wait-for-limit'
  | 'choose-another-day'
  | 'choose-a-dearer-reservation'
  | 'ask-an-allowed-role'
  | 'do-without-a-reservation'
  // software
  | 'keep-the-software'
  | 'request-support'
  | 'cancel-and-buy-again'
  | 'renew-the-link'
  | 'use-the-link-at-hand'
  | 'stop-using-the-software'
  // customers
  | 'buy-a-subscription'
  | 'assign-the-owner-role'
  | 'turn-the-permission-on'
  | 'ask-the-partner'
  | 'see-the-other-agreement'
  // resellers
  | 'enroll-as-indirect-reseller'
  | 'open-a-partner-center-account'
  | 'send-a-partnership-request'
  | 'put-the-personal-link-in'
  | 'wait-for-the-reseller-to-accept'
  | 'carry-on-with-the-partnership'
  | 'associate-with-the-customer'
  | 'associate-with-the-subscription'
  | 'name-as-support-contact'
  | 'get-the-tenant-owner-permission'
  // support
  | 'cancel-it-yourself';
