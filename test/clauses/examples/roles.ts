import {
  type AccessOptions,
  type Action,
  decideAccess,
  type Role,
} from '../../../src/roles/index.ts';
import { type ClauseExample, call, type ExamplesOf } from './example.ts';

const may = (action: Action, role: Role, other: Role, options?: AccessOptions): ClauseExample => ({
  meets: [call(decideAccess, role, action, options ?? {}), { allowed: true, grantedBy: [role] }],
  doesNot: [
    call(decideAccess, other, action, options ?? {}),
    { allowed: false, reason: 'not-granted' },
  ],
});

/** The answers on the day before a page, its day and the day after. */
const since = (
  action: Action,
  role: Role,
  other: Role,
  [before, day, after]: readonly [string, string, string],
): ClauseExample => ({
  ...may(action, role, other, { asOf: day }),
  boundaries: [
    {
      of: `the day of the page, ${day}`,
      ask: (step) => decideAccess(role, action, { asOf: [before, day, after][step + 1] as string }),
      shows: [{ allowed: false }, { allowed: true }, { allowed: true }],
    },
  ],
});

export const roleExamples: ExamplesOf<'ROL'> = {
  'ROL-1': may('customer-permissions.view', 'helpdesk-agent', 'global-admin'),
  'ROL-2': may('customer-permissions.change', 'admin-agent', 'sales-agent'),
  'ROL-3': may('reservations.refund', 'user-management-admin', 'account-admin'),
  'ROL-4': may('reservations.buy', 'global-admin', 'account-admin'),
  'ROL-5': may('software.view', 'global-admin', 'helpdesk-agent'),
  'ROL-6': may('software.copy-link', 'admin-agent', 'global-admin'),
  'ROL-7': may('software.cancel', 'admin-agent', 'global-admin'),
  'ROL-8': may('software-activity.view', 'referral-admin', 'admin-agent'),
  'ROL-9': may('customer-purchases.view', 'sales-agent', 'user-management-admin'),
  'ROL-10': {
    meets: [
      call(decideAccess, 'sales-agent', 'reservations.refund'),
      { allowed: true, notes: ['needs-azure-access'] },
    ],
    doesNot: [
      call(decideAccess, 'admin-agent', 'reservations.refund'),
      { allowed: true, notes: [] },
    ],
  },
  'ROL-11': {
    meets: [
      call(decideAccess, 'admin-agent', 'reservations.refund', { guest: true }),
      { allowed: false, reason: 'guest-of-tenant' },
    ],
    doesNot: [
      call(decideAccess, 'admin-agent', 'reservations.view', { guest: true }),
      { allowed: true },
    ],
  },
  'ROL-12': {
    meets: [
      call(decideAccess, 'sales-agent', 'reservations.buy'),
      { allowed: false, notes: ['other-page-disagrees'] },
    ],
    doesNot: [call(decideAccess, 'admin-agent', 'reservations.buy'), { allowed: true, notes: [] }],
  },
  'ROL-13': since('reservations.buy', 'sales-agent', 'global-admin', [
    ...(['2023-08-22', '2023-08-23', '2023-08-24'] as const),
  ]),
  'ROL-14': since('licenses.cancel', 'sales-agent', 'helpdesk-agent', [
    ...(['2023-07-26', '2023-07-27', '2023-07-28'] as const),
  ]),
  'ROL-15': since('billing.view', 'billing-admin', 'sales-agent', [
    ...(['2022-11-21', '2022-11-22', '2022-11-23'] as const),
  ]),
  'ROL-16': since('indirect-resellers.manage', 'sales-agent', 'admin-agent', [
    ...(['2023-09-14', '2023-09-15', '2023-09-16'] as const),
  ]),
};
