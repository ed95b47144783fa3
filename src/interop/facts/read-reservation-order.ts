import { type Issue, issue, missing, type Parsed } from '../../kernel/issue.ts';
import { type Fields, isName, withoutPrototype } from '../../kernel/read.ts';
import type { RefundRequest, RefundRequestInput } from '../../reservations/facts/request.ts';
import {
  type BodyFields,
  type BodyValue,
  readBodyFields,
  readElements,
  readOptionalBodyFields,
  wholeBody,
} from '../body/body-fields.ts';
import { isOfKind } from '../body/body-type.ts';
import { readPrice } from '../body/price.ts';
import { plainDate, readProperties } from '../body/properties.ts';
import { checkLive, isDead, isOneOf, stateNames } from '../body/states.ts';
import {
  completed,
  finish,
  KNOWN,
  type Known,
  NOT_YET,
  readKnown,
  type StatedFacts,
} from './known-facts.ts';
import { checkExpiry, unitsOf } from './read-reservation.ts';
import { readRefund } from './rule-facts.ts';

/** Facts that the caller adds to an order. */
export type KnownOfOrder = Known<RefundRequestInput> & {
  /** ID of the returned reservation; required if the order has several that are live. */
  readonly reservationId?: string | undefined;
};

/**
 * Reads the facts of a cancellation from a reservation order of Microsoft's reservations API
 * (`GET /providers/Microsoft.Capacity/reservationOrders/{id}`, with `$expand=schedule` for the
 * price). What the order does not state, such as `canceledOn` and `used`, the caller passes as `known`.
 *
 * - The fields may be below `properties`, or flat as the Azure CLI and PowerShell write them.
 * - `purchasedOn` is the UTC day of `benefitStartTime`, or else of `createdDateTime`.
 * - `Upfront`: `paid` is the one payment that succeeded. `Monthly`: `paymentSchedule` has the payments. Both
 *   in the currency that is billed, for the `originalQuantity` of units. An order of several payments is
 *   `Monthly`; it is an issue if its plan is `Upfront`.
 * - If the order lists its reservations, the live one is returned, or that of `known.reservationId`: its
 *   `quantity` is `quantityToReturn`, its `reservedResourceType` the `product`. Without both quantities the
 *   price of a part is not known, nor are later payments once units were returned: the caller passes `paid` or
 *   `instalment`, for the units of the reservation or for `known.quantity` units.
 * - A state in which nothing is left to return, such as `Cancelled`, is an issue, as is an unknown one.
 * - An expiry on another day than that on which the term ends is an issue: days would be counted
 *   wrongly.
 *
 * @returns the canonical request, which `quoteRefund` takes, or every issue: below `known` for a fact
 * that the caller must add. A body of another type is one issue. Never throws.
 *
 * Clauses: the facts that RES-1 to RES-8 and PAY-1 to PAY-6 need; interpretations R-DAYS, R-PRORATE,
 * R-RATE.
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
export function readReservationOrder(order: unknown, known?: KnownOfOrder): Parsed<RefundRequest> {
  const issues: Issue[] = [];
  const whole = wholeBody(order);
  if (!isOfKind(whole, 'order', issues)) return { ok: false, issues };
  const properties = readProperties(whole, fields, issues);
  checkLive(properties, issues);
  const { reservationId, ...others } = readKnown(known, issues);
  const given = withoutPrototype(others);
  const held = readElements(properties.reservations, issues).map((one) => readHeld(one, issues));
  if (held.length > 0 && held.every(isDead)) {
    for (const one of held) checkLive(one, issues);
    return { ok: false, issues };
  }
  const returned = readReturned(held, reservationId, issues);
  const scope = scopeOf(properties.originalQuantity, held, returned);
  const { createdDateTime, benefitStartTime } = properties;
  const stated = {
    ...readPayments(properties, scope, returned, given, issues),
    term: properties.term,
    purchasedOn: benefitStartTime.value === undefined ? createdDateTime : benefitStartTime,
    product: returned?.reservedResourceType,
  };
  return finish(completed(stated, given, KNOWN), issues, (facts, found) => {
    checkExpiry(properties, facts, issues);
    return readRefund(facts, found);
  });
}

const fields = [
  ...stateNames,
  'benefitStartTime',
  'createdDateTime',
  'expiryDate',
  'expiryDateTime',
  'term',
  'billingPlan',
  'planInformation',
  'reservations',
  'originalQuantity',
] as const;

type Properties = BodyFields<(typeof fields)[number]>;

const reservationFields = [...stateNames, 'reservedResourceType', 'quantity'] as const;

/** A reservation of the order, which has its ID alone unless it is expanded. */
type Held = BodyFields<(typeof reservationFields)[number] | 'id'>;

function readHeld(reservation: BodyValue, issues: Issue[]): Held {
  const { id, properties } = readBodyFields(reservation, ['id', 'properties'], issues);
  const place = properties.value === undefined ? reservation : properties;
  return { ...readBodyFields(place, reservationFields, issues), id };
}

/** The reservation that is returned: the one that the caller names, or the only live one. */
function readReturned(held: readonly Held[], named: unknown, issues: Issue[]): Held | undefined {
  const live = held.filter((one) => !isDead(one));
  const path = [...KNOWN, 'reservationId'];
  if (named !== undefined) {
    const [found, ...others] = held.filter(({ id }) => isNamed(id, named));
    if (found === undefined || others.length > 0) {
      const expected = 'the ID of one reservation of the order';
      issues.push(issue(path, 'unknown-value', expected, named));
      return undefined;
    }
    checkLive(found, issues);
    return found;
  }
  for (const one of live) checkLive(one, issues);
  const [only, ...others] = live;
  if (others.length === 0) return only;
  const expected = `the ID of one of the order's ${live.length} live reservations`;
  issues.push(issue(path, 'missing-field', expected, undefined));
  return undefined;
}

/** Returns whether an ID is the one that is named, in whole or by its last part. The vendor writes it in more than one case. */
function isNamed({ value }: BodyValue, named: unknown): boolean {
  if (!isName(named) || typeof value !== 'string') return false;
  const [id, name] = [value.toLowerCase(), named.toLowerCase()];
  return id === name || id.endsWith(`/${name}`);
}

/** The units that the payments of the order are for. */
interface Scope {
  readonly quantity: BodyValue;
  /** `undefined` if all of them are returned. */
  readonly quantityToReturn: BodyValue | undefined;
  /** True if none of them was returned before, so that later payments are for all of them too. */
  readonly isWhole: boolean;
}

/** `undefined` if the order does not state which part of its units is returned. */
function scopeOf(
  originalQuantity: BodyValue,
  held: readonly Held[],
  returned: Held | undefined,
): Scope | undefined {
  const { value } = originalQuantity;
  const quantity = returned?.quantity;
  const isOnly = held.length <= 1;
  if (
    isOnly &&
    (value === undefined || quantity?.value === undefined || value === quantity.value)
  ) {
    const stated = value === undefined && quantity !== undefined ? quantity : originalQuantity;
    return { quantity: stated, quantityToReturn: undefined, isWhole: true };
  }
  if (value === undefined || quantity?.value === undefined) return undefined;
  const live = held.filter((one) => !isDead(one));
  const sum = live.reduce((all, one) => all + countOf(one.quantity), 0);
  return { quantity: originalQuantity, quantityToReturn: quantity, isWhole: sum === value };
}

/** A number of units, or no number. */
function countOf({ value }: BodyValue): number {
  return typeof value === 'number' ? value : Number.NaN;
}

const paymentFields = ['dueDate', 'status', 'billingCurrencyTotal'] as const;

type OrderPayment = BodyFields<(typeof paymentFields)[number]>;

function readPayments(
  { planInformation, billingPlan }: Properties,
  scope: Scope | undefined,
  returned: Held | undefined,
  given: Fields<string>,
  issues: Issue[],
): StatedFacts {
  const { transactions } = readOptionalBodyFields(planInformation, ['transactions'], issues);
  const payments = readElements(transactions, issues).map((one) =>
    readBodyFields(one, paymentFields, issues),
  );
  const counted = payments.filter(({ status }) => !isOneOf(['failed', 'cancelled'], status));
  const plan = planOf(billingPlan, counted.length, transactions, given, issues);
  const ofReturned = returned?.quantity.value === undefined ? scope?.quantity : returned.quantity;
  const ofCaller = { billingPlan: plan, ...unitsOf(ofReturned, given) };
  if (['paid', 'instalment', 'paymentSchedule'].some((name) => given[name] !== undefined)) {
    return ofCaller;
  }
  const units = { quantity: scope?.quantity, quantityToReturn: scope?.quantityToReturn };
  if (plan?.value === 'Monthly') {
    const schedule = readSchedule(transactions, payments, scope, issues);
    if (schedule === undefined) return { ...ofCaller, instalment: notYet, currency: notYet };
    checkKnown(schedule.currency, scope, given, issues);
    return { billingPlan: plan, ...units, ...schedule };
  }
  const [payment, ...others] = payments.filter(({ status }) => isOneOf(['succeeded'], status));
  if (payment === undefined || others.length > 0 || scope === undefined) return ofCaller;
  const price = readPrice(payment.billingCurrencyTotal, issues);
  checkKnown(price.currencyCode, scope, given, issues);
  return { billingPlan: plan, ...units, paid: price.amount, currency: price.currencyCode };
}

const notYet = { value: NOT_YET, path: [] };

/** Every payment for all units of the order, and their currency. */
function readSchedule(
  { value, path }: BodyValue,
  payments: readonly OrderPayment[],
  scope: Scope | undefined,
  issues: Issue[],
): { readonly paymentSchedule: BodyValue; readonly currency: BodyValue } | undefined {
  const [first] = payments;
  if (first === undefined) {
    const expected = 'the payments (read the order with $expand=schedule)';
    issues.push(issue(path, missing(value, 'empty'), expected, value));
    return undefined;
  }
  if (scope?.isWhole !== true) {
    const expected =
      'one payment for the units of the reservation, as the payments are for others too';
    issues.push(issue([...KNOWN, 'instalment'], 'missing-field', expected, undefined));
    return undefined;
  }
  return {
    paymentSchedule: { value: payments.map(toPayment), path },
    currency: readPrice(first.billingCurrencyTotal, []).currencyCode,
  };
}

/** The prices of the order are in its currency and for its units, and not in or for those of the caller. */
function checkKnown(
  { value: currency }: BodyValue,
  scope: Scope | undefined,
  given: Fields<string>,
  issues: Issue[],
): void {
  const named = given['currency'];
  if (named !== undefined && named !== currency) {
    const expected = 'the currency of the payments of the order';
    issues.push(issue([...KNOWN, 'currency'], 'other-currency', expected, named));
  }
  const [quantity, units] = [scope?.quantity.value, given['quantity']];
  if (units !== undefined && quantity !== undefined && units !== quantity) {
    const expected = 'the units that the order was paid for (originalQuantity)';
    issues.push(issue([...KNOWN, 'quantity'], 'contradiction', expected, units));
  }
}

/** The plan that the caller or the order states, or that its payments make; several cannot be `Upfront`. */
function planOf(
  stated: BodyValue,
  payments: number,
  { path }: BodyValue,
  given: Fields<string>,
  issues: Issue[],
): StatedFacts[string] {
  const named = given['billingPlan'];
  const plan = named === undefined ? stated : { value: named, path: [...KNOWN, 'billingPlan'] };
  if (payments <= 1) return plan;
  if (plan.value === undefined) return { value: 'Monthly', path, isMade: true };
  if (plan.value === 'Upfront') {
    const expected = `Monthly, as the order has ${payments} payments`;
    issues.push(issue(plan.path, 'contradiction', expected, plan.value));
  }
  return plan;
}

/** A payment in the spelling that the rule reads. */
function toPayment({ dueDate, status, billingCurrencyTotal }: OrderPayment): object {
  const { amount, currencyCode } = readPrice(billingCurrencyTotal, []);
  return {
    dueDate: plainDate(dueDate.value),
    status: status.value,
    billingCurrencyTotal:
      billingCurrencyTotal.value === undefined
        ? undefined
        : { amount: amount.value, currencyCode: currencyCode.value },
  };
}
