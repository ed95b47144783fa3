import { type Issue, issue } from '../../kernel/issue.ts';
import { readArray, readFields, readOptional } from '../../kernel/read.ts';
import type { SoftwareCustomer } from '../../software/cancellation/request.ts';
import type { SupportContact, Unfinished } from '../form/support-draft.ts';
import { readRequestedAmount, readSome, readText } from './fact-readers.ts';
import {
  type CancellationFacts,
  type CancellationFields,
  readCancellation,
} from './read-cancellation.ts';
import { readContact } from './read-contact.ts';
import { readCustomer } from './read-customer.ts';
import type { AnswerObstacle } from './read-obstacles.ts';
import { obstaclesOfDecision, obstaclesOfStatement } from './software-obstacles.ts';
import type { SoftwareSupportFacts } from './support-facts.ts';

/** The facts of a request about software. Texts are escaped, amounts have their currency. */
export interface SoftwareFacts {
  /** Why there is nothing to ask support for. */
  readonly obstacles: readonly AnswerObstacle<'software-cancellation'>[];
  /** What the decision says; `undefined` if there is none, or it does not ask for support. */
  readonly cancellation: CancellationFacts | undefined;
  readonly customer: SoftwareCustomer | undefined;
  readonly productName: string | undefined;
  readonly orderId: string | undefined;
  readonly subscriptionId: string | undefined;
  readonly impact: string | undefined;
  readonly refundReason: string | undefined;
  readonly amountRequested: string | undefined;
  readonly title: string | undefined;
  readonly contact: Unfinished<SupportContact>;
  readonly files: readonly string[];
}

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
export function readSoftwareFacts(input: unknown, issues: Issue[]): SoftwareFacts | undefined {
  const fields = readFields<FactName>(input, known, [], issues);
  if (fields === undefined) return undefined;
  const text = (name: FactName): string | undefined =>
    readOptional(fields[name], [name], issues, readText);

  const { askedForByCancellation: asked } = fields;
  const decision: CancellationFields | undefined = readOptional(
    fields.cancellation,
    ['cancellation'],
    issues,
    readSome,
  );
  if (asked !== undefined && fields.cancellation !== undefined) {
    const expected = 'no such field together with a decision, which already contains it';
    issues.push(issue(['askedForByCancellation'], 'contradiction', expected, asked));
  }
  const obstacles =
    fields.cancellation === undefined
      ? obstaclesOfStatement(asked, issues)
      : obstaclesOfDecision(decision, issues);
  const isForSupport = decision !== undefined && obstacles.length === 0;
  return {
    obstacles,
    cancellation: isForSupport ? readCancellation(decision, issues) : undefined,
    customer: readOptional(fields.customer, ['customer'], issues, readCustomer),
    productName: text('productName'),
    orderId: text('orderId'),
    subscriptionId: text('subscriptionId'),
    impact: text('impact'),
    refundReason: text('refundReason'),
    amountRequested: readOptional(
      fields.amountRequested,
      ['amountRequested'],
      issues,
      readRequestedAmount,
    ),
    title: text('title'),
    contact: readContact('software-cancellation', fields.contact, issues),
    files: readOptional(fields.files, ['files'], issues, readFiles) ?? [],
  };
}

function readFiles(value: unknown, path: Issue['path'], issues: Issue[]): readonly string[] {
  return readArray(value, path, issues, (name, at) => readText(name, at, issues));
}
