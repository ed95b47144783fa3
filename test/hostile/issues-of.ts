import { expect } from 'vitest';
import { type Issue, isInputError } from '../../src/index.ts';

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
