import { describe, expectTypeOf, test } from 'vitest';
import { supportClauses } from '../../src/clauses/index.ts';
import type { ExchangeQuote, RefundQuote } from '../../src/reservations/index.ts';
import type { SoftwareCancellationDecision } from '../../src/software/index.ts';
import {
  type Decision,
  type DraftRefusal,
  draftSupportRequest,
  type ReservationSupportContact,
  type SoftwareSupportForm,
  type SupportContact,
  type SupportDraft,
  type SupportFacts,
  type SupportKind,
  supportKinds,
} from '../../src/support/index.ts';

declare const refundQuote: RefundQuote;
declare const exchangeQuote: ExchangeQuote;
declare const cancellation: SoftwareCancellationDecision;
declare const kind: SupportKind;
declare const facts: SupportFacts[SupportKind];
declare const draft: SupportDraft;
declare const refundDraft: SupportDraft<'reservation-refund'>;
declare const softwareDraft: SupportDraft<'software-cancellation'>;

describe('what compiles', () => {
  test('a draft from an answer, from facts, or from both', () => {
    const made = draftSupportRequest('reservation-refund', { quote: refundQuote, id: 'case-1' });
    expectTypeOf(made).toEqualTypeOf<SupportDraft<'reservation-refund'>>();
    draftSupportRequest('reservation-exchange', { quote: exchangeQuote });
    draftSupportRequest('reservation-exchange', {});
    draftSupportRequest('software-cancellation', { cancellation, impact: 'None' });
    draftSupportRequest('software-cancellation', { askedForByCancellation: false });
    draftSupportRequest('reservation-refund', JSON.parse('{}'));
    expectTypeOf(draftSupportRequest(kind, facts)).toEqualTypeOf<SupportDraft>();
    expectTypeOf<(typeof supportKinds)[number]>().toEqualTypeOf<SupportKind>();
  });

  test('a complete draft, of which every field is there', () => {
    expectTypeOf<SupportDraft>().toExtend<Decision<DraftRefusal>>();
    if (refundDraft.complete) {
      expectTypeOf(refundDraft.allowed).toEqualTypeOf<true>();
      expectTypeOf(refundDraft.fields.contact).toEqualTypeOf<ReservationSupportContact>();
      expectTypeOf(refundDraft.fields.issueType).toEqualTypeOf<'Billing'>();
      expectTypeOf(refundDraft.missing).toEqualTypeOf<readonly []>();
    }
    if (softwareDraft.complete) {
      expectTypeOf(softwareDraft.fields).toEqualTypeOf<SoftwareSupportForm>();
      expectTypeOf(softwareDraft.fields.impact).toBeString();
      expectTypeOf(softwareDraft.fields.contact).toEqualTypeOf<SupportContact>();
    }
  });

  test('a draft whose request names what it asks for, and that tells whether it is refused', () => {
    expectTypeOf(draft.kind).toEqualTypeOf<'support-draft'>();
    expectTypeOf(draft.request.kind).toEqualTypeOf<SupportKind>();
    expectTypeOf(softwareDraft.request.kind).toEqualTypeOf<'software-cancellation'>();
    if (refundDraft.allowed) expectTypeOf(refundDraft.fields.title).toBeString();
    else {
      expectTypeOf(refundDraft.fields).toBeNull();
      expectTypeOf(refundDraft.reason).toEqualTypeOf<DraftRefusal>();
      expectTypeOf(refundDraft.deniedFor).toEqualTypeOf<
        readonly ('term-ended' | 'not-returnable' | 'undefined-by-text' | 'limit-exceeded')[]
      >();
    }
  });
});

describe('what does not compile', () => {
  test('an answer of another kind', () => {
    // @ts-expect-error an exchange is no refund
    draftSupportRequest('reservation-refund', { quote: exchangeQuote });
    // @ts-expect-error a refund is no exchange
    draftSupportRequest('reservation-exchange', { quote: refundQuote });
    // @ts-expect-error software has a decision
    draftSupportRequest('software-cancellation', { quote: refundQuote });
    // @ts-expect-error no such kind
    draftSupportRequest('refund', {});
  });

  test('software without saying whether support was asked for', () => {
    // @ts-expect-error neither said
    draftSupportRequest('software-cancellation', { impact: 'None' });
    // @ts-expect-error said twice
    draftSupportRequest('software-cancellation', { cancellation, askedForByCancellation: true });
  });

  test('facts that no form has', () => {
    // @ts-expect-error an amount has a currency
    draftSupportRequest('reservation-refund', { amountRequested: { amount: '1.00' } });
    // @ts-expect-error and is no text of both
    draftSupportRequest('reservation-refund', { amountRequested: '1.00 USD' });
    // @ts-expect-error no such way of contact
    draftSupportRequest('reservation-refund', { contact: { preferredContactMethod: 'fax' } });
    draftSupportRequest('software-cancellation', {
      cancellation,
      // @ts-expect-error the form for software does not ask for a preference
      contact: { preferredContactMethod: 'email' },
    });
    // @ts-expect-error a reservation has no files
    draftSupportRequest('reservation-refund', { files: [] });
  });

  test('an unfinished draft taken for a complete one', () => {
    // @ts-expect-error perhaps it is refused
    refundDraft.fields.title;
    if (softwareDraft.allowed) {
      // @ts-expect-error perhaps it is not there yet
      const impact: string = softwareDraft.fields.impact;
      // @ts-expect-error perhaps it is not there yet
      const email: string = softwareDraft.fields.contact.email;
      return [impact, email];
    }
    // @ts-expect-error a yes has no obstacles
    if (refundDraft.complete) refundDraft.obstacles;
    return [];
  });

  test('to change an answer or a list', () => {
    // @ts-expect-error a kind
    supportKinds.push('refund');
    // @ts-expect-error what is advised
    refundDraft.advised.push('reservationId');
    if (softwareDraft.complete) {
      // @ts-expect-error a field
      softwareDraft.fields.impact = '';
      // @ts-expect-error a file
      softwareDraft.fields.files.push('a.pdf');
    }
    for (const clause of supportClauses) {
      // @ts-expect-error a clause
      clause.statement = '';
    }
  });
});
