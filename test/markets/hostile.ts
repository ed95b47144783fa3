import { refuse, revoked } from '../hostile/values.ts';

export { issuesOf } from '../hostile/issues-of.ts';

// Values that no caller should pass, and that some caller will.

/** Texts that a look-up in a plain object would find, or that only look like a code or a name. */
export const impostors: readonly string[] = [
  ...['__proto__', 'constructor', 'toString', 'valueOf', 'hasOwnProperty', 'isPrototypeOf'],
  ...['proto', 'Object', 'undefined', 'null', 'true', 'NaN', '0', '410', 'A1'],
  ...['-', '…', ' ', '\t\n', '&', '\u0301'],
  // Two letters that are no code, and one, three and four.
  ...['UK', 'uk', 'Uk', 'U.K.', 'EU', 'XX', 'AN', 'ZZ', 'EL', 'YU', 'CS', 'TP', 'SU', 'AC', 'TA'],
  ...['IC', 'EA', 'XA', 'K', 'XXX', 'ROM', 'ANT', 'KOS', 'UNK', 'ENG', 'KORE', 'K R', 'K-R'],
  // What stands where nothing is known, or means something else.
  ...['N/A', 'n/a', 'n.a.', 'N.A.', '#N/A', 'N/C', 'N/R', "I'm", 'P.S.'],
  ...['none', 'unknown', 'other'],
  // No markets, or any of several.
  ...['Europe', 'Africa', 'European Union', 'England', 'Scotland', 'Yugoslavia', 'Atlantis'],
  ...['Korea', 'Virgin Islands', 'Guinea Korea', 'Republic', 'Islands', 'South', 'The', 'of the'],
  ...['Republic of China', 'China Taiwan Macao', '섬', '공화국', '북', '남'],
  'Аustria', // a Cyrillic А
  'Chinа', // a Cyrillic а
  'СN', // a Cyrillic С
  'Ｋｏｒｅａ', // full width
  'ＫＲ',
  'ＣＮ',
  '\u212aR', // a Kelvin sign
  '\u212aorea, South',
  'ſeychelles', // a long s
  'ıtaly', // an ı without its dot
  'ﬁji', // a ligature
  '𝐊𝐑', // mathematical letters
  '🇰🇷', // the letters of a flag
  'ㅎㅏㄴㄱㅜㄱ', // letters of Hangul that stand alone
  // What cannot be seen, turns the line round, or is half a character.
  ...['KR\u200b', '\u200eKR', '\u202eRK', '\u202eKR\u202c', 'KR\0', 'South\u00adKorea', 'KR\u0007'],
  'Swaziland\u034f',
  ...['\ud800', 'KR\udfff', '\ud800KR', 'South\udfffKorea'],
];

/** No strings at all, by what they are. */
export const junk: readonly (readonly [string, unknown])[] = [
  ['null', null],
  ['a number', 410],
  ['NaN', Number.NaN],
  ['a bigint', 410n],
  ['a boolean', true],
  ['a symbol', Symbol('KR')],
  ['a function', () => 'KR'],
  ['an object', { code: 'KR' }],
  ['an object of no prototype', Object.create(null)],
  ['an object that is written as a code', { toString: () => 'KR' }],
  ['an object that throws when it is written', { toString: refuse, [Symbol.toPrimitive]: refuse }],
  ['an array', ['KR']],
  ['an array with a length that throws', new Proxy([], { get: refuse })],
  ['a boxed String', new String('KR')],
  ['a Set', new Set(['KR'])],
  ['a Date', new Date(0)],
  ['a revoked Proxy of an object', revoked({})],
  ['a revoked Proxy of an array', revoked([])],
  ['a Proxy whose get throws', new Proxy({}, { get: refuse })],
  ['a Proxy whose getPrototypeOf throws', new Proxy({}, { getPrototypeOf: refuse })],
];
