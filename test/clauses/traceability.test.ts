import { describe, expect, it } from 'vitest';
import { clauses } from '../../src/clauses/index.ts';
import type { ClauseExample } from './examples/example.ts';
import { examples } from './examples/index.ts';

const followed = clauses.filter(({ status }) => status !== 'informational').map(({ id }) => id);
const table: Readonly<Record<string, ClauseExample | undefined>> = examples;

describe('a clause that answers follow', () => {
  it.each(followed)('%s has an example that meets it and one that does not', (id) => {
    const example = table[id];
    if (example === undefined) throw new Error(`${id} has no example in test/clauses/examples`);
    const [meets, shown] = example.meets;
    const [doesNot, shownInstead] = example.doesNot;
    const met = meets();
    const unmet = doesNot();
    expect(met).toMatchObject(shown);
    expect(unmet).toMatchObject(shownInstead);
    expect(unmet).not.toMatchObject(shown);
    expect(met).not.toMatchObject(shownInstead);
    if (id !== 'MKT-2' && id !== 'MKT-7')
      expect([...becauseOf(met), ...becauseOf(unmet)]).toContain(id);
  });
});

/** The clauses of an answer. Only `isTaxIncluded` (MKT-2, MKT-7) answers without any. */
function becauseOf(answer: object): readonly unknown[] {
  return 'because' in answer ? (answer.because as readonly unknown[]) : [];
}

describe('a clause that no answer follows', () => {
  const informational = clauses.filter(({ status }) => status === 'informational');

  it.each(informational)('$id says why', ({ why }) => {
    expect(why).toMatch(/^[A-Z].*\.$/);
  });

  it.each(informational)('$id has no example', ({ id }) => {
    expect(table[id]).toBeUndefined();
  });
});

describe('the table of examples', () => {
  it('has those of the catalogue and no others', () => {
    expect(Object.keys(examples)).toEqual(followed);
  });
});
