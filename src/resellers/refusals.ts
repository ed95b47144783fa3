import type { Refusals } from '../vocabulary/refusal.ts';

/** The reasons why an event of a partnership is refused. */
export type PartnershipRefusal =
  | 'not-enrolled'
  | 'no-account'
  | 'link-missing'
  | 'nothing-to-accept'
  | 'already-established'
  | 'not-established'
  | 'not-yet-offered';

/** The reasons why a task is refused. */
export type ResellerTaskRefusal =
  | 'not-enrolled'
  | 'no-account'
  | 'not-requested'
  | 'not-accepted'
  | 'not-associated-with-customer'
  | 'not-tenant-owner'
  | 'not-associated-with-subscription'
  | 'not-support-contact'
  | 'provider-agreement-not-accepted'
  | 'agreement-not-accepted'
  | 'wrong-partner-id';

// biome-ignore format: a table is read along its rows and columns
export const refusals: Refusals<PartnershipRefusal | ResellerTaskRefusal> = Object.freeze({
  'not-enrolled':                     { clause: 'RSL-2',  nextStep: 'enroll-as-indirect-reseller' },
  'no-account':                       { clause: 'RSL-2',  nextStep: 'open-a-partner-center-account' },
  'link-missing':                     { clause: 'RSL-3',  nextStep: 'include-the-personal-link' },
  'nothing-to-accept':                { clause: 'RSL-3',  nextStep: 'send-a-partnership-request' },
  'already-established':              { clause: 'RSL-3',  nextStep: 'use-the-existing-partnership' },
  'not-established':                  { clause: 'RSL-15', nextStep: 'nothing-to-remove' },
  'not-yet-offered':                  { clause: 'RSL-15', nextStep: 'wait-until-it-is-offered' },
  'not-requested':                    { clause: 'RSL-3',  nextStep: 'send-a-partnership-request' },
  'not-accepted':                     { clause: 'RSL-3',  nextStep: 'wait-for-the-reseller-to-accept' },
  'not-associated-with-customer':     { clause: 'RSL-5',  nextStep: 'associate-with-the-customer' },
  'not-tenant-owner':                 { clause: 'RSL-6',  nextStep: 'obtain-the-tenant-owner-permission' },
  'not-associated-with-subscription': { clause: 'RSL-7',  nextStep: 'associate-with-the-subscription' },
  'not-support-contact':              { clause: 'RSL-8',  nextStep: 'name-as-support-contact' },
  'provider-agreement-not-accepted':  { clause: 'RSL-13', nextStep: 'accept-the-partner-agreement' },
  'agreement-not-accepted':           { clause: 'RSL-13', nextStep: 'have-the-reseller-accept-the-agreement' },
  'wrong-partner-id':                 { clause: 'RSL-14', nextStep: 'use-the-location-partner-id' },
});
