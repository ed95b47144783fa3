import { readDay } from '../../kernel/day.ts';
import { type Issue, issue } from '../../kernel/issue.ts';
import { type Fields, ROOT_PATH } from '../../kernel/read.ts';
import type { StatedFacts } from '../facts/known-facts.ts';
import type { ReservationTransaction } from './read-reservation-transaction.ts';

/** A transaction of an order, and its place in the input. */
export interface PlacedTransaction {
  readonly transaction: ReservationTransaction;
  readonly path: Issue['path'];
}

/**
 * The facts that the transactions of one order state about a return: its price or payment, and the units that are
 * left. `given` are the facts of the caller, which replace them.
 */
export function orderFacts(
  rows: readonly PlacedTransaction[],
  given: Fields<string>,
  issues: Issue[],
): StatedFacts {
  const purchases = rows.filter(({ transaction: { event } }) => event === 'Purchase');
  const [first] = purchases;
  if (first === undefined) {
    issues.push(issue(ROOT_PATH, 'missing-field', 'a Purchase of the order', undefined));
    return {};
  }
  for (const { transaction, path } of rows) {
    if (transaction.event !== 'Cancel') continue;
    const expected = 'no Cancel, because it does not state what is left of the order';
    issues.push(issue([...path, 'eventType'], 'unsupported', expected, transaction.event));
  }
  checkSame(rows, first, 'orderId', issues);
  checkSame(rows, first, 'currency', issues);
  checkSame(rows, first, 'term', issues);
  checkSame(purchases, first, 'billingPlan', issues);
  const { billingPlan, currency, term, quantity } = first.transaction;
  const at = (field: string): Issue['path'] => [...first.path, field];
  const isMonthly = billingPlan === 'Monthly';
  if (isMonthly) checkPayments(purchases, first, given, issues);
  else checkOnlyPurchase(purchases, issues);
  const left = quantity - refundedUnits(rows, given);
  if (left <= 0) {
    const expected = `units that are left (all ${quantity} were refunded)`;
    issues.push(issue(at('quantity'), 'contradiction', expected, quantity));
  }
  const isPart = left > 0 && left < quantity;
  return {
    id: { value: first.transaction.orderId, path: at('reservationOrderId') },
    [isMonthly ? 'instalment' : 'paid']: { value: first.transaction.amount, path: at('amount') },
    currency: { value: currency, path: at('currency') },
    quantity: { value: quantity, path: at('quantity') },
    quantityToReturn: isPart ? { value: left, path: at('quantity') } : undefined,
    term: { value: term, path: at('term') },
    billingPlan: { value: billingPlan, path: at('billingFrequency') },
    // The rows of monthly payments need not begin with the first.
    purchasedOn: isMonthly ? undefined : { value: first.transaction.on, path: at('eventDate') },
  };
}

const columnOf = {
  orderId: 'reservationOrderId',
  currency: 'currency',
  term: 'term',
  billingPlan: 'billingFrequency',
} as const;

function checkSame(
  rows: readonly PlacedTransaction[],
  first: PlacedTransaction,
  field: keyof typeof columnOf,
  issues: Issue[],
): void {
  const expected = first.transaction[field];
  for (const { transaction, path } of rows) {
    const value = transaction[field];
    if (value.toLowerCase() === expected.toLowerCase()) continue;
    const code = field === 'currency' ? 'other-currency' : 'contradiction';
    const text = `${expected}, as in the Purchase of the order`;
    issues.push(issue([...path, columnOf[field]], code, text, value));
  }
}

function checkOnlyPurchase([first, second]: readonly PlacedTransaction[], issues: Issue[]): void {
  if (first === undefined || second === undefined) return;
  const expected = `one Purchase that is paid once (the other is of ${first.transaction.on})`;
  issues.push(issue([...second.path, 'eventType'], 'duplicate', expected, 'Purchase'));
}

/** All payments must be the same: otherwise the caller states the one that counts. */
function checkPayments(
  purchases: readonly PlacedTransaction[],
  first: PlacedTransaction,
  given: Fields<string>,
  issues: Issue[],
): void {
  if (given['instalment'] !== undefined || given['paymentSchedule'] !== undefined) return;
  const { amount, quantity } = first.transaction;
  for (const { transaction, path } of purchases) {
    if (transaction.amount === amount && transaction.quantity === quantity) continue;
    const expected = `${amount} for ${quantity} units, as in the first payment (otherwise state the instalment)`;
    const received = `${transaction.amount} for ${transaction.quantity} units`;
    issues.push(issue([...path, 'amount'], 'contradiction', expected, received));
  }
}

/** The units that were refunded up to and on the day of the return, or at all if it is not known. */
function refundedUnits(rows: readonly PlacedTransaction[], given: Fields<string>): number {
  const found: Issue[] = [];
  const day = readDay(given['canceledOn'] ?? given['exchangedOn'], ROOT_PATH, found);
  const until = found.length > 0 ? Number.POSITIVE_INFINITY : day;
  return rows
    .filter(
      ({ transaction: { event, on } }) => event === 'Refund' && readDay(on, ROOT_PATH, []) <= until,
    )
    .reduce((units, { transaction }) => units + transaction.quantity, 0);
}
