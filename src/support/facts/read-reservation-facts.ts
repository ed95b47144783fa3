import type { Issue } from '../../kernel/issue.ts';
import {
  onlyGiven,
  readFields,
  readOptional,
  readText,
  withoutPrototype,
} from '../../kernel/read.ts';
import { recomputeExchange, recomputeRefund } from '../../reservations/quote/recompute-quote.ts';
import type {
  ExchangeSupportFacts,
  RefundSupportFacts,
  SupportRequest,
} from '../form/support-facts.ts';
import type { ReservationSupportKind } from '../request-form.ts';
import { readRequestedAmount } from './fact-readers.ts';
import { readContact } from './read-contact.ts';

type FactName = keyof RefundSupportFacts | keyof ExchangeSupportFacts;

const known: ReadonlySet<string> = new Set<FactName>([
  'quote',
  'reservationId',
  'reservationOrderId',
  'customerId',
  'id',
  'amountRequested',
  'title',
  'contact',
]);

/** Reads the facts of a request about a reservation; `undefined` if there are none to read. */
export function readReservationFacts(
  kind: ReservationSupportKind,
  input: unknown,
  issues: Issue[],
): SupportRequest<ReservationSupportKind> | undefined {
  const fields = readFields<FactName>(input, known, [], issues);
  if (fields === undefined) return undefined;
  const text = (name: FactName): string | undefined =>
    readOptional(fields[name], [name], issues, readText);

  const amount = fields.amountRequested;
  const request = onlyGiven({
    kind,
    quote:
      kind === 'reservation-refund'
        ? readOptional(fields.quote, ['quote'], issues, recomputeRefund)
        : readOptional(fields.quote, ['quote'], issues, recomputeExchange),
    reservationId: text('reservationId'),
    reservationOrderId: text('reservationOrderId'),
    customerId: text('customerId'),
    id: text('id'),
    amountRequested: readOptional(amount, ['amountRequested'], issues, readRequestedAmount),
    title: text('title'),
    contact: readContact(kind, fields.contact, issues),
  } as SupportRequest<ReservationSupportKind>);
  return withoutPrototype(request);
}
