import type { MarketCode } from './names.ts';

/** The markets whose commercial prices include tax: Australia and Brazil. */
export const taxIncludedMarkets: ReadonlySet<MarketCode> = new Set(['AU', 'BR']); // MKT-2
