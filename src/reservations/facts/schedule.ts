import { addMonths, type Day, formatDay, readDay } from '../../kernel/day.ts';
import { type Issue, issue, missing } from '../../kernel/issue.ts';
import { formatAmount, type Whole } from '../../kernel/money.ts';
import { readArray, readWord } from '../../kernel/read.ts';
import { termEndOf } from './days.ts';
import type { DuePayment } from './payment.ts';
import { readPrice } from './price.ts';
import type { PaymentStatus, ScheduledPayment } from './request.ts';
import { paymentsOf, type Term } from './term.ts';

const statuses: readonly [PaymentStatus, ...PaymentStatus[]] = [
  'Succeeded',
  'Scheduled',
  'Failed',
  'Cancelled',
];

/** The facts that a schedule is checked against. */
interface Purchase {
  readonly currency: string;
  readonly digits: number;
  readonly term: Term;
  readonly purchasedOn: Day;
  readonly statedOn: Day;
}

export interface ReadSchedule {
  readonly payments: readonly DuePayment[];
  /** In canonical form, every entry as it was given. */
  readonly schedule: readonly ScheduledPayment[];
}

interface Entry {
  readonly path: Issue['path'];
  readonly due: Day;
  readonly amount: Whole | undefined;
  readonly status: PaymentStatus;
}

/** PAY-1, R-RATE: reads every payment of a term. `purchase` is well formed if no issue was found before. */
export function readSchedule(
  input: unknown,
  purchase: Purchase,
  path: Issue['path'],
  issues: Issue[],
): ReadSchedule {
  const before = issues.length;
  const entries = readArray(input, path, issues, (element, at) =>
    readEntry(element, purchase, at, issues),
  );
  if (issues.length > before) return { payments: [], schedule: [] };
  const payments = duePaymentsOf(paymentsIn(entries, purchase), purchase, issues);
  checkOrder(payments, purchase, input, path, issues);
  return { payments, schedule: entries.map((entry) => canonicalEntry(entry, purchase.digits)) };
}

function readEntry(
  input: unknown,
  { currency, digits, statedOn }: Purchase,
  path: Issue['path'],
  issues: Issue[],
): Entry {
  const fields = readVendorObject(input, path, issues);
  if (fields === undefined) return { path, due: 0, amount: undefined, status: 'Scheduled' };
  const before = issues.length;
  const due = readDay(fields['dueDate'], [...path, 'dueDate'], issues);
  const status = readWord(fields['status'], statuses, [...path, 'status'], issues);
  const given = fields['billingCurrencyTotal'] ?? undefined;
  const at = [...path, 'billingCurrencyTotal'];
  // A payment that was made is shared, so that its amount must be known.
  const isNeeded = issues.length === before && status === 'Succeeded' && due <= statedOn;
  const amount =
    given === undefined && !isNeeded ? undefined : readPrice(given, currency, digits, at, issues);
  return { path, due, amount, status };
}

/** Reads an object of the vendor's, whose other fields are not read. */
function readVendorObject(
  input: unknown,
  path: Issue['path'],
  issues: Issue[],
): Readonly<Record<string, unknown>> | undefined {
  try {
    if (typeof input === 'object' && input !== null && !Array.isArray(input)) {
      return Object.assign(Object.create(null), input) as Record<string, unknown>;
    }
    issues.push(issue(path, missing(input, 'not-an-object'), 'a payment', input));
  } catch {
    issues.push(issue(path, 'unreadable', 'a payment whose fields can be read', input));
  }
  return undefined;
}

/** The payments of a term: the entries, without those that a later one repeats. */
function paymentsIn(entries: readonly Entry[], { term }: Purchase): Entry[] {
  const once = entries.filter(({ due }, at) => !isRepeated(entries, at, due + 1));
  // The vendor tries a payment again on the same day or some days later.
  return once.length <= paymentsOf(term)
    ? once
    : once.filter(({ due }, at) => !isRepeated(once, at, addMonths(due, 1)));
}

/** Returns whether an entry failed, and one that is due before a day comes after it. */
function isRepeated(entries: readonly Entry[], at: number, before: Day): boolean {
  const { status } = entries[at] as Entry;
  const next = entries[at + 1];
  return (status === 'Failed' || status === 'Cancelled') && next !== undefined && next.due < before;
}

function duePaymentsOf(
  entries: readonly Entry[],
  { statedOn }: Purchase,
  issues: Issue[],
): DuePayment[] {
  let known: Whole | undefined;
  return entries.map(({ due, amount, status, path }) => {
    known = amount ?? known;
    if (known === undefined) {
      const expected = 'what is paid, as no payment before states it';
      issues.push(issue([...path, 'billingCurrencyTotal'], 'missing-field', expected, undefined));
    }
    return {
      due,
      amount: known ?? 0,
      isEstimated: amount === undefined,
      isMade: status === 'Succeeded' && due <= statedOn,
    };
  });
}

function checkOrder(
  payments: readonly DuePayment[],
  { term, purchasedOn, statedOn }: Purchase,
  input: unknown,
  path: Issue['path'],
  issues: Issue[],
): void {
  const contradict = (expected: string, value: unknown): void => {
    issues.push(issue(path, 'contradiction', expected, value));
  };
  const most = paymentsOf(term);
  const [first] = payments;
  if (first === undefined || payments.length !== most) {
    contradict(`${most} payments, as a term of ${term} has`, `${payments.length} payments`);
  } else if (payments.some(({ due }, at) => due <= (payments[at - 1]?.due ?? due - 1))) {
    contradict('payments in the order of their due days', input);
  } else if (first.due !== purchasedOn) {
    const expected = `a first payment due on the day of the purchase (${formatDay(purchasedOn)})`;
    contradict(expected, formatDay(first.due));
  } else if (
    (payments[payments.length - 1] as DuePayment).due >= termEndOf({ purchasedOn, term })
  ) {
    contradict('payments that are due within the term', input);
  } else if (!payments.some(({ isMade }) => isMade)) {
    contradict(`a payment that was made by ${formatDay(statedOn)}`, input);
  }
}

function canonicalEntry({ due, amount, status }: Entry, digits: number): ScheduledPayment {
  const dueDate = formatDay(due);
  return amount === undefined
    ? { dueDate, status }
    : { dueDate, billingCurrencyTotal: formatAmount(amount, digits), status };
}
