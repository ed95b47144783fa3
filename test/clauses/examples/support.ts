import { quoteRefund } from '../../../src/reservations/index.ts';
import { draftSupportRequest } from '../../../src/support/index.ts';
import type { ExamplesOf } from './example.ts';

const refundOn = (canceledOn: string) => (): object =>
  draftSupportRequest('reservation-refund', {
    quote: quoteRefund({
      ...{ paid: '12000.00', currency: 'USD', term: 'P1Y', used: false },
      ...{ purchasedOn: '2025-01-01', canceledOn },
    }),
  });

const software = (askedForByCancellation: boolean) => (): object =>
  draftSupportRequest('software-cancellation', { askedForByCancellation });

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
