import { type Issue, issue, type Parsed } from '../../kernel/issue.ts';
import { isGiven, readCount, readOptional, readSome } from '../../kernel/read.ts';
import type { SoftwareCancellationInput } from '../../software/cancellation/request.ts';
import {
  type BodyFields,
  type BodyValue,
  readBodyFields,
  readElements,
  wholeBody,
} from '../body/body-fields.ts';
import { statedText } from '../body/optional-values.ts';
import { checkOrderStatus } from '../body/states.ts';
import { termFacts } from './billing-cycle.ts';
import { complete, type Known, NOT_YET, type StatedFact } from './known-facts.ts';
import { readCancellation } from './rule-facts.ts';

/** The facts that an order does not contain. */
export type KnownNextToOrder = Known<SoftwareCancellationInput> & {
  /** The cancelled line item; required if the order has several. */
  readonly lineItemNumber?: number | undefined;
};

/**
 * Reads the facts of a software cancellation from an order of the Partner Center API, as it responds or
 * is sent (also to cancel). Pass the facts that it does not contain as `known`: always `kind`,
 * `canceledOn` and `roles`; `paid`, because an order has no price; `qualifies` and `messageRead`.
 *
 * - `purchasedOn` is the UTC day of `creationDate`; `orderId` is its `id`; `customer` is known by
 *   `referenceCustomerId`, its tenant.
 * - `productName` is the line item's `friendlyName`, and `quantity` its own.
 * - If the kind is `subscription`, `friendlyName` and `subscriptionId` are those of the line item, `term` its
 *   `termDuration` and `billingCycle` that of the order; one payment (`one_time`) is the cycle of the term. A line item
 *   with a `customTermEndDate` states neither term nor cycle, because its first cycle has other days. Perpetual software
 *   with a term is an issue.
 * - `currency` is `currencyCode`, where `paid` is given.
 * - A `status` of `cancelled` is an issue, as is an unknown one; a request to cancel, which has no
 *   `creationDate`, may have it.
 * - A line item of which nothing is left (`quantity` 0), as it is cancelled already, is an issue.
 *
 * @returns the canonical facts, which `decideSoftwareCancellation` takes, or every issue: below `known`
 * for a fact that is missing. Never throws.
 *
 * Clauses: the facts that SOF-1 to SOF-6 need; interpretation R-SIXTY.
 *
 * @example
 * const order = {
 *   id: 'O-1', referenceCustomerId: 'c403d91b', currencyCode: 'USD',
 *   creationDate: '2025-03-01T17:33:56Z',
 *   lineItems: [{ lineItemNumber: 0, friendlyName: 'SQL Server - 1 year', termDuration: 'P1Y' }],
 * };
 * readSoftwareOrder(order, { kind: 'subscription', canceledOn: '2025-04-30', roles: 'admin-agent' });
 * //=> { ok: true, value: { kind: 'subscription', purchasedOn: '2025-03-01', …, term: 'P1Y', … } }
 */
export function readSoftwareOrder(
  order: unknown,
  known?: KnownNextToOrder,
): Parsed<SoftwareCancellationInput> {
  const issues: Issue[] = [];
  const fields = readBodyFields(wholeBody(order), orderFields, issues);
  const given = readSome<string>(known ?? {}, ['known'], issues) ?? {};
  const { lineItemNumber, ...facts } = given;
  const { kind, paid } = given;
  const line = readLine(fields.lineItems, lineItemNumber, issues);
  // A request to cancel has the status that it asks for, and no creation date.
  if (fields.creationDate.value !== undefined) checkOrderStatus(fields.status, issues);
  const tenant = fields.referenceCustomerId;
  const name = line && statedText(line.friendlyName);
  const isAligned = line?.customTermEndDate.value !== undefined;
  const stated = {
    purchasedOn: fields.creationDate,
    orderId: fields.id,
    customer:
      tenant.value === undefined
        ? undefined
        : { value: { tenantId: tenant.value }, path: tenant.path, isMade: true },
    productName: name,
    ...(kind === 'subscription' && {
      friendlyName: name,
      subscriptionId: line && statedText(line.subscriptionId),
    }),
    quantity: line && countFact(line.quantity, issues),
    ...(isAligned ? {} : termFacts(given, line?.termDuration, fields.billingCycle, issues)),
    currency: isGiven(paid) ? fields.currencyCode : undefined,
  };
  return complete(stated, facts, issues, readCancellation);
}

const orderFields = [
  'id',
  'referenceCustomerId',
  'currencyCode',
  'billingCycle',
  'creationDate',
  'lineItems',
  'status',
] as const;

const lineFields = [
  'lineItemNumber',
  'friendlyName',
  'subscriptionId',
  'termDuration',
  'customTermEndDate',
  'quantity',
] as const;

type Line = BodyFields<(typeof lineFields)[number]>;

/** The line item that is asked for, or the only one. */
function readLine(lineItems: BodyValue, asked: unknown, issues: Issue[]): Line | undefined {
  const before = issues.length;
  const path = ['known', 'lineItemNumber'];
  if (lineItems.value === undefined) {
    const expected = 'the line items of an order';
    issues.push(issue(lineItems.path, 'missing-field', expected, undefined));
  }
  const number = readOptional(asked, path, issues, readCount);
  const lines = readElements(lineItems, issues).map((line) =>
    readBodyFields(line, lineFields, issues),
  );
  // Among what is malformed nothing is looked for.
  if (issues.length > before) return undefined;

  const [line, ...others] =
    number === undefined
      ? lines
      : lines.filter(({ lineItemNumber: { value } }) => value === number);
  if (line !== undefined && others.length === 0) return line;
  if (number !== undefined) {
    const expected = 'the number of one line item of the order';
    issues.push(issue(path, 'unknown-value', expected, number));
  } else if (line === undefined) {
    issues.push(issue(lineItems.path, 'empty', 'at least one line item', lineItems.value));
  } else {
    const expected = `the number of one of the order's ${lines.length} line items`;
    issues.push(issue(path, 'missing-field', expected, undefined));
  }
  return undefined;
}

/** A line item of which nothing is left has been cancelled. */
function countFact({ value, path }: BodyValue, issues: Issue[]): StatedFact {
  if (value !== 0) return { value, path };
  issues.push(issue(path, 'contradiction', 'a quantity above 0', value));
  return { value: NOT_YET, path };
}
