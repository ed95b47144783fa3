import type { Action, ClauseId, Role } from '../../src/roles/index.ts';

// What the documents grant, written off them by hand a second time: passage by passage, with the
// roles as each passage spells them.

interface Passage {
  readonly document:
    | 'customer-permission'
    | 'reservations'
    | 'software'
    | 'role-permissions'
    | 'cancellation-policy'
    | 'reservations-buying'
    | 'indirect-resellers';
  readonly where: string;
  /** The day of a later page, which replaces what was said before of its actions. */
  readonly from?: string;
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
  'Billing admin': 'billing-admin',
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

/** What later pages grant, from oldest to newest. */
export const laterPassages: readonly (Passage & { readonly from: string })[] = [
  {
    document: 'role-permissions',
    where: 'CSP commercial transactions, table, workspace Billing',
    from: '2022-11-22',
    who: ['Global admin', 'Admin agent', 'Billing admin'],
    may: ['billing.view'],
  },
  {
    document: 'cancellation-policy',
    where: 'Appropriate roles',
    from: '2023-07-27',
    who: ['Admin agent', 'Sales agent', 'Global admin'],
    may: ['licenses.cancel'],
  },
  {
    document: 'reservations-buying',
    where: 'Appropriate roles',
    from: '2023-08-23',
    who: ['Admin agent', 'Sales agent'],
    may: ['reservations.buy'],
  },
  {
    document: 'indirect-resellers',
    where: 'Appropriate roles',
    from: '2023-09-15',
    who: ['Global admin', 'Sales agent'],
    may: ['indirect-resellers.manage'],
  },
];

/** The page of 2020-08-06 on buying, which grants more than the page on software of the same year. */
const disagreeing: Passage = {
  document: 'reservations-buying',
  where: 'Appropriate roles',
  who: ['Admin agent', 'Global admin', 'Helpdesk agent', 'Sales agent', 'User management admin'],
  may: ['reservations.buy'],
};

export const roles: readonly Role[] = [
  'admin-agent',
  'sales-agent',
  'helpdesk-agent',
  'global-admin',
  'user-management-admin',
  'account-admin',
  'referral-admin',
  'marketing-content-admin',
  'billing-admin',
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
  'licenses.cancel',
  'billing.view',
  'indirect-resellers.manage',
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
  'licenses.cancel': 'ROL-14',
  'billing.view': 'ROL-15',
  'indirect-resellers.manage': 'ROL-16',
};

/** The first day of the five documents, and of each later page. */
export const firstDays: readonly string[] = [
  '2020-08-06',
  ...laterPassages.map(({ from }) => from),
];

/** The id of the version of a day, and of none. */
export const versionOf: { readonly [day: string]: string } = {
  '2020-08-06': 'roles-2020-08',
  '2022-11-22': 'roles-2022-11',
  '2023-07-27': 'roles-2023-07',
  '2023-08-23': 'roles-2023-08',
  '2023-09-15': 'roles-2023-09',
};

/** The 189 cells. */
export const cells: readonly (readonly [Role, Action])[] = roles.flatMap((role) =>
  actions.map((action) => [role, action] as const),
);

/** The passages that grant an action to a role. */
export function passagesThatGrant(role: Role, action: Action): readonly Passage[] {
  return passages.filter(
    ({ who, may }) => may.includes(action) && who.some((spelling) => named[spelling] === role),
  );
}

function grants({ who, may }: Passage, role: Role, action: Action): boolean {
  return may.includes(action) && who.some((spelling) => named[spelling] === role);
}

/** Whether an action is granted by the five documents, or by the pages up to a day. */
export function isGranted(role: Role, action: Action, day = '2020-08-06'): boolean {
  const replacing = laterPassages.filter(({ from, may }) => from <= day && may.includes(action));
  if (replacing.length > 0) return replacing.some((passage) => grants(passage, role, action));
  return passagesThatGrant(role, action).length > 0;
}

/** The clause of an action's row on a day. */
export function clauseOn(action: Action, day = '2020-08-06'): ClauseId {
  return action === 'reservations.buy' && day >= '2023-08-23' ? 'ROL-13' : clauseOf[action];
}

const needAzureAccess: readonly Action[] = [
  'reservations.refund',
  'reservations.exchange',
  'reservations.manage-access',
  'reservations.configure',
  'reservations.request-support',
];

/** The notes on an answer, and the clauses that they bring. */
export function notesOn(
  held: readonly Role[],
  action: Action,
  day = '2020-08-06',
  isLate = true,
): { readonly notes: readonly string[]; readonly clauses: readonly ClauseId[] } {
  const granting = held.filter((role) => isGranted(role, action, day));
  const notes: string[] = [];
  const clauses: ClauseId[] = [];
  if (!roles.some((role) => isGranted(role, action, day))) notes.push('no-text-yet');
  const other = held.some((role) => grants(disagreeing, role, action));
  if (action === 'reservations.buy' && day < '2023-08-23' && other !== granting.length > 0) {
    notes.push('other-page-disagrees');
    clauses.push('ROL-12');
  }
  const agents = ['sales-agent', 'helpdesk-agent'];
  const onlyAgents = granting.length > 0 && granting.every((role) => agents.includes(role));
  if (onlyAgents && needAzureAccess.includes(action)) {
    notes.push('needs-azure-access');
    clauses.push('ROL-10');
  }
  const onlyGlobal = granting.length === 1 && granting[0] === 'global-admin';
  if (onlyGlobal && isLate && action.startsWith('reservations.')) {
    notes.push('global-admin-dropped-later');
  }
  return { notes, clauses };
}
