// Roles of Partner Center and what they allow, to choose from.

import { allActions, allRoles } from 'partner-rules/roles';
import { actionNames, roleNames } from './names.js';

export const roleOffers = allRoles.map((role) => [role, roleNames[role] ?? role]);
export const roles = {
  ...{ name: 'roles', kind: 'several', offers: roleOffers },
  label: ['Roles of the person', '담당자의 역할'],
};
export const actionOffers = allActions.map((action) => [action, actionNames[action] ?? action]);
