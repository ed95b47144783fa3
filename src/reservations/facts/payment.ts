import { addMonths, type Day, wholeMonthsBetween } from '../../kernel/day.ts';
import { isLess, plus, type Rounding, timesOver, type Whole } from '../../kernel/money.ts';
import { daysOf, termEndOf } from './days.ts';
import { paymentsOf, type Term } from './term.ts';

// PAY-1 to PAY-5: what was paid for a reservation, and which part of it a return shares.

/** For how many units a reservation was paid, and how many of them are returned. */
export interface Units {
  readonly quantity: number;
  readonly quantityToReturn: number;
}

/** Amounts are for all units, in minor units. */
export type Payment = UpfrontPayment | EqualPayments | ScheduledPayments;

interface UpfrontPayment {
  readonly kind: 'upfront';
  readonly price: Whole;
}

/** A monthly plan whose payments are equal. */
interface EqualPayments {
  readonly kind: 'equal';
  readonly instalment: Whole;
  /** Number of payments made by the stated day of return. */
  readonly made: number;
  /** Number of payments that were due by then and not made. */
  readonly missed: number;
  readonly statedOn: Day;
  /** True if the caller stated how many were made. */
  readonly isCounted: boolean;
}

/** A monthly plan whose payments the caller listed. */
interface ScheduledPayments {
  readonly kind: 'scheduled';
  readonly payments: readonly DuePayment[];
  readonly statedOn: Day;
}

export interface DuePayment {
  readonly due: Day;
  readonly amount: Whole;
  /** True if the amount is not known yet, so that the last known one is taken. */
  readonly isEstimated: boolean;
  /** True if it was made by the stated day of return. */
  readonly isMade: boolean;
}

/** PAY-1: how many payments are due up to and on a day. */
export function paymentsDue(purchasedOn: Day, day: Day, term: Term): number {
  return Math.min(wholeMonthsBetween(purchasedOn, day) + 1, paymentsOf(term));
}

/** The billing month of the last payment made: on `to` the next one is due, or the term ends. */
interface BillingMonth {
  readonly from: Day;
  readonly to: Day;
}

/** The payments that a return on one day shares and cancels. Amounts are for all units, in minor units. */
export interface Bill {
  /** The price, or the last payment made. */
  readonly shared: Whole;
  /** The days that it pays for. */
  readonly days: number;
  /** Number of them that are left. */
  readonly remaining: number;
  /** All that was paid. */
  readonly paid: Whole;
  /** All that is still to be paid. */
  readonly toCome: Whole;
  /** The payments of a monthly plan; `null` for one that is paid up front. */
  readonly monthly: {
    readonly month: BillingMonth;
    readonly made: number;
    readonly isEstimated: boolean;
  } | null;
}

interface Dates {
  readonly purchasedOn: Day;
  readonly returnedOn: Day;
  readonly term: Term;
}

/** PAY-2, PAY-3, PAY-5: what is shared and cancelled when a reservation is returned within its term. */
export function billOf(payment: Payment, dates: Dates): Bill {
  switch (payment.kind) {
    case 'upfront':
      return upfrontBill(payment.price, dates);
    case 'equal':
      return equalBill(payment, dates);
    case 'scheduled':
      return scheduledBill(payment, dates);
  }
}

function upfrontBill(price: Whole, dates: Dates): Bill {
  const { term, remaining } = daysOf(dates);
  return { shared: price, days: term, remaining, paid: price, toCome: 0, monthly: null };
}

/** R-ANNIVERSARY: each payment is due some months after the purchase. */
function equalBill(payment: EqualPayments, dates: Dates): Bill {
  const { instalment, statedOn } = payment;
  const { purchasedOn, returnedOn, term } = dates;
  const made = returnedOn === statedOn ? payment.made : madeBy(returnedOn, payment, dates);
  const month = {
    from: addMonths(purchasedOn, made - 1),
    to: addMonths(purchasedOn, made),
  };
  return {
    shared: instalment,
    days: month.to - month.from,
    remaining: Math.max(0, month.to - returnedOn),
    paid: multiple(instalment, made),
    toCome: multiple(instalment, paymentsOf(term) - made),
    monthly: { month, made, isEstimated: false },
  };
}

/** The payments made by a day. Those that fall due after the stated day count as made. */
function madeBy(day: Day, { made, missed, statedOn }: EqualPayments, dates: Dates): number {
  const due = paymentsDue(dates.purchasedOn, day, dates.term);
  return day < statedOn ? Math.min(due, made) : due - missed;
}

function scheduledBill({ payments, statedOn }: ScheduledPayments, dates: Dates): Bill {
  let [paid, toCome, shared]: [Whole, Whole, Whole] = [0, 0, 0];
  let [made, last, isEstimated] = [0, 0, false];
  for (const [at, payment] of payments.entries()) {
    // What falls due after the stated day counts as made.
    if (payment.due <= dates.returnedOn && (payment.isMade || payment.due > statedOn)) {
      [made, last] = [made + 1, at];
      paid = plus(paid, payment.amount);
      shared = payment.amount;
    } else {
      toCome = plus(toCome, payment.amount);
      isEstimated ||= payment.isEstimated;
    }
  }
  const month = {
    from: (payments[last] as DuePayment).due,
    to: payments[last + 1]?.due ?? termEndOf(dates),
  };
  return {
    shared,
    days: month.to - month.from,
    remaining: Math.max(0, month.to - dates.returnedOn),
    paid,
    toCome,
    monthly: { month, made, isEstimated },
  };
}

function multiple(amount: Whole, times: number): Whole {
  return timesOver(amount, times, 1, 'down');
}

/** R-QUANTITY: the share of an amount that the returned units have over some of its days. */
export function shareOf(
  amount: Whole,
  { quantity, quantityToReturn }: Units,
  remaining: number,
  days: number,
  rounding: Rounding,
): Whole {
  // The same fraction: most often all units are returned, and smaller numbers are quicker.
  return quantity === quantityToReturn
    ? timesOver(amount, remaining, days, rounding)
    : timesOver(amount, multiple(quantityToReturn, remaining), multiple(quantity, days), rounding);
}

/** The share of the returned units in a whole amount. */
export function partOf(amount: Whole, units: Units, rounding: Rounding): Whole {
  return shareOf(amount, units, 1, 1, rounding);
}

/** PAY-8: today's price, in policies that take the lower one. */
export function lowerOf(shared: Whole, current: Whole | undefined): Whole {
  return current !== undefined && isLess(current, shared) ? current : shared;
}
