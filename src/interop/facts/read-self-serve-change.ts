import type { PermissionChangeFacts } from '../../customers/facts.ts';
import { readPermissionChange } from '../../customers/read-facts.ts';
import type { Issue, Parsed } from '../../kernel/issue.ts';
import { ROOT_PATH } from '../../kernel/read.ts';
import { readBodyFields, wholeBody } from '../body/body-fields.ts';
import { complete, type Known } from './known-facts.ts';
import { policyFields, productIn, readPolicy } from './self-serve-policy.ts';

/**
 * Reads the facts of a change of the permission to buy reservations from the self-serve policy that is
 * sent to the Partner Center API to create or update one: it contains `wanted`. Pass the
 * rest as `known`: `roles`, `current`, and `hasSubscription` if the permission is turned on. With
 * `known.product` `savings-plan` it is the permission to buy savings plans.
 *
 * @returns the canonical facts, which `decidePermissionChange` takes, or every issue: below `known` for a
 * fact that is missing. Never throws.
 *
 * Clauses: the facts that CUS-1, CUS-2 and CUS-10 need; interpretation R-NO-ENTRY.
 *
 * @example
 * const policy = {
 *   selfServeEntity: { selfServeEntityType: 'customer', tenantID: '0431a72c' },
 *   grantor: { grantorType: 'billToPartner', tenantID: '634f6379' },
 *   permissions: [{ resource: 'AzureReservedInstances', action: 'Purchase' }],
 * };
 * readSelfServeChange(policy, { roles: 'admin-agent', current: 'off', hasSubscription: true });
 * //=> { ok: true, value: { roles: ['admin-agent'], current: 'off', wanted: 'on', hasSubscription: true } }
 */
export function readSelfServeChange(
  policy: unknown,
  known?: Known<PermissionChangeFacts>,
): Parsed<PermissionChangeFacts> {
  const issues: Issue[] = [];
  const fields = readBodyFields(wholeBody(policy), policyFields, issues);
  const { permission } = readPolicy(fields, productIn(known), issues);
  const wanted = { value: permission, path: ROOT_PATH };
  return complete({ wanted }, known, issues, readFacts);
}

/** The canonical facts; names that no rule knows stay in the list of roles. */
function readFacts(facts: object, issues: Issue[]): PermissionChangeFacts | undefined {
  const read = readPermissionChange(facts, issues);
  if (read === undefined) return undefined;
  const { request, ignoredRoles } = read;
  return { ...request, roles: [...request.roles, ...ignoredRoles] };
}
