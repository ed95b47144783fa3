import { describe, expect, it } from 'vitest';
import {
  decideMarket,
  type MarketOptions,
  marketListAt,
  marketListVersions,
  unavailableMarkets,
} from '../../src/markets/index.ts';
import { faultTexts } from '../hostile/issues-of.ts';
import { addDays } from '../reservations/arbitraries.ts';
import { api, eighteen, eleven, twelve } from './document.ts';
import { issuesOf } from './hostile.ts';

const faultsOf = (call: () => unknown): string[] => faultTexts(issuesOf(call));

describe('marketListVersions', () => {
  it('have each list until the next begins', () => {
    const lists = marketListVersions.map(({ from, until, count, clause, markets }) => [
      ...[from, until, count, clause],
      markets.length,
    ]);
    expect(lists).toEqual([
      ['2018-09-04', '2019-04-03', 18, 'MKT-4', 18],
      ['2019-04-03', '2019-07-25', 11, 'MKT-5', 11],
      ['2019-07-25', '2019-12-19', 12, 'MKT-3', 12],
      ['2019-12-19', null, 109, 'MKT-1', 109],
      ['2022-06-28', null, 110, 'MKT-6', 110],
    ]);
    const named = (list: object) => Object.entries(list).map(([name, code]) => ({ code, name }));
    expect(marketListVersions[0]?.markets).toEqual(named(eighteen));
    expect(marketListVersions[1]?.markets).toEqual(named(eleven));
    expect(marketListVersions[4]?.markets).toEqual(api.map(([name, code]) => ({ code, name })));
    expect(marketListVersions[2]?.markets).toEqual(
      Object.entries(twelve).map(([name, code]) => ({ code, name })),
    );
    expect(marketListVersions[3]?.markets).toBe(unavailableMarkets);
    for (const { lastVerified } of marketListVersions) expect(lastVerified).toBe('2026-11-29');
  });

  it('are frozen to the ground, and plain JSON', () => {
    expect(JSON.parse(JSON.stringify(marketListVersions))).toEqual(marketListVersions);
    const lists = [...marketListVersions, ...marketListVersions.map(({ markets }) => markets)];
    expect([marketListVersions, ...lists].every(Object.isFrozen)).toBe(true);
    expect(marketListVersions[2]?.markets.every(Object.isFrozen)).toBe(true);
  });
});

/** A second transcription, by hand: the first day of each list of the page that replaces another. */
const boundaries = [
  ['2019-04-03', 'software-2018-09', 'software-2019-04'],
  ['2019-07-25', 'software-2019-04', 'software-2019-07'],
  ['2019-12-19', 'software-2019-07', 'software-2019-12'],
] as const;

describe('the boundaries of the lists', () => {
  it('are those of all lists of the page', () => {
    const lists = marketListVersions.filter(({ id }) => id !== 'api-2022-06');
    expect(lists.slice(1).map(({ from }) => from)).toEqual(boundaries.map(([first]) => first));
  });

  it.each(boundaries)('on %s replace %s by %s', (first, before, after) => {
    for (const [days, list] of [
      [-1, before],
      [0, after],
      [1, after],
    ] as const) {
      const asOf = addDays(first, days);
      expect(marketListAt(asOf).id).toBe(list);
      const decision = decideMarket('CN', { asOf });
      expect(decision.list).toBe(list);
      const { allowed, listedAs } = decideMarket('CN', { list });
      expect([decision.allowed, decision.listedAs]).toEqual([allowed, listedAs]);
    }
  });

  it('leave the list of the API to those who name it', () => {
    for (const asOf of ['2022-06-27', '2022-06-28', '2022-06-29']) {
      expect(decideMarket('BR', { asOf }).list).toBe('software-2019-12');
    }
    expect(decideMarket('BR', { list: 'api-2022-06' }).available).toBe(false);
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
        expected: '2018-09-04, when the first list was published, or a later day',
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
      list: 'software-2019-07',
      listFrom: '2019-07-25',
      assumed: [],
      notes: [],
      newest: null,
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
      newest: null,
      request: { market: 'KR', asOf: '2020-06-18' },
    });
  });

  // The day before, the day and the day after each list begins.
  it.each([
    ['KR', '2019-04-02', false],
    ['KR', '2019-04-03', true],
    ['KR', '2019-04-04', true],
    ['JE', '2019-07-24', true],
    ['JE', '2019-07-25', false],
    ['JE', '2019-07-26', false],
    ['BR', '2019-12-18', false],
    ['BR', '2019-12-19', true],
    ['BR', '2019-12-20', true],
  ])('decides on %s as of %s by the list of that day', (market, asOf, available) => {
    expect(decideMarket(market, { asOf }).available).toBe(available);
  });

  it('has no list before the first', () => {
    expect(issuesOf(() => decideMarket('KR', { asOf: '2018-09-03' }))).toMatchObject([
      { path: ['options', 'asOf'], code: 'before-first-version', received: '"2018-09-03"' },
    ]);
    expect(decideMarket('KR', { asOf: '2018-09-04' }).available).toBe(false);
  });

  it.each([
    ['2022-06-27', []],
    ['2022-06-28', ['other-page-disagrees']],
    ['2022-06-29', ['other-page-disagrees']],
  ])('notes as of %s whether the API’s page disagrees on Azerbaijan', (asOf, notes) => {
    expect(decideMarket('AZ', { asOf }).notes).toEqual(notes);
  });

  it('decides by the list that is named, but not by a day too', () => {
    const list = 'api-2022-06';
    expect(decideMarket('Brazil', { list })).toMatchObject({
      available: false,
      because: ['MKT-6', 'MKT-1'],
      notes: ['other-page-disagrees'],
      newest: null,
      request: { market: 'BR', list },
    });
    expect(decideMarket('Brazil').newest).toEqual({ version: list, allowed: false });
    const both = { list, asOf: '2023-01-01' } as const;
    expect(faultsOf(() => decideMarket('Brazil', both))).toEqual(['options.list: contradiction']);
  });

  it.each([
    ['2019-08-01', 'options: not-an-object'],
    [{ asof: '2019-08-01' }, 'options.asof: unknown-field'],
    [{ asOf: '2019-02-29' }, 'options.asOf: no-such-day'],
    [{ asOf: 1 }, 'options.asOf: malformed-day'],
    [{ list: 'api' }, 'options.list: unknown-value'],
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
