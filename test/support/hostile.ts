// Values that no caller should pass, and that some caller will.

function refuse(): never {
  throw new Error('hostile');
}

function revoked(target: object): object {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}

/** What is no text, no object of facts and no array of texts, by what it is. */
export const junk: readonly (readonly [string, unknown])[] = [
  ['null', null],
  ['a number', 1],
  ['NaN', Number.NaN],
  ['a bigint', 10n ** 400n],
  ['a symbol', Symbol('facts')],
  ['a function', () => ({})],
  ['an empty text', ''],
  ['an array of an array', [[]]],
  ['an array of nothing', Array(1)],
  ['a boxed String', new String('facts')],
  ['a revoked Proxy of an object', revoked({})],
  ['a revoked Proxy of an array', revoked([])],
  ['a Proxy whose get throws', new Proxy({ a: 1 }, { get: refuse })],
  ['a Proxy whose ownKeys throws', new Proxy({}, { ownKeys: refuse })],
  ['an array whose get throws', new Proxy([], { get: refuse })],
  ['an endless array', Object.assign([], { length: 2 ** 32 - 1 })],
  [
    'an object whose getter throws',
    Object.defineProperty({}, 'name', { enumerable: true, get: refuse }),
  ],
];
