import { describe, expectTypeOf, test } from 'vitest';
import { marketClauses } from '../../src/clauses/index.ts';
import {
  type AllowedMarket,
  type Decision,
  type DeniedMarket,
  decideMarket,
  isMarketAvailable,
  isTaxIncluded,
  type MarketCode,
  type MarketDecision,
  type MarketNote,
  type MarketRefusal,
  marketListAt,
  type Parsed,
  parseMarket,
  type UnavailableMarket,
  unavailableMarkets,
} from '../../src/markets/index.ts';

declare const decision: MarketDecision;
declare const code: MarketCode;

describe('what compiles', () => {
  test('a market by its code, by a name or as any text', () => {
    decideMarket('KR');
    decideMarket('대한민국');
    decideMarket(code);
    isMarketAvailable(String(Math.PI));
    isTaxIncluded(code);
  });

  test('a text of unknown shape', () => {
    expectTypeOf(parseMarket).parameter(0).toBeUnknown();
    expectTypeOf(parseMarket(1)).toEqualTypeOf<Parsed<MarketCode>>();
    const parsed = parseMarket('KR');
    if (parsed.ok) decideMarket(parsed.value);
  });

  test('an answer that is narrowed first', () => {
    expectTypeOf(decision).toExtend<Decision<'not-available'>>();
    if (decision.allowed) {
      expectTypeOf(decision).toEqualTypeOf<AllowedMarket>();
      expectTypeOf(decision.notes).toEqualTypeOf<readonly MarketNote[]>();
    } else {
      expectTypeOf(decision).toEqualTypeOf<DeniedMarket>();
      expectTypeOf(decision.reason).toEqualTypeOf<MarketRefusal>();
    }
    if (!decision.available) expectTypeOf(decision).toEqualTypeOf<DeniedMarket>();
    expectTypeOf(decision.code).toEqualTypeOf<MarketCode>();
    expectTypeOf(decision.nameKo).toBeString();
    expectTypeOf(isMarketAvailable('KR')).toBeBoolean();
    expectTypeOf(isTaxIncluded('KR')).toBeBoolean();
  });

  test('a market on a day', () => {
    decideMarket('KR', {});
    decideMarket('KR', { asOf: '2019-08-01' });
    decideMarket('KR', { asOf: new Date(0) });
    const { markets } = marketListAt('2019-08-01');
    if (markets !== null) decideMarket(markets[0]?.code ?? 'KR');
  });

  test('the list of those that are not available', () => {
    expectTypeOf(unavailableMarkets).toEqualTypeOf<readonly UnavailableMarket[]>();
    for (const market of unavailableMarkets) decideMarket(market.code);
  });
});

describe('what does not compile', () => {
  test('something that is no text', () => {
    // @ts-expect-error a numeric code
    decideMarket(410);
    // @ts-expect-error nothing
    isMarketAvailable();
    // @ts-expect-error perhaps nothing
    isTaxIncluded(code as MarketCode | undefined);
    // @ts-expect-error several
    isMarketAvailable(['KR']);
    // @ts-expect-error a parsed market may be none
    decideMarket(parseMarket('KR'));
    // @ts-expect-error the same
    parseMarket('KR').value;
  });

  test('a misspelt option, and an unknown list', () => {
    marketListAt('2018-09-04').markets.length;
    // @ts-expect-error api-2022-06
    decideMarket('KR', { list: 'api' });
    // @ts-expect-error asOf
    decideMarket('KR', { asof: '2019-08-01' });
  });

  test('codes that are none', () => {
    // @ts-expect-error GB
    const uk: MarketCode = 'UK';
    // @ts-expect-error no market
    const eu: MarketCode = 'EU';
    // @ts-expect-error not assigned
    const xx: MarketCode = 'XX';
    // @ts-expect-error no longer assigned
    const an: MarketCode = 'AN';
    // @ts-expect-error alpha-3
    const kor: MarketCode = 'KOR';
    // @ts-expect-error a small letter
    const kr: MarketCode = 'kr';
    expectTypeOf<'KR' | 'XK' | 'BQ' | 'AX' | 'ZW'>().toExtend<MarketCode>();
    return [uk, eu, xx, an, kor, kr];
  });

  test('an answer that was not looked at', () => {
    // @ts-expect-error an available market has no reason
    decision.reason;
    // @ts-expect-error nor obstacles
    decision.obstacles;
    // @ts-expect-error one that is not available has no notes
    const note: MarketNote = (decision as DeniedMarket).notes[0];
    return note;
  });

  test('to change what is not one’s own', () => {
    // @ts-expect-error an answer
    decision.available = true;
    // @ts-expect-error its names
    decision.listedAs.push('Atlantis');
    // @ts-expect-error the list
    unavailableMarkets.pop();
    for (const market of unavailableMarkets) {
      // @ts-expect-error an entry of it
      market.code = 'KR';
    }
    for (const clause of marketClauses) {
      // @ts-expect-error a clause
      clause.statement = '';
    }
  });
});
