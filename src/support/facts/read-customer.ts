import type { Issue } from '../../kernel/issue.ts';
import { readText, withoutPrototype } from '../../kernel/read.ts';
import { fieldsOf, optional, readRecord } from '../../kernel/record.ts';
import type { SoftwareCustomer } from '../../software/cancellation/request.ts';

const customerFields = /* @__PURE__ */ fieldsOf<SoftwareCustomer>({
  name: optional(readText),
  tenantId: optional(readText),
  domain: optional(readText),
});

/** Reads what names a customer; `undefined` if nothing does. */
export function readCustomer(
  value: unknown,
  path: Issue['path'],
  issues: Issue[],
): SoftwareCustomer | undefined {
  const customer = readRecord(customerFields, value, path, issues);
  if (customer === undefined || Object.keys(customer).length === 0) return undefined;
  return withoutPrototype(customer);
}
