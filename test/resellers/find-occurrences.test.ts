import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { findOccurrences } from '../../src/resellers/find-occurrences.ts';

const fewLetters = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 40 });

describe('the places of a part', () => {
  it.each([
    ['aa', 'aaaa', [0, 1, 2]],
    ['abab', 'abababab', [0, 2, 4]],
    ['aab', 'aaab', [1]],
    ['ab', '', []],
    ['abc', 'ab', []],
  ])('%j in %j are %j', (part, text, places) => {
    expect([...findOccurrences(part, text)]).toEqual(places);
  });

  test.prop([fewLetters.filter((part) => part !== ''), fewLetters])(
    'are those at which the text goes on with it',
    (part, text) => {
      const places = [...text].flatMap((_, at) => (text.startsWith(part, at) ? [at] : []));
      expect([...findOccurrences(part, text)]).toEqual(places);
    },
  );

  it.each([
    ['in the middle', 'a'.repeat(500_000), 'b', 'a'.repeat(500_000)],
    ['at the end', 'a'.repeat(1_000_000), 'b', ''],
    ['nowhere', 'a'.repeat(1_000_000), '', ''],
  ])('are found at once where the odd letter of a long part is %s', (_, before, odd, after) => {
    // Comparing the part at each place would take minutes.
    const places = [...findOccurrences(before + odd + after, 'a'.repeat(2_000_000))];
    expect(places.length).toBe(odd === '' ? 1_000_001 : 0);
  });
});
