import { describe, expect, it } from 'vitest';
import {
  decideMarket,
  type MarketOptions,
  marketListAt,
  marketListVersions,
  unavailableMarkets,
} from '../../src/markets/index.ts';
import { faultTexts } from '../hostile/issues-of.ts';
import { twelve } from './document.ts';
import { issuesOf } from './hostile.ts';

const faultsOf = (call: () => unknown): string[] => faultTexts(issuesOf(call));

describe('marketListVersions', () => {
  it('have each list until the next begins', () => {
    const lists = marketListVersions.map(({ from, until, count, clause, markets }) => [
      ...[from, until, count, clause],
      markets?.length ?? null,
    ]);
    expect(lists).toEqual([
      ['2018-09-04', '2019-04-03', 18, null, null],
      ['2019-04-03', '2019-07-25', 11, null, null],
      ['2019-07-25', '2019-12-19', 12, 'MKT-3', 12],
      ['2019-12-19', null, 109, 'MKT-1', 109],
    ]);
    expect(marketListVersions[2]?.markets).toEqual(
      Object.entries(twelve).map(([name, code]) => ({ code, name })),
    );
    expect(marketListVersions[3]?.markets).toBe(unavailableMarkets);
    for (const { lastVerified } of marketListVersions) expect(lastVerified).toBe('2026-11-21');
  });

  it('are frozen to the ground, and plain JSON', () => {
    expect(JSON.parse(JSON.stringify(marketListVersions))).toEqual(marketListVersions);
    const lists = [...marketListVersions, ...marketListVersions.map(({ markets }) => markets)];
    expect([marketListVersions, ...lists].every(Object.isFrozen)).toBe(true);
    expect(marketListVersions[2]?.markets?.every(Object.isFrozen)).toBe(true);
  });
});

describe('marketListAt', () => {
  it.each([
    ['2018-09-04', 18],
    ['2019-04-02', 18],
    ['2019-04-03', 11],
    ['2019-07-24T23:59:59.999Z', 11],
    ['2019-07-24T23:59:59.999-00:01', 12],
    ['2019-12-18', 12],
    [new Date('2019-12-19'), 109],
    ['9999-12-31', 109],
  ])('on %s has %i names', (day, count) => {
    expect(marketListAt(day)).toMatchObject({ count });
  });

  it('rejects days before the first list and malformed days', () => {
    expect(issuesOf(() => marketListAt('2018-09-03'))).toMatchObject([
      {
        path: ['day'],
        code: 'before-first-version',
        expected: '2018-09-04, when the first list is known of, or a later day',
      },
    ]);
    expect(faultsOf(() => marketListAt('2019-02-29'))).toEqual(['day: no-such-day']);
    expect(faultsOf(() => marketListAt(undefined as never))).toEqual(['day: missing-field']);
  });
});

describe('decideMarket on a day', () => {
  it('answers the same as for the newest list', () => {
    expect(decideMarket('Brazil', { asOf: '2019-08-01' })).toStrictEqual({
      kind: 'market-decision',
      allowed: false,
      reason: 'not-available',
      obstacles: [
        { reason: 'not-available', clause: 'MKT-3', nextStep: 'continue-without-a-reservation' },
      ],
      because: ['MKT-3'],
      interpretations: [],
      available: false,
      code: 'BR',
      alpha3: 'BRA',
      name: 'Brazil',
      nameKo: '브라질',
      listedAs: ['Brazil'],
      listFrom: '2019-07-25',
      assumed: [],
      notes: [],
      request: { market: 'BR', asOf: '2019-08-01' },
    });
    expect(decideMarket('Swaziland', { asOf: '2019-08-01' }).notes).toEqual(['no-promise-to-sell']);
  });

  it('uses the newest list without a day, and states the assumption', () => {
    const bare = decideMarket('KR');
    expect(bare).toMatchObject({ listFrom: '2019-12-19', assumed: ['asOf'] });
    for (const options of [undefined, {}, { asOf: undefined }]) {
      expect(decideMarket('KR', options)).toStrictEqual(bare);
    }
    expect(decideMarket('KR', { asOf: '2020-06-18' })).toStrictEqual({
      ...bare,
      interpretations: [],
      assumed: [],
      request: { market: 'KR', asOf: '2020-06-18' },
    });
  });

  it.each(['2018-09-03', '2018-09-04', '2019-04-03', '2019-07-24'])(
    'never guesses the list of %s, which is not known',
    (asOf) => {
      expect(issuesOf(() => decideMarket('KR', { asOf }))).toMatchObject([
        {
          path: ['options', 'asOf'],
          code: 'before-first-version',
          expected: '2019-07-25 or a later day (earlier lists are not known)',
          received: `"${asOf}"`,
        },
      ]);
    },
  );

  it.each([
    ['2019-08-01', 'options: not-an-object'],
    [{ asof: '2019-08-01' }, 'options.asof: unknown-field'],
    [{ asOf: '2019-02-29' }, 'options.asOf: no-such-day'],
    [{ asOf: 1 }, 'options.asOf: malformed-day'],
  ])('reads its options without trust (%#)', (options, fault) => {
    expect(faultsOf(() => decideMarket('KR', options as MarketOptions))).toEqual([fault]);
    expect(faultsOf(() => decideMarket('UK', options as MarketOptions))).toEqual([
      'market: unknown-value',
      fault,
    ]);
  });

  it('finds no day on every object', () => {
    const before = decideMarket('BR', {});
    try {
      Object.assign(Object.prototype, { asOf: '2019-08-01' });
      expect(decideMarket('BR', {}).available).toBe(before.available);
    } finally {
      Reflect.deleteProperty(Object.prototype, 'asOf');
    }
  });
});
