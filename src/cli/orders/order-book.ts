import type { ReservationTransaction } from '../../interop/exports/read-reservation-transaction.ts';
import { type Issue, issue } from '../../kernel/issue.ts';
import { isGiven } from '../../kernel/read.ts';
import type { Source, SourceRecord } from '../input/records.ts';
import type { OtherType } from '../input/types.ts';
import { customerOfOrder, fieldsOf, orderIdOf, textIn } from './body-names.ts';
import { readTransaction } from './read-transaction.ts';

/** Facts with our field names, not yet checked. */
export type FactRecord = Readonly<Record<string, unknown>>;

/** A transaction and its place in the inputs. */
export interface SourceTransaction {
  readonly transaction: ReservationTransaction;
  readonly source: Source;
}

/** One order, as the inputs state it. */
export interface OrderGroup {
  readonly kind: 'order';
  /** The ID of the order in the spelling that came first. */
  readonly id: string;
  /** The first record of the order. */
  readonly source: Source;
  readonly transactions: readonly SourceTransaction[];
  readonly orders: readonly SourceRecord[];
  readonly reservations: readonly SourceRecord[];
  /** The answers of the vendor's service about its returns. */
  readonly answers: readonly SourceRecord[];
  /** Facts of our field names, from other files. */
  readonly facts: FactRecord;
  /** The first record of the order that could not be read. */
  readonly unread: Source | undefined;
}

export type BookEntry = OrderGroup | LoneFacts | RejectedRecord;

/** Facts that are about no order. */
interface LoneFacts {
  readonly kind: 'facts';
  readonly source: Source;
  readonly facts: FactRecord;
}

/** A record that could not be read. */
interface RejectedRecord {
  readonly kind: 'rejected';
  readonly source: Source;
  readonly id?: string | undefined;
  readonly issues: readonly Issue[];
}

const listOf = {
  'reservation-orders': 'orders',
  reservations: 'reservations',
  'refund-answers': 'answers',
  'exchange-answers': 'answers',
} as const;

/** Adds an item to a list of one order; the shared empty list is never changed. */
function withItem<T>(list: readonly T[], item: T): readonly T[] {
  if (list.length === 0) return [item];
  (list as T[]).push(item);
  return list;
}

/** Takes a record that is about no reservation order. */
export type OnOther = (record: SourceRecord, type: OtherType) => void;

/** An order to which records are still added. */
type Draft = { -readonly [N in keyof OrderGroup]: OrderGroup[N] };

// Shared by most orders, of which there can be a million.
const none: readonly [] = [];
const noFacts: FactRecord = {};

/** Joins the records of several inputs by the ID of their order. It keeps what they state about each order. */
export class OrderBook {
  readonly #onOther: OnOther;

  /** @param onOther takes records that are about no reservation order, such as a subscription. */
  constructor(onOther: OnOther) {
    this.#onOther = onOther;
  }

  /** Records that could not be read, and orders, in the order in which they first came. */
  readonly #entries: BookEntry[] = [];
  readonly #groups = new Map<string, Draft>();
  readonly #facts: {
    readonly key: string;
    readonly record: FactRecord;
    readonly source: Source;
    /** True for a return, and `undefined` if nobody expects an order for the record. */
    readonly isReturn: boolean | undefined;
  }[] = [];
  readonly #customers = new Map<string, string>();

  add(record: SourceRecord): void {
    const { source, value, faults } = record;
    if (faults !== undefined) {
      const id = textIn(fieldsOf(value), 'id');
      this.#entries.push({ kind: 'rejected', source, id, issues: faults });
      if (id !== undefined) this.#groupOf(id, source).unread ??= source;
      return;
    }
    switch (source.type) {
      case 'reservation-transactions':
        this.#addTransaction(record);
        break;
      case 'reservation-orders':
      case 'reservations':
      case 'refund-answers':
      case 'exchange-answers': {
        const key = orderIdOf(value);
        const group = this.#groupOf(key ?? `${source.file} ${source.row}`, source);
        const list = listOf[source.type];
        group[list] = withItem(group[list], record);
        break;
      }
      case 'facts':
        this.#addFacts(record);
        break;
      default:
        this.#onOther(record, source.type);
        this.#addCustomer(value, source);
    }
  }

  #addTransaction({ value, isRow, source }: SourceRecord): void {
    const parsed = readTransaction(value, isRow);
    if (parsed.ok) {
      const group = this.#groupOf(parsed.value.orderId, source);
      const placed = { transaction: parsed.value, source };
      group.transactions = withItem(group.transactions, placed);
      return;
    }
    const id = orderIdOf(value);
    this.#entries.push({ kind: 'rejected', source, id, issues: parsed.issues });
    if (id !== undefined) this.#groupOf(id, source).unread ??= source;
  }

  #addFacts({ value, source, isReturn = false }: SourceRecord): void {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      const fault = issue([], 'not-an-object', 'an object', value);
      this.#entries.push({ kind: 'rejected', source, issues: [fault] });
      return;
    }
    const { key, record } = keyed(value as FactRecord);
    if (typeof key === 'string')
      this.#facts.push({ key: key.toLowerCase(), record, source, isReturn });
    else this.#entries.push({ kind: 'facts', source, facts: record });
  }

  /** A record of Partner Center can name the customer of an order that other files state. */
  #addCustomer(value: unknown, source: Source): void {
    const named = customerOfOrder(value);
    if (named === undefined) return;
    const key = named.orderId.toLowerCase();
    const { customerId } = named;
    if (this.#customers.get(key) === customerId) return;
    this.#customers.set(key, customerId);
    this.#facts.push({ key, record: { customerId }, source, isReturn: undefined });
  }

  #groupOf(id: string, source: Source): Draft {
    const key = id.toLowerCase();
    const known = this.#groups.get(key);
    if (known !== undefined) return known;
    const group: Draft = {
      kind: 'order',
      id,
      source,
      transactions: none,
      orders: none,
      reservations: none,
      answers: none,
      facts: noFacts,
      unread: undefined,
    };
    this.#groups.set(key, group);
    this.#entries.push(group);
    return group;
  }

  /** Gives each order its facts. Returns the records, and the facts that are about no order of the other inputs. */
  close(): { readonly entries: readonly BookEntry[]; readonly unmatched: number } {
    let unmatched = 0;
    for (const { key, record, source, isReturn } of this.#facts) {
      const group = this.#groups.get(key);
      if (group !== undefined) this.#fill(group, record, source);
      else if (isReturn === true || isPriced(record)) {
        this.#entries.push({ kind: 'facts', source, facts: record });
      } else if (isReturn === false) unmatched += 1;
    }
    return { entries: this.#entries, unmatched };
  }

  #fill(group: Draft, record: FactRecord, source: Source): void {
    const issues = Object.keys(record)
      .filter((name) => name !== 'id' && name in group.facts && group.facts[name] !== record[name])
      .map((name) => {
        const expected = `${String(group.facts[name])}, as stated before`;
        return issue([name], 'duplicate', expected, record[name]);
      });
    if (issues.length === 0) {
      group.facts = { ...group.facts, ...record };
      return;
    }
    this.#entries.push({ kind: 'rejected', source, id: group.id, issues });
    group.unread ??= source;
  }
}

/** The ID of the order that facts are about, and the facts: without an `id` of their own they have that one. */
export function keyed(facts: FactRecord): { readonly key: unknown; readonly record: FactRecord } {
  const { orderId, reservationOrderId, ...record } = facts;
  const key = [orderId, reservationOrderId, record['id']].find(isGiven);
  return { key, record: isGiven(key) && !isGiven(record['id']) ? { ...record, id: key } : record };
}

function isPriced(record: FactRecord): boolean {
  return ['paid', 'instalment', 'paymentSchedule'].some((name) => isGiven(record[name]));
}
