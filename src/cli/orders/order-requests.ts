import { orderFacts, type PlacedTransaction } from '../../interop/exports/order-facts.ts';
import { readReservation } from '../../interop/facts/read-reservation.ts';
import { readReservationOrder } from '../../interop/facts/read-reservation-order.ts';
import { type Issue, issue, type Parsed } from '../../kernel/issue.ts';
import { isGiven } from '../../kernel/read.ts';
import type { SourceRecord } from '../input/records.ts';
import { answerReturns } from './answer-returns.ts';
import { nameOf } from './body-names.ts';
import { type BookEntry, type FactRecord, keyed, type OrderGroup } from './order-book.ts';
import { type Reader, type ReturnRecord, recordOf } from './return-record.ts';

/** In place of a purchase day: that of the earliest payment. The caller says so that the rows begin with the first. */
const EARLIEST = 'earliest';

/**
 * Makes the facts of the returns of an order: one for each reservation, if the inputs list them. `set` are
 * facts for all returns. They replace those of bodies and transactions, not those of a file of facts.
 */
export function returnsOf(entry: BookEntry, set: FactRecord): ReturnRecord[] {
  if (entry.kind !== 'order') {
    const { source, id, facts, issues } = entry;
    if (issues !== undefined) return [{ source, id, issues }];
    return [{ source, id: nameIn(facts), facts: filled(facts, set) }];
  }
  const { id, source, unread, transactions, orders, reservations, answers } = entry;
  if (unread !== undefined) {
    const { length } = [...transactions, ...orders, ...reservations, ...answers];
    if (length === 0) return [];
    const expected = `an order of which every record can be read (see row ${unread.row} of ${unread.file})`;
    return [{ source, id, issues: [issue([], 'unreadable', expected, undefined)] }];
  }
  const [order, second] = orders;
  if (order !== undefined && second !== undefined) {
    const expected = `one body of the order (another is record ${order.source.row} of ${order.source.file})`;
    return [{ source: second.source, id, issues: [issue([], 'duplicate', expected, undefined)] }];
  }
  const { purchasedOn, ...others } = filled(entry.facts, set);
  const isEarliest = purchasedOn === EARLIEST;
  const given = isEarliest || purchasedOn === undefined ? others : { ...others, purchasedOn };
  const issues: Issue[] = [];
  const priced = pricedFacts(entry, given, isEarliest, issues);
  if (issues.length > 0) return [{ source, id, issues }];
  if (answers.length > 0) return answerReturns(entry, priced, given);
  const made =
    reservations.length > 0
      ? reservations.map((one) => ofReservation(one, id, priced, given))
      : [
          order === undefined
            ? { source, id, facts: { ...priced, ...given } }
            : ofOrder(order, id, priced, given),
        ];
  return made.map((one) => checked(one, priced, given, entry));
}

/** Adds facts to those of a record. */
export function filled(record: FactRecord | undefined, set: FactRecord): FactRecord {
  const given = Object.entries(record ?? {}).filter(([, value]) => isGiven(value));
  return { ...set, ...Object.fromEntries(given) };
}

/** {@link filled} for a record of a file of facts; what is no record is left for its rule to refuse. */
export function filledFacts(value: unknown, set: FactRecord): FactRecord {
  const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isRecord ? filled(keyed(value as FactRecord).record, set) : (value as FactRecord);
}

/** The facts that the transactions of the order state, if there are any. */
function pricedFacts(
  { transactions }: OrderGroup,
  given: FactRecord,
  isEarliest: boolean,
  issues: Issue[],
): FactRecord {
  if (transactions.length === 0) return {};
  const facts: Record<string, unknown> = {};
  for (const [name, fact] of Object.entries(orderFacts(placed(transactions), given, issues))) {
    if (fact !== undefined) facts[name] = fact.value;
  }
  if (isEarliest) facts['purchasedOn'] = earliestOf(transactions);
  return facts;
}

/** Issues of a transaction are reported at its row. */
export function placed(transactions: OrderGroup['transactions']): PlacedTransaction[] {
  return transactions.map(({ transaction, source }) => ({
    transaction,
    path: [`row ${source.row}`],
  }));
}

function earliestOf(transactions: OrderGroup['transactions']): string | undefined {
  const days = transactions.map(({ transaction }) => transaction.on).sort();
  return days[0];
}

function ofOrder(
  { source, value }: SourceRecord,
  id: string,
  { id: _, term, billingPlan, quantityToReturn, ...price }: FactRecord,
  given: FactRecord,
): ReturnRecord {
  // An order that was read with its schedule states its own payments.
  const alone = readReturn(readReservationOrder, value, given);
  const lacksPrice = !alone.ok && alone.issues.some(({ path }) => isPrice(path));
  const parsed = lacksPrice
    ? readReturn(readReservationOrder, value, { ...price, ...given })
    : alone;
  return recordOf(parsed, source, id, given);
}

function ofReservation(
  { source, value }: SourceRecord,
  orderId: string,
  { id: _, term, billingPlan, quantityToReturn, ...price }: FactRecord,
  given: FactRecord,
): ReturnRecord {
  const name = nameOf(value);
  const id = name === undefined || name === orderId ? orderId : `${orderId}/${name}`;
  return recordOf(readReturn(readReservation, value, { ...price, ...given }), source, id, given);
}

/** Reads a body for a return, which is cancelled, or exchanged on a day that is given. */
function readReturn(read: Reader, body: unknown, given: FactRecord): Parsed<object> {
  const { exchangedOn, newPrice, newCurrency, id, meta, ...known } = given;
  if (exchangedOn === undefined) return read(body, known as never);
  const { used = false } = known;
  return read(body, { ...known, canceledOn: exchangedOn, used } as never);
}

function isPrice(path: Issue['path']): boolean {
  return path[0] === 'known' && ['paid', 'instalment', 'currency'].includes(String(path[1]));
}

/** Checks that the transactions of an order state nothing else than its body. */
function checked(
  record: ReturnRecord,
  priced: FactRecord,
  given: FactRecord,
  { transactions }: OrderGroup,
): ReturnRecord {
  const earliest = earliestOf(transactions);
  const { facts } = record;
  if (earliest === undefined || facts === undefined) return record;
  const issues: Issue[] = [];
  for (const name of ['term', 'billingPlan', 'purchasedOn']) {
    const [stated, value] = [priced[name], facts[name]];
    if (stated === undefined || value === stated || given[name] !== undefined) continue;
    if (name === 'billingPlan' && value === undefined && stated === 'Upfront') continue;
    const expected = `${String(stated)}, as in the transactions of the order`;
    issues.push(issue([name], 'contradiction', expected, value));
  }
  const { purchasedOn } = facts;
  if (typeof purchasedOn === 'string' && purchasedOn > earliest) {
    const expected = `a day up to ${earliest}, on which a payment was made`;
    issues.push(issue(['purchasedOn'], 'contradiction', expected, purchasedOn));
  }
  if (issues.length > 0) return { ...record, issues };
  const expected = `the day of the first payment (the earliest one here is of ${earliest}): join the order, state it, or write --set purchasedOn=${EARLIEST} if the file begins with it`;
  return { ...record, hints: [issue(['purchasedOn'], 'missing-field', expected, undefined)] };
}

function nameIn(facts: FactRecord | undefined): string | undefined {
  const id = facts?.['id'];
  return typeof id === 'string' ? id : undefined;
}
