import { type Issue, issue, missing } from '../kernel/issue.ts';

/** The kinds of columns, by name. */
interface Kinds {
  readonly Float64Array: Float64Array;
  readonly Int32Array: Int32Array;
  readonly Uint8Array: Uint8Array;
}

export type Column = Kinds[keyof Kinds];

const ofEveryKind: unknown = Object.getPrototypeOf(Uint8Array.prototype);

/**
 * Asks a typed array, also one of another realm, of itself, whatever somebody has put on it. Only
 * its name can be asked of anything else, which has none.
 */
function intrinsic<T>(property: string | symbol): (column: unknown) => T {
  const { get } = Object.getOwnPropertyDescriptor(ofEveryKind, property) as { get(): T };
  return (column) => get.call(column);
}

const nameOf: (value: unknown) => unknown = intrinsic(Symbol.toStringTag);
const bufferOf: (column: Column) => ArrayBufferLike = intrinsic('buffer');
const startOf: (column: Column) => number = intrinsic('byteOffset');
const bytesOf: (column: Column) => number = intrinsic('byteLength');

export const lengthOf: (column: Column) => number = intrinsic('length');

/** Reads a column of a kind, or reports that it is none. */
export function readColumn<Kind extends keyof Kinds>(
  value: unknown,
  kind: Kind,
  path: Issue['path'],
  issues: Issue[],
): Kinds[Kind] | undefined {
  if (nameOf(value) === kind) return value as Kinds[Kind];
  issues.push(issue(path, missing(value, 'wrong-type'), `a ${kind}`, value));
  return undefined;
}

/** Returns whether any memory is of both columns. */
export function isShared(a: Column, b: Column): boolean {
  return (
    bufferOf(a) === bufferOf(b) &&
    startOf(a) < startOf(b) + bytesOf(b) &&
    startOf(b) < startOf(a) + bytesOf(a)
  );
}
