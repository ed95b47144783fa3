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
] as const;

/** The Partner Center roles that the documents name, in the order of the matrix's columns. */
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
] as const;

/** The actions that the documents grant, in the order of the matrix's rows. */
export const allActions: typeof actionIds = Object.freeze(actionIds);

export type Action = (typeof allActions)[number];

/** The roles that may perform one action. */
export interface PermissionRow {
  /** The clause behind every cell of the row: it names the roles that may, and so those that may not. */
  readonly clause: ClauseId;
  readonly granted: { readonly [R in Role]: boolean };
}

export type PermissionMatrix = { readonly [A in Action]: PermissionRow };

const yes = true;
const no = false;

/**
 * The permissions of 8 roles for 18 actions: 56 of the 144 cells are granted. An action that no
 * document grants is denied. Use `isAllowed` to look up values from outside.
 *
 * Clauses: ROL-1 to ROL-9 (`customer-permission`, `reservations`, `software`).
 *
 * @example
 * permissionMatrix['software.cancel'].granted['global-admin']; //=> false
 * permissionMatrix['software.cancel'].clause; //=> 'ROL-7'
 */
// biome-ignore format: a table is read along its rows and columns
export const permissionMatrix: PermissionMatrix = Object.freeze({
  //                                            Admin  Sales  Help-  Global User   Account Refer- Market-
  //                                            agent  agent  desk   admin  mgmt   admin   ral    ing
  'customer-permissions.view':    row('ROL-1',  yes,   yes,   yes,   no,    no,    no,     no,    no),
  'customer-permissions.change':  row('ROL-2',  yes,   no,    no,    no,    no,    no,     no,    no),
  'customer-purchases.view':      row('ROL-9',  yes,   yes,   yes,   no,    no,    no,     no,    no),
  'reservations.buy':             row('ROL-4',  yes,   no,    no,    yes,   no,    no,     no,    no),
  'reservations.view':            row('ROL-3',  yes,   yes,   yes,   yes,   yes,   no,     no,    no),
  'reservations.refund':          row('ROL-3',  yes,   yes,   yes,   yes,   yes,   no,     no,    no),
  'reservations.exchange':        row('ROL-3',  yes,   yes,   yes,   yes,   yes,   no,     no,    no),
  'reservations.manage-access':   row('ROL-3',  yes,   yes,   yes,   yes,   yes,   no,     no,    no),
  'reservations.configure':       row('ROL-3',  yes,   yes,   yes,   yes,   yes,   no,     no,    no),
  'reservations.view-properties': row('ROL-3',  yes,   yes,   yes,   yes,   yes,   no,     no,    no),
  'reservations.request-support': row('ROL-3',  yes,   yes,   yes,   yes,   yes,   no,     no,    no),
  'software.buy':                 row('ROL-5',  yes,   no,    no,    yes,   no,    no,     no,    no),
  'software.view':                row('ROL-5',  yes,   no,    no,    yes,   no,    no,     no,    no),
  'software.download':            row('ROL-6',  yes,   no,    no,    no,    no,    no,     no,    no),
  'software.get-keys':            row('ROL-6',  yes,   no,    no,    no,    no,    no,     no,    no),
  'software.copy-link':           row('ROL-6',  yes,   no,    no,    no,    no,    no,     no,    no),
  'software.cancel':              row('ROL-7',  yes,   no,    no,    no,    no,    no,     no,    no),
  'software-activity.view':       row('ROL-8',  no,    no,    no,    yes,   no,    yes,    yes,   yes),
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
  });
  return Object.freeze({ clause, granted });
}
