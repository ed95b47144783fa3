import { wholeBody } from '../../interop/body/body-fields.ts';
import { readReservedKind } from '../../interop/body/reserved-kind.ts';
import { orderFacts, type PlacedTransaction } from '../../interop/exports/order-facts.ts';
import { readReservation } from '../../interop/facts/read-reservation.ts';
import { readReservationOrder } from '../../interop/facts/read-reservation-order.ts';
import { type Issue, issue, type Parsed } from '../../kernel/issue.ts';
import { isGiven, isName } from '../../kernel/read.ts';
import type { SourceRecord } from '../input/records.ts';
import { answerReturns } from './answer-returns.ts';
import { fieldsOf, nameOf, textIn } from './body-names.ts';
import { type BookEntry, type FactRecord, keyed, type OrderGroup } from './order-book.ts';
import { factsOfExchange, type Reader, type ReturnRecord, recordOf } from './return-record.ts';

/** In place of a purchase day: that of the earliest payment. The caller says so that the rows begin with the first. */
const EARLIEST = 'earliest';

/**
 * Makes the facts of the returns of an order: one for each reservation, if the inputs list them. `set` are
 * facts for all returns. They replace those of bodies and transactions, not those of a file of facts.
 */
export function returnsOf(entry: BookEntry, set: FactRecord): ReturnRecord[] {
  if (entry.kind === 'rejected')
    return [{ source: entry.source, id: entry.id, issues: entry.issues }];
  if (entry.kind === 'facts') {
    const facts = filled(entry.facts, set);
    return [{ source: entry.source, id: textIn(fieldsOf(entry.facts), 'id'), facts }];
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
  const issues: Issue[] = [];
  const stated = filled(entry.facts, set);
  const given = withoutEarliest(stated);
  const priced = transactions.length === 0 ? {} : pricedFacts(transactions, stated, issues);
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
export function filled(record: FactRecord, set: FactRecord): FactRecord {
  const given = Object.entries(record).filter(([, value]) => isGiven(value));
  return { ...set, ...Object.fromEntries(given) };
}

/** {@link filled} for a record of a file of facts; what is no record is left for its rule to refuse. */
export function filledFacts(value: unknown, set: FactRecord): FactRecord {
  const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isRecord ? filled(keyed(value as FactRecord).record, set) : (value as FactRecord);
}

/** Returns the facts that the caller gives, without a day of purchase that the transactions have to state. */
export function withoutEarliest({ purchasedOn, ...others }: FactRecord): FactRecord {
  return purchasedOn === EARLIEST || purchasedOn === undefined
    ? others
    : { ...others, purchasedOn };
}

/** Returns the facts that the transactions of an order state, in addition to those of the caller. */
export function pricedFacts(
  transactions: OrderGroup['transactions'],
  given: FactRecord,
  issues: Issue[],
): FactRecord {
  const facts = orderFacts(placed(transactions), withoutEarliest(given), issues);
  const values = Object.entries(facts).flatMap(([name, fact]) =>
    fact === undefined ? [] : [[name, fact.value]],
  );
  const priced = Object.fromEntries(values);
  const isEarliest = given['purchasedOn'] === EARLIEST;
  return isEarliest ? { ...priced, purchasedOn: earliestOf(transactions) } : priced;
}

/** Issues of a transaction are reported at its row. */
function placed(transactions: OrderGroup['transactions']): PlacedTransaction[] {
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
  const parsed = readReturn(readReservation, value, { ...price, ...given });
  return recordOf(parsed, source, id, given, skuAndRegionOf(value));
}

/** Reads a body for a return, which is cancelled, or exchanged on a day that is given. */
function readReturn(read: Reader, body: unknown, given: FactRecord): Parsed<object> {
  const { id, meta, ...known } = given;
  const { exchangedOn } = known;
  if (exchangedOn === undefined) return read(body, known as never);
  const ofReturn = Object.entries(known).filter(([name]) => !factsOfExchange.includes(name));
  const facts = { used: false, ...Object.fromEntries(ofReturn), canceledOn: exchangedOn };
  return read(body, facts as never);
}

/** The SKU and the region of a reservation, as far as its body states them in words. */
function skuAndRegionOf(body: unknown): FactRecord {
  const { sku, region } = readReservedKind(wholeBody(body), []);
  const stated = Object.entries({ sku, region }).filter(([, { value }]) => isName(value));
  return Object.fromEntries(stated.map(([name, { value }]) => [name, value]));
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
