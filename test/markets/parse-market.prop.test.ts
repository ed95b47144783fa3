import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import {
  decideMarket,
  isInputError,
  isMarketAvailable,
  isTaxIncluded,
  parseMarket,
} from '../../src/markets/index.ts';
import { document } from './document.ts';
import { isoMarkets } from './iso.ts';

/** Every market by a name of the document, of ISO or of CLDR; none of two Latin letters. */
const named: readonly (readonly [name: string, code: string])[] = [
  ...document.flatMap(({ name, nameKo, code }) => [[name, code] as const, [nameKo, code] as const]),
  ...isoMarkets.flatMap(({ code, names }) => names.map((name) => [name, code] as const)),
  ...['en', 'ko'].flatMap((language) => {
    const names = new Intl.DisplayNames(language, { type: 'region' });
    return isoMarkets.map(({ code }) => [`${names.of(code)}`, code] as const);
  }),
];

const someName = fc.constantFrom(...named);
const seed = fc.infiniteStream(fc.nat());

/** Draws for every character, and says what becomes of it. */
function eachCharacter(text: string, draws: Iterator<number>, change: typeof recase): string {
  return [...text].map((character) => change(character, Number(draws.next().value))).join('');
}

function recase(character: string, draw: number): string {
  const cases = [character, character.toLowerCase(), character.toUpperCase()];
  return cases[draw % cases.length] ?? character;
}

const ACCENTS = ['', '', '\u0301', '\u0308', '\u0302\u0327', '\u030a'];

function accent(character: string, draw: number): string {
  return /[a-z]/i.test(character) ? character + ACCENTS[draw % ACCENTS.length] : character;
}

const BETWEEN = [
  ' ',
  '  ',
  '-',
  '\u2013',
  '.',
  ', ',
  '\u00a0',
  '\t',
  '_',
  '/',
  ' (',
  ') ',
  '’',
  '…',
];

/** Other spaces and punctuation where there were some, or none at all. */
function respace(character: string, draw: number): string {
  const hasSpace = /[\s\p{P}]/u.test(character) && character !== '&';
  return hasSpace ? (BETWEEN[draw % BETWEEN.length] ?? '') : character;
}

function read(text: string): string | undefined {
  const parsed = parseMarket(text);
  return parsed.ok ? parsed.value : undefined;
}

describe('a name', () => {
  test.prop([someName, seed])('is found in any case', ([name, code], draws) => {
    expect(read(eachCharacter(name, draws, recase))).toBe(code);
  });

  test.prop([someName, seed])('is found with any accents', ([name, code], draws) => {
    expect(read(eachCharacter(name, draws, accent))).toBe(code);
  });

  test.prop([someName])('is found without its accents', ([name, code]) => {
    expect(read(name.normalize('NFD').replace(/[\u0300-\u036f]/g, ''))).toBe(code);
  });

  test.prop([someName, seed])('is found with any spaces and punctuation', (given, draws) => {
    const [name, code] = given;
    expect(read(eachCharacter(name, draws, respace))).toBe(code);
  });

  test.prop([someName])('is found without spaces and punctuation', ([name, code]) => {
    expect(read(name.replaceAll('&', 'and').replace(/[\s\p{P}]/gu, ''))).toBe(code);
  });

  test.prop([someName, fc.constantFrom(...BETWEEN), fc.constantFrom(...BETWEEN)])(
    'is found with something around it',
    ([name, code], before, after) => {
      expect(read(before + name + after)).toBe(code);
    },
  );

  test.prop([someName, fc.constantFrom('NFC', 'NFD')])(
    'is found however its characters are composed',
    ([name, code], form) => {
      expect(read(name.normalize(form))).toBe(code);
    },
  );

  test.prop([someName])('is found with "&" for "and", and the other way round', (given) => {
    const [name, code] = given;
    expect(read(name.replaceAll(' and ', ' & '))).toBe(code);
    expect(read(name.replaceAll(' & ', ' and '))).toBe(code);
    expect(read(name.replace(/^St\.? /, 'Saint '))).toBe(code);
    expect(read(name.replace(/^Saint /, 'St. '))).toBe(code);
  });

  test.prop([someName, seed])('is found with all of it at once', ([name, code], draws) => {
    const respaced = eachCharacter(name, draws, respace);
    expect(read(eachCharacter(eachCharacter(respaced, draws, recase), draws, accent))).toBe(code);
  });

  const LOOK_ALIKES: Readonly<Record<string, string>> = { a: 'а', e: 'е', o: 'о', c: 'с', i: 'і' };

  test.prop([someName])('is not found with a letter that only looks the same', ([name]) => {
    const faked = name.toLowerCase().replace(/[aeoci]/, (letter) => LOOK_ALIKES[letter] ?? '');
    fc.pre(faked !== name.toLowerCase());
    expect(read(faked)).toBeUndefined();
  });
});

describe('any text', () => {
  const someText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.string({
      unit: fc.constantFrom('K', 'R', 'n', 'a', '/', '.', ' ', '\u202e', '\ud800', '콩'),
    }),
    someName.map(([name]) => name.slice(1)),
    fc
      .tuple(someName, fc.string({ unit: 'binary', maxLength: 2 }))
      .map(([[name], end]) => name + end),
  );

  test.prop([someText])('is a market, or one issue', (text) => {
    const parsed = parseMarket(text);
    if (parsed.ok) {
      expect(parseMarket(parsed.value)).toEqual(parsed);
      const decision = decideMarket(text);
      expect(decision.code).toBe(parsed.value);
      expect(decision.available).toBe(isMarketAvailable(text));
      expect(decision).toEqual(decideMarket(decision.name));
      expect(decision).toEqual(decideMarket(decision.nameKo));
      expect(decision).toEqual(decideMarket(decision.alpha3));
    } else {
      expect(parsed.issues).toHaveLength(1);
    }
  });

  const anything = fc.oneof(
    someText,
    fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }),
  );

  test.prop([anything])('and anything else is answered, or is an InputError', (value) => {
    for (const ask of [decideMarket, isMarketAvailable, isTaxIncluded]) {
      let error: unknown;
      try {
        (ask as (value: unknown) => unknown)(value);
      } catch (thrown) {
        error = thrown;
      }
      if (error !== undefined) expect(isInputError(error)).toBe(true);
      expect(error === undefined).toBe(parseMarket(value).ok);
    }
  });
});
