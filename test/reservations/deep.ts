/** Freezes a value and all that it holds. Dates and amounts of libraries stay as they are. */
export function deepFreeze<T>(value: T): T {
  if (isPlain(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) deepFreeze(inner);
  }
  return value;
}

export function isDeeplyFrozen(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return Object.isFrozen(value) && Object.values(value).every(isDeeplyFrozen);
}

/** Overwrites, empties and extends all that is not frozen of a value and of what it holds. */
export function vandalise(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  for (const inner of Object.values(value)) vandalise(inner);
  if (Object.isFrozen(value)) return;
  if (Array.isArray(value)) {
    value.length = 0;
    value.push('vandal');
    return;
  }
  const fields = value as Record<string, unknown>;
  for (const name of Object.keys(fields)) fields[name] = 'vandal';
  fields['vandal'] = true;
}

function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return Array.isArray(value) || prototype === Object.prototype || prototype === null;
}
