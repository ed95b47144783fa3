import { formatDay, readDay } from '../../kernel/day.ts';
import { type Issue, issue, type Parsed } from '../../kernel/issue.ts';
import { type Fields, ROOT_PATH, readSome, readWord } from '../../kernel/read.ts';
import { termEndOf } from '../../reservations/facts/days.ts';
import type { RefundRequest, RefundRequestInput } from '../../reservations/facts/request.ts';
import { terms } from '../../reservations/facts/term.ts';
import { type BodyFields, type BodyValue, wholeBody } from '../body/body-fields.ts';
import { isOfKind } from '../body/body-type.ts';
import { readProperties } from '../body/properties.ts';
import { checkLive, stateNames } from '../body/states.ts';
import {
  completed,
  finish,
  KNOWN,
  type Known,
  readKnown,
  type StatedFacts,
} from './known-facts.ts';
import { readRefund } from './rule-facts.ts';

/**
 * Reads the facts of a cancellation from one reservation of Microsoft's reservations API, also in a list
 * (`GET /providers/Microsoft.Capacity/reservationOrders/{id}/reservations/{id}`). It states
 * no price: the caller passes `paid`, or for `Monthly` `instalment`, and `currency`, `canceledOn` and `used` as
 * `known`. The price is that of all units of the reservation, or of `known.quantity` units.
 *
 * - The fields may be below `properties`, or flat as the Azure CLI and PowerShell write them.
 * - `purchasedOn` is the UTC day of `benefitStartTime`, or else of `purchaseDateTime` or `purchaseDate`.
 * - `product` is its `reservedResourceType`, `term` and `billingPlan` are its own.
 * - A state in which nothing is left to return, such as `Cancelled`, is an issue, as is an unknown one.
 * - An expiry on another day than that on which the term ends is an issue.
 *
 * @returns the canonical request, which `quoteRefund` takes, or every issue: below `known` for a fact
 * that the caller must add. A body of another type is one issue. Never throws.
 *
 * Clauses: the facts that RES-1 to RES-8 and PAY-1 to PAY-6 need; interpretations R-DAYS, R-PRORATE.
 *
 * @example
 * const reservation = {
 *   type: 'Microsoft.Capacity/reservationOrders/reservations',
 *   properties: {
 *     reservedResourceType: 'VirtualMachines', quantity: 2, term: 'P1Y', billingPlan: 'Monthly',
 *     purchaseDateTime: '2025-01-15T18:15:24Z', provisioningState: 'Succeeded',
 *   },
 * };
 * readReservation(reservation, {
 *   instalment: '200.00', currency: 'USD', canceledOn: '2025-01-25', used: true,
 * });
 * //=> { ok: true, value: { instalment: '200.00', quantity: 2, …, billingPlan: 'Monthly' } }
 */
export function readReservation(
  reservation: unknown,
  known?: Known<RefundRequestInput>,
): Parsed<RefundRequest> {
  const issues: Issue[] = [];
  const whole = wholeBody(reservation);
  if (!isOfKind(whole, 'reservation', issues)) return { ok: false, issues };
  const properties = readProperties(whole, fields, issues);
  checkLive(properties, issues);
  const given = readKnown(known, issues);
  const { benefitStartTime, purchaseDateTime, purchaseDate } = properties;
  const stated = {
    ...unitsOf(properties.quantity, given),
    term: properties.term,
    purchasedOn:
      [benefitStartTime, purchaseDateTime].find(({ value }) => value !== undefined) ?? purchaseDate,
    billingPlan: properties.billingPlan,
    product: properties.reservedResourceType,
  };
  return finish(completed(stated, given, KNOWN), issues, (facts, found) => {
    checkExpiry(properties, facts, issues);
    return readRefund(facts, found);
  });
}

const fields = [
  ...stateNames,
  'benefitStartTime',
  'billingPlan',
  'expiryDate',
  'expiryDateTime',
  'purchaseDate',
  'purchaseDateTime',
  'quantity',
  'reservedResourceType',
  'term',
] as const;

/**
 * The units of a reservation of which the caller states the price: for `known.quantity` units, or without
 * it for all units of the reservation.
 */
export function unitsOf(quantity: BodyValue | undefined, given: Fields<string>): StatedFacts {
  return given['quantity'] === undefined ? { quantity } : { quantityToReturn: quantity };
}

/** Checks that a body has the term end that follows from the facts: otherwise days would be counted wrongly. */
export function checkExpiry(
  { expiryDate, expiryDateTime }: BodyFields<'expiryDate' | 'expiryDateTime'>,
  facts: object,
  issues: Issue[],
): void {
  const found: Issue[] = [];
  const stated = readSome<'purchasedOn' | 'term'>(facts, ROOT_PATH, found);
  const purchasedOn = readDay(stated?.purchasedOn, ROOT_PATH, found);
  const term = readWord(stated?.term, terms, ROOT_PATH, found);
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
