import type { Issue } from '../../kernel/issue.ts';
import { readText, withoutPrototype } from '../../kernel/read.ts';
import { fieldsOf, optional, readRecord } from '../../kernel/record.ts';
import { recomputeExchange, recomputeRefund } from '../../reservations/quote/recompute-quote.ts';
import type {
  ExchangeSupportFacts,
  RefundSupportFacts,
  SupportRequest,
} from '../form/support-facts.ts';
import type { ReservationSupportKind } from '../request-form.ts';
import { readRequestedAmount } from './fact-readers.ts';
import { readReservationContact } from './read-contact.ts';

const text = /* @__PURE__ */ optional(readText);

const ofEither = {
  reservationId: text,
  reservationOrderId: text,
  customerId: text,
  id: text,
  amountRequested: /* @__PURE__ */ optional(readRequestedAmount),
  title: text,
  contact: /* @__PURE__ */ optional(readReservationContact),
};

const ofRefund = /* @__PURE__ */ fieldsOf<RefundSupportFacts<string>>({
  quote: optional(recomputeRefund),
  ...ofEither,
});

const ofExchange = /* @__PURE__ */ fieldsOf<ExchangeSupportFacts<string>>({
  quote: optional(recomputeExchange),
  ...ofEither,
});

/** Reads the facts of a request about a reservation; `undefined` if there are none to read. */
export function readReservationFacts(
  kind: ReservationSupportKind,
  input: unknown,
  issues: Issue[],
): SupportRequest<ReservationSupportKind> | undefined {
  const facts =
    kind === 'reservation-refund'
      ? readRecord(ofRefund, input, [], issues)
      : readRecord(ofExchange, input, [], issues);
  if (facts === undefined) return undefined;
  return withoutPrototype({ kind, ...facts } as SupportRequest<ReservationSupportKind>);
}
