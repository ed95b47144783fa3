import { type Day, formatDay } from '../../kernel/day.ts';
import { type Issue, issue, missing } from '../../kernel/issue.ts';
import { formatAmount, readSum, type Whole, writtenAmount } from '../../kernel/money.ts';
import { withoutPrototype } from '../../kernel/read.ts';
import { type RefundFacts, readRefundFacts } from '../facts/refund-facts.ts';

// The facts of an answered cancellation as short text: the ledger of a million answers is mostly this.
// They are written, read and compared here, and nowhere else.

/** The outcome of an answered cancellation: allowed, or refused for exceeding the limit. */
type Outcome = 'paid' | 'refused';

/** The fields of an entry next to the facts of its request. */
export interface EntryAmounts {
  readonly outcome: Outcome;
  /** US cents of the limit that were in use before. */
  readonly consumed: Whole;
  /** US cents that were refunded, and that were cancelled. */
  readonly refundedCents: Whole;
  readonly canceledCents: Whole;
}

/** An entry, read. What version 0.1.0 did not write is `undefined`. */
export interface Entry {
  readonly facts: RefundFacts;
  readonly consumed: Whole;
  readonly amounts: EntryAmounts | undefined;
}

const VERSION = 'v2';
const NONE = '-';

/** Writes an entry. `join` makes one flat string where a template would keep its parts alive. */
export function writeEntry(facts: RefundFacts, amounts: EntryAmounts): string {
  return [
    facts.returnedOn,
    VERSION,
    amounts.outcome,
    formatAmount(amounts.consumed, 2),
    formatAmount(amounts.refundedCents, 2),
    formatAmount(amounts.canceledCents, 2),
    ...factTexts(facts),
  ].join(' ');
}

/** The day of cancellation of an entry that is well formed. */
export function dayOfEntry(entry: string): Day {
  return Number.parseInt(entry, 10);
}

/** Returns whether an entry may have been paid. Version 0.1.0 did not write it. */
export function mayBePaid(entry: string): boolean {
  return isOld(entry) || entry.split(' ', 3)[2] === 'paid';
}

function isOld(entry: string): boolean {
  return entry.split(' ', 2)[1] !== VERSION;
}

/** The US cents of the limit that were in use before an entry that is well formed. */
export function consumedBefore(entry: string): Whole {
  return writtenAmount(entry.split(' ', 4)[isOld(entry) ? 1 : 3] as string, 2);
}

/** Reads an entry with the readers of a request, or reports the part that is malformed. */
export function readEntry(entry: unknown, path: Issue['path'], issues: Issue[]): Entry | undefined {
  const malformed = (part: string, code: Issue['code'] = 'malformed-entry'): undefined => {
    const expected = `the facts of an answered cancellation, as a ledger writes them (${part})`;
    issues.push(issue(path, code, expected, entry));
    return undefined;
  };
  if (typeof entry !== 'string') return malformed('a text', missing(entry, 'malformed-entry'));
  const parts = partsOf(entry);
  if (parts === undefined) return malformed('parts separated by one space each');
  const found: Issue[] = [];
  const facts = readRefundFacts(requestOf(parts), 'alone', found);
  const consumed = readSum(parts.consumed, ['consumed'], found);
  const amounts = readAmounts(parts, consumed, found);
  const [first] = found;
  if (facts === undefined || first !== undefined) return malformed((first as Issue).message);
  const read: Entry = { facts, consumed, amounts };
  // Anything that this text would not be written from is not of our making.
  const canonical =
    amounts === undefined ? writeOldEntry(facts, consumed) : writeEntry(facts, amounts);
  return canonical === entry ? read : malformed(`written as "${canonical}"`);
}

/** The texts of an entry by the names of their facts. */
interface Parts extends Readonly<Record<FactName, string>> {
  readonly day: string;
  readonly consumed: string;
  readonly outcome?: string;
  readonly refunded?: string;
  readonly canceled?: string;
}

const factNames = [
  'price',
  'currency',
  'term',
  'purchasedOn',
  'used',
  'usdRate',
  'product',
  'billingPlan',
  'quantity',
  'quantityToReturn',
  'made',
  'currentPrice',
  'pricingRefund',
  'schedule',
] as const;

type FactName = (typeof factNames)[number];

/** The facts of a request that version 0.1.0 did not know, with their meaning there. */
const OLD_PLAN = ['Upfront', '1', '1', NONE, NONE, NONE, NONE] as const;

function partsOf(entry: string): Parts | undefined {
  const texts = entry.split(' ');
  if (isOld(entry)) {
    const [day, consumed, ...facts] = texts;
    if (facts.length !== factNames.length - OLD_PLAN.length) return undefined;
    return { day, consumed, ...named([...facts, ...OLD_PLAN]) } as Parts;
  }
  const [day, version, outcome, consumed, refunded, canceled, ...facts] = texts;
  if (version !== VERSION || facts.length !== factNames.length) return undefined;
  return { day, outcome, consumed, refunded, canceled, ...named(facts) } as Parts;
}

function named(texts: readonly string[]): Record<FactName, string> {
  return Object.fromEntries(factNames.map((name, at) => [name, texts[at]])) as never;
}

/** The facts of a request, in the order of {@link factNames}. */
function factTexts(facts: RefundFacts): (string | number)[] {
  const { payment, units } = facts;
  const request = withoutPrototype(facts.request);
  return [
    request.paid ?? request.instalment ?? NONE,
    request.currency,
    request.term,
    facts.purchasedOn,
    facts.used ? 'used' : 'new',
    request.usdRate ?? '1',
    request.product ?? NONE,
    facts.billingPlan,
    units.quantity,
    units.quantityToReturn,
    payment.kind === 'equal' ? payment.made : NONE,
    request.currentPrice ?? NONE,
    request.pricingRefund ?? NONE,
    scheduleText(request.paymentSchedule),
  ];
}

function writeOldEntry(facts: RefundFacts, consumed: Whole): string {
  const texts = factTexts(facts).slice(0, factNames.length - OLD_PLAN.length);
  return [facts.returnedOn, formatAmount(consumed, 2), ...texts].join(' ');
}

type Schedule = RefundFacts['request']['paymentSchedule'];

function scheduleText(schedule: Schedule): string {
  if (schedule === undefined) return NONE;
  return schedule
    .map(({ dueDate, billingCurrencyTotal, status }) =>
      [dueDate, billingCurrencyTotal ?? '', status].join('/'),
    )
    .join(';');
}

function scheduleOf(text: string): object[] | undefined {
  if (text === NONE) return undefined;
  return text.split(';').map((entry) => {
    const [dueDate, amount, status] = entry.split('/');
    return { dueDate, billingCurrencyTotal: amount === '' ? undefined : amount, status };
  });
}

/** The request that an entry was written from. What is malformed in it is reported by its reader. */
function requestOf(parts: Parts): object {
  const isMonthly = parts.billingPlan === 'Monthly';
  const optional = (text: string): string | undefined => (text === NONE ? undefined : text);
  return {
    paid: isMonthly ? undefined : parts.price,
    instalment: isMonthly ? optional(parts.price) : undefined,
    currency: parts.currency,
    term: parts.term,
    purchasedOn: dayText(parts.purchasedOn),
    canceledOn: dayText(parts.day),
    used: parts.used === 'used' ? true : parts.used === 'new' ? false : parts.used,
    usdRate: parts.currency === 'USD' && parts.usdRate === '1' ? undefined : parts.usdRate,
    product: optional(parts.product),
    billingPlan: isMonthly ? 'Monthly' : optional(parts.billingPlan),
    quantity: countOf(parts.quantity),
    quantityToReturn: countOf(parts.quantityToReturn),
    completedTransactions: parts.made === NONE ? undefined : countOf(parts.made),
    currentPrice: optional(parts.currentPrice),
    pricingRefund: optional(parts.pricingRefund),
    paymentSchedule: scheduleOf(parts.schedule),
  };
}

const WHOLE = /^-?\d{1,16}$/;

function countOf(text: string): unknown {
  return WHOLE.test(text) ? Number(text) : text;
}

function dayText(text: string): unknown {
  const day = countOf(text);
  return typeof day === 'number' && Math.abs(day) < 3_000_000 ? formatDay(day) : text;
}

function readAmounts(
  { outcome, refunded, canceled }: Parts,
  consumed: Whole,
  issues: Issue[],
): EntryAmounts | undefined {
  if (outcome === undefined) return undefined;
  if (outcome !== 'paid' && outcome !== 'refused') {
    issues.push(issue(['outcome'], 'unknown-value', 'paid or refused', outcome));
    return undefined;
  }
  const refundedCents = readSum(refunded, ['refunded'], issues);
  const canceledCents = readSum(canceled, ['canceled'], issues);
  if (outcome === 'refused' && (refundedCents !== 0 || canceledCents !== 0)) {
    issues.push(issue(['outcome'], 'contradiction', 'paid, as it states amounts', outcome));
  }
  return { outcome, consumed, refundedCents, canceledCents };
}

/** The fact names of a request, for those of an entry that are written otherwise. */
const requestNames: { readonly [Name in FactName]?: string } = {
  made: 'completedTransactions',
  schedule: 'paymentSchedule',
};

/** Describes the differences between a well-formed entry and a request; empty if they agree. */
export function differencesOf(entry: string, facts: RefundFacts): string[] {
  const then = partsOf(entry) as Parts;
  const now = named(factTexts(facts).map(String));
  const differences = factNames
    .filter((name) => then[name] !== now[name])
    .map((name) => {
      const field = name === 'price' ? priceName(then) : (requestNames[name] ?? name);
      const show = (text: string): string =>
        name === 'purchasedOn' ? formatDay(Number(text)) : text === NONE ? 'nothing' : text;
      return `${field} was ${show(then[name])}, is ${show(now[name])}`;
    });
  const day = dayOfEntry(entry);
  return day === facts.returnedOn
    ? differences
    : [`canceledOn was ${formatDay(day)}, is ${formatDay(facts.returnedOn)}`, ...differences];
}

function priceName({ billingPlan }: Parts): string {
  return billingPlan === 'Monthly' ? 'instalment' : 'paid';
}
