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

/** Formats each issue as its path and its code: 'days.0.on: malformed-day'. */
export function faultTexts(issues: readonly Issue[]): string[] {
  return issues.map(({ path, code }) => `${path.join('.')}: ${code}`);
}

/** The faults that a call throws, as texts; none if it returns. Anything but an `InputError` is thrown on. */
export function faultsThrown(call: () => unknown): string[] {
  try {
    call();
    return [];
  } catch (error) {
    if (!isInputError(error)) throw error;
    return faultTexts(error.issues);
  }
}
