import type ts from 'typescript';

/** A list of so many words is defined once, under its exported name. */
const MANY_WORDS = 6;

/** Names the long lists of words among the exported types, by their words. */
export function wordListsOf(
  exported: readonly ts.Symbol[],
  checker: ts.TypeChecker,
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const symbol of exported) {
    const type = checker.getDeclaredTypeOfSymbol(symbol);
    if (!type.isUnion() || !type.types.every((word) => word.isStringLiteral())) continue;
    if (type.types.length >= MANY_WORDS) names.set(keyOf(wordsOf(type.types)), symbol.name);
  }
  return names;
}

/** The words among types, in alphabetical order. */
export const wordsOf = (types: readonly ts.Type[]): string[] =>
  types.flatMap((type) => (type.isStringLiteral() ? type.value : [])).sort();

/** The key of a list of words. */
export const keyOf = (words: readonly string[]): string => words.join(' ');
