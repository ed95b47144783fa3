import { orderFacts } from '../../interop/exports/order-facts.ts';
import { readReservation } from '../../interop/facts/read-reservation.ts';
import { readReservationOrder } from '../../interop/facts/read-reservation-order.ts';
import { type Issue, issue, issueAt, type Parsed } from '../../kernel/issue.ts';
import { isGiven } from '../../kernel/read.ts';
import type { Source, SourceRecord } from '../input/records.ts';
import { type FactRecord, keyed, type LoneRecord, type OrderGroup } from './order-book.ts';

/** The facts of one return, not yet checked by its rule, or why there are none. */
export interface ReturnRecord {
  readonly source: Source;
  readonly id?: string | undefined;
  readonly facts?: FactRecord;
  readonly issues?: readonly Issue[];
  /** Issues that say more about a missing fact than its rule does. */
  readonly hints?: readonly Issue[];
}

/** In place of a purchase day: that of the earliest payment. The caller says so that the rows begin with the first. */
const EARLIEST = 'earliest';

/**
 * Makes the facts of the returns of an order: one for each reservation, if the inputs list them. `set` are
 * facts for all returns. They replace those of bodies and transactions, not those of a file of facts.
 */
export function returnsOf(entry: OrderGroup | LoneRecord, set: FactRecord): ReturnRecord[] {
  if (entry.kind !== 'order') {
    const { source, id, facts, issues } = entry;
    if (issues !== undefined) return [{ source, id, issues }];
    return [{ source, id: nameIn(facts), facts: filled(facts, set) }];
  }
  const { id, source, unread, transactions, orders, reservations } = entry;
  if (unread !== undefined) {
    if (transactions.length + orders.length + reservations.length === 0) return [];
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
  for (const [name, fact] of Object.entries(orderFacts(transactions, given, issues))) {
    if (fact !== undefined) facts[name] = fact.value;
  }
  if (isEarliest) facts['purchasedOn'] = earliestOf(transactions);
  return facts;
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

/** The last part of the name of a reservation. */
function nameOf(body: unknown): string | undefined {
  const fields = new Map(
    Object.entries(body as object).map(([key, field]) => [key.toLowerCase(), field]),
  );
  const name = fields.get('name') ?? fields.get('id');
  return typeof name === 'string' ? name.split('/').at(-1) : undefined;
}

type Reader = (body: unknown, known: never) => Parsed<object>;

/** Facts of an exchange that no body of a reservation has. */
const ofExchange = ['exchangedOn', 'newPrice', 'newCurrency'] as const;

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

function recordOf(
  parsed: Parsed<object>,
  source: Source,
  id: string,
  given: FactRecord,
): ReturnRecord {
  if (!parsed.ok) {
    // Facts that the caller adds stand at the top of a record.
    const issues = parsed.issues.map((one) =>
      one.path[0] === 'known' ? issueAt(one.path.slice(1), one) : one,
    );
    return { source, id, issues };
  }
  const labels = { id, ...('meta' in given ? { meta: given['meta'] } : {}) };
  if (given['exchangedOn'] === undefined) {
    return { source, id, facts: { ...parsed.value, ...labels } };
  }
  const { canceledOn, used, ...facts } = parsed.value as FactRecord;
  const ofCaller = ['used', ...ofExchange].filter((name) => given[name] !== undefined);
  const others = Object.fromEntries(ofCaller.map((name) => [name, given[name]]));
  return { source, id, facts: { ...facts, ...labels, ...others } };
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
