export * from '../vocabulary/index.ts';
export { actionsAllowed } from './actions-allowed.ts';
export {
  type AccessAssumed,
  type AccessDecision,
  type AccessRequest,
  type AllowedAccess,
  type DeniedAccess,
  decideAccess,
  type NewestAccess,
} from './decide-access.ts';
export { isAllowed } from './is-allowed.ts';
export {
  type Action,
  allActions,
  allRoles,
  type PermissionMatrix,
  type PermissionRow,
  type PermissionRows,
  permissionMatrix,
  type Role,
} from './matrix.ts';
export type { AccessNote } from './notes.ts';
export { parseRole, type RoleInput } from './parse-role.ts';
export { parseRoles } from './parse-roles.ts';
export type { AccessOptions, RoleList } from './read-role.ts';
export type { AccessRefusal } from './refusals.ts';
export { rolesAllowed } from './roles-allowed.ts';
export {
  type PermissionMatrixId,
  type PermissionMatrixVersion,
  permissionMatrixAt,
  permissionMatrixVersions,
} from './versions.ts';
