import { type Issue, issue, missing, type Parsed } from '../../kernel/issue.ts';
import type { SoftwareCancellationInput } from '../../software/cancellation/request.ts';
import { readBodyFields, wholeBody } from '../body/body-fields.ts';
import { complete, type Known } from './known-facts.ts';
import { readCancellation } from './rule-facts.ts';

/**
 * Reads the facts of a software cancellation from an entitlement of the Partner Center API: one item of
 * the collection that `readCollection` reads. It contains only the `orderId`. Pass the other facts, such as `kind`,
 * `purchasedOn`, `canceledOn` and `roles`, as `known`; the order contains more (see
 * `readSoftwareOrder`).
 *
 * @returns the canonical facts, which `decideSoftwareCancellation` takes, or every issue: below `known`
 * for a fact that is missing; an entitlement to anything except software is one too. Never throws.
 *
 * Clauses: the facts that SOF-1 to SOF-6 need; interpretation R-SIXTY.
 *
 * @example
 * const entitlement = { entitlementType: 'software', referenceOrder: { id: 'O-1', lineItemId: '0' } };
 * readSoftwareEntitlement(entitlement, {
 *   kind: 'perpetual', purchasedOn: '2025-03-01', canceledOn: '2025-04-30', roles: 'admin-agent',
 * });
 * //=> { ok: true, value: { kind: 'perpetual', …, orderId: 'O-1' } }
 */
export function readSoftwareEntitlement(
  entitlement: unknown,
  known?: Known<SoftwareCancellationInput>,
): Parsed<SoftwareCancellationInput> {
  const issues: Issue[] = [];
  const { entitlementType, referenceOrder } = readBodyFields(
    wholeBody(entitlement),
    ['entitlementType', 'referenceOrder'],
    issues,
  );
  const { value, path } = entitlementType;
  if (!(typeof value === 'string' && value.toLowerCase() === 'software')) {
    issues.push(issue(path, missing(value, 'unsupported'), 'software', value));
  }
  const { id } = readBodyFields(referenceOrder, ['id'], issues);
  return complete({ orderId: id }, known, issues, readCancellation);
}
