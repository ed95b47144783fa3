import { AbilityBuilder, createMongoAbility } from '@casl/ability';
import { AccessControl } from 'accesscontrol';
import { newEnforcer, newModelFromString, StringAdapter } from 'casbin';
import {
  allActions,
  allRoles,
  decideAccess,
  isAllowed,
  permissionMatrix,
} from '../../../dist/index.js';

export const cases = allRoles.flatMap((role) => allActions.map((action) => ({ role, action })));

const bits = new Map(allRoles.map((role, at) => [role, 1 << at]));
const granting = new Map(
  allActions.map((action) => [
    action,
    allRoles.reduce(
      (set, role, at) => (permissionMatrix[action].granted[role] ? set | (1 << at) : set),
      0,
    ),
  ]),
);

const abilityOf = (role) => {
  const { can, build } = new AbilityBuilder(createMongoAbility);
  for (const action of allActions) if (permissionMatrix[action].granted[role]) can(action, 'all');
  return build();
};
const abilities = new Map(allRoles.map((role) => [role, abilityOf(role)]));

// It takes no dots in names.
const resourceOf = new Map(allActions.map((action) => [action, action.replace('.', '_')]));
const control = new AccessControl();
for (const role of allRoles) {
  const granted = control.grant(role);
  for (const action of allActions) {
    if (permissionMatrix[action].granted[role]) granted.readAny(resourceOf.get(action));
  }
}

const model = newModelFromString(`
[request_definition]
r = sub, act
[policy_definition]
p = sub, act
[policy_effect]
e = some(where (p.eft == allow))
[matchers]
m = r.sub == p.sub && r.act == p.act
`);
const lines = cases
  .filter(({ role, action }) => permissionMatrix[action].granted[role])
  .map(({ role, action }) => `p, ${role}, ${action}`);
const enforcer = await newEnforcer(model, new StringAdapter(lines.join('\n')));

export const contenders = {
  'partner-rules isAllowed': ({ role, action }) => isAllowed(role, action),
  'partner-rules decideAccess': ({ role, action }) => decideAccess(role, action).allowed,
  'bitmask by hand': ({ role, action }) => (bits.get(role) & granting.get(action)) !== 0,
  'CASL, cached': ({ role, action }) => abilities.get(role).can(action, 'all'),
  'CASL, per request': ({ role, action }) => abilityOf(role).can(action, 'all'),
  accesscontrol: ({ role, action }) => control.can(role).readAny(resourceOf.get(action)).granted,
  casbin: ({ role, action }) => enforcer.enforceSync(role, action),
};
