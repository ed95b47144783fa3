import { decideMarket, isTaxIncluded, type MarketInput } from '../../../src/markets/index.ts';
import {
  type Boundary,
  call,
  type ExamplesOf,
  literal,
  type Question,
  question,
} from './example.ts';

const taxIn = (market: MarketInput): Question =>
  question(`({ taxIncluded: isTaxIncluded(${literal(market)}) })`, () => ({
    taxIncluded: isTaxIncluded(market),
  }));

/** What the lists say of a market on the days around the one on which the longer list begins. */
const aroundTheLongerList = (market: MarketInput, shows: Boundary['shows']): Boundary => ({
  of: 'the day of the longer list',
  ask: (step) => decideMarket(market, { asOf: `2019-12-${19 + step}` }),
  shows,
});

const [listed, available] = [{ available: false }, { available: true }];

export const marketExamples: ExamplesOf<'MKT'> = {
  'MKT-1': {
    meets: [call(decideMarket, 'Swaziland'), { available: false, listedAs: ['Swaziland'] }],
    doesNot: [call(decideMarket, 'South Korea'), { available: true, listedAs: [] }],
    boundaries: [aroundTheLongerList('Swaziland', [available, listed, listed])],
  },
  'MKT-2': {
    meets: [taxIn('Brazil'), { taxIncluded: true }],
    doesNot: [taxIn('South Korea'), { taxIncluded: false }],
  },
  'MKT-3': {
    meets: [call(decideMarket, 'Brazil', { asOf: '2019-12-18' }), { available: false }],
    doesNot: [call(decideMarket, 'Kiribati', { asOf: '2019-12-18' }), { available: true }],
    boundaries: [aroundTheLongerList('Brazil', [listed, available, available])],
  },
};
