import type { Refusals } from '../vocabulary/refusal.ts';
import type { PermissionRow } from './matrix.ts';

/** A reason for denying an action: no page grants it to any of the roles, or the user is a guest. */
export type AccessRefusal = 'not-granted' | 'guest-of-tenant';

export const accessRefusals: Refusals<AccessRefusal, PermissionRow> = Object.freeze({
  'not-granted': {
    clause: (row: PermissionRow) => row.clause,
    nextStep: 'ask-someone-with-an-allowed-role',
  },
  'guest-of-tenant': { clause: 'ROL-11', nextStep: 'leave-the-customer-tenant' },
});
