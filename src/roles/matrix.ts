import type { ClauseId } from '../vocabulary/clauses.ts';

const roleIds = [
  'admin-agent',
  'sales-agent',
  'helpdesk-agent',
  'global-admin',
  'user-management-admin',
  'account-admin',
  'referral-admin',
  'marketing-content-admin',
  'billing-admin',
] as const;

/** The Partner Center roles that the documents and later pages name, in the order of the matrix's columns. */
export const allRoles: typeof roleIds = Object.freeze(roleIds);

export type Role = (typeof allRoles)[number];

const actionIds = [
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
] as const;

/** The actions that the documents and later pages grant, in the order of the matrix's rows. */
export const allActions: typeof actionIds = Object.freeze(actionIds);

export type Action = (typeof allActions)[number];

/** The roles that may perform one action. */
export interface PermissionRow {
  /** The clause behind every cell of the row: it names the roles that may, and so those that may not. */
  readonly clause: ClauseId;
  readonly granted: { readonly [R in Role]: boolean };
}

export type PermissionMatrix = { readonly [A in Action]: PermissionRow };

/** The rows of some actions. */
export type PermissionRows = { readonly [A in Action]?: PermissionRow };

const yes = true;
const no = false;

/**
 * The permissions of 9 roles for 21 actions by the five documents: 56 of the 189 cells are granted.
 * An action that no document grants is denied. Use `isAllowed` to look up values from outside, and
 * `permissionMatrixAt` for the matrix of a later day.
 *
 * Clauses: ROL-1 to ROL-9 (`customer-permission`, `reservations`, `software`).
 *
 * @example
 * permissionMatrix['software.cancel'].granted['global-admin']; //=> false
 * permissionMatrix['software.cancel'].clause; //=> 'ROL-7'
 */
// biome-ignore format: a table is read along its rows and columns
export const permissionMatrix: PermissionMatrix = Object.freeze({
  //                                            Admin  Sales  Help-  Global User   Account Refer- Market- Bill-
  //                                            agent  agent  desk   admin  mgmt   admin   ral    ing     ing
  'customer-permissions.view':    row('ROL-1',  yes,   yes,   yes,   no,    no,    no,     no,    no,     no),
  'customer-permissions.change':  row('ROL-2',  yes,   no,    no,    no,    no,    no,     no,    no,     no),
  'customer-purchases.view':      row('ROL-9',  yes,   yes,   yes,   no,    no,    no,     no,    no,     no),
  'reservations.buy':             row('ROL-4',  yes,   no,    no,    yes,   no,    no,     no,    no,     no),
  'reservations.view':            row('ROL-3',  yes,   yes,   yes,   yes,   yes,   no,     no,    no,     no),
  'reservations.refund':          row('ROL-3',  yes,   yes,   yes,   yes,   yes,   no,     no,    no,     no),
  'reservations.exchange':        row('ROL-3',  yes,   yes,   yes,   yes,   yes,   no,     no,    no,     no),
  'reservations.manage-access':   row('ROL-3',  yes,   yes,   yes,   yes,   yes,   no,     no,    no,     no),
  'reservations.configure':       row('ROL-3',  yes,   yes,   yes,   yes,   yes,   no,     no,    no,     no),
  'reservations.view-properties': row('ROL-3',  yes,   yes,   yes,   yes,   yes,   no,     no,    no,     no),
  'reservations.request-support': row('ROL-3',  yes,   yes,   yes,   yes,   yes,   no,     no,    no,     no),
  'software.buy':                 row('ROL-5',  yes,   no,    no,    yes,   no,    no,     no,    no,     no),
  'software.view':                row('ROL-5',  yes,   no,    no,    yes,   no,    no,     no,    no,     no),
  'software.download':            row('ROL-6',  yes,   no,    no,    no,    no,    no,     no,    no,     no),
  'software.get-keys':            row('ROL-6',  yes,   no,    no,    no,    no,    no,     no,    no,     no),
  'software.copy-link':           row('ROL-6',  yes,   no,    no,    no,    no,    no,     no,    no,     no),
  'software.cancel':              row('ROL-7',  yes,   no,    no,    no,    no,    no,     no,    no,     no),
  'software-activity.view':       row('ROL-8',  no,    no,    no,    yes,   no,    yes,    yes,   yes,    no),
  // No text of 2020 names a role for these; later pages do.
  'licenses.cancel':              row('ROL-14', no,    no,    no,    no,    no,    no,     no,    no,     no),
  'billing.view':               row('ROL-15', no,    no,    no,    no,    no,    no,     no,    no,     no),
  'indirect-resellers.manage':    row('ROL-16', no,    no,    no,    no,    no,    no,     no,    no,     no),
});

/** The rows that a later page adds or replaces, by the id of the version. */
// biome-ignore format: a table is read along its rows and columns
export const laterRows: {
  readonly [Id in 'roles-2022-11' | 'roles-2023-07' | 'roles-2023-08' | 'roles-2023-09']: PermissionRows;
} = Object.freeze({
  //                                                           Admin Sales Help- Glob- User  Acc.  Ref.  Mark. Bill-
  'roles-2022-11': { 'billing.view':              row('ROL-15', yes,  no,   no,   yes,  no,   no,   no,   no,   yes) },
  'roles-2023-07': { 'licenses.cancel':           row('ROL-14', yes,  yes,  no,   yes,  no,   no,   no,   no,   no) },
  'roles-2023-08': { 'reservations.buy':          row('ROL-13', yes,  yes,  no,   no,   no,   no,   no,   no,   no) },
  'roles-2023-09': { 'indirect-resellers.manage': row('ROL-16', no,   yes,  no,   yes,  no,   no,   no,   no,   no) },
});

/** The rows of pages of 2020 that disagree with the five documents. */
// biome-ignore format: a table is read along its rows and columns
export const disagreeingRows: PermissionRows = Object.freeze({
  'reservations.buy': row('ROL-12', yes, yes, yes, yes, yes, no, no, no, no),
});

function row(
  clause: ClauseId,
  adminAgent: boolean,
  salesAgent: boolean,
  helpdeskAgent: boolean,
  globalAdmin: boolean,
  userManagementAdmin: boolean,
  accountAdmin: boolean,
  referralAdmin: boolean,
  marketingContentAdmin: boolean,
  billingAdmin: boolean,
): PermissionRow {
  const granted = Object.freeze({
    'admin-agent': adminAgent,
    'sales-agent': salesAgent,
    'helpdesk-agent': helpdeskAgent,
    'global-admin': globalAdmin,
    'user-management-admin': userManagementAdmin,
    'account-admin': accountAdmin,
    'referral-admin': referralAdmin,
    'marketing-content-admin': marketingContentAdmin,
    'billing-admin': billingAdmin,
  });
  return Object.freeze({ clause, granted });
}
