import { Decimal } from 'decimal.js';
import fc from 'fast-check';

// Values that no caller should pass, and that some caller will.

const traps = ['get', 'ownKeys', 'getOwnPropertyDescriptor', 'getPrototypeOf', 'has'] as const;

function refuse(): never {
  throw new Error('hostile');
}

/** A Proxy of which one operation throws. */
export function throwingProxy(trap: (typeof traps)[number], target: object = {}): object {
  return new Proxy(target, { [trap]: refuse });
}

/** Every use of it throws, `Array.isArray` and `instanceof` too. */
export function revokedProxy(target: object = {}): object {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}

/** The same fields, but reading the named one throws. */
export function withThrowingGetter(fields: object, name: string): object {
  return Object.defineProperty({ ...fields }, name, { enumerable: true, get: refuse });
}

/**
 * Makes a hostile value. The value itself would not survive in the hands of the test runner, which
 * looks into what it passes on; `label` is what it may print.
 */
export interface Hostile {
  readonly label: string;
  readonly make: () => unknown;
}

const anything: fc.Arbitrary<Hostile> = fc
  .anything({
    withBigInt: true,
    withBoxedValues: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
    withObjectString: true,
    withSet: true,
    withTypedArray: true,
    withUnicodeString: true,
  })
  .map((value) => ({ label: fc.stringify(value), make: () => value }));

const targets = { object: {}, array: [], date: new Date(0), function: () => 1 };

const proxies: fc.Arbitrary<Hostile> = fc.oneof(
  fc.constantFrom(...traps).map((trap) => ({
    label: `a Proxy whose ${trap} throws`,
    make: () => throwingProxy(trap),
  })),
  fc.constantFrom(...Object.entries(targets)).map(([name, target]) => ({
    label: `a revoked Proxy of ${name}`,
    make: () => revokedProxy(target),
  })),
  fc.object().map((target) => ({
    label: `a Proxy of ${fc.stringify(target)}`,
    make: () => new Proxy(target, {}),
  })),
  fc.constantFrom('paid', 'toFixed', 'length', 'id', 'policy').map((name) => ({
    label: `an object whose ${name} throws`,
    make: () => withThrowingGetter({}, name),
  })),
);

const oddities: fc.Arbitrary<Hostile> = fc
  .constantFrom<unknown>(
    ...[Number.NaN, Number.POSITIVE_INFINITY, -0, 5e-324, 1.7976931348623157e308, 2 ** 53],
    ...[new Decimal('NaN'), new Decimal('-Infinity'), new Decimal('1e400'), new Decimal('-0')],
    ...[new Date(Number.NaN), new Date(8.64e15), Symbol('s'), () => 1, class {}],
    ...[{ toFixed: () => Number.NaN }, { toFixed: refuse }, { toFixed: () => '1'.repeat(400) }],
    ...[10n ** 400n, -1n, '__proto__', 'constructor', 'NaN', 'undefined', 'Infinity', '\ud800'],
    ...[JSON.parse('{"__proto__": {"paid": "1"}}'), Object.create({ paid: '1' }), new Map(), /a/],
  )
  .map((value) => ({ label: fc.stringify(value), make: () => value }));

/** Anything at all, from `undefined` to a revoked Proxy. */
export const hostiles: fc.Arbitrary<Hostile> = fc.oneof(
  { weight: 5, arbitrary: anything },
  { weight: 2, arbitrary: proxies },
  { weight: 3, arbitrary: oddities },
);

/** The given fields with one of them, or one more, replaced by anything. */
export function spoilt(fields: object): fc.Arbitrary<Hostile> {
  return fc
    .tuple(fc.constantFrom(...Object.keys(fields), 'extra', '__proto__'), hostiles)
    .map(([name, { label, make }]) => ({
      label: `${name} is ${label}`,
      make: () =>
        Object.defineProperty({ ...fields }, name, {
          value: make(),
          configurable: true,
          enumerable: true,
          writable: true,
        }),
    }));
}
