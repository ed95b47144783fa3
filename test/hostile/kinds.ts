import fc from 'fast-check';
import { GONE, type Place } from './template.ts';
import { deepArray, deepObject, refuse, revoked, withField, withThrowingGetter } from './values.ts';

// The kinds of hostile values: for a place in valid arguments, what may not stand there.

/** What it is, for whoever has to look for it, and the value itself. */
export type Hostile = readonly [what: string, value: unknown];

type Kind = (place: Place) => Iterable<Hostile>;

const MEGABYTE = 1_000_000;
const DEPTH = 10_000;
const MANY = 1_000;

/** Whether words of the library's own stand there: no text of the caller's. */
const isStrictText = ({ kind, allowed }: Place): boolean =>
  kind === 'text' && !allowed.name && !allowed.text;

const isObject = ({ kind }: Place): boolean => kind === 'object';

/** Whether every object but the valid one is invalid there, or one with a field of its own. */
const refusesObjects = ({ kind, needsFields, allowed }: Place): boolean =>
  !allowed.iterable && (kind !== 'object' || needsFields);

const fieldsOf = ({ valid }: Place): object => valid as object;

/** Whether nothing may stand beside the fields that are known. */
const isClosed = (place: Place): boolean => isObject(place) && !place.allowed.open;

function* wrongTypes(place: Place): Generator<Hostile> {
  const { kind, allowed } = place;
  if (!allowed.optional) yield ['nothing', undefined];
  if (!allowed.nullable && !allowed.optional) yield ['null', null];
  if (kind !== 'boolean') yield* [true, false].map((value): Hostile => [String(value), value]);
  if (kind === 'boolean') yield* [0, 1, 'true', 'false', 'yes'].map((it): Hostile => [`${it}`, it]);
  for (const number of [Number.NaN, Infinity, -Infinity, 1e21, 5e-324, 2 ** 1023]) {
    yield [String(number), number];
  }
  if (!allowed.signed) {
    yield* [-1, -0.5].map((number): Hostile => [String(number), number]);
    yield ['a negative bigint', -1n];
  }
  yield ['a symbol', Symbol('hostile')];
  yield ['a function', () => place.valid];
  yield ['a class', class {}];
  yield ['an async function', async () => place.valid];
  if (kind !== 'text') yield* ['', 'one', '[object Object]'].map((it): Hostile => [`"${it}"`, it]);
  if (kind === 'text' && !allowed.text && !allowed.empty) yield ['an empty text', ''];
  if (kind !== 'array' && !allowed.list) yield* arrays(place);
  if (refusesObjects(place)) yield* objects(place);
}

function* arrays({ valid }: Place): Generator<Hostile> {
  yield ['an empty array', []];
  yield ['an array of it', [valid]];
  yield ['an array of an array', [[valid]]];
  yield ['an array with holes', new Array(3)];
}

function* objects({ valid, kind, allowed }: Place): Generator<Hostile> {
  yield ['an object', {}];
  yield ['an object of it', { value: valid }];
  yield ['an object of no prototype', Object.create(null)];
  yield ['an invalid Date', new Date(Number.NaN)];
  if (kind !== 'text') yield ['a Date', new Date(0)];
  yield ['a Map', new Map([['a', valid]])];
  if (kind !== 'array' || !allowed.iterable) yield ['a Set', new Set([valid])];
  yield ['a RegExp', /a/];
  yield ['an Error', new Error('hostile')];
  yield ['a Promise', Promise.resolve(valid)];
  yield ['a typed array', new Uint16Array(3)];
  yield ['an ArrayBuffer', new ArrayBuffer(8)];
  yield ['a boxed String', new String(valid)];
  yield ['a boxed Number', new Number(1)];
  yield ['a boxed Boolean', new Boolean(true)];
  yield ['a boxed bigint', Object(1n)];
  yield ['what is written as it', { toString: () => valid, valueOf: () => valid }];
  yield ['what is JSON as it', { toJSON: () => valid }];
  yield ['what is walked through', { [Symbol.iterator]: () => [valid].values() }];
  yield ['what has a length', { length: 1, 0: valid }];
}

const giantTexts: readonly Hostile[] = [
  ['letters', 'a'],
  ['digits', '9'],
  ['zeros', '0'],
  ['spaces', ' '],
  ['dashes', '-'],
  ['line ends', '\n'],
  ['halves of characters', '\ud800'],
  ['bidi controls', '\u202e'],
  ['combining marks', '\u0301'],
].map(([what, unit]) => [`a megabyte of ${what}`, String(unit).repeat(MEGABYTE)]);

const giantBigint = 10n ** 4_000n;
const manyFields = Object.fromEntries(
  Array.from({ length: MANY }, (_, at) => [`field ${at}`, at] as const),
);

function* giant(place: Place): Generator<Hostile> {
  const { kind, valid, allowed } = place;
  yield ['a giant bigint', giantBigint];
  if (!allowed.text) yield* giantTexts;
  if (isStrictText(place)) {
    yield ['it and a megabyte of spaces', `${valid}${' '.repeat(MEGABYTE)}x`];
    yield ['it and a megabyte of digits', `${valid}${'0'.repeat(MEGABYTE)}x`];
    yield ['a number with a megabyte of decimals', `1.${'0'.repeat(MEGABYTE)}`];
    yield ['what is written as a megabyte', { toFixed: () => '9'.repeat(MEGABYTE) }];
  }
  if (kind !== 'array' && !allowed.list) {
    yield ['an array of many', new Array(MANY).fill(valid)];
    yield ['an endless array', Object.assign([], { length: 2 ** 32 - 1 })];
  }
  if (refusesObjects(place)) yield ['many fields', manyFields];
  if (isClosed(place)) {
    yield ['many fields more', { ...fieldsOf(place), ...manyFields }];
    yield ['a name of a megabyte', { ...fieldsOf(place), ['x'.repeat(MEGABYTE)]: 1 }];
    yield ['a name of bidi controls', { ...fieldsOf(place), ['\u202e'.repeat(MEGABYTE)]: 1 }];
  }
}

const deepArrays: readonly Hostile[] = [DEPTH, 10 * DEPTH].map((depth) => [
  `arrays ${depth} deep`,
  deepArray(depth),
]);
const deepObjects: readonly Hostile[] = [DEPTH, 10 * DEPTH].map((depth) => [
  `objects ${depth} deep`,
  deepObject(depth),
]);
const longChain: object = Array.from({ length: DEPTH }).reduce<object>(
  (chain) => Object.create(chain),
  {},
);

function* deep(place: Place): Generator<Hostile> {
  const { kind, valid, allowed } = place;
  if (kind !== 'array' && !allowed.list) yield* deepArrays;
  if (refusesObjects(place)) {
    yield* deepObjects;
    yield ['a long chain of prototypes', longChain];
  }
  if (isClosed(place)) {
    for (const [what, value] of [...deepArrays, ...deepObjects]) {
      yield [`${what}, beside it`, { ...fieldsOf(place), deep: value }];
    }
  }
  if (isStrictText(place)) {
    yield ['JSON, deep down', `${'['.repeat(DEPTH)}${']'.repeat(DEPTH)}`];
    yield ['objects in JSON, deep down', `${'{"a":'.repeat(DEPTH)}1${'}'.repeat(DEPTH)}`];
  }
  if (kind !== 'array' && kind !== 'object') {
    let nested: unknown = valid;
    for (let level = 0; level < DEPTH; level += 1) nested = { toFixed: nested };
    yield ['it, deep down', nested];
  }
}

/** The text with something put before, into and after it. */
function inserted(text: string, what: string): string[] {
  const middle = Math.ceil(text.length / 2);
  return [what + text, text.slice(0, middle) + what + text.slice(middle), text + what];
}

function* surrogates(place: Place): Generator<Hostile> {
  if (!isStrictText(place)) return;
  const valid = place.valid as string;
  for (const half of ['\ud800', '\udbff', '\udc00', '\udfff', '\udfff\ud800']) {
    yield [`half a character alone`, half];
    for (const text of inserted(valid, half)) yield ['half a character', text];
  }
  yield ['each character between halves', [...valid].map((it) => `\ud800${it}\udc00`).join('')];
}

const invisible = [
  ...['\u200b', '\u200c', '\u200d', '\u2060', '\u00ad', '\u034f', '\u180e', '\ufe0f'],
  ...['\u061c', '\u200e', '\u200f', '\u202a', '\u202b', '\u202c', '\u202d', '\u202e'],
  ...['\u2066', '\u2067', '\u2068', '\u2069', '\0', '\u0007', '\u001b', '\u007f', '\u{e0041}'],
];
const spaces = ['\ufeff', '\u00a0', '\u2028', '\u3000', '\t', '\n', ' '];

const alike: Readonly<Record<string, string>> = {
  ...{ a: 'а', c: 'с', d: 'ԁ', e: 'е', i: 'і', j: 'ј', k: 'κ', o: 'ο', p: 'р', s: 'ѕ', t: 'τ' },
  ...{
    u: 'υ',
    v: 'ν',
    x: 'х',
    y: 'у',
    A: 'А',
    B: 'Β',
    C: 'С',
    E: 'Е',
    H: 'Η',
    I: 'Ι',
    K: '\u212a',
  },
  ...{ M: 'М', N: 'Ν', O: 'Ο', P: 'Ρ', S: 'Ѕ', T: 'Т', U: '∪', V: 'Ѵ', X: 'Χ', Y: 'Υ', Z: 'Ζ' },
  ...{ '-': '‑', '.': '․', ':': '∶', '/': '⁄', '+': '＋' },
};
const fullWidth = (text: string): string =>
  text.replace(/[!-~]/g, (it) => String.fromCodePoint((it.codePointAt(0) as number) + 0xfee0));
const arabicDigits = (text: string): string =>
  text.replace(/\d/g, (it) => String.fromCodePoint(0x660 + Number(it)));
const mathematical = (text: string): string =>
  text.replace(/\d/g, (it) => String.fromCodePoint(0x1d7ce + Number(it)));

function* lookalikes(place: Place): Generator<Hostile> {
  if (!isStrictText(place)) return;
  const valid = place.valid as string;
  for (const hidden of place.allowed.spelled ? invisible : [...invisible, ...spaces]) {
    for (const text of inserted(valid, hidden)) yield ['what cannot be seen', text];
  }
  for (const [letter, other] of Object.entries(alike)) {
    if (valid.includes(letter)) yield [`${other} for ${letter}`, valid.replaceAll(letter, other)];
  }
  if (/[!-~]$/.test(valid)) {
    yield ['full width', fullWidth(valid)];
    yield ['full width at its end', valid.slice(0, -1) + fullWidth(valid.slice(-1))];
  }
  if (/\d/.test(valid)) {
    yield ['Arabic digits', arabicDigits(valid)];
    yield ['mathematical digits', mathematical(valid)];
  }
  yield ['turned round', `\u202e${[...valid].reverse().join('')}\u202c`];
}

function* getters(place: Place): Generator<Hostile> {
  const { kind, valid, allowed } = place;
  if (isObject(place)) {
    const others = ['hostile', '__proto__', 'toJSON'];
    for (const name of [...Object.keys(fieldsOf(place)), ...others]) {
      yield [`its ${name} throws`, withThrowingGetter(fieldsOf(place), name)];
    }
  }
  if (kind === 'array' && !allowed.iterable) {
    for (const at of (valid as unknown[]).keys()) {
      yield [
        `element ${at} throws`,
        Object.defineProperty([...(valid as unknown[])], at, { get: refuse }),
      ];
    }
  }
  if (allowed.iterable) yield ['no iterator', withThrowing(Symbol.iterator)];
  if (kind === 'object' || allowed.iterable) return;
  const names = ['toFixed', 'toString', 'valueOf', 'toJSON', 'length', 'then', 'constructor'];
  for (const name of names) {
    yield [`an object whose ${name} throws`, withThrowingGetter({}, name)];
    yield [`an object whose ${name}() throws`, { [name]: refuse }];
  }
  for (const name of [Symbol.toPrimitive, Symbol.iterator, Symbol.toStringTag]) {
    yield [`an object whose ${String(name)} throws`, withThrowing(name)];
  }
}

function withThrowing(name: symbol): object {
  return Object.defineProperty({}, name, { get: refuse });
}

const traps = [
  ...(['get', 'set', 'has', 'ownKeys', 'deleteProperty', 'defineProperty'] as const),
  ...(['getOwnPropertyDescriptor', 'getPrototypeOf', 'setPrototypeOf', 'isExtensible'] as const),
  ...(['preventExtensions', 'apply', 'construct'] as const),
];
/** The ones without which the fields of an object cannot be read. A Proxy that can be read is legal. */
const readingTraps: readonly string[] = ['get', 'ownKeys', 'getOwnPropertyDescriptor'];

const endless: object = new Proxy(() => 1, {
  get: () => endless,
  apply: () => endless,
  construct: () => endless,
});

function* proxies(place: Place): Generator<Hostile> {
  const { kind, valid, allowed } = place;
  for (const trap of traps) {
    yield [`a function whose ${trap} throws`, new Proxy(() => valid, { [trap]: refuse })];
    if (refusesObjects(place)) {
      yield [`an object whose ${trap} throws`, new Proxy({}, { [trap]: refuse })];
    }
    if (isObject(place) && readingTraps.includes(trap)) {
      yield [`it, whose ${trap} throws`, new Proxy(fieldsOf(place), { [trap]: refuse })];
    }
  }
  if (kind === 'array' && !allowed.iterable) {
    yield ['it, whose get throws', new Proxy(valid as object, { get: refuse })];
  }
  for (const target of [{}, [], () => 1, new Date(0), new String(valid)]) {
    yield [`a revoked Proxy of ${Object.prototype.toString.call(target)}`, revoked(target)];
  }
  if (typeof valid === 'object' && valid !== null) yield ['it, revoked', revoked(valid as object)];
  yield ['an endless Proxy', endless];
  yield ['a revoked Proxy in it', kind === 'object' ? revoked({}) : { value: revoked({}) }];
  if (place.needsFields) {
    yield [
      'it, without names',
      new Proxy({}, { get: (_, name) => Reflect.get(valid as object, name) }),
    ];
  }
  if (place.needsFields) {
    yield ['it, with other values', new Proxy(fieldsOf(place), { get: () => endless })];
  }
  if (isClosed(place)) {
    yield ['it, with more names', new Proxy({ ...fieldsOf(place), hostile: 1 }, {})];
  }
}

const prototypeNames = [
  ...['__proto__', 'constructor', 'prototype', 'toString', 'toLocaleString', 'valueOf'],
  ...['hasOwnProperty', 'isPrototypeOf', 'propertyIsEnumerable', '__defineGetter__'],
  ...['__defineSetter__', '__lookupGetter__', '__lookupSetter__', 'toJSON', 'length', 'name'],
  ...['undefined', 'null', 'NaN', 'true', 'Object', '[object Object]'],
];

function* prototypes(place: Place): Generator<Hostile> {
  const { kind, valid } = place;
  if (isStrictText(place)) yield* prototypeNames.map((it): Hostile => [`"${it}"`, it]);
  if (isClosed(place)) {
    for (const name of prototypeNames) {
      const value = { paid: '1', allowed: true };
      yield [`a field ${name}`, withField(fieldsOf(place), name, { value })];
    }
  }
  if (place.needsFields) {
    yield ['an object that inherits it', Object.create(fieldsOf(place))];
    yield ['a __proto__ of it', JSON.parse(`{"__proto__": ${JSON.stringify(valid)}}`)];
  }
  if (kind === 'array' && !place.allowed.iterable) {
    yield ['an object that inherits it', Object.create(valid as object)];
  }
}

function* spoilt(place: Place): Generator<Hostile> {
  const { kind, valid, allowed, path } = place;
  if (!allowed.optional && typeof path.at(-1) === 'string') yield ['left out', GONE];
  if (isStrictText(place)) {
    const punctuation = ['_', '#', '{}', '-', "'", '"', '.', ',', '+'];
    for (const more of ['x', '\u00e9', '|', '$', ...(allowed.spelled ? [] : punctuation)]) {
      const before = allowed.signed && more === '-' ? [] : [`${more}${valid}`];
      yield* [...before, `${valid}${more}`].map((it): Hostile => [`"${it}"`, it]);
    }
  }
  if (kind === 'number') {
    yield* ['one', '1e3', '0x10', '1_000'].map((it): Hostile => [`"${it}"`, it]);
  }
  if (isClosed(place)) {
    const names = Object.keys(fieldsOf(place)).flatMap((it) => [
      `${it}s`,
      `${it} `,
      ` ${it}`,
      `${it}\u200b`,
    ]);
    for (const name of ['', '0', 'extra', '\ud800', '\u202e', ...names]) {
      yield [`a field "${name}"`, { ...fieldsOf(place), [name]: valid }];
    }
  }
}

/** What fast-check makes of anything, and of texts, always the same. */
const junkPool: readonly unknown[] = [
  ...fc.sample(
    fc.anything({
      withBigInt: true,
      withBoxedValues: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
      withObjectString: true,
      withSet: true,
      withSparseArray: true,
      withTypedArray: true,
      withUnicodeString: true,
    }),
    { seed: 1, numRuns: 5_000 },
  ),
  ...fc.sample(fc.string({ unit: 'binary' }), { seed: 1, numRuns: 1_000 }),
];

/** Without what may be valid by chance. */
function* junk(place: Place): Generator<Hostile> {
  for (const [at, value] of junkPool.entries()) {
    if (isInvalid(place, value)) yield [`junk ${at}`, value];
  }
}

function isInvalid(place: Place, value: unknown): boolean {
  const { kind, allowed } = place;
  if (value === undefined) return !allowed.optional;
  if (value === null) return !allowed.nullable && !allowed.optional;
  if (typeof value === 'boolean') return kind !== 'boolean';
  if (typeof value === 'number' || typeof value === 'bigint') {
    return (
      kind === 'boolean' || kind === 'object' || kind === 'array' || (value < 0 && !allowed.signed)
    );
  }
  if (typeof value === 'string') {
    if (kind === 'text' && (allowed.name || allowed.text)) return false;
    return kind === 'number' || kind === 'text' ? !/^[-\d\s]*\.?\d*$/.test(value) : true;
  }
  if (value instanceof Date) return kind === 'boolean';
  if (Array.isArray(value)) return kind !== 'array' && !allowed.list;
  if (ArrayBuffer.isView(value))
    return kind !== 'other' && kind !== 'array' && refusesObjects(place);
  return refusesObjects(place) || (isClosed(place) && Object.keys(value as object).length > 0);
}

/** Every kind, by its name. Junk comes last: there is as much of it as is wanted. */
export const kinds: Readonly<Record<string, Kind>> = {
  'wrong types': wrongTypes,
  giant,
  deep,
  surrogates,
  lookalikes,
  getters,
  proxies,
  prototypes,
  spoilt,
  junk,
};
