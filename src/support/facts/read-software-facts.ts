import { type Issue, issue } from '../../kernel/issue.ts';
import {
  isGiven,
  readArray,
  readBoolean,
  readFields,
  readText,
  withoutPrototype,
} from '../../kernel/read.ts';
import { fieldsOf, optional, readDeclared } from '../../kernel/record.ts';
import { recomputeSoftwareCancellation } from '../../software/cancellation/recompute-cancellation.ts';
import type { SoftwareSupportFacts, SupportRequest } from '../form/support-facts.ts';
import { readRequestedAmount } from './fact-readers.ts';
import { readSoftwareContact } from './read-contact.ts';
import { readCustomer } from './read-customer.ts';

type AnyFacts = {
  readonly [Name in keyof SoftwareSupportFacts]?: SoftwareSupportFacts<string>[Name];
};

const text = /* @__PURE__ */ optional(readText);

const softwareFields = /* @__PURE__ */ fieldsOf<AnyFacts>({
  cancellation: optional(recomputeSoftwareCancellation),
  askedForByCancellation: optional(readBoolean),
  customer: optional(readCustomer),
  productName: text,
  orderId: text,
  subscriptionId: text,
  impact: text,
  refundReason: text,
  amountRequested: optional(readRequestedAmount),
  title: text,
  contact: optional(readSoftwareContact),
  files: optional(readFiles),
});

/** Reads the facts of a request about software; `undefined` if there are none to read. */
export function readSoftwareFacts(
  input: unknown,
  issues: Issue[],
): SupportRequest<'software-cancellation'> | undefined {
  const kind = 'software-cancellation';
  const fields = readFields<keyof AnyFacts>(input, softwareFields.names, [], issues);
  if (fields === undefined) return undefined;
  const { cancellation, askedForByCancellation: asked } = fields;
  const path = ['askedForByCancellation'];
  if (!isGiven(cancellation)) readBoolean(asked, path, issues);
  else if (isGiven(asked)) {
    const expected = 'no such field together with a decision, which already contains it';
    issues.push(issue(path, 'contradiction', expected, asked));
  }
  const facts = readDeclared(softwareFields, fields, [], issues);
  return withoutPrototype({ kind, ...facts } as SupportRequest<typeof kind>);
}

function readFiles(
  value: unknown,
  path: Issue['path'],
  issues: Issue[],
): readonly string[] | undefined {
  const files = readArray(value, path, issues, (name, at) => readText(name, at, issues));
  return files.length === 0 ? undefined : files;
}
