import { InputError, type Issue } from '../kernel/issue.ts';
import { readWord } from '../kernel/read.ts';
import { draftReservationRequest } from './draft-reservation-request.ts';
import { draftSoftwareRequest } from './draft-software-request.ts';
import type { SupportDraft } from './form/support-draft.ts';
import type { SupportFacts } from './form/support-facts.ts';
import { type SupportKind, supportKinds } from './request-form.ts';

/**
 * Drafts a request to Microsoft support with the fields of its form, from a quote or decision of this
 * library, or from plain facts. Facts given in addition to an answer replace its own.
 *
 * `missing` lists every incomplete part of the form, each with the facts of which one is enough;
 * `complete` is true if there are none. A reservation's IDs are only `advised`. A draft is refused if
 * its answer is a refusal, and for software also if the cancellation does not require support. Check
 * permission with `isAllowed`, action `reservations.request-support` or `software.cancel`.
 *
 * Amounts are in the currency's major units, days are UTC calendar days. Invisible
 * characters and line ends in texts are escaped, so that no fact can look like another.
 *
 * @throws InputError with every issue, if the kind is unknown or the facts are malformed. An
 * answer is read as any other fact; what is not needed of it is not looked at.
 *
 * Clauses: SUP-1 (`reservations`, Request a refund or exchange), SUP-2 (`software`, Submit a customer
 * support request), SOF-2 where the amount is the credit of a cancellation; of a refused answer as
 * `quoteRefund`, `quoteExchange` and `decideSoftwareCancellation`; interpretations R-CONTACT,
 * R-PRORATE, R-BASIS, R-ROUND.
 *
 * @example
 * const draft = draftSupportRequest('reservation-refund', {
 *   quote: quoteRefund({
 *     paid: '12000.00', currency: 'USD', term: 'P1Y', used: false,
 *     purchasedOn: '2025-01-01', canceledOn: '2025-01-07',
 *   }),
 *   contact: { preferredContactMethod: 'email', name: 'Kim', email: 'kim@partner.example' },
 * });
 * draft.complete; //=> false
 * draft.missing; //=> [{ field: 'contact', oneOf: ['contact.phone'] }]
 * draft.advised; //=> ['reservationId', 'reservationOrderId']
 */
export function draftSupportRequest<Kind extends SupportKind>(
  kind: Kind,
  facts: SupportFacts[Kind],
): SupportDraft<Kind> {
  const issues: Issue[] = [];
  const known: SupportKind = readWord(kind, supportKinds, ['kind'], issues);
  if (issues.length > 0) throw new InputError(issues);
  const draft =
    known === 'software-cancellation'
      ? draftSoftwareRequest(facts, issues)
      : draftReservationRequest(known, facts, issues);
  if (draft === undefined) throw new InputError(issues);
  return draft as SupportDraft<Kind>;
}
