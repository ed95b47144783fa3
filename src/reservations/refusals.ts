import type { Refusals } from '../vocabulary/refusal.ts';
import type { Citations } from './policy/citations.ts';

/** A lawful reason to refuse a refund. */
export type RefundRefusal =
  | 'term-ended'
  | 'not-returnable'
  | 'undefined-by-text'
  | 'limit-exceeded';

/** A lawful reason to refuse an exchange. */
export type ExchangeRefusal =
  | 'term-ended'
  | 'not-returnable'
  | 'covered-by-savings-plans'
  | 'other-product-family'
  | 'same-reservation'
  | 'purchase-below-credit';

/** A reason why a reservation cannot be returned at all. */
export type ReturnRefusal = RefundRefusal & ExchangeRefusal;

export const returnRefusals: Refusals<ReturnRefusal, Citations> = Object.freeze({
  'term-ended': {
    clause: (cites: Citations) => cites.anyTimeInTerm,
    interpretation: 'R-ENDED',
    nextStep: 'nothing-left-to-return',
  },
  'not-returnable': {
    clause: (cites: Citations) => cites.nonReturnable,
    nextStep: 'keep-until-term-end',
  },
});

export const refundRefusals: Refusals<RefundRefusal, Citations> = Object.freeze({
  ...returnRefusals,
  'undefined-by-text': {
    clause: (cites: Citations) => cites.inWindow.used,
    interpretation: 'R-FIVE',
    nextStep: 'choose-another-day',
  },
  'limit-exceeded': {
    clause: (cites: Citations) => cites.limit,
    interpretation: 'R-OVER',
    nextStep: 'wait-for-limit',
  },
});

export const exchangeRefusals: Refusals<ExchangeRefusal, Citations> = Object.freeze({
  ...returnRefusals,
  'purchase-below-credit': {
    clause: (cites: Citations) => cites.exchange,
    interpretation: 'R-SWAP',
    nextStep: 'choose-a-more-expensive-reservation',
  },
  'covered-by-savings-plans': { clause: 'AZR-10', nextStep: 'trade-in-for-a-savings-plan' },
  'same-reservation': {
    clause: (cites: Citations) => cites.exchange,
    interpretation: 'R-SWAP',
    nextStep: 'choose-another-reservation',
  },
  'other-product-family': { clause: 'RES-17', nextStep: 'choose-the-same-product-family' },
});

/** The reason of each refusal in one sentence, as responses in the vendor's form have it. */
export const refusalMessages: {
  readonly [Reason in RefundRefusal | ExchangeRefusal]: string;
} = Object.freeze({
  'term-ended': 'The term of the reservation has ended.',
  'not-returnable': 'A reservation of this product cannot be returned.',
  'undefined-by-text': 'The rules have no row for this day.',
  'limit-exceeded': 'The refund is above what is left of the limit.',
  'covered-by-savings-plans':
    'The reservation was bought after exchanges ended for services that savings plans cover.',
  'same-reservation': 'The new reservation has the same SKU, region and term.',
  'other-product-family': 'The new reservation is of another product family.',
  'purchase-below-credit': 'What is bought costs less than what is given back is worth.',
});
