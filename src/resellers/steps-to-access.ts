import { InputError, type Issue } from '../kernel/issue.ts';
import type { NextStep } from '../vocabulary/next-steps.ts';
import { reasonsAgainst } from './access.ts';
import { readAccess, readRelationship } from './read-relationship.ts';
import { refusals } from './refusals.ts';
import type { ResellerRelationship } from './relationship.ts';
import type { ResellerAccess } from './reseller-tasks.ts';

/**
 * Returns the steps that are missing, in order, before a reseller has a level of access; none if it has
 * it. If there are several ways, returns the one that the document shows for existing customers and
 * subscriptions.
 *
 * @throws InputError with every issue, if the level is unknown or the relationship is malformed
 * or contradicts itself.
 *
 * Clauses: RSL-2, RSL-3, RSL-5 to RSL-8 (`indirect-resellers`, Connect with indirect resellers);
 * RSL-15 (the page of 2020-07-03); interpretation R-RELATIONSHIP.
 *
 * @example
 * stepsToAccess('support', {
 *   partnership: { enrolled: true, hasAccount: true, stage: 'requested' },
 *   customer: { associated: false, azure: false },
 *   subscription: { associated: false, supportContact: false },
 * }); //=> ['wait-for-the-reseller-to-accept', 'name-as-support-contact']
 */
export function stepsToAccess(
  level: ResellerAccess,
  relationship: ResellerRelationship,
): readonly NextStep[] {
  const issues: Issue[] = [];
  const wanted = readAccess(level, issues);
  const facts = readRelationship(relationship, issues);
  if (facts === undefined || issues.length > 0) throw new InputError(issues);
  return reasonsAgainst(wanted, facts).map((reason) => refusals[reason].nextStep);
}
