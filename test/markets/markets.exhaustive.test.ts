import { describe } from 'vitest';
import {
  decideMarket,
  type InputError,
  isMarketAvailable,
  isTaxIncluded,
  type MarketListId,
  parseMarket,
} from '../../src/markets/index.ts';
import { marketTable } from '../../src/markets/names.ts';
import { type Cell, itHolds } from '../cells.ts';
import { faultTexts } from '../hostile/issues-of.ts';
import { api, document, eighteen, eleven, twelve } from './document.ts';
import { isoMarkets } from './iso.ts';

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** The code, or that of the one issue. */
function read(text: string): string | undefined {
  const parsed = parseMarket(text);
  return parsed.ok ? parsed.value : parsed.issues.map(({ code }) => code).join();
}

/** As it is written, in small letters, in capitals, and in both by turns. */
function inEveryCase(text: string): string[] {
  const byTurns = [...text].map((letter, at) =>
    at % 2 === 0 ? letter.toLowerCase() : letter.toUpperCase(),
  );
  return [text, text.toLowerCase(), text.toUpperCase(), byTurns.join('')];
}

/** The same without accents, with them apart, without spaces and punctuation, and within them. */
function inEveryForm(text: string): string[] {
  return [
    text,
    text.normalize('NFD').replace(/[\u0300-\u036f]/g, ''),
    text.normalize('NFD'),
    text.replaceAll('&', 'and').replace(/[\s\p{P}]/gu, ''),
    text.replaceAll('&', 'and').replace(/[\s\p{P}]+/gu, ' - '),
    `\t(${text})\r\n`,
  ].flatMap(inEveryCase);
}

describe('every code of a market', () => {
  const codes = new Set(isoMarkets.map(({ code }) => code));
  const alpha3s = new Map([
    ...isoMarkets.map(({ code, alpha3 }) => [alpha3, code] as const),
    ['UAE', 'AE'] as const, // two common names of three letters
    ['DRC', 'CD'] as const,
  ]);

  itHolds('AA to ZZ', 4 * 676, function* (): Iterable<Cell> {
    for (const first of LETTERS) {
      for (const second of LETTERS) {
        const pair = first + second;
        const code = codes.has(pair) ? pair : 'unknown-value';
        for (const text of inEveryCase(pair)) yield [text, read(text), code];
      }
    }
  });

  itHolds('AAA to ZZZ', 4 * 17_576, function* (): Iterable<Cell> {
    for (const first of LETTERS) {
      for (const second of LETTERS) {
        for (const third of LETTERS) {
          const letters = first + second + third;
          const code = alpha3s.get(letters) ?? 'unknown-value';
          for (const text of inEveryCase(letters)) yield [text, read(text), code];
        }
      }
    }
  });

  itHolds('000 to 999, which are not read', 1_000, function* (): Iterable<Cell> {
    for (let number = 0; number < 1_000; number += 1) {
      const text = `${number}`.padStart(3, '0');
      yield [text, read(text), 'unknown-value'];
    }
  });
});

describe('every name of a market', () => {
  const forms = inEveryForm('').length;
  const ofLists = [
    ...document.flatMap(({ name, nameKo, code }) => [
      [name, code] as const,
      [nameKo, code] as const,
    ]),
    ...Object.entries(twelve),
  ];
  const ofIso = isoMarkets.flatMap(({ code, names }) => names.map((name) => [name, code] as const));
  // These stand in the library alone: held to be found, each for its own market and for no other.
  const ofTheTable = marketTable
    .trim()
    .split('\n')
    .flatMap((row) => {
      const names = row.slice(7).split('|');
      return names.map((name) => [name, row.slice(0, 2)] as const);
    });

  function* found(names: readonly (readonly [string, string])[]): Iterable<Cell> {
    for (const [name, code] of names) {
      for (const text of inEveryForm(name)) yield [text, read(text), code];
    }
  }

  itHolds('of both lists, in both languages', forms * (2 * 109 + 12), () => found(ofLists));
  itHolds('of ISO, in both languages', forms * ofIso.length, () => found(ofIso));
  itHolds('of the table, with every alias', forms * ofTheTable.length, () => found(ofTheTable));
});

describe('every market', () => {
  const first = { list: 'software-2018-09', listFrom: '2018-09-04', clause: 'MKT-4' };
  const second = { list: 'software-2019-04', listFrom: '2019-04-03', clause: 'MKT-5' };
  const older = { list: 'software-2019-07', listFrom: '2019-07-25', clause: 'MKT-3' };
  const newer = { list: 'software-2019-12', listFrom: '2019-12-19', clause: 'MKT-1' };
  /** Each day around the beginning of a list, and the list that is asked. */
  const days = [
    ['2018-09-03', undefined],
    ['2018-09-04', first],
    ['2018-09-05', first],
    ['2019-04-02', first],
    ['2019-04-03', second],
    ['2019-04-04', second],
    ['2019-07-24', second],
    ['2019-07-25', older],
    ['2019-07-26', older],
    ['2019-12-18', older],
    ['2019-12-19', newer],
    ['2019-12-20', newer],
    ['2022-06-27', newer],
    ['2022-06-28', newer],
    ['2022-06-29', newer],
    [undefined, newer],
  ] as const;

  const listedIn = {
    'MKT-1': document.map(({ name, code }) => [name, code] as const),
    'MKT-3': Object.entries(twelve),
    'MKT-4': Object.entries(eighteen),
    'MKT-5': Object.entries(eleven),
    'MKT-6': api,
  } as const;

  function asked(market: string, asOf: string | undefined): unknown {
    try {
      const { name, nameKo, ...answer } = decideMarket(market, { asOf });
      return answer;
    } catch (error) {
      return faultTexts((error as InputError).issues);
    }
  }

  function answerOf(
    { code, alpha3 }: (typeof isoMarkets)[number],
    [asOf, list]: (typeof days)[number],
  ): unknown {
    if (list === undefined) return ['options.asOf: before-first-version'];
    const { list: id, listFrom, clause } = list;
    const namesIn = (of: string) =>
      listedIn[of as keyof typeof listedIn].filter(([, listed]) => listed === code);
    const named = namesIn(clause);
    const available = named.length === 0;
    const disagrees =
      ['AZ', 'BR', 'RU'].includes(code) &&
      clause === 'MKT-1' &&
      (asOf === undefined || asOf >= '2022-06-28');
    const reason = 'not-available';
    return {
      kind: 'market-decision',
      request: { market: code, ...(asOf !== undefined && { asOf }) },
      allowed: available,
      ...(!available && {
        reason,
        obstacles: [{ reason, clause, nextStep: 'continue-without-a-reservation' }],
      }),
      because: disagrees ? [clause, 'MKT-6'] : [clause],
      interpretations: asOf === undefined ? ['R-WHICH'] : [],
      available,
      code,
      alpha3,
      listedAs: named.map(([name]) => name),
      list: id,
      listFrom,
      assumed: asOf === undefined ? ['asOf'] : [],
      notes: [
        ...(available ? ['no-promise-to-sell'] : []),
        ...(disagrees ? ['other-page-disagrees'] : []),
      ],
      newest:
        asOf === undefined
          ? { version: 'api-2022-06', allowed: namesIn('MKT-6').length === 0 }
          : null,
    };
  }

  itHolds('on each day around a list', 3 * 250 * 16, function* (): Iterable<Cell> {
    for (const market of isoMarkets) {
      for (const day of days) {
        const expected = answerOf(market, day);
        for (const text of [market.code, market.alpha3, `${market.names[0]}`]) {
          yield [[text, day[0]], asked(text, day[0]), expected];
        }
      }
    }
  });

  itHolds('by the two names that it is told by', 2 * 250, function* (): Iterable<Cell> {
    for (const { code } of isoMarkets) {
      const { name, nameKo } = decideMarket(code);
      yield [name, read(name), code];
      yield [nameKo, read(nameKo), code];
    }
  });

  itHolds('by each list named', 5 * 250, function* (): Iterable<Cell> {
    const lists = [first, second, older, newer, { list: 'api-2022-06', clause: 'MKT-6' }];
    for (const { code } of isoMarkets) {
      for (const { list, clause } of lists) {
        const names = listedIn[clause as keyof typeof listedIn].filter(([, of]) => of === code);
        const disagrees = ['AZ', 'BR', 'RU'].includes(code) && ['MKT-1', 'MKT-6'].includes(clause);
        const { available, listedAs, newest, notes, request } = decideMarket(code, {
          list: list as MarketListId,
        });
        const answer = [
          available,
          listedAs.length,
          newest,
          request,
          notes.includes('other-page-disagrees'),
        ];
        const expected = [
          names.length === 0,
          names.length,
          null,
          { market: code, list },
          disagrees,
        ];
        yield [[code, list], answer, expected];
      }
    }
  });

  itHolds('available or not, with tax or without', 3 * 250, function* (): Iterable<Cell> {
    const listed = new Set(document.map(({ code }) => code));
    for (const { code } of isoMarkets) {
      yield [code, isMarketAvailable(code), !listed.has(code)];
      yield [code, isTaxIncluded(code), code === 'AU' || code === 'BR'];
      yield [code, isTaxIncluded(code, { offer: 'reservations' }), code === 'BR'];
    }
  });
});
