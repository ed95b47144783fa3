import { type Issue, issue, type Parsed } from '../../kernel/issue.ts';
import { readCount, readName, UNREADABLE_TEXT } from '../../kernel/read.ts';
import {
  type BodyValue,
  readBodyFields,
  readElements,
  readOptionalBodyFields,
  wholeBody,
} from '../body/body-fields.ts';

/** A reservation that a request returns. */
export interface ReturnedReservation {
  readonly reservationOrderId: string;
  readonly reservationId: string;
  readonly quantity: number;
}

/**
 * Reads the reservations that a request returns: one in the body of `calculateRefund` or `return`, one
 * or more in that of `calculateExchange`. A support agent may ask for the IDs; `draftSupportRequest`
 * accepts them.
 *
 * @returns the reservations, at least one, or every issue. The body of `exchange` names a session alone
 * and so is an issue. Never throws.
 *
 * Clause: the facts that SUP-1 needs.
 *
 * @example
 * readReturnedReservations({
 *   properties: {
 *     reservationToReturn: {
 *       reservationId: '/providers/Microsoft.Capacity/reservationOrders/O-1/reservations/R-1',
 *       quantity: 1,
 *     },
 *   },
 * });
 * //=> { ok: true, value: [{ reservationOrderId: 'O-1', reservationId: 'R-1', quantity: 1 }] }
 */
export function readReturnedReservations(request: unknown): Parsed<readonly ReturnedReservation[]> {
  const issues: Issue[] = [];
  const { properties } = readBodyFields(wholeBody(request), ['properties'], issues);
  const { reservationToReturn: one, reservationsToExchange: some } = readOptionalBodyFields(
    properties,
    ['reservationToReturn', 'reservationsToExchange'],
    issues,
  );
  const all = one.value === undefined ? readElements(some, issues) : [one];
  if (all.length === 0 && issues.length === 0) {
    const expected = 'one reservation to return, or several to exchange';
    issues.push(issue(one.path, 'missing-field', expected, undefined));
  }
  const value = all.map((returned) => readReturned(returned, issues));
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value };
}

function readReturned(returned: BodyValue, issues: Issue[]): ReturnedReservation {
  const { reservationId: id, quantity } = readBodyFields(
    returned,
    ['reservationId', 'quantity'],
    issues,
  );
  const before = issues.length;
  const text = readName(id.value, id.path, issues);
  const found = RESOURCE_ID.exec(text);
  if (found === null && issues.length === before) {
    const expected =
      'an ID such as /providers/Microsoft.Capacity/reservationOrders/…/reservations/…';
    issues.push(issue(id.path, 'unknown-value', expected, text));
  }
  return {
    reservationOrderId: found?.[1] ?? UNREADABLE_TEXT,
    reservationId: found?.[2] ?? UNREADABLE_TEXT,
    quantity: readCount(quantity.value, quantity.path, issues),
  };
}

/** The vendor itself writes the fixed parts in more than one case. */
const RESOURCE_ID =
  /^\/providers\/microsoft\.capacity\/reservationorders\/([^/]+)\/reservations\/([^/]+)$/i;
