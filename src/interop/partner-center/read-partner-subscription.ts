import { addMonths, type Day, readDay } from '../../kernel/day.ts';
import { type Issue, issue, type Parsed } from '../../kernel/issue.ts';
import { isOwn } from '../../kernel/read.ts';
import type { SoftwareCancellationInput } from '../../software/cancellation/request.ts';
import { softwareTermMonths } from '../../software/policy/software-policy.ts';
import {
  type BodyFields,
  type BodyValue,
  readBodyFields,
  readElements,
  wholeBody,
} from '../body/body-fields.ts';
import { statedText } from '../body/optional-values.ts';
import { checkSubscriptionStatus } from '../body/states.ts';
import { termFacts } from '../facts/billing-cycle.ts';
import {
  completed,
  finish,
  KNOWN,
  type Known,
  NOT_YET,
  readKnown,
  type StatedFact,
} from '../facts/known-facts.ts';
import { readCancellation } from '../facts/rule-facts.ts';

/**
 * Reads the facts of a software cancellation from a subscription of the Partner Center API: one item of the collection
 * that `readCollection` reads. Pass the facts that it does not contain as `known`: always `kind`, `canceledOn`
 * and `roles`; `customer`; `paid` and `currency`, because a subscription has no price.
 *
 * - `subscriptionId` is its `id`, `productName` its `offerName`, `term` its `termDuration`; one payment (`one_time`) is
 *   the `billingCycle` of the term. `friendlyName`, `orderId` and `quantity` have the same names.
 * - The vendor's own instants (`cancellationAllowedUntilDate`, `refundOptions`, `refundableQuantity`) are returned,
 *   and decide.
 * - `purchasedOn` is `creationDate`, but not if `commitmentEndDate` is later than the end of the first term: the subscription
 *   was renewed or began later, and the caller must add the day. If `commitmentEndDate` is earlier than the end
 *   of the term, the subscription ends with another: `term` and `billingCycle` are left out, because its first
 *   cycle has other days.
 * - A `status` in which nothing is left to cancel, such as `deleted`, is an issue, as is an unknown one.
 *
 * @returns the canonical facts, which `decideSoftwareCancellation` takes, or every issue: below `known`
 * for a fact that is missing. Never throws.
 *
 * Clauses: the facts that SOF-1 to SOF-6, SOF-20 to SOF-22 and SOF-25 need; interpretation R-SIXTY.
 *
 * @example
 * const subscription = {
 *   id: 'S-1', orderId: 'O-1', offerName: 'SQL Server', quantity: 10, status: 'active', termDuration: 'P1Y',
 *   billingCycle: 'monthly', creationDate: '2023-07-01T10:00:00Z', cancellationAllowedUntilDate: '2023-07-08T10:00:00Z',
 * };
 * const known = { kind: 'subscription', canceledOn: '2023-07-03', roles: 'admin-agent' } as const;
 * readPartnerSubscription(subscription, known);
 * //=> { ok: true, value: { kind: 'subscription', purchasedOn: '2023-07-01', …, subscriptionId: 'S-1' } }
 */
export function readPartnerSubscription(
  subscription: unknown,
  known?: Known<SoftwareCancellationInput>,
): Parsed<SoftwareCancellationInput> {
  const issues: Issue[] = [];
  const fields = readBodyFields(wholeBody(subscription), names, issues);
  checkSubscriptionStatus(fields.status, issues);
  const given = readKnown(known, issues);
  const stated = {
    subscriptionId: statedText(fields.id),
    orderId: statedText(fields.orderId),
    productName: statedText(fields.offerName),
    friendlyName: statedText(fields.friendlyName),
    quantity: fields.quantity,
    ...periodFacts(fields, given, issues),
    cancellationAllowedUntilDate: fields.cancellationAllowedUntilDate,
    refundOptions: listFact(fields.refundOptions, readRefundOption, issues),
    refundableQuantity: readRefundableQuantity(fields.refundableQuantity, issues),
  };
  return finish(completed(stated, given, KNOWN), issues, readCancellation);
}

const names = [
  'id',
  'orderId',
  'friendlyName',
  'offerName',
  'quantity',
  'status',
  'termDuration',
  'billingCycle',
  'creationDate',
  'commitmentEndDate',
  'cancellationAllowedUntilDate',
  'refundOptions',
  'refundableQuantity',
] as const;

type Fields = BodyFields<(typeof names)[number]>;

type Stated = { readonly [name: string]: StatedFact | undefined };

/** The purchase, the term and the charge cycle, as far as the last day of the commitment agrees. */
function periodFacts(
  fields: Fields,
  given: { readonly [name: string]: unknown },
  issues: Issue[],
): Stated {
  const { creationDate, commitmentEndDate, termDuration, billingCycle } = fields;
  const stated = termFacts(given, termDuration, billingCycle, issues);
  if (commitmentEndDate.value === undefined) return { purchasedOn: creationDate, ...stated };
  const last = dayOr(commitmentEndDate, issues);
  const first = dayOr(
    { value: given['purchasedOn'] ?? creationDate.value, path: creationDate.path },
    [],
  );
  if (last === undefined) {
    return { purchasedOn: { value: NOT_YET, path: creationDate.path }, ...stated };
  }
  if (first === undefined) return { purchasedOn: creationDate, ...stated };
  const term = given['term'] ?? termDuration.value;
  if (!isTerm(term)) return stated;
  const end = addMonths(first, softwareTermMonths[term]);
  if (last > end) return stated;
  return { purchasedOn: creationDate, ...(last < end - 1 ? {} : stated) };
}

function isTerm(term: unknown): term is keyof typeof softwareTermMonths {
  return typeof term === 'string' && isOwn(softwareTermMonths, term);
}

function dayOr({ value, path }: BodyValue, issues: Issue[]): Day | undefined {
  const before = issues.length;
  const day = readDay(value, path, issues);
  return issues.length > before ? undefined : day;
}

/** The documented name of the instant is `expiresAfter`; the service writes `expiresAt`. */
function readRefundOption(option: BodyValue, issues: Issue[]): object {
  const { type, expiresAt, expiresAfter } = readBodyFields(
    option,
    ['type', 'expiresAt', 'expiresAfter'],
    issues,
  );
  if (expiresAt.value !== undefined && expiresAfter.value !== undefined) {
    const expected = 'nothing together with expiresAt';
    issues.push(issue(expiresAfter.path, 'duplicate', expected, expiresAfter.value));
  }
  return { type: type.value, expiresAt: expiresAt.value ?? expiresAfter.value };
}

function readRefundableQuantity(stated: BodyValue, issues: Issue[]): StatedFact | undefined {
  if (stated.value === undefined) return undefined;
  const before = issues.length;
  const { totalQuantity, details } = readBodyFields(stated, ['totalQuantity', 'details'], issues);
  const value = {
    totalQuantity: totalQuantity.value,
    details: listFact(details, readUnits, issues)?.value,
  };
  return { value: issues.length > before ? NOT_YET : value, path: stated.path };
}

function readUnits(units: BodyValue, issues: Issue[]): object {
  const { quantity, allowedUntilDateTime } = readBodyFields(
    units,
    ['quantity', 'allowedUntilDateTime'],
    issues,
  );
  return { quantity: quantity.value, allowedUntilDateTime: allowedUntilDateTime.value };
}

/** A list of the fields that a rule reads; not yet a fact if its elements cannot be read. */
function listFact(
  stated: BodyValue,
  read: (element: BodyValue, issues: Issue[]) => object,
  issues: Issue[],
): StatedFact | undefined {
  if (stated.value === undefined) return undefined;
  const before = issues.length;
  const value = readElements(stated, issues).map((element) => read(element, issues));
  return { value: issues.length > before ? NOT_YET : value, path: stated.path };
}
