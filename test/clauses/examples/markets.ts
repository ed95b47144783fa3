import { decideMarket, isTaxIncluded, type MarketInput } from '../../../src/markets/index.ts';
import type { ExamplesOf } from './example.ts';

const taxIn = (market: MarketInput) => (): object => ({ taxIncluded: isTaxIncluded(market) });

export const marketExamples: ExamplesOf<'MKT'> = {
  'MKT-1': {
    meets: [() => decideMarket('Swaziland'), { available: false, listedAs: ['Swaziland'] }],
    doesNot: [() => decideMarket('South Korea'), { available: true, listedAs: [] }],
  },
  'MKT-2': {
    meets: [taxIn('Brazil'), { taxIncluded: true }],
    doesNot: [taxIn('South Korea'), { taxIncluded: false }],
  },
  'MKT-3': {
    meets: [() => decideMarket('Brazil', { asOf: '2019-12-18' }), { available: false }],
    doesNot: [() => decideMarket('Kiribati', { asOf: '2019-12-18' }), { available: true }],
  },
};
