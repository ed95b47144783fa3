import { faultTexts, issuesOf } from '../hostile/issues-of.ts';
import { refuse, revoked } from '../hostile/values.ts';

export { issuesOf };

// Values that no caller should pass, and that some caller will.

/** Words that a look-up in a plain object would find, and words that only look known. */
export const impostors: readonly string[] = [
  ...['__proto__', 'constructor', 'toString', 'valueOf', 'hasOwnProperty', 'isPrototypeOf'],
  ...['', ' ', '0', '1', 'true', 'false', 'null', 'undefined', 'ON', 'On', 'on ', 'Owner', 'OWNER'],
  ...['Partner', 'Azure plan', 'AzurePlan', 'cancelled', 'Exchange', 'Shared', 'none', 'any'],
  'оn', // a Cyrillic о
  'оwner',
  'ｏｎ', // full width
  'on\u200b',
  'on\0',
  'exchаnge', // a Cyrillic а
  'ѕingle', // a Cyrillic ѕ
  'par\u200btner',
  '\ud800',
  'on'.repeat(500),
];

/** No strings at all, by what they are. */
export const junk: readonly (readonly [string, unknown])[] = [
  ['a number', 1],
  ['NaN', Number.NaN],
  ['a bigint', 10n ** 400n],
  ['a boolean', true],
  ['a symbol', Symbol('on')],
  ['a function', () => 'on'],
  ['an array', ['on']],
  ['an object that is written as a word', { toString: () => 'on' }],
  ['an object that throws when it is written', { toString: refuse, [Symbol.toPrimitive]: refuse }],
  ['a boxed String', new String('on')],
  ['a revoked Proxy of an object', revoked({})],
  ['a revoked Proxy of an array', revoked([])],
  ['a Proxy whose get throws', new Proxy({ on: 1 }, { get: refuse })],
  ['a Proxy whose ownKeys throws', new Proxy({}, { ownKeys: refuse })],
  ['a Proxy whose getPrototypeOf throws', new Proxy({}, { getPrototypeOf: refuse })],
];

/** No objects with readable fields, by what they are. */
export const noFacts: readonly (readonly [string, unknown])[] = [
  ['nothing', undefined],
  ['null', null],
  ['a text', 'on'],
  ['a number', 1],
  ['a boolean', true],
  ['a symbol', Symbol('on')],
  ['a function', () => ({})],
  ['an array', []],
  ['a revoked Proxy of an object', revoked({})],
  ['a revoked Proxy of an array', revoked([])],
  ['a Proxy whose ownKeys throws', new Proxy({}, { ownKeys: refuse })],
  ['an object whose getter throws', withThrowingGetter({}, 'permission')],
];

/** The same fields, but reading the named one throws. */
export function withThrowingGetter(fields: object, name: string): object {
  return Object.defineProperty({ ...fields }, name, { enumerable: true, get: refuse });
}

/** The path and the code of each issue of such a call. */
export function faultsOf(call: () => unknown): readonly string[] {
  return faultTexts(issuesOf(call));
}

/** Deletes everything in an answer that can be deleted. */
export function spoil(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  Object.values(value).forEach(spoil);
  if (Object.isFrozen(value)) return;
  for (const key of Object.keys(value)) Reflect.deleteProperty(value, key);
}
