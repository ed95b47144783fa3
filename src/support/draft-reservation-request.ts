import { escapeText, type Issue } from '../kernel/issue.ts';
import { escapeTexts } from './facts/fact-readers.ts';
import { readReservationFacts } from './facts/read-reservation-facts.ts';
import { describeFacts, requests } from './form/description.ts';
import { missingParts } from './form/form-parts.ts';
import type { ReservationSupportDraft } from './form/support-draft.ts';
import type { SupportRequest } from './form/support-facts.ts';
import { denyForAnswer, makeDraft } from './make-draft.ts';
import {
  advisedFacts,
  type ReservationSupportKind,
  reservationSelections,
} from './request-form.ts';

type Request = SupportRequest<ReservationSupportKind>;

/** SUP-1: a refund or an exchange of a reservation. `undefined` if there are issues. */
export function draftReservationRequest(
  kind: ReservationSupportKind,
  input: unknown,
  issues: Issue[],
): ReservationSupportDraft<ReservationSupportKind> | undefined {
  const request = readReservationFacts(kind, input, issues);
  if (request === undefined || issues.length > 0) return undefined;

  // What the quote refuses need not be asked for.
  const { quote } = request;
  if (quote?.allowed === false) return denyForAnswer(request, 'SUP-1', quote);

  const contact = escapeTexts(request.contact ?? {});
  return makeDraft({
    request,
    because: ['SUP-1'],
    interpretations: ['R-CONTACT'],
    fields: {
      ...reservationSelections,
      title: escapeText(request.title ?? titleOf(request)),
      description: describe(request),
      contact,
    },
    missing: missingParts(kind, {
      'contact.preferredContactMethod': contact.preferredContactMethod,
      'contact.name': contact.name,
      'contact.email': contact.email,
      'contact.phone': contact.phone,
    }),
    advised: advisedFacts.filter((fact) => request[fact] === undefined),
    assumed: quote === undefined ? ['answer'] : [],
  });
}

function titleOf({ kind, reservationId }: Request): string {
  const what = kind === 'reservation-refund' ? 'Refund' : 'Exchange';
  return reservationId === undefined
    ? `${what} of an Azure reservation`
    : `${what} of Azure reservation ${reservationId}`;
}

function describe(request: Request): string {
  const { quote } = request;
  const asked = request.amountRequested;
  const money = (amount: string | undefined): string | undefined =>
    quote === undefined || amount === undefined ? undefined : `${amount} ${quote.currency}`;
  const isRefund = request.kind === 'reservation-refund';
  const amount = isRefund ? request.quote?.refund : request.quote?.credit;
  return describeFacts([
    ['Request', requests[request.kind]],
    ['Reservation ID', request.reservationId],
    ['Reservation order ID', request.reservationOrderId],
    ['Customer', request.customerId ?? quote?.request.customerId],
    ['Partner reference', request.id ?? quote?.request.id],
    ['Term', quote?.request.term],
    ['Purchased on (UTC)', quote?.request.purchasedOn],
    isRefund
      ? ['Canceled on (UTC)', request.quote?.request.canceledOn]
      : ['Exchanged on (UTC)', request.quote?.request.exchangedOn],
    ['Price paid', money(quote?.paid)],
    ['Price of the new reservation', isRefund ? undefined : money(request.quote?.newPrice)],
    [
      isRefund ? 'Refund requested' : 'Credit requested',
      asked === undefined ? money(amount) : `${asked.amount} ${asked.currency}`,
    ],
  ]);
}
