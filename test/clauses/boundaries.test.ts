import { describe, expect, it } from 'vitest';
import { clauses } from '../../src/clauses/index.ts';
import type { ClauseExample, Step } from './examples/example.ts';
import { examples } from './examples/index.ts';

const table: Readonly<Record<string, ClauseExample | undefined>> = examples;

const boundaries = Object.entries(table).flatMap(([id, example]) =>
  (example?.boundaries ?? []).map((boundary) => [id, boundary.of, boundary] as const),
);

/** A number, or a word for one, and what is shared out by days. */
const QUANTITY =
  /\d|\b(?:two|three|five|seven|ten|twelve|second|fifth|fiftieth|at least|at most|term|pro rata|pro-rated)\b/;

/** Clauses with a number at which no answer changes. */
const withoutBound: Readonly<Record<string, string>> = {
  'SOF-7': 'The dashboard may lag 15 minutes, which is told and not computed.',
  'SOF-16': 'It says of which numbers nothing is stated any more.',
  'SOF-12': 'The most that the benefit saves is told and not computed.',
  'ROL-12': 'The year is that of the page.',
  'MKT-6': 'The number is that of the names of the list.',
};

describe('a clause with a number', () => {
  const measured = clauses
    .filter(({ id, statement }) => id in table && QUANTITY.test(statement))
    .map(({ id }) => id);

  it.each(measured.filter((id) => !(id in withoutBound)))('%s has a bound', (id) => {
    expect(table[id]?.boundaries ?? []).not.toEqual([]);
  });

  it.each(Object.entries(withoutBound))('%s has none: %s', (id) => {
    expect(measured).toContain(id);
    expect(table[id]?.boundaries).toBeUndefined();
  });
});

describe('the bound', () => {
  it.each(boundaries)('%s holds at -1, 0 and +1 of %s', (id, _, { ask, shows }) => {
    const steps: readonly Step[] = [-1, 0, 1];
    const answers = steps.map(ask);
    for (const [at, answer] of answers.entries()) expect(answer).toMatchObject(shows[at] ?? {});
    expect(answers[2]).not.toMatchObject(shows[0]);
    expect(answers[0]).not.toMatchObject(shows[2]);
    const because = answers.flatMap((answer) => ('because' in answer ? answer.because : []));
    expect(because).toContain(id);
  });
});
