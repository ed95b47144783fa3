import { type Action, decideAccess, type Role } from '../../../src/roles/index.ts';
import { type ClauseExample, call, type ExamplesOf } from './example.ts';

const may = (action: Action, role: Role, other: Role): ClauseExample => ({
  meets: [call(decideAccess, role, action), { allowed: true, grantedBy: [role] }],
  doesNot: [call(decideAccess, other, action), { allowed: false, reason: 'not-granted' }],
});

export const roleExamples: ExamplesOf<'ROL'> = {
  'ROL-1': may('customer-permissions.view', 'helpdesk-agent', 'global-admin'),
  'ROL-2': may('customer-permissions.change', 'admin-agent', 'sales-agent'),
  'ROL-3': may('reservations.refund', 'user-management-admin', 'account-admin'),
  'ROL-4': may('reservations.buy', 'global-admin', 'sales-agent'),
  'ROL-5': may('software.view', 'global-admin', 'helpdesk-agent'),
  'ROL-6': may('software.copy-link', 'admin-agent', 'global-admin'),
  'ROL-7': may('software.cancel', 'admin-agent', 'global-admin'),
  'ROL-8': may('software-activity.view', 'referral-admin', 'admin-agent'),
  'ROL-9': may('customer-purchases.view', 'sales-agent', 'user-management-admin'),
};
