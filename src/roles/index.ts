export * from '../vocabulary/index.ts';
export { actionsAllowed } from './actions-allowed.ts';
export {
  type AccessDecision,
  type AccessRefusal,
  type AccessRequest,
  type AllowedAccess,
  type DeniedAccess,
  decideAccess,
} from './decide-access.ts';
export { isAllowed } from './is-allowed.ts';
export {
  type Action,
  allActions,
  allRoles,
  type PermissionMatrix,
  type PermissionRow,
  permissionMatrix,
  type Role,
} from './matrix.ts';
export { parseRole, type RoleInput } from './parse-role.ts';
export { rolesAllowed } from './roles-allowed.ts';
