import { readExchangeResponse } from '../../interop/facts/read-exchange-response.ts';
import { readRefundResponse } from '../../interop/facts/read-refund-response.ts';
import { readReservation } from '../../interop/facts/read-reservation.ts';
import { readReservationOrder } from '../../interop/facts/read-reservation-order.ts';
import { issue, type Parsed } from '../../kernel/issue.ts';
import type { SourceRecord } from '../input/records.ts';
import type { FactRecord, OrderGroup } from './order-book.ts';
import { type Reader, type ReturnRecord, recordOf } from './return-record.ts';

/**
 * Makes the facts of the returns that the vendor's service answered about. An answer states prices; the other facts
 * come from the order, if the inputs have it, and from the caller.
 */
export function answerReturns(
  { id, answers, orders, reservations }: OrderGroup,
  priced: FactRecord,
  given: FactRecord,
): ReturnRecord[] {
  const body = orders[0] ?? reservations[0];
  const { exchangedOn, meta } = given;
  return answers.map((answer) => {
    const { value, source } = answer;
    const isExchange = source.type === 'exchange-answers';
    if (!isExchange && exchangedOn !== undefined) {
      const expected = 'an answer to an exchange, because exchangedOn is stated';
      return { source, id, issues: [issue([], 'unsupported', expected, undefined)] };
    }
    const { source: place } = body ?? answer;
    const stated = body === undefined ? ({ ok: true, value: priced } as const) : readBody(body);
    if (!stated.ok) return { source: place, id, issues: stated.issues };
    const { id: _, meta: __, ...known } = { ...adding(stated.value), ...given };
    const read = isExchange ? readExchangeResponse : readRefundResponse;
    return recordOf(read(value, known as never), source, id, meta === undefined ? {} : { meta });
  });
}

/** The facts that no answer states. */
const added = ['term', 'purchasedOn', 'product'] as const;

function adding(facts: FactRecord): FactRecord {
  // One payment of a monthly plan is for the returned units.
  const names = facts['billingPlan'] === 'Monthly' ? added : [...added, 'quantity'];
  return Object.fromEntries(
    names.filter((name) => facts[name] !== undefined).map((name) => [name, facts[name]]),
  );
}

/** Prices in place of one that is missing in a body, as the answer has its own. */
const prices = [{}, { paid: '0', currency: 'USD' }, { instalment: '0', currency: 'USD' }];

function readBody({ value, source }: SourceRecord): Parsed<FactRecord> {
  const read: Reader = source.type === 'reservations' ? readReservation : readReservationOrder;
  const parsed = prices.map((price) =>
    read(value, { canceledOn: '9999-12-30', used: false, ...price } as never),
  );
  const found = parsed.find(({ ok }) => ok) ?? parsed[1];
  return found as Parsed<FactRecord>;
}
