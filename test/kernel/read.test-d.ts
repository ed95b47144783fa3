import { describe, expectTypeOf, it } from 'vitest';
import type { Issue } from '../../src/kernel/issue.ts';
import { readFields, readWord } from '../../src/kernel/read.ts';

declare const issues: Issue[];

describe('fields', () => {
  it('are there under their known names, each of an unknown type', () => {
    const fields = readFields<'paid' | 'used'>({}, new Set(), [], issues);
    // @ts-expect-error: perhaps there was no object
    fields.paid;
    if (fields === undefined) return;
    expectTypeOf(fields.paid).toEqualTypeOf<unknown>();
    // @ts-expect-error: no such field
    fields.payed;
    // @ts-expect-error: read only
    fields.paid = 1;
  });
});

describe('a word', () => {
  it('is one of those that were asked for', () => {
    const word = readWord('P1Y', ['P1Y', 'P3Y'], [], issues);
    expectTypeOf(word).toEqualTypeOf<'P1Y' | 'P3Y'>();
    // @ts-expect-error: there must be one at least
    readWord('P1Y', [], [], issues);
  });
});
