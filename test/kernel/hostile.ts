export function revokedProxy(target: object = {}): object {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}

export const throwing = (): never => {
  throw new Error('asked');
};

/** A Proxy whose every trap throws. */
export const hostileProxy = (target: object = {}): object =>
  new Proxy(target, new Proxy({}, { get: () => throwing }) as ProxyHandler<object>);
