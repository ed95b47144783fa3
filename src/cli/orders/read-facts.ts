import { readExchange, readRefund } from '../../interop/facts/rule-facts.ts';
import type { Issue, Parsed } from '../../kernel/issue.ts';
import type { SourceRecord } from '../input/records.ts';
import { fieldsOf, orderIdOf, textIn } from './body-names.ts';
import { asKnown, completed, type ReadFacts, type UnreadFacts } from './missing-facts.ts';
import { type BookEntry, type FactRecord, OrderBook } from './order-book.ts';
import { filledFacts, returnsOf } from './order-requests.ts';
import { otherFacts } from './other-facts.ts';
import { readTransaction } from './read-transaction.ts';
import type { ReturnRecord } from './return-record.ts';

/** Reads the facts of one record. `set` are facts for all of them. */
export function readFacts(record: SourceRecord, set: FactRecord): (ReadFacts | UnreadFacts)[] {
  const { source, value, faults } = record;
  if (faults !== undefined) {
    return [{ ok: false, id: textIn(fieldsOf(value), 'id'), issues: faults, source }];
  }
  switch (source.type) {
    case 'reservation-transactions':
      return [transactionFacts(record, set)];
    case 'facts': {
      const rule =
        set['exchangedOn'] !== undefined || hasExchange(value) ? readExchange : readRefund;
      return [completed((known) => parsed(value, known, rule), set, source)];
    }
    default: {
      const others: (ReadFacts | UnreadFacts)[] = [];
      const book = new OrderBook((other, type) => others.push(...otherFacts(other, type, set)));
      book.add(record);
      return [...others, ...book.close().entries.flatMap((entry) => readJoined(entry, set))];
    }
  }
}

function hasExchange(value: unknown): boolean {
  return (
    typeof value === 'object' && value !== null && ('exchangedOn' in value || 'newPrice' in value)
  );
}

/** Reads the facts of every return of an order, or of a record that is about none. */
export function readJoined(entry: BookEntry, set: FactRecord): (ReadFacts | UnreadFacts)[] {
  return returnsOf(entry, set).map(({ source, id }, at) => {
    const read = completed(
      (known: FactRecord) => {
        const { facts, issues } = returnsOf(entry, known)[at] as ReturnRecord;
        if (issues !== undefined) return { ok: false, issues: issues.map(asKnown) };
        return parsed(facts, {}, known['exchangedOn'] === undefined ? readRefund : readExchange);
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

function transactionFacts(
  { value, isRow, source }: SourceRecord,
  set: FactRecord,
): ReadFacts | UnreadFacts {
  const read = readTransaction(value, isRow);
  if (!read.ok) return { ok: false, id: orderIdOf(value), issues: read.issues, source };
  const { event, orderId: id, on, amount, currency, quantity, term, billingPlan } = read.value;
  const { billedTo } = read.value;
  if (event !== 'Purchase') {
    const facts = { id, currency, quantity, term, billingPlan, amount };
    return { ok: true, id, event, on, billedTo, facts, missing: [], source };
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
  return { ok: true, id, event, on, billedTo, facts, missing, source };
}

/** The facts that no transaction states. */
const neededFacts = ['canceledOn', 'used', 'purchasedOn', 'usdRate'];
