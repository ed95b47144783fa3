import { quoteRefund, type RefundQuote } from '../../../src/reservations/index.ts';
import { draftSupportRequest } from '../../../src/support/index.ts';
import { call, type ExamplesOf, type Question, question } from './example.ts';

const refundOn = (canceledOn: string): Question => {
  const quote = call(quoteRefund, {
    ...{ paid: '12000.00', currency: 'USD', term: 'P1Y', used: false },
    ...{ purchasedOn: '2025-01-01', canceledOn },
  });
  return question(`draftSupportRequest('reservation-refund', { quote: ${quote.written} })`, () =>
    draftSupportRequest('reservation-refund', { quote: quote() as RefundQuote }),
  );
};

const software = (askedForByCancellation: boolean): Question =>
  call(draftSupportRequest, 'software-cancellation', { askedForByCancellation });

export const supportExamples: ExamplesOf<'SUP'> = {
  'SUP-1': {
    meets: [
      refundOn('2025-01-07'),
      { allowed: true, fields: { category: 'Exchanges and refunds' } },
    ],
    doesNot: [refundOn('2026-01-01'), { allowed: false, deniedFor: ['term-ended'] }],
  },
  'SUP-2': {
    meets: [software(true), { allowed: true, complete: false }],
    doesNot: [software(false), { allowed: false, reason: 'support-not-required' }],
  },
};
