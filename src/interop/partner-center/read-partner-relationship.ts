import { type Issue, issue, type Parsed } from '../../kernel/issue.ts';
import { readText } from '../../kernel/read.ts';
import type { EstablishedPartnership } from '../../resellers/partnership.ts';
import { type BodyValue, readBodyFields, wholeBody } from '../body/body-fields.ts';
import { optionalText } from '../body/optional-values.ts';
import { isOneOf } from '../body/states.ts';

/** A relationship of the Partner Center API with an indirect reseller. */
export interface PartnerRelationship {
  /** The tenant of the reseller. */
  readonly resellerId: string;
  readonly name: string | null;
  readonly partnerId: string | null;
  /** The partnership; `null` if the body states no `state`, as in the list of a customer's resellers. */
  readonly partnership: EstablishedPartnership | null;
}

/**
 * Reads a relationship of the Partner Center API (`PartnerRelationship`): one item of the collection that
 * `readCollection` reads. A `state` of `Active` is an established partnership; the vendor documents no other, and
 * another one is an issue.
 *
 * @returns the relationship, or every issue. Never throws.
 *
 * Clauses: the partnership that RSL-1 to RSL-12 need; interpretation R-ACCEPT.
 *
 * @example
 * const relationship = {
 *   id: '484e548c', name: 'First Up', relationshipType: 'is_indirect_cloud_solution_provider_of',
 *   state: 'Active', mpnId: '4847383',
 * };
 * readPartnerRelationship(relationship);
 * //=> { ok: true, value: { …, partnership: { enrolled: true, hasAccount: true, stage: 'established' } } }
 */
export function readPartnerRelationship(relationship: unknown): Parsed<PartnerRelationship> {
  const issues: Issue[] = [];
  const names = ['id', 'name', 'mpnId', 'state'] as const;
  const { id, name, mpnId, state } = readBodyFields(wholeBody(relationship), names, issues);
  const value: PartnerRelationship = {
    resellerId: readText(id.value, id.path, issues),
    name: optionalText(name, issues),
    partnerId: optionalText(mpnId, issues),
    partnership: readPartnership(state, issues),
  };
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value };
}

function readPartnership(state: BodyValue, issues: Issue[]): EstablishedPartnership | null {
  if (state.value === undefined) return null;
  if (!isOneOf(['active'], state)) {
    issues.push(issue(state.path, 'unknown-value', 'Active', state.value));
  }
  return { enrolled: true, hasAccount: true, stage: 'established' };
}
