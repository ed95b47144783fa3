import { isDeepStrictEqual } from 'node:util';

/** Prints a line about what was checked. What is not as expected makes the whole command fail. */
export function check(what, actual, expected = true) {
  if (isDeepStrictEqual(actual, expected)) {
    console.log(`ok    ${what}`);
    return;
  }
  console.log(`FAIL  ${what}\n      expected ${short(expected)}\n      got      ${short(actual)}`);
  process.exitCode = 1;
}

/** Says plainly what this machine does not let us check. */
export function passOver(what, why) {
  console.log(`--    ${what}: not checked, ${why}`);
}

function short(value) {
  return JSON.stringify(value)?.slice(0, 600);
}
