import type { Refusals } from '../vocabulary/refusal.ts';
import type { CustomerTaskTerms } from './customer-tasks.ts';

/** A reason why a customer cannot buy a reservation or a savings plan themselves. */
export type CustomerPurchaseRefusal =
  | 'not-yet-offered'
  | 'no-subscription'
  | 'no-azure-plan'
  | 'not-owner'
  | 'permission-off'
  | 'market-unavailable';

export const purchaseRefusals: Refusals<CustomerPurchaseRefusal> = Object.freeze({
  'not-yet-offered': { clause: 'CUS-11', nextStep: 'wait-until-it-is-offered' },
  'no-subscription': { clause: 'CUS-3', nextStep: 'buy-a-subscription' },
  'no-azure-plan': { clause: 'CUS-11', nextStep: 'buy-an-azure-plan' },
  'not-owner': { clause: 'CUS-4', nextStep: 'assign-the-owner-role' },
  'permission-off': { clause: 'CUS-1', nextStep: 'turn-on-the-permission' },
  'market-unavailable': {
    clause: 'MKT-1',
    interpretation: 'R-CONDITIONS',
    nextStep: 'continue-without-a-reservation',
  },
});

/** A reason why the permission cannot be changed. */
export type PermissionChangeRefusal = 'not-granted' | 'not-yet-offered' | 'no-subscription';

export const changeRefusals: Refusals<PermissionChangeRefusal> = Object.freeze({
  'not-granted': { clause: 'CUS-2', nextStep: 'ask-someone-with-an-allowed-role' },
  'not-yet-offered': purchaseRefusals['not-yet-offered'],
  'no-subscription': purchaseRefusals['no-subscription'],
});

/** A reason why a customer cannot do a task themselves. */
export type CustomerTaskRefusal =
  | 'through-the-partner'
  | 'out-of-scope'
  | 'never-for-savings-plans'
  | 'undefined-by-text';

export const taskRefusals: Refusals<CustomerTaskRefusal, CustomerTaskTerms> = Object.freeze({
  // CUS-7: exchanges, cancellations, renewals and later scopes are the partner's to make.
  'through-the-partner': {
    clause: (terms: CustomerTaskTerms) => terms.clause,
    nextStep: 'ask-the-partner',
  },
  // RES-10, SOF-10: the documents cover what the partner sold.
  'out-of-scope': {
    clause: (terms: CustomerTaskTerms) => terms.scope,
    nextStep: 'check-the-other-agreement',
  },
  'never-for-savings-plans': { clause: 'CUS-12', nextStep: 'keep-the-savings-plan' },
  'undefined-by-text': { clause: 'CUS-12', nextStep: 'ask-the-partner' },
});
