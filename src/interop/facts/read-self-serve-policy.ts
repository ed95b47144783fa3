import type { CustomerPurchaseFacts, CustomerPurchaseRequest } from '../../customers/facts.ts';
import { readCustomerPurchase } from '../../customers/read-facts.ts';
import { type Issue, issue, type Parsed } from '../../kernel/issue.ts';
import { isName, ROOT_PATH, readCount, readOptional, readSome } from '../../kernel/read.ts';
import { type BodyValue, readBodyFields, readElements, wholeBody } from '../body/body-fields.ts';
import { complete, KNOWN, type Known } from './known-facts.ts';
import { isSameWord, policyFields, productIn, readPolicy } from './self-serve-policy.ts';

/**
 * Reads the facts of a customer's purchase from self-serve policies of the Partner Center API: one, or
 * the customer's list of them. They state whether the `permission` to buy reservations is on; a
 * list that does not grant it, or is empty, means off. Pass `subscription` and, if known, `market` as
 * `known`. With `known.product` `savings-plan` it is the permission to buy savings plans.
 *
 * @returns the canonical facts, which `decideCustomerPurchase` takes, or every issue: below `known` for a
 * fact that is missing; policies for several customers are one too. Never throws.
 *
 * Clauses: the facts that CUS-1 and CUS-3 need; interpretation R-CONDITIONS.
 *
 * @example
 * const policy = {
 *   selfServeEntity: { selfServeEntityType: 'customer', tenantID: '0431a72c' },
 *   grantor: { grantorType: 'billToPartner', tenantID: '634f6379' },
 *   permissions: [{ resource: 'AzureReservedInstances', action: 'Purchase' }],
 * };
 * readSelfServePolicy(policy, { subscription: null });
 * //=> { ok: true, value: { subscription: null, permission: 'on' } }
 */
export function readSelfServePolicy(
  policy: unknown,
  known?: Known<CustomerPurchaseFacts>,
): Parsed<CustomerPurchaseRequest> {
  const issues: Issue[] = [];
  const { items, totalCount, ...whole } = readBodyFields(
    wholeBody(policy),
    ['items', 'totalCount', ...policyFields],
    issues,
  );
  const product = productIn(known);
  const policies =
    items.value === undefined
      ? [whole]
      : readElements(items, issues).map((one) => readBodyFields(one, policyFields, issues));
  const read = policies.map((one) => readPolicy(one, product, issues));
  checkOneCustomer(
    read.map(({ customer }) => customer),
    issues,
  );
  const value = read.some(({ permission }) => permission === 'on') ? 'on' : 'off';
  const total = readOptional(totalCount.value, totalCount.path, issues, readCount) ?? 0;
  if (value === 'off' && total > policies.length) {
    const expected = `${policies.length}, the number of items, because items that are not listed can also grant it`;
    issues.push(issue(totalCount.path, 'contradiction', expected, totalCount.value));
  }
  const stated = { permission: { value, path: ROOT_PATH }, subscription: noSubscription(known) };
  return complete(stated, known, issues, readCustomerPurchase);
}

/** `null` is a fact here: there is no subscription. */
function noSubscription(known: unknown): BodyValue | undefined {
  const given = readSome<'subscription'>(known ?? {}, KNOWN, []);
  return given?.subscription === null
    ? { value: null, path: [...KNOWN, 'subscription'] }
    : undefined;
}

function checkOneCustomer(customers: readonly BodyValue[], issues: Issue[]): void {
  let first: string | undefined;
  for (const { value, path } of customers) {
    // What is no name is an issue already.
    if (!isName(value)) continue;
    first ??= value;
    if (isSameWord(first, value)) continue;
    issues.push(issue(path, 'other-customer', 'the customer of the first policy', value));
  }
}
