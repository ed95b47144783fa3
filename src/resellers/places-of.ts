/**
 * Every place at which a text holds a part, also where two of them overlap. It takes as long as both are together
 * (Knuth, Morris and Pratt); `indexOf` can take as long as the one times the other.
 */
export function* placesOf(part: string, text: string): Generator<number, void, undefined> {
  const units = part.split('');
  // How much of the part's beginning comes again at the end of its first units.
  const again = [0];
  let held = 0;
  for (const unit of units.slice(1)) {
    held = heldWith(unit, held, units, again);
    again.push(held);
  }
  held = 0;
  for (const [at, unit] of text.split('').entries()) {
    held = heldWith(unit, held, units, again);
    if (held < units.length) continue;
    yield at + 1 - held;
    held = again[held - 1] as number;
  }
}

/** How much of the part's beginning is held with one unit more. */
function heldWith(
  unit: string,
  before: number,
  units: readonly string[],
  again: readonly number[],
): number {
  let held = before;
  while (held > 0 && units[held] !== unit) held = again[held - 1] as number;
  return units[held] === unit ? held + 1 : held;
}
