import { type Day, formatDay } from '../../kernel/day.ts';
import { type Issue, issue } from '../../kernel/issue.ts';
import { formatAmount, readAmount, type Whole } from '../../kernel/money.ts';
import {
  emptyRecord,
  type Fields,
  isGiven,
  readCountFromOne,
  readWord,
} from '../../kernel/read.ts';
import type { Product } from '../policy/products.ts';
import { type Payment, paymentsDue, type Units } from './payment.ts';
import type { BillingPlan, ReturnedItem } from './request.ts';
import { readSchedule } from './schedule.ts';
import { paymentsOf, type Term } from './term.ts';

// PAY-1: how a reservation was paid for, and for how many units.

export const paymentFields = [
  'billingPlan',
  'paid',
  'instalment',
  'quantity',
  'quantityToReturn',
  'completedTransactions',
  'paymentSchedule',
] as const;

export type PaymentField = (typeof paymentFields)[number];

type Given = { -readonly [Name in Exclude<PaymentField, 'billingPlan'>]?: ReturnedItem[Name] };

export interface PaymentFacts {
  readonly billingPlan: BillingPlan;
  readonly isPlanGiven: boolean;
  readonly payment: Payment;
  readonly units: Units;
  /** The fields that were given, in canonical form, without the plan. */
  readonly given: Given;
}

/** The facts that payments are checked against. */
interface Purchase {
  readonly currency: string;
  readonly digits: number;
  readonly term: Term;
  readonly product: Product | undefined;
  readonly purchasedOn: Day;
  readonly returnedOn: Day;
  /** True if the term and both days are well formed and in order. */
  readonly isDated: boolean;
}

const plans = ['Upfront', 'Monthly'] as const;

/** Products that the vendor has never sold for monthly payment. */
const neverMonthly: ReadonlySet<Product | undefined> = new Set<Product>([
  'Databricks',
  'MDC',
  'RedHat',
  'RedHatOsa',
  'Sentinel',
  'SuseLinux',
]);

export function readPayment(
  fields: Fields<PaymentField>,
  purchase: Purchase,
  path: Issue['path'],
  issues: Issue[],
): PaymentFacts {
  const before = issues.length;
  const stated = isGiven(fields.billingPlan)
    ? readWord(fields.billingPlan, plans, [...path, 'billingPlan'], issues)
    : 'Upfront';
  // With an unknown plan, which was reported, the other fields are read as they seem to be meant.
  const billingPlan = issues.length > before && !isGiven(fields.paid) ? 'Monthly' : stated;
  const units = readUnits(fields, path, issues);
  const given: Given = emptyRecord<Given>();
  const payment =
    billingPlan === 'Upfront'
      ? readUpfront(fields, purchase, given, path, issues)
      : readMonthly(fields, purchase, given, path, issues);
  if (isGiven(fields.quantity)) given.quantity = units.quantity;
  if (isGiven(fields.quantityToReturn)) given.quantityToReturn = units.quantityToReturn;
  return { billingPlan, isPlanGiven: isGiven(fields.billingPlan), payment, units, given };
}

function readUpfront(
  fields: Fields<PaymentField>,
  { currency, digits }: Purchase,
  given: Given,
  path: Issue['path'],
  issues: Issue[],
): Payment {
  const before = issues.length;
  reportMonthly('instalment', fields, path, issues);
  reportMonthly('completedTransactions', fields, path, issues);
  reportMonthly('paymentSchedule', fields, path, issues);
  if (issues.length > before && !isGiven(fields.paid)) return { kind: 'upfront', price: 0 };
  const price = readAmount(fields.paid, currency, digits, [...path, 'paid'], issues);
  given.paid = formatAmount(price, digits);
  return { kind: 'upfront', price };
}

/** Reports a field that only a monthly plan has. */
function reportMonthly(
  name: PaymentField,
  fields: Fields<PaymentField>,
  path: Issue['path'],
  issues: Issue[],
): void {
  if (!isGiven(fields[name])) return;
  const expected =
    'nothing with the billing plan Upfront (if it is paid monthly, state billingPlan)';
  issues.push(issue([...path, name], 'contradiction', expected, fields[name]));
}

function readMonthly(
  fields: Fields<PaymentField>,
  purchase: Purchase,
  given: Given,
  path: Issue['path'],
  issues: Issue[],
): Payment {
  const { product, returnedOn } = purchase;
  if (isGiven(fields.paid)) {
    const expected = 'nothing with the billing plan Monthly (give one payment as instalment)';
    issues.push(issue([...path, 'paid'], 'contradiction', expected, fields.paid));
  }
  if (neverMonthly.has(product)) {
    const expected = `the billing plan Upfront, as ${product} is never paid monthly`;
    issues.push(issue([...path, 'billingPlan'], 'contradiction', expected, fields.billingPlan));
  }
  if (!isGiven(fields.paymentSchedule)) return readEqual(fields, purchase, given, path, issues);
  for (const name of ['instalment', 'completedTransactions'] as const) {
    if (!isGiven(fields[name])) continue;
    const expected = 'nothing next to a paymentSchedule, which states it';
    issues.push(issue([...path, name], 'contradiction', expected, fields[name]));
  }
  if (!purchase.isDated) return { kind: 'scheduled', payments: [], statedOn: returnedOn };
  const read = readSchedule(
    fields.paymentSchedule,
    { ...purchase, statedOn: returnedOn },
    [...path, 'paymentSchedule'],
    issues,
  );
  given.paymentSchedule = read.schedule;
  return { kind: 'scheduled', payments: read.payments, statedOn: returnedOn };
}

function readEqual(
  fields: Fields<PaymentField>,
  { currency, digits, term, purchasedOn, returnedOn, isDated }: Purchase,
  given: Given,
  path: Issue['path'],
  issues: Issue[],
): Payment {
  let instalment: Whole = 0;
  if (isGiven(fields.instalment) || !isGiven(fields.paid)) {
    instalment = readAmount(fields.instalment, currency, digits, [...path, 'instalment'], issues);
    given.instalment = formatAmount(instalment, digits);
  }
  const due = isDated ? paymentsDue(purchasedOn, returnedOn, term) : paymentsOf(term);
  let made = due;
  const { completedTransactions } = fields;
  const isCounted = isGiven(completedTransactions);
  if (isCounted) {
    const at = [...path, 'completedTransactions'];
    made = readCountFromOne(completedTransactions, at, issues);
    if (made > due) {
      const by = isDated ? `, which were due by ${formatDay(returnedOn)}` : ' in the term';
      issues.push(issue(at, 'contradiction', `at most ${due}${by}`, completedTransactions));
    }
    given.completedTransactions = made;
  }
  return { kind: 'equal', instalment, made, missed: due - made, statedOn: returnedOn, isCounted };
}

function readUnits(fields: Fields<PaymentField>, path: Issue['path'], issues: Issue[]): Units {
  const { quantity: all, quantityToReturn: some } = fields;
  if (!isGiven(all) && !isGiven(some)) return oneUnit;
  const before = issues.length;
  const quantity = isGiven(all) ? readCountFromOne(all, [...path, 'quantity'], issues) : 1;
  if (!isGiven(some)) return { quantity, quantityToReturn: quantity };
  const at = [...path, 'quantityToReturn'];
  const quantityToReturn = readCountFromOne(some, at, issues);
  if (issues.length === before && quantityToReturn > quantity) {
    issues.push(issue(at, 'contradiction', `at most the quantity, ${quantity}`, some));
  }
  return { quantity, quantityToReturn };
}

const oneUnit: Units = { quantity: 1, quantityToReturn: 1 };
