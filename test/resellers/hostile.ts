import { issuesOf } from '../hostile/issues-of.ts';
import { refuse, revoked } from '../hostile/values.ts';

export { issuesOf };

// Values that no caller should pass, and that some caller will.

/** Words that a look-up in a plain object would find, and words that only look known. */
export const impostors: readonly string[] = [
  ...['__proto__', 'constructor', 'toString', 'valueOf', 'hasOwnProperty', 'isPrototypeOf'],
  ...['', ' ', '0', 'undefined', 'null', 'true', 'partnership', 'RSL-4', 'admin-agent'],
  ...['Support', 'SUPPORT', 'support ', 'handle_support', 'None', 'Established', 'ended'],
  ...['Enroll', 'enrol', 'accept', 'reject-request', 'end', 'remove-reseller'],
  'ѕupport', // a Cyrillic ѕ
  'ｓｕｐｐｏｒｔ', // full width
  'support\u200b', // a space of no width
  'support\0',
  'handle‑support', // a hyphen that does not break
  '\ud800',
  'x'.repeat(1_000_000),
];

/** No objects of fields at all, by what they are. */
export const junk: readonly (readonly [string, unknown])[] = [
  ['nothing', undefined],
  ['null', null],
  ['a number', 1],
  ['NaN', Number.NaN],
  ['a bigint', 1n],
  ['a boolean', true],
  ['a symbol', Symbol('support')],
  ['a function', () => 'support'],
  ['a text', 'established'],
  ['an empty object', {}],
  ['an object of no prototype', Object.create(null)],
  ['an object that is written as a word', { toString: () => 'support' }],
  ['an object that throws when it is written', { toString: refuse, [Symbol.toPrimitive]: refuse }],
  ['an object that inherits its fields', Object.create({ kind: 'enroll', stage: 'none' })],
  ['an array', ['support']],
  ['a boxed String', new String('support')],
  ['a Set', new Set(['support'])],
  ['a Date', new Date(0)],
  [
    'an object whose getter throws',
    Object.defineProperty({}, 'kind', { get: refuse, enumerable: true }),
  ],
  ['a revoked Proxy of an object', revoked({})],
  ['a revoked Proxy of an array', revoked([])],
  ['a Proxy whose get throws', new Proxy({ kind: 1 }, { get: refuse })],
  ['a Proxy whose ownKeys throws', new Proxy({}, { ownKeys: refuse })],
  ['a Proxy whose getPrototypeOf throws', new Proxy({}, { getPrototypeOf: refuse })],
];

/** No booleans, by what they are. */
export const notBooleans: readonly (readonly [string, unknown])[] = [
  ['nothing', undefined],
  ['null', null],
  ['0', 0],
  ['1', 1],
  ['a text', 'true'],
  ['an empty text', ''],
  ['a boxed Boolean', new Boolean(true)],
  ['an array', [true]],
  ['a revoked Proxy', revoked({})],
];

/** The issues of a call, as `path code`. */
export function codesOf(call: () => unknown): string[] {
  return issuesOf(call).map(({ path, code }) => `${path.join('.')} ${code}`);
}
