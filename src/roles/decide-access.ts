import { InputError, type Issue } from '../kernel/issue.ts';
import { emptyRecord, merged } from '../kernel/read.ts';
import type { ClauseId } from '../vocabulary/clauses.ts';
import { type Allowed, type Denied, deny, type Obstacle } from '../vocabulary/decision.ts';
import type { InterpretationId } from '../vocabulary/interpretations.ts';
import { obstacleOf } from '../vocabulary/refusal.ts';
import type { Action, Role } from './matrix.ts';
import { type AccessNote, clauseOfNote, notesOn } from './notes.ts';
import type { RoleInput } from './parse-role.ts';
import { type AccessOptions, readAccessOptions, readAction, readRoleList } from './read-role.ts';
import { type AccessRefusal, accessRefusals } from './refusals.ts';
import { grantingSetOf, type RoleSet, rolesOf, setOf } from './role-set.ts';
import {
  defaultMatrix,
  newestMatrix,
  type PermissionMatrixId,
  type PermissionMatrixVersion,
} from './versions.ts';

/** The roles and the action of a request, in canonical form. */
export interface AccessRequest {
  /** Each role once, in the order of the matrix. */
  readonly roles: readonly Role[];
  readonly action: Action;
  /** A UTC day as `YYYY-MM-DD`, if one was given. */
  readonly asOf?: string | undefined;
  /** True if the user is a guest of the customer's tenant; absent if that was not given. */
  readonly guest?: boolean | undefined;
}

/** The fact that was not given and is assumed: the five documents. */
export type AccessAssumed = 'asOf';

/** The newest version of the permissions, and its answer. */
export interface NewestAccess {
  readonly version: PermissionMatrixId;
  readonly allowed: boolean;
}

interface AccessFacts {
  readonly kind: 'access-decision';
  /** The facts in canonical form. */
  readonly request: AccessRequest;
  /** Every role that allows the action. */
  readonly allowedRoles: readonly Role[];
  /** The names in the list of roles that are no role here; they were ignored. */
  readonly ignoredRoles: readonly string[];
  readonly notes: readonly AccessNote[];
  readonly assumed: readonly AccessAssumed[];
  /** The version of the permissions that was applied. */
  readonly version: PermissionMatrixId;
  /** The newest version and its answer; `null` if a day was given. */
  readonly newest: NewestAccess | null;
}

export interface AllowedAccess extends Allowed, AccessFacts {
  /** The given roles that allow the action. */
  readonly grantedBy: readonly Role[];
}

export interface DeniedAccess extends Denied<AccessRefusal>, AccessFacts {}

/** A decision on an action, with the clause and the roles that allow it. */
export type AccessDecision = AllowedAccess | DeniedAccess;

/**
 * Decides whether these roles allow an action, which of them allow it, which roles would, and by
 * which clause.
 *
 * An action is allowed if any of the roles allows it; without a role nothing is. A list can hold names
 * in any spelling, and names that no rule knows, which are ignored and reported in `ignoredRoles`. A
 * refusal cites the clause that names the allowed roles. Without `asOf` the five documents apply, and
 * `newest` has the newest version and its answer. A guest of the customer's tenant can see
 * reservations but not refund or exchange them, whatever the role.
 *
 * @throws InputError with every issue, if the one role or all roles of a list are unknown, or the
 * action is, or an option is malformed.
 *
 * Clauses: ROL-1, ROL-2, ROL-9 (`customer-permission`, Overview), ROL-3 (`reservations`,
 * Appropriate roles), ROL-4 to ROL-8 (`software`, Appropriate roles and the notes of each task),
 * ROL-10 to ROL-16 (later pages); interpretation R-WHICH.
 *
 * @example
 * const decision = decideAccess('global-admin', 'software.cancel');
 * decision.allowed; //=> false
 * decision.because; //=> ['ROL-7']
 * decision.allowedRoles; //=> ['admin-agent']
 * decideAccess('global-admin', 'reservations.buy').newest; //=> { version: 'roles-2023-09', allowed: false }
 * decideAccess(['Sales Agent', 'Azure hero'], 'reservations.refund').notes; //=> ['needs-azure-access']
 */
export function decideAccess(
  roles: Role | readonly RoleInput[],
  action: Action,
  options?: AccessOptions,
): AccessDecision {
  const issues: Issue[] = [];
  const list = readRoleList(roles, ['roles'], issues);
  const asked = readAction(action, issues);
  const { dated, guest } = readAccessOptions(options, issues);
  if (issues.length > 0) throw new InputError(issues);

  const held = setOf(list.roles);
  const version = dated?.version ?? defaultMatrix;
  const granting = grantingSetOf(asked, version) as RoleSet;
  const isLate = dated === undefined || version === newestMatrix;
  const notes = notesOn(asked, held, version, isLate);
  const noted = notes.flatMap((note) => clauseOfNote[note] ?? []);
  const obstacles = obstaclesTo(asked, held, version, guest === true);
  const which: readonly InterpretationId[] = dated === undefined ? ['R-WHICH'] : [];
  const request = emptyRecord<AccessRequest>();
  request.roles = list.roles;
  request.action = asked;
  if (dated !== undefined) request.asOf = dated.day;
  if (guest !== undefined) request.guest = guest;
  const facts: AccessFacts = {
    kind: 'access-decision',
    allowedRoles: rolesOf(granting),
    ignoredRoles: list.ignoredRoles,
    notes,
    assumed: dated === undefined ? ['asOf'] : [],
    version: version.id,
    newest: dated === undefined ? newestAccess(asked, held, guest === true) : null,
    request: { ...request } as AccessRequest,
  };
  const [first, ...others] = obstacles;
  if (first !== undefined) return merged(deny([first, ...others], noted, which), facts);
  const because: readonly ClauseId[] = [version.matrix[asked].clause, ...noted];
  const allowed: Allowed = { allowed: true, because, interpretations: which };
  return merged(merged(allowed, facts), { grantedBy: rolesOf(held & granting) });
}

/** ROL-11: what a guest of the customer's tenant cannot do. */
const deniedToGuests: ReadonlySet<Action> = new Set<Action>([
  'reservations.refund',
  'reservations.exchange',
]);

function obstaclesTo(
  action: Action,
  held: RoleSet,
  version: PermissionMatrixVersion,
  isGuest: boolean,
): readonly Obstacle<AccessRefusal>[] {
  const row = version.matrix[action];
  const reasons: AccessRefusal[] = [];
  if ((held & (grantingSetOf(action, version) as RoleSet)) === 0) reasons.push('not-granted');
  if (isGuest && deniedToGuests.has(action)) reasons.push('guest-of-tenant');
  return reasons.map((reason) => obstacleOf(accessRefusals, reason, row));
}

function newestAccess(action: Action, held: RoleSet, isGuest: boolean): NewestAccess {
  const allowed = obstaclesTo(action, held, newestMatrix, isGuest).length === 0;
  return { version: newestMatrix.id, allowed };
}
