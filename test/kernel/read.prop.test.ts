import { test } from '@fast-check/vitest';
import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { describe as describeValue, type Issue, isInputError } from '../../src/kernel/issue.ts';
import {
  nearest,
  readArray,
  readBoolean,
  readFields,
  readName,
  readWord,
} from '../../src/kernel/read.ts';

const anything = fc.anything({
  withBigInt: true,
  withBoxedValues: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withSparseArray: true,
  withTypedArray: true,
});

const ROUGH_TEXT = fc.string({
  unit: fc.oneof(
    fc.constantFrom('\0', '\n', '\u202e', '\u200b', '\u2028', '\ufeff', '\ud83d', '\ude42', '🙂'),
    fc.string({ minLength: 1, maxLength: 1 }),
  ),
  maxLength: 80,
});

describe('a description', () => {
  test.prop([fc.oneof(anything, ROUGH_TEXT)])(
    'is one short line that shows every character',
    (value) => {
      const text = describeValue(value);
      expect(text).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
      expect(text).not.toBe('');
      expect(text.length).toBeLessThan(60 * '\\u{10ffff}'.length + 40);
    },
  );
});

describe('every reader', () => {
  const readers = {
    fields: (value: unknown, issues: Issue[]) => readFields(value, new Set(['a']), [], issues),
    array: (value: unknown, issues: Issue[]) => readArray(value, [], issues, (element) => element),
    name: (value: unknown, issues: Issue[]) => readName(value, [], issues),
    boolean: (value: unknown, issues: Issue[]) => readBoolean(value, [], issues),
    word: (value: unknown, issues: Issue[]) => readWord(value, ['P1Y', 'P3Y'], [], issues),
  };

  test.prop([anything, fc.constantFrom(...Object.values(readers))])(
    'takes what it gives, whatever it was given',
    (value, read) => {
      const given = read(value, []);
      const issues: Issue[] = [];
      const again = read(given, issues);
      if (given !== '' && given !== undefined) {
        expect(issues.filter(({ code }) => code !== 'unknown-field')).toEqual([]);
        expect(again).toEqual(given);
      }
    },
  );

  test.prop([anything])('a value of any kind is no InputError', (value) => {
    expect(isInputError(value)).toBe(false);
  });
});

describe('the nearest word', () => {
  const words = fc.stringMatching(/^[a-z]{5,12}$/);

  test.prop([words, fc.nat()])('is the one that lacks a letter', (word, position) => {
    const at = position % word.length;
    expect(nearest(word.slice(0, at) + word.slice(at + 1), [word])).toBe(word);
  });

  test.prop([words, fc.nat()])('is the one that has a letter doubled', (word, position) => {
    const at = position % word.length;
    expect(nearest(word.slice(0, at + 1) + word.slice(at), [word])).toBe(word);
  });

  test.prop([words, words])('is the word itself if it is known', (word, other) => {
    expect(nearest(word.toUpperCase(), [other, word])).toBe(word);
  });
});
