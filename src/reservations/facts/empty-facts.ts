type Mutable<T> = T extends unknown ? { -readonly [K in keyof T]: T[K] } : never;

const Bare: new () => object = /* @__PURE__ */ (() => {
  class Bare {}
  Object.setPrototypeOf(Bare.prototype, null);
  return Bare;
})();

/**
 * Facts to be assigned one by one in canonical order and then spread into a record: no property of
 * every object stands in the way. `Object.create(null)` does the same 20 times as slowly.
 */
export function emptyFacts<Facts>(): Partial<Mutable<Facts>> {
  return new Bare() as Partial<Mutable<Facts>>;
}
