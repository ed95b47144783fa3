import { escapeText, type Issue } from '../kernel/issue.ts';
import { deepWithoutPrototype } from '../kernel/read.ts';
import type { ReturnedItem } from '../reservations/facts/request.ts';
import { paymentsOf } from '../reservations/facts/term.ts';
import type { ExchangeQuote } from '../reservations/quote/exchange-quote.ts';
import type { PlanFigures, RefundQuote } from '../reservations/quote/quote.ts';
import { escapeTexts } from './facts/fact-readers.ts';
import { readReservationFacts } from './facts/read-reservation-facts.ts';
import { describeFacts, type Line, requests } from './form/description.ts';
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
      contact: { ...contact },
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
  const quote = deepWithoutPrototype(request.quote);
  const asked = request.amountRequested;
  const money = (amount: string | undefined): string | undefined =>
    quote === undefined || amount === undefined ? undefined : `${amount} ${quote.currency}`;
  const isRefund = request.kind === 'reservation-refund';
  const amount = quote?.kind === 'refund-quote' ? quote.refund : quote?.credit;
  const returned = quote === undefined ? [] : returnedIn(quote);
  return describeFacts([
    ['Request', requests[request.kind]],
    ['Reservation ID', request.reservationId],
    ['Reservation order ID', request.reservationOrderId],
    ['Customer', request.customerId ?? quote?.request.customerId],
    ['Partner reference', request.id ?? quote?.request.id],
    ...describeEach(returned, purchaseLines),
    isRefund
      ? ['Canceled on (UTC)', request.quote?.request.canceledOn]
      : ['Exchanged on (UTC)', request.quote?.request.exchangedOn],
    ...describeEach(returned, (one) => paymentLines(one, money)),
    ['Price of the new reservation', isRefund ? undefined : money(request.quote?.newPrice)],
    [
      isRefund ? 'Refund requested' : 'Credit requested',
      asked === undefined ? money(amount) : `${asked.amount} ${asked.currency}`,
    ],
  ]);
}

/** A returned reservation, as a quote shows it. */
interface Returned extends PlanFigures {
  readonly facts: Pick<ReturnedItem, 'term' | 'purchasedOn' | 'billingPlan'>;
  readonly paid: string;
}

function returnedIn(quote: RefundQuote | ExchangeQuote): Returned[] {
  if (quote.kind === 'refund-quote') return [{ ...quote, facts: quote.request }];
  const { request } = quote;
  const items = 'newPrice' in request ? [request] : request.reservationsToExchange;
  return quote.returned.map((one, position) => ({
    ...one,
    facts: items[position] as ReturnedItem,
  }));
}

/** Describes each returned reservation, numbered if there are several. */
function describeEach(
  returned: readonly Returned[],
  linesOf: (one: Returned) => readonly Line[],
): Line[] {
  return returned.flatMap((one, position) => {
    const prefix = returned.length > 1 ? `Reservation ${position + 1}: ` : '';
    return linesOf(one).map(([label, fact]): Line => [`${prefix}${label}`, fact]);
  });
}

function purchaseLines({ facts, quantity, quantityToReturn }: Returned): readonly Line[] {
  const units = quantity === 1 ? undefined : `${quantityToReturn} of ${quantity}`;
  return [
    ['Term', facts.term],
    ['Purchased on (UTC)', facts.purchasedOn],
    ['Billing plan', facts.billingPlan],
    ['Quantity to return', units],
  ];
}

function paymentLines(
  { facts, paid, completedTransactions: made, remainingCommitment }: Returned,
  money: (amount: string) => string | undefined,
): readonly Line[] {
  if (made === null) return [['Price paid', money(paid)]];
  return [
    ['Payments made', `${made} of ${paymentsOf(facts.term)}, ${money(paid)} in all`],
    ['Payments to be cancelled', money(remainingCommitment)],
  ];
}
