import { describe, expectTypeOf, it } from 'vitest';
import {
  InputError,
  type Issue,
  type IssueCode,
  isInputError,
  issue,
  type Parsed,
  unwrap,
} from '../../src/kernel/issue.ts';

declare const parsed: Parsed<{ readonly paid: string }>;
declare const found: Issue;
declare const issues: Issue[];

describe('parsed facts', () => {
  it('have a value only where there are no issues', () => {
    // @ts-expect-error: perhaps there are issues
    parsed.value;
    // @ts-expect-error: perhaps there are none
    parsed.issues;
    if (parsed.ok) {
      expectTypeOf(parsed.value.paid).toEqualTypeOf<string>();
      // @ts-expect-error: there are none
      parsed.issues;
    } else {
      expectTypeOf(parsed.issues).toEqualTypeOf<readonly Issue[]>();
      // @ts-expect-error: there is none
      parsed.value;
    }
  });

  it('unwrap to the value', () => {
    expectTypeOf(unwrap(parsed)).toEqualTypeOf<{ readonly paid: string }>();
  });

  it('cannot be changed', () => {
    // @ts-expect-error: read only
    parsed.ok = true;
    if (!parsed.ok) {
      // @ts-expect-error: read only
      parsed.issues.push(found);
    }
  });
});

describe('an issue', () => {
  it('has a known code', () => {
    expectTypeOf<string>().not.toExtend<IssueCode>();
    // @ts-expect-error: no such code
    issue([], 'bad-luck', 'something', 1);
  });

  it('cannot be changed', () => {
    // @ts-expect-error: read only
    found.message = '';
    // @ts-expect-error: read only
    found.path.push('paid');
  });
});

describe('an InputError', () => {
  it('is told from any other value', () => {
    const error: unknown = undefined;
    // @ts-expect-error: it may be anything
    error.issues;
    if (isInputError(error)) expectTypeOf(error).toEqualTypeOf<InputError>();
  });

  it('cannot be changed', () => {
    const error = new InputError(issues);
    // @ts-expect-error: read only
    error.issues = [];
    // @ts-expect-error: read only
    error.issues.pop();
  });
});
