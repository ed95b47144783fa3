import { formatDay, readDay } from '../../kernel/day.ts';
import { type Issue, issue, type Parsed } from '../../kernel/issue.ts';
import { NOWHERE, readWord } from '../../kernel/read.ts';
import { termEndOf } from '../../reservations/quote/days.ts';
import type { RefundRequest, RefundRequestInput } from '../../reservations/quote/request.ts';
import { terms } from '../../reservations/quote/term.ts';
import {
  readElements,
  readSaid,
  readSaidOptional,
  readSome,
  type Said,
  type SaidFields,
  wholeBody,
} from '../body/body-fields.ts';
import { readPrice } from '../body/price.ts';
import { complete, type Known } from './known-facts.ts';
import { readRefund } from './rule-facts.ts';

/**
 * Reads the facts of a cancellation from a reservation order of Microsoft's reservations API
 * (`GET /providers/Microsoft.Capacity/reservationOrders/{id}`, with `$expand=schedule` for the
 * price). Pass the facts that it does not contain, such as `canceledOn` and `used`, as `known`.
 *
 * - `purchasedOn` is the UTC day of `createdDateTime`.
 * - `paid` and `currency` are the one payment that succeeded, in the currency that is billed, where the
 *   order lists one reservation, of as many as were bought, or none: it does not contain the price of a part. For
 *   a part, or for the lower price of today, pass `paid`.
 * - `product` is the `reservedResourceType` of its one reservation, where the order holds more of it than
 *   its ID.
 * - A state in which nothing is left to return, such as `Cancelled`, is an issue.
 * - An expiry on another day than that on which the term ends is an issue: days would be counted
 *   wrongly.
 *
 * @returns the canonical request, which `quoteRefund` takes, or every issue: below `known` for a fact
 * that is missing. Never throws.
 *
 * Clauses: the facts that RES-1 to RES-8 need; interpretations R-DAYS, R-PRORATE, R-BASIS.
 *
 * @example
 * const order = {
 *   properties: {
 *     createdDateTime: '2025-01-01T03:51:49.8083758Z', term: 'P1Y', billingPlan: 'Upfront',
 *     planInformation: {
 *       transactions: [
 *         { status: 'Succeeded', billingCurrencyTotal: { amount: 12000, currencyCode: 'USD' } },
 *       ],
 *     },
 *   },
 * };
 * readReservationOrder(order, { canceledOn: '2025-01-07', used: false });
 * //=> { ok: true, value: { paid: '12000.00', currency: 'USD', term: 'P1Y', … } }
 */
export function readReservationOrder(
  order: unknown,
  known?: Known<RefundRequestInput>,
): Parsed<RefundRequest> {
  const issues: Issue[] = [];
  const body = readSaid(wholeBody(order), ['properties'], issues);
  const properties = readSaid(body.properties, fields, issues);
  const reservations = readElements(properties.reservations, issues);
  const held = reservations.map((reservation) => readReservation(reservation, issues));
  for (const { provisioningState } of [properties, ...held]) checkState(provisioningState, issues);
  const price = isWhole(properties, held) ? readUpfrontPrice(properties, issues) : {};
  const said = {
    paid: price.amount,
    currency: price.currencyCode,
    term: properties.term,
    purchasedOn: properties.createdDateTime,
    billingPlan: properties.billingPlan,
    product: held.length > 1 ? undefined : held[0]?.reservedResourceType,
  };
  return complete(said, known, issues, (facts, found) => {
    checkExpiry(properties, facts, issues);
    return readRefund(facts, found);
  });
}

const fields = [
  'createdDateTime',
  'expiryDate',
  'expiryDateTime',
  'term',
  'billingPlan',
  'planInformation',
  'reservations',
  'provisioningState',
  'originalQuantity',
] as const;

const reservationFields = ['reservedResourceType', 'provisioningState', 'quantity'] as const;

type Reservation = SaidFields<(typeof reservationFields)[number]>;

function readReservation(reservation: Said, issues: Issue[]): Reservation {
  const { properties } = readSaid(reservation, ['properties'], issues);
  return readSaidOptional(properties, reservationFields, issues);
}

const ended = ['cancelled', 'expired', 'failed', 'billingfailed', 'split', 'merged'];

function checkState({ value, path }: Said, issues: Issue[]): void {
  if (!isOneOf(ended, value)) return;
  issues.push(issue(path, 'contradiction', 'a reservation that is still there', value));
}

/** The vendor writes its words in more than one case. */
function isOneOf(words: readonly string[], value: unknown): boolean {
  return typeof value === 'string' && words.includes(value.toLowerCase());
}

/** Whether all that was paid for is in one reservation still: the price of a part is not said. */
function isWhole(
  { originalQuantity }: SaidFields<'originalQuantity'>,
  reservations: readonly Reservation[],
): boolean {
  const [first, ...others] = reservations;
  if (others.length > 0) return false;
  const quantity = first?.quantity.value;
  return (
    quantity === undefined ||
    originalQuantity.value === undefined ||
    quantity === originalQuantity.value
  );
}

/** What was paid at once, where there is one payment. */
function readUpfrontPrice(
  { planInformation }: SaidFields<'planInformation'>,
  issues: Issue[],
): Partial<SaidFields<'amount' | 'currencyCode'>> {
  const { transactions } = readSaidOptional(planInformation, ['transactions'], issues);
  const [payment, ...others] = readElements(transactions, issues)
    .map((element) => readSaid(element, ['status', 'billingCurrencyTotal'], issues))
    .filter(({ status }) => isOneOf(['succeeded'], status.value));
  return payment !== undefined && others.length === 0
    ? readPrice(payment.billingCurrencyTotal, issues)
    : {};
}

function checkExpiry(
  { expiryDate, expiryDateTime }: SaidFields<'expiryDate' | 'expiryDateTime'>,
  facts: object,
  issues: Issue[],
): void {
  const found: Issue[] = [];
  const said = readSome(facts, NOWHERE, found);
  const purchasedOn = readDay(said['purchasedOn'], NOWHERE, found);
  const term = readWord(said['term'], terms, NOWHERE, found);
  if (found.length > 0) return;
  const termEnd = termEndOf({ purchasedOn, term });
  for (const { value, path } of [expiryDate, expiryDateTime]) {
    const before = issues.length;
    if (value === undefined || readDay(value, path, issues) === termEnd) continue;
    if (issues.length > before) continue;
    const expected = `${formatDay(termEnd)}, the end of the term that started on ${formatDay(purchasedOn)}`;
    issues.push(issue(path, 'contradiction', expected, value));
  }
}
