/** Mulberry32: whole numbers only, so that every engine draws the same. */
export function random(seed) {
  let state = seed;
  const draw = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const below = (most) => draw() % most;
  return {
    below,
    isTrue: () => below(2) === 1,
    oneOf: (choices) => choices[below(choices.length)],
  };
}
