import type { Action, ClauseId, Role } from '../../src/roles/index.ts';

// What the documents grant, written off them by hand a second time: passage by passage, with the
// roles as each passage spells them.

interface Passage {
  readonly document: 'customer-permission' | 'reservations' | 'software';
  readonly where: string;
  readonly who: readonly (keyof typeof named)[];
  readonly may: readonly Action[];
}

/** The spellings of the passages. */
const named = {
  'Admin Agent': 'admin-agent',
  'Admin agent': 'admin-agent',
  'Sales Agent': 'sales-agent',
  'Sales agent': 'sales-agent',
  'Help Desk Agent': 'helpdesk-agent',
  'Helpdesk agent': 'helpdesk-agent',
  'Global admin': 'global-admin',
  'Global administrator': 'global-admin',
  'User management admin': 'user-management-admin',
  'Account admin': 'account-admin',
  'Referral admin': 'referral-admin',
  'Marketing content admin': 'marketing-content-admin',
} as const;

export const passages: readonly Passage[] = [
  {
    document: 'customer-permission',
    where: 'Overview: who turns permissions on and off, and so sees them',
    who: ['Admin Agent'],
    may: [
      'customer-permissions.change',
      'customer-permissions.view',
      // The overview also says where the purchases that follow are found.
      'customer-purchases.view',
    ],
  },
  {
    document: 'customer-permission',
    where: 'Overview: who has read-only access',
    who: ['Sales Agent', 'Help Desk Agent'],
    may: ['customer-permissions.view', 'customer-purchases.view'],
  },
  {
    document: 'reservations',
    where: 'Appropriate roles; step 3, table',
    who: ['Admin agent', 'Global admin', 'Helpdesk agent', 'Sales agent', 'User management admin'],
    may: [
      // Overview
      'reservations.view',
      'reservations.refund',
      'reservations.exchange',
      // Access control
      'reservations.manage-access',
      // Configuration
      'reservations.configure',
      // Properties
      'reservations.view-properties',
      // New support request
      'reservations.request-support',
    ],
  },
  {
    document: 'software',
    where: 'Appropriate roles, for what no note of the page narrows',
    who: ['Admin agent', 'Global admin'],
    may: ['reservations.buy', 'software.buy', 'software.view'],
  },
  {
    document: 'software',
    where: 'Activate and manage, note',
    who: ['Admin agent'],
    may: ['software.download', 'software.copy-link', 'software.get-keys'],
  },
  {
    document: 'software',
    where: 'View activity, note',
    who: ['Global administrator', 'Account admin', 'Referral admin', 'Marketing content admin'],
    may: ['software-activity.view'],
  },
  {
    document: 'software',
    where: 'Cancel a purchase, note',
    who: ['Admin agent'],
    may: ['software.cancel'],
  },
];

export const roles: readonly Role[] = [
  'admin-agent',
  'sales-agent',
  'helpdesk-agent',
  'global-admin',
  'user-management-admin',
  'account-admin',
  'referral-admin',
  'marketing-content-admin',
];

export const actions: readonly Action[] = [
  'customer-permissions.view',
  'customer-permissions.change',
  'customer-purchases.view',
  'reservations.buy',
  'reservations.view',
  'reservations.refund',
  'reservations.exchange',
  'reservations.manage-access',
  'reservations.configure',
  'reservations.view-properties',
  'reservations.request-support',
  'software.buy',
  'software.view',
  'software.download',
  'software.get-keys',
  'software.copy-link',
  'software.cancel',
  'software-activity.view',
];

/** The clause that says who may do each action. */
export const clauseOf: { readonly [A in Action]: ClauseId } = {
  'customer-permissions.view': 'ROL-1',
  'customer-permissions.change': 'ROL-2',
  'customer-purchases.view': 'ROL-9',
  'reservations.buy': 'ROL-4',
  'reservations.view': 'ROL-3',
  'reservations.refund': 'ROL-3',
  'reservations.exchange': 'ROL-3',
  'reservations.manage-access': 'ROL-3',
  'reservations.configure': 'ROL-3',
  'reservations.view-properties': 'ROL-3',
  'reservations.request-support': 'ROL-3',
  'software.buy': 'ROL-5',
  'software.view': 'ROL-5',
  'software.download': 'ROL-6',
  'software.get-keys': 'ROL-6',
  'software.copy-link': 'ROL-6',
  'software.cancel': 'ROL-7',
  'software-activity.view': 'ROL-8',
};

/** The 144 cells. */
export const cells: readonly (readonly [Role, Action])[] = roles.flatMap((role) =>
  actions.map((action) => [role, action] as const),
);

/** The passages that grant an action to a role. */
export function passagesThatGrant(role: Role, action: Action): readonly Passage[] {
  return passages.filter(
    ({ who, may }) => may.includes(action) && who.some((spelling) => named[spelling] === role),
  );
}

export function isGranted(role: Role, action: Action): boolean {
  return passagesThatGrant(role, action).length > 0;
}
