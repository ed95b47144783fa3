import { type Issue, issue } from '../../kernel/issue.ts';
import {
  isGiven,
  onlyGiven,
  readArray,
  readBoolean,
  readFields,
  readOptional,
  readText,
  withoutPrototype,
} from '../../kernel/read.ts';
import { recomputeSoftwareCancellation } from '../../software/cancellation/recompute-cancellation.ts';
import type { SoftwareSupportFacts, SupportRequest } from '../form/support-facts.ts';
import { readRequestedAmount } from './fact-readers.ts';
import { readContact } from './read-contact.ts';
import { readCustomer } from './read-customer.ts';

type FactName = keyof SoftwareSupportFacts;

const known: ReadonlySet<string> = new Set<FactName>([
  'cancellation',
  'askedForByCancellation',
  'customer',
  'productName',
  'orderId',
  'subscriptionId',
  'impact',
  'refundReason',
  'amountRequested',
  'title',
  'contact',
  'files',
]);

/** Reads the facts of a request about software; `undefined` if there are none to read. */
export function readSoftwareFacts(
  input: unknown,
  issues: Issue[],
): SupportRequest<'software-cancellation'> | undefined {
  const kind = 'software-cancellation';
  const fields = readFields<FactName>(input, known, [], issues);
  if (fields === undefined) return undefined;
  const text = (name: FactName): string | undefined =>
    readOptional(fields[name], [name], issues, readText);

  const { cancellation, askedForByCancellation: asked, amountRequested: amount } = fields;
  if (isGiven(asked) && isGiven(cancellation)) {
    const expected = 'no such field together with a decision, which already contains it';
    issues.push(issue(['askedForByCancellation'], 'contradiction', expected, asked));
  }
  const request = onlyGiven({
    kind,
    cancellation: readOptional(
      cancellation,
      ['cancellation'],
      issues,
      recomputeSoftwareCancellation,
    ),
    askedForByCancellation: isGiven(cancellation)
      ? undefined
      : readBoolean(asked, ['askedForByCancellation'], issues),
    customer: readOptional(fields.customer, ['customer'], issues, readCustomer),
    productName: text('productName'),
    orderId: text('orderId'),
    subscriptionId: text('subscriptionId'),
    impact: text('impact'),
    refundReason: text('refundReason'),
    amountRequested: readOptional(amount, ['amountRequested'], issues, readRequestedAmount),
    title: text('title'),
    contact: readContact(kind, fields.contact, issues),
    files: readOptional(fields.files, ['files'], issues, readFiles),
  } as SupportRequest<typeof kind>);
  return withoutPrototype(request);
}

function readFiles(
  value: unknown,
  path: Issue['path'],
  issues: Issue[],
): readonly string[] | undefined {
  const files = readArray(value, path, issues, (name, at) => readText(name, at, issues));
  return files.length === 0 ? undefined : files;
}
