import { expect, it } from 'vitest';
import { textOf } from '../../../src/cli/report/answer-text.ts';

it('lists every field of an answer, those within others by their path, and its clauses', () => {
  const answer = {
    level: 'support',
    steps: ['a', 'b'],
    empty: [],
    inner: { n: 1, no: null },
    rows: [{ a: 1 }, 'b', null],
    text: 'a\u001bb',
    because: ['MKT-2'],
  };
  expect(textOf(answer)).toBe(`\
  level     support
  steps     a, b
  empty     none
  inner.n   1
  inner.no  none
  rows[0]   {"a":1}
  rows[1]   b
  rows[2]   none
  text      a\\u{1b}b
MKT-2: Commercial prices do not include tax, except in Australia and Brazil.
  (software, 2020-06-18, Buy software subscriptions on behalf of customers, step 3)
`);
});

it('lists only fields if there are no clauses', () => {
  expect(textOf({ level: 'support' })).toBe('  level  support\n');
});
