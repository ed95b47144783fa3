import type { ClauseId } from '../vocabulary/clauses.ts';
import type { Action, Role } from './matrix.ts';
import { grantingSetOf, type RoleSet, rolesOf, setOfRow } from './role-set.ts';
import type { PermissionMatrixVersion } from './versions.ts';

/** A note on a decision about an action. */
export type AccessNote =
  /** The granting roles also need access to the Azure subscription. */
  | 'needs-azure-access'
  /** Another page of the same time decides otherwise. */
  | 'other-page-disagrees'
  /** Undated copies of the page since 2024 no longer name Global admin, the only granting role. */
  | 'global-admin-dropped-later'
  /** No page of the version's time names a role for the action. */
  | 'no-text-yet';

/** The clause of a note, if it has one. */
export const clauseOfNote: { readonly [N in AccessNote]: ClauseId | undefined } = Object.freeze({
  'needs-azure-access': 'ROL-10',
  'other-page-disagrees': 'ROL-12',
  'global-admin-dropped-later': undefined,
  'no-text-yet': undefined,
});

/** The actions for which sales and helpdesk agents also need access to the Azure subscription. */
const azureActions: ReadonlySet<Action> = new Set<Action>([
  'reservations.refund',
  'reservations.exchange',
  'reservations.manage-access',
  'reservations.configure',
  'reservations.request-support',
]); // ROL-10

/** Returns the notes on an action for roles of which `granting` may do it. */
export function notesOn(
  action: Action,
  held: RoleSet,
  version: PermissionMatrixVersion,
  mayBeLater: boolean,
): readonly AccessNote[] {
  const granting = grantingSetOf(action, version) as RoleSet;
  const grantedBy = rolesOf(held & granting);
  const notes: AccessNote[] = [];
  if (granting === 0) notes.push('no-text-yet');
  const other = version.disagreeing[action];
  if (other !== undefined && ((held & setOfRow(other)) !== 0) !== grantedBy.length > 0) {
    notes.push('other-page-disagrees');
  }
  if (grantedBy.length === 0) return notes;
  if (azureActions.has(action) && grantedBy.every(needsAzureAccess)) {
    notes.push('needs-azure-access');
  }
  const isReservation = action.startsWith('reservations.');
  if (mayBeLater && isReservation && grantedBy.every((role) => role === 'global-admin')) {
    notes.push('global-admin-dropped-later');
  }
  return notes;
}

function needsAzureAccess(role: Role): boolean {
  return role === 'sales-agent' || role === 'helpdesk-agent';
}
