// What hostile values are made of.

export function refuse(): never {
  throw new Error('hostile');
}

/** Every use of it throws, `Array.isArray` and `instanceof` too. */
export function revoked(target: object): object {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}

/** The same fields, but reading the named one throws. */
export function withThrowingGetter(fields: object, name: string): object {
  return withField(fields, name, { get: refuse });
}

/** The same fields and one more of its own, whatever its name. */
export function withField(fields: object, name: string, descriptor: PropertyDescriptor): object {
  return Object.defineProperty({ ...fields }, name, {
    ...descriptor,
    configurable: true,
    enumerable: true,
  });
}

/** Arrays within arrays, so many deep. */
export function deepArray(depth: number): unknown {
  let value: unknown = [];
  for (let level = 0; level < depth; level += 1) value = [value];
  return value;
}

/** Objects within objects, so many deep. */
export function deepObject(depth: number): unknown {
  let value: unknown = {};
  for (let level = 0; level < depth; level += 1) value = { a: value };
  return value;
}
