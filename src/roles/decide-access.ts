import { InputError, type Issue } from '../kernel/issue.ts';
import type { Allowed, Denied } from '../vocabulary/decision.ts';
import { type Action, permissionMatrix, type Role } from './matrix.ts';
import { readAction, readRoles } from './read-role.ts';
import { grantingSetOf, roleSetOf, rolesOf } from './role-set.ts';

/** The reason for denied access: no document grants the action to any of the roles. */
export type AccessRefusal = 'not-granted';

/** The roles and the action of a request, in canonical form. */
export interface AccessRequest {
  /** Each role once, in the order of the matrix. */
  readonly roles: readonly Role[];
  readonly action: Action;
}

interface AccessFacts {
  readonly kind: 'access-decision';
  /** The facts in canonical form. */
  readonly request: AccessRequest;
  /** Every role that allows the action. */
  readonly allowedRoles: readonly Role[];
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
 * An action is allowed if any of the roles allows it; without a role nothing is. A refusal cites the
 * clause that names the allowed roles.
 *
 * @throws InputError with every issue, if a role or the action is unknown. `parseRole` reads
 * other spellings of a role.
 *
 * Clauses: ROL-1, ROL-2, ROL-9 (`customer-permission`, Overview), ROL-3 (`reservations`,
 * Appropriate roles), ROL-4 to ROL-8 (`software`, Appropriate roles and the notes of each task).
 *
 * @example
 * const decision = decideAccess('global-admin', 'software.cancel');
 * decision.allowed; //=> false
 * decision.because; //=> ['ROL-7']
 * decision.allowedRoles; //=> ['admin-agent']
 */
export function decideAccess(roles: Role | readonly Role[], action: Action): AccessDecision {
  const held = roleSetOf(roles);
  const granting = grantingSetOf(action);
  if (held === undefined || granting === undefined) return decideRead(roles, action);

  const { clause } = permissionMatrix[action];
  const allowedRoles = rolesOf(granting);
  const request = { roles: rolesOf(held), action };
  if ((held & granting) !== 0) {
    return {
      kind: 'access-decision',
      allowed: true,
      because: [clause],
      interpretations: [],
      allowedRoles,
      grantedBy: rolesOf(held & granting),
      request,
    };
  }
  return {
    kind: 'access-decision',
    allowed: false,
    reason: 'not-granted',
    obstacles: [{ reason: 'not-granted', clause, nextStep: 'ask-someone-with-an-allowed-role' }],
    because: [clause],
    interpretations: [],
    allowedRoles,
    request,
  };
}

/** Reads the inputs again to report every issue. */
function decideRead(roles: unknown, action: unknown): AccessDecision {
  const issues: Issue[] = [];
  const readable = readRoles(roles, ['roles'], issues);
  const known = readAction(action, issues);
  if (issues.length > 0) throw new InputError(issues);
  return decideAccess(readable, known); // an array that answers otherwise when it is asked again
}
