import { expect } from 'vitest';
import { type Issue, isInputError } from '../src/index.ts';

// What the rooms' hostile values are made of.

export function refuse(): never {
  throw new Error('hostile');
}

export function revoked(target: object): object {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}

/** The issues of a call that must throw an `InputError` and nothing else. */
export function issuesOf(call: () => unknown): readonly Issue[] {
  let error: unknown;
  try {
    call();
  } catch (thrown) {
    error = thrown;
  }
  if (!isInputError(error)) expect.fail('no InputError was thrown');
  expect(error.issues).not.toEqual([]);
  return error.issues;
}
