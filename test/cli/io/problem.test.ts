import { expect, it } from 'vitest';
import { Problem } from '../../../src/cli/io/problem.ts';

it.each([
  ['a sentence', 'a sentence'],
  ['x'.repeat(1_000), 'x'.repeat(1_000)],
  ['x'.repeat(1_001), `${'x'.repeat(1_000)}…`],
  ['x'.repeat(1_000_000), `${'x'.repeat(1_000)}…`],
  [`${'x'.repeat(999)}😀`, `${'x'.repeat(999)}…`],
  ['got "\u001b[2J\u202e"', 'got "\\u{1b}[2J\\u{202e}"'],
  ['\u202e'.repeat(1_000), `${'\\u{202e}'.repeat(125)}…`],
])('a problem of %j is told so that it can be seen, and ends', (sentence, told) => {
  expect(new Problem(sentence).message).toBe(told);
});
