import {
  decideMarket,
  isTaxIncluded,
  type MarketInput,
  type TaxOptions,
} from '../../../src/markets/index.ts';
import {
  type Boundary,
  call,
  type ExamplesOf,
  literal,
  type Question,
  question,
} from './example.ts';

const taxIn = (market: MarketInput, options?: TaxOptions): Question => {
  const given = options === undefined ? '' : `, ${literal(options)}`;
  return question(`({ taxIncluded: isTaxIncluded(${literal(market)}${given}) })`, () => ({
    taxIncluded: isTaxIncluded(market, options),
  }));
};

/** What the lists say of a market on the days around the one on which the longer list begins. */
const aroundTheLongerList = (market: MarketInput, shows: Boundary['shows']): Boundary => ({
  of: 'the day of the longer list',
  ask: (step) => decideMarket(market, { asOf: `2019-12-${19 + step}` }),
  shows,
});

const aroundApril = (market: MarketInput, shows: Boundary['shows']): Boundary => ({
  of: 'the day of the list of eleven',
  ask: (step) => decideMarket(market, { asOf: `2019-04-0${3 + step}` }),
  shows,
});

const aroundJuly = (market: MarketInput, shows: Boundary['shows']): Boundary => ({
  of: 'the day of the list of twelve',
  ask: (step) => decideMarket(market, { asOf: `2019-07-${25 + step}` }),
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
  'MKT-4': {
    meets: [call(decideMarket, 'South Korea', { asOf: '2019-04-02' }), { available: false }],
    doesNot: [call(decideMarket, 'South Korea', { asOf: '2019-04-03' }), { available: true }],
    boundaries: [aroundApril('South Korea', [listed, available, available])],
  },
  'MKT-5': {
    meets: [call(decideMarket, 'Brazil', { asOf: '2019-04-03' }), { available: false }],
    doesNot: [call(decideMarket, 'Jersey', { asOf: '2019-04-03' }), { available: true }],
    boundaries: [aroundJuly('Jersey', [available, listed, listed])],
  },
  'MKT-6': {
    meets: [call(decideMarket, 'Brazil', { list: 'api-2022-06' }), { available: false }],
    doesNot: [call(decideMarket, 'Azerbaijan', { list: 'api-2022-06' }), { available: true }],
  },
  'MKT-7': {
    meets: [taxIn('Brazil', { offer: 'reservations' }), { taxIncluded: true }],
    doesNot: [taxIn('Australia', { offer: 'reservations' }), { taxIncluded: false }],
  },
};
