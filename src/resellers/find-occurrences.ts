/**
 * Finds every position of a pattern in a text, including overlapping ones. The time grows with the sum of
 * the lengths (Knuth, Morris and Pratt); with `indexOf` it can grow with their product.
 */
export function* findOccurrences(
  pattern: string,
  text: string,
): Generator<number, void, undefined> {
  const failure = failureFunction(pattern);
  let matched = 0;
  for (let at = 0; at !== text.length; at += 1) {
    matched = extendMatch(text.charCodeAt(at), matched, pattern, failure);
    if (matched < pattern.length) continue;
    yield at + 1 - matched;
    matched = failure[matched - 1] as number;
  }
}

/** Returns for each prefix of the pattern the length of its longest proper prefix that is also its suffix. */
function failureFunction(pattern: string): Uint32Array {
  const failure = new Uint32Array(pattern.length);
  let matched = 0;
  for (const at of failure.keys()) {
    if (at > 0) matched = extendMatch(pattern.charCodeAt(at), matched, pattern, failure);
    failure[at] = matched;
  }
  return failure;
}

/** Returns the length of the longest prefix of the pattern that matches after one more character. */
function extendMatch(unit: number, before: number, pattern: string, failure: Uint32Array): number {
  let matched = before;
  while (matched > 0 && pattern.charCodeAt(matched) !== unit) {
    matched = failure[matched - 1] as number;
  }
  return pattern.charCodeAt(matched) === unit ? matched + 1 : matched;
}
