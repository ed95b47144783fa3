import { type Issue, issue } from '../../kernel/issue.ts';
import { type BodyValue, readOptionalBodyFields } from './body-fields.ts';
import { isOneOf } from './states.ts';

/** The input of a reader. */
type Kind = 'order' | 'reservation' | 'answer';

const types: { readonly [K in Exclude<Kind, 'answer'>]: string } = {
  order: 'microsoft.capacity/reservationorders',
  reservation: 'microsoft.capacity/reservationorders/reservations',
};

const expectations: { readonly [K in Kind]: string } = {
  order: 'Microsoft.Capacity/reservationOrders (readReservation reads one reservation)',
  reservation:
    'Microsoft.Capacity/reservationOrders/reservations (readReservationOrder reads an order)',
  answer: 'no type, as in an answer of calculateRefund or calculateExchange',
};

/**
 * Returns whether a body is of the kind that its reader takes, as far as its `type` states it, or else its `id`.
 * If it is not, nothing else is read: the only issue is reported.
 */
export function isOfKind(body: BodyValue, kind: Kind, issues: Issue[]): boolean {
  const { type, id } = readOptionalBodyFields(body, ['type', 'id'], []);
  const stated = type.value === undefined && kind !== 'answer' ? typeOfId(id) : type;
  if (stated.value === undefined) return true;
  const isSame = kind !== 'answer' && isOneOf([types[kind]], stated);
  if (!isSame) issues.push(issue(stated.path, 'unsupported', expectations[kind], stated.value));
  return isSame;
}

/** The type that an ID has, in the vendor's words; none if it is not an ID of the service. */
function typeOfId({ value, path }: BodyValue): BodyValue {
  const found = typeof value === 'string' ? RESOURCE_ID.exec(value) : null;
  if (found === null) return { value: undefined, path };
  const reservation = found[1] === undefined ? '' : '/reservations';
  return { value: `Microsoft.Capacity/reservationOrders${reservation}`, path };
}

const RESOURCE_ID =
  /^\/providers\/microsoft\.capacity\/reservationorders\/[^/]+(\/reservations\/[^/]+)?$/i;
