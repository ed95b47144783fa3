/**
 * Every list that can be made of some words by leaving some out, made once and frozen, so that
 * answers need not make them. A list stands at the sum of the bits of its words: the first word is
 * 1, the second 2, the third 4. In place of a word there can be several that come together.
 */
export function subsetsOf<Word extends string>(
  words: readonly (Word | readonly Word[])[],
): readonly (readonly Word[])[] {
  return Array.from({ length: 1 << words.length }, (_, bits) =>
    Object.freeze(words.filter((_word, at) => (bits & (1 << at)) !== 0).flat() as Word[]),
  );
}
