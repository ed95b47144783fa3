import type { Refusals } from '../vocabulary/refusal.ts';
import type { MarketListVersion } from './lists.ts';

/** The reason why reservations are not available in a market. */
export type MarketRefusal = 'not-available';

export const marketRefusals: Refusals<MarketRefusal, MarketListVersion> = Object.freeze({
  'not-available': {
    clause: (list: MarketListVersion) => list.clause,
    nextStep: 'continue-without-a-reservation',
  },
});
