/**
 * Finds every position of a part in a text, including overlapping ones. The time grows with the sum of
 * the lengths (Knuth, Morris and Pratt); with `indexOf` it can grow with their product.
 */
export function* placesOf(part: string, text: string): Generator<number, void, undefined> {
  // How much of the part's beginning comes again at the end of its first characters.
  const again = new Uint32Array(part.length);
  let held = 0;
  for (const at of again.keys()) {
    if (at > 0) held = heldWith(part.charCodeAt(at), held, part, again);
    again[at] = held;
  }
  held = 0;
  for (let at = 0; at !== text.length; at += 1) {
    held = heldWith(text.charCodeAt(at), held, part, again);
    if (held < part.length) continue;
    yield at + 1 - held;
    held = again[held - 1] as number;
  }
}

/** Returns the length of the part's beginning that matches after one more character. */
function heldWith(unit: number, before: number, part: string, again: Uint32Array): number {
  let held = before;
  while (held > 0 && part.charCodeAt(held) !== unit) held = again[held - 1] as number;
  return part.charCodeAt(held) === unit ? held + 1 : held;
}
