import { refuse, revoked } from '../hostile/values.ts';

export { issuesOf } from '../hostile/issues-of.ts';

// Values that no caller should pass, and that some caller will.

/** Names that a look-up in a plain object would find, and names that only look known. */
export const impostors: readonly string[] = [
  ...['__proto__', 'constructor', 'toString', 'valueOf', 'hasOwnProperty', 'isPrototypeOf'],
  ...['', ' ', 'admin', 'agent', '0', '1', 'undefined', 'null', 'true'],
  ...['Owner', 'Helpdesk Administrator', 'User Account Administrator', 'Companion Administrator'],
  'аdmin-agent', // a Cyrillic а
  'ａｄｍｉｎ－ａｇｅｎｔ', // full width
  'ADMIN‑AGENT\u200b', // a hyphen that does not break, and a space of no width
  'helpdes\u212a-agent', // a Kelvin sign
  'ѕales-agent', // a Cyrillic ѕ
  'sale\u017f-agent', // a long s
  'globaI-admin', // a capital I for an l
  'admın-agent', // an ı without its dot
  'ADMİN-AGENT', // an İ with a dot
  'admin-agent\0',
  '\ud800',
  'admin-agent\udfff',
];

/** No strings at all, by what they are. */
export const junk: readonly (readonly [string, unknown])[] = [
  ['nothing', undefined],
  ['null', null],
  ['a number', 1],
  ['NaN', Number.NaN],
  ['a bigint', 1n],
  ['a boolean', true],
  ['a symbol', Symbol('admin-agent')],
  ['a function', () => 'admin-agent'],
  ['an object', { role: 'admin-agent' }],
  ['an object of no prototype', Object.create(null)],
  ['an object with a length', { length: 1, 0: 'admin-agent' }],
  ['an object that is walked through', { [Symbol.iterator]: () => ['admin-agent'].values() }],
  ['an object that is written as a role', { toString: () => 'admin-agent' }],
  ['an object that throws when it is written', { toString: refuse, [Symbol.toPrimitive]: refuse }],
  ['a boxed String', new String('admin-agent')],
  ['a Set', new Set(['admin-agent'])],
  ['a Map', new Map([['admin-agent', 1]])],
  ['a Date', new Date(0)],
  ['a revoked Proxy of an object', revoked({})],
  ['a revoked Proxy of an array', revoked([])],
  ['a Proxy whose get throws', new Proxy({}, { get: refuse })],
  ['a Proxy whose getPrototypeOf throws', new Proxy({}, { getPrototypeOf: refuse })],
];

/** Arrays that are not arrays of roles. */
export const junkArrays: readonly (readonly [string, unknown])[] = [
  ...junk.map(([what, value]) => [`an array of ${what}`, [value]] as const),
  ...impostors.map((name) => [`an array of ${JSON.stringify(name)}`, [name]] as const),
  ['an array of arrays', [['admin-agent']]],
  ['an array with a hole', Array(1)],
  ['an array with no text beside one that is known', ['admin-agent', 5]],
  ['an array with its known one last', ['', 'admin-agent']],
  ['a Proxy of an array whose get throws', new Proxy(['admin-agent'], { get: refuse })],
  ['an array whose getter throws', Object.defineProperty([], 0, { get: refuse })],
];
