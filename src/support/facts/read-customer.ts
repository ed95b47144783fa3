import type { Issue } from '../../kernel/issue.ts';
import { readFields, readOptional, readText } from '../../kernel/read.ts';
import type { SoftwareCustomer } from '../../software/cancellation/request.ts';
import { onlyGiven } from './fact-readers.ts';

const names = ['name', 'tenantId', 'domain'] as const;
const known: ReadonlySet<string> = new Set(names);

/** Reads what names a customer; `undefined` if nothing does. */
export function readCustomer(
  value: unknown,
  path: Issue['path'],
  issues: Issue[],
): SoftwareCustomer | undefined {
  const fields = readFields<keyof SoftwareCustomer>(value, known, path, issues);
  const [name, tenantId, domain] = names.map((field) =>
    readOptional(fields?.[field], [...path, field], issues, readText),
  );
  const customer = onlyGiven({ name, tenantId, domain });
  return Object.keys(customer).length === 0 ? undefined : customer;
}
