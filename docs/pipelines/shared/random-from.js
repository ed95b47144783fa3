/** The same seed gives the same numbers: `random(n)` is a whole number from 0 to n − 1. */
export function randomFrom(seed) {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}
