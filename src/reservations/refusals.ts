import type { Refusals } from '../vocabulary/refusal.ts';
import type { Citations } from './policy/citations.ts';
import type { ExchangeRefusal } from './quote/exchange-quote.ts';
import type { RefundRefusal } from './quote/quote.ts';

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
