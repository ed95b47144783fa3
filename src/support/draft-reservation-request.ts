import type { Issue } from '../kernel/issue.ts';
import { type ReservationFacts, readReservationFacts } from './facts/read-reservation-facts.ts';
import { describeFacts, requests } from './form/description.ts';
import { missingParts } from './form/form-parts.ts';
import type { ReservationSupportDraft } from './form/support-draft.ts';
import { denyDraft, makeDraft } from './make-draft.ts';
import {
  advisedFacts,
  type ReservationSupportKind,
  reservationSelections,
} from './request-form.ts';

/** SUP-1: a refund or an exchange of a reservation. `undefined` if there are issues. */
export function draftReservationRequest<Kind extends ReservationSupportKind>(
  kind: Kind,
  input: unknown,
  issues: Issue[],
): ReservationSupportDraft<Kind> | undefined {
  const facts = readReservationFacts(kind, input, issues);
  if (facts === undefined || issues.length > 0) return undefined;

  // What the quote refuses need not be asked for.
  const [first, ...others] = facts.obstacles;
  if (first !== undefined) return denyDraft(kind, 'SUP-1', [first, ...others]);

  const { contact } = facts;
  return makeDraft({
    kind,
    because: ['SUP-1'],
    interpretations: ['R-CONTACT'],
    fields: {
      ...reservationSelections,
      title: facts.title ?? titleOf(kind, facts),
      description: describe(kind, facts),
      contact,
    },
    missing: missingParts(kind, {
      'contact.preferredContactMethod': contact.preferredContactMethod,
      'contact.name': contact.name,
      'contact.email': contact.email,
      'contact.phone': contact.phone,
    }),
    advised: advisedFacts.filter((fact) => facts[fact] === undefined),
    assumed: facts.quote === undefined ? ['answer'] : [],
  });
}

type Facts = ReservationFacts<ReservationSupportKind>;

function titleOf(kind: ReservationSupportKind, { reservationId }: Facts): string {
  const what = kind === 'reservation-refund' ? 'Refund' : 'Exchange';
  return reservationId === undefined
    ? `${what} of an Azure reservation`
    : `${what} of Azure reservation ${reservationId}`;
}

function describe(kind: ReservationSupportKind, facts: Facts): string {
  const { quote } = facts;
  const [amount, day] =
    kind === 'reservation-refund'
      ? ['Refund requested', 'Canceled on (UTC)']
      : ['Credit requested', 'Exchanged on (UTC)'];
  return describeFacts([
    ['Request', requests[kind]],
    ['Reservation ID', facts.reservationId],
    ['Reservation order ID', facts.reservationOrderId],
    ['Customer', facts.customerId ?? quote?.customerId],
    ['Partner reference', facts.id ?? quote?.id],
    ['Term', quote?.term],
    ['Purchased on (UTC)', quote?.purchasedOn],
    [day, quote?.returnedOn],
    ['Price paid', quote?.paid],
    ['Price of the new reservation', quote?.newPrice],
    [amount, facts.amountRequested ?? quote?.amount],
  ]);
}
