import type { Issue } from '../../kernel/issue.ts';
import { type Fields, readFields, readOptional } from '../../kernel/read.ts';
import type { SoftwareCustomer } from '../../software/cancellation/request.ts';
import { onlyGiven, readSome, readText } from './fact-readers.ts';

type Path = Issue['path'];
type CustomerFields = Fields<keyof SoftwareCustomer> | undefined;

const names = ['name', 'tenantId', 'domain'] as const;
const known: ReadonlySet<string> = new Set(names);

/** Reads what names a customer, with its texts escaped; `undefined` if nothing does. */
export function readCustomer(
  value: unknown,
  path: Path,
  issues: Issue[],
): SoftwareCustomer | undefined {
  return customerOf(readFields(value, known, path, issues), path, issues);
}

/** {@link readCustomer} for the customer in an answer, who may have more fields. */
export function readCustomerOfAnswer(
  value: unknown,
  path: Path,
  issues: Issue[],
): SoftwareCustomer | undefined {
  return customerOf(readSome(value, path, issues), path, issues);
}

function customerOf(
  fields: CustomerFields,
  path: Path,
  issues: Issue[],
): SoftwareCustomer | undefined {
  const [name, tenantId, domain] = names.map((field) =>
    readOptional(fields?.[field], [...path, field], issues, readText),
  );
  const customer = onlyGiven({ name, tenantId, domain });
  return Object.keys(customer).length === 0 ? undefined : customer;
}
