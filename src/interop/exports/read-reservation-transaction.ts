import type { CurrencyCode } from '../../kernel/currencies.ts';
import { canonicalDay, readDay } from '../../kernel/day.ts';
import { type Issue, issue, type Parsed } from '../../kernel/issue.ts';
import { readText, readWord } from '../../kernel/read.ts';
import type { BillingPlan } from '../../reservations/facts/request.ts';
import { type Term, terms } from '../../reservations/facts/term.ts';
import { type BodyValue, wholeBody } from '../body/body-fields.ts';
import { readProperties } from '../body/properties.ts';
import { readRowCurrency, readSignedAmount, readUnits } from './cells.ts';

const events = ['Purchase', 'Refund', 'Cancel'] as const;

/** A reservation transaction. */
export interface ReservationTransaction {
  readonly event: (typeof events)[number];
  readonly orderId: string;
  /** The UTC day of the event. */
  readonly on: string;
  /** In `currency`; with a minus if it is paid back. */
  readonly amount: string;
  readonly currency: CurrencyCode;
  /** The units that `amount` is for. */
  readonly quantity: number;
  readonly term: Term;
  /** `Upfront` if the amount is the price (`OneTime`), `Monthly` if it is one payment (`Recurring`). */
  readonly billingPlan: BillingPlan;
  /** The billing profile or enrolment that was billed; `null` if the row names none. */
  readonly billedTo: string | null;
}

/**
 * Reads one reservation transaction: an item of the Consumption API, with its fields below `properties`, or a
 * row of the Cost Management export with the columns of a customer agreement or an enterprise enrolment. Cells
 * may be text; `EventDate` is a day as YYYY-MM-DD or an instant. Other columns are not read.
 *
 * - A `Purchase` of `OneTime` has the price of `quantity` units, one of `Recurring` a payment for them.
 * - The amount of a `Refund` is negative, that of a `Purchase` is not.
 *
 * @returns the transaction, or every issue. An event of another type is an issue. Never throws.
 *
 * @example
 * readReservationTransaction({
 *   EventType: 'Purchase', EventDate: '2025-01-01', Amount: '12000.00', Currency: 'USD', Quantity: '10',
 *   Term: 'P1Y', BillingFrequency: 'OneTime', ReservationOrderId: 'O-1', BillingProfileId: 'B-1',
 * });
 * //=> { ok: true, value: { event: 'Purchase', orderId: 'O-1', on: '2025-01-01', amount: '12000.00', … } }
 */
export function readReservationTransaction(row: unknown): Parsed<ReservationTransaction> {
  const issues: Issue[] = [];
  const fields = readProperties(wholeBody(row), transactionFields, issues);
  const values: Record<string, unknown> = {};
  for (const name of transactionFields) values[name] = fields[name].value;
  return transactionOf(values, (name) => fields[name].path, issues);
}

type TransactionField = (typeof transactionFields)[number];

/** Makes a transaction of values by the names of their columns. */
export function transactionOf(
  values: { readonly [N in TransactionField]?: unknown },
  pathOf: (name: TransactionField) => Issue['path'],
  issues: Issue[],
): Parsed<ReservationTransaction> {
  const at = (name: TransactionField): BodyValue => ({ value: values[name], path: pathOf(name) });
  const currency = readRowCurrency(at('currency'), issues);
  const { billingFrequency, eventDate } = values;
  const transaction: ReservationTransaction = {
    event: readWord(values.eventType, events, pathOf('eventType'), issues),
    orderId: readText(values.reservationOrderId, pathOf('reservationOrderId'), issues),
    on: canonicalDay(eventDate, readDay(eventDate, pathOf('eventDate'), issues)),
    amount: readSignedAmount(at('amount'), currency, issues),
    currency: currency.code as CurrencyCode,
    quantity: readUnits(at('quantity'), issues),
    term: readWord(values.term, terms, pathOf('term'), issues),
    billingPlan: plans[readWord(billingFrequency, frequencies, pathOf('billingFrequency'), issues)],
    billedTo: billedTo(values),
  };
  if (issues.length === 0) checkSign(transaction, at('amount'), issues);
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value: transaction };
}

/** The columns of transactions that are read. */
export const transactionFields = [
  'amount',
  'billingFrequency',
  'billingProfileId',
  'currency',
  'currentEnrollmentId',
  'currentEnrollment',
  'eventDate',
  'eventType',
  'purchasingEnrollment',
  'quantity',
  'reservationOrderId',
  'term',
] as const;

const frequencies = ['OneTime', 'Recurring'] as const;
const plans = { OneTime: 'Upfront', Recurring: 'Monthly' } as const;

function billedTo(values: { readonly [N in TransactionField]?: unknown }): string | null {
  const { billingProfileId, currentEnrollmentId, currentEnrollment, purchasingEnrollment } = values;
  const places = [billingProfileId, currentEnrollmentId, currentEnrollment, purchasingEnrollment];
  const named = places.find((value) => typeof value === 'number' || isNonEmpty(value));
  return named === undefined ? null : String(named);
}

function isNonEmpty(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

function checkSign(
  { event, amount }: ReservationTransaction,
  { path, value }: BodyValue,
  issues: Issue[],
): void {
  const isNegative = amount.startsWith('-');
  if (event === 'Purchase' && isNegative) {
    issues.push(issue(path, 'contradiction', 'an amount of at least 0 in a Purchase', value));
  }
  if (event === 'Refund' && !isNegative && Number(amount) !== 0) {
    issues.push(issue(path, 'contradiction', 'a negative amount in a Refund', value));
  }
}
