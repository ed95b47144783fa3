import type { ReservationTransaction } from '../../interop/exports/read-reservation-transaction.ts';
import { readExchange, readRefund } from '../../interop/facts/rule-facts.ts';
import { type Issue, issueAt, type Parsed } from '../../kernel/issue.ts';
import type { Source, SourceRecord } from '../input/records.ts';
import { type FactRecord, type LoneRecord, OrderBook, type OrderGroup } from './order-book.ts';
import { filledFacts, type ReturnRecord, returnsOf } from './order-requests.ts';
import { readTransaction } from './read-transaction.ts';

/** The facts of a record, and the facts that its rule needs in addition. */
export interface ReadFacts {
  readonly ok: true;
  readonly id?: string | undefined;
  /** The transaction of the row. */
  readonly event?: ReservationTransaction['event'];
  /** The day of a transaction. */
  readonly on?: string;
  readonly facts: FactRecord;
  readonly missing: readonly string[];
  readonly source: Source;
}

/** A record that cannot be read. */
export interface UnreadFacts {
  readonly ok: false;
  readonly id?: string | undefined;
  readonly issues: readonly Issue[];
  readonly source: Source;
}

/** Reads the facts of one record. `set` are facts for all of them. */
export function readFacts(record: SourceRecord, set: FactRecord): (ReadFacts | UnreadFacts)[] {
  const { source, value, fault } = record;
  if (fault !== undefined) return [{ ok: false, issues: [fault], source }];
  switch (source.type) {
    case 'reservation-transactions':
      return [transactionFacts(record, set)];
    case 'reservation-orders':
    case 'reservations': {
      const book = new OrderBook();
      book.add(record);
      return book.close().entries.flatMap((entry) => readJoined(entry, set));
    }
    case 'facts': {
      const rule =
        set['exchangedOn'] !== undefined || hasExchange(value) ? readExchange : readRefund;
      return [completed((known) => parsed(value, known, rule), set, source)];
    }
  }
}

function hasExchange(value: unknown): boolean {
  return (
    typeof value === 'object' && value !== null && ('exchangedOn' in value || 'newPrice' in value)
  );
}

/** Reads the facts of every return of an order, or of a record that is about none. */
export function readJoined(
  entry: OrderGroup | LoneRecord,
  set: FactRecord,
): (ReadFacts | UnreadFacts)[] {
  const isExchange = set['exchangedOn'] !== undefined;
  return returnsOf(entry, set).map(({ source, id }, at) => {
    const read = completed(
      (known) => {
        const { facts, issues } = returnsOf(entry, known)[at] as ReturnRecord;
        if (issues !== undefined) return { ok: false, issues: issues.map(asKnown) };
        return parsed(facts, {}, isExchange ? readExchange : readRefund);
      },
      set,
      source,
    );
    return { ...read, id: read.id ?? id };
  });
}

type Rule = (facts: object, issues: Issue[]) => object | undefined;

function parsed(value: unknown, known: FactRecord, rule: Rule): Parsed<object> {
  const issues: Issue[] = [];
  const read = rule(filledFacts(value, known), issues);
  if (read !== undefined) return { ok: true, value: read };
  return { ok: false, issues: issues.map(asKnown) };
}

/** Places a missing fact where the caller can add it. */
function asKnown(one: Issue): Issue {
  const isMissing =
    ['missing-field', 'rate-required'].includes(one.code) && one.path[0] !== 'known';
  return isMissing ? issueAt(['known', ...one.path], one) : one;
}

/** Stand-ins for facts that are missing, so that the others can be read. None is printed. */
const standIns: FactRecord = {
  canceledOn: '9999-12-30',
  exchangedOn: '9999-12-30',
  used: false,
  usdRate: '1',
  paid: '0',
  instalment: '0',
  newPrice: '0',
  currency: 'USD',
  term: 'P1Y',
  purchasedOn: '0001-01-01',
};

/** Reads facts, and finds those that are missing by standing in for them. */
function completed(
  read: (known: never) => Parsed<object>,
  set: FactRecord,
  source: Source,
): ReadFacts | UnreadFacts {
  const missing: string[] = [];
  for (;;) {
    const added = Object.fromEntries(missing.map((name) => [name, standIns[name]]));
    const result = read({ ...added, ...set } as never);
    if (result.ok) {
      const facts = Object.entries(result.value).filter(([name]) => !missing.includes(name));
      const { id } = result.value as { readonly id?: string };
      return { ok: true, id, facts: Object.fromEntries(facts), missing, source };
    }
    const names = result.issues.flatMap(({ path }) =>
      path[0] === 'known' && path.length === 2 && Object.hasOwn(standIns, String(path[1]))
        ? [String(path[1])]
        : [],
    );
    const found = names.filter((name) => !missing.includes(name));
    if (found.length === 0) return { ok: false, issues: result.issues, source };
    missing.push(...found);
  }
}

function transactionFacts(
  { value, isRow, source }: SourceRecord,
  set: FactRecord,
): ReadFacts | UnreadFacts {
  const read = readTransaction(value, isRow);
  if (!read.ok) return { ok: false, issues: read.issues, source };
  const { event, orderId: id, on, amount, currency, quantity, term, billingPlan } = read.value;
  if (event !== 'Purchase') {
    const facts = { id, currency, quantity, term, billingPlan, amount };
    return { ok: true, id, event, on, facts, missing: [], source };
  }
  const isMonthly = billingPlan === 'Monthly';
  const facts = isMonthly
    ? { id, currency, quantity, term, billingPlan, instalment: amount, ...set }
    : { id, currency, quantity, term, billingPlan, paid: amount, purchasedOn: on, ...set };
  const missing: string[] = [];
  for (const name of neededFacts) {
    if (name === 'purchasedOn' && !isMonthly) continue;
    if (name === 'usdRate' && currency === 'USD') continue;
    if (set[name] === undefined) missing.push(name);
  }
  return { ok: true, id, event, on, facts, missing, source };
}

/** The facts that no transaction states. */
const neededFacts = ['canceledOn', 'used', 'purchasedOn', 'usdRate'];
