import { describe, expect, it } from 'vitest';
import { clauses } from '../../src/clauses/index.ts';
import { clausesIn, clausesOf, declarations } from './declared.ts';

describe('the clauses that functions declare', () => {
  const followed = clauses.filter(({ status }) => status !== 'informational');

  it.each(followed)('have $id', ({ id }) => {
    expect(declarations.filter((one) => one.clauses.includes(id))).not.toEqual([]);
  });

  it('are clauses of the catalogue that rules compute', () => {
    const known = new Set<string>(followed.map(({ id }) => id));
    const unknown = declarations.map(({ name, clauses: ids }) => [
      name,
      ids.filter((id) => !known.has(id)),
    ]);
    expect(unknown.filter(([, ids]) => ids?.length !== 0)).toEqual([]);
  });

  it.each([
    ['Clause: MKT-2 (`software`).', ['MKT-2']],
    [
      'Answers it.\n\nClauses: SOF-1 to SOF-3, SOF-13 to\nSOF-15 and CUS-2.\n\nMore on RES-1.',
      ['SOF-1', 'SOF-2', 'SOF-3', 'SOF-13', 'SOF-14', 'SOF-15', 'CUS-2'],
    ],
    ['Clauses: the facts that RES-1 to RES-8 need; interpretation R-DAYS.', []],
    ['RES-1: the row.', []],
  ])('are read from a comment: %s', (comment, ids) => {
    expect(clausesIn(comment).clauses).toEqual(ids);
  });

  it('are those of another function where a comment says so', () => {
    expect(clausesIn('Clauses and interpretations: as `quoteRefund`.').as).toEqual(['quoteRefund']);
    expect(clausesOf('refundColumns')).toEqual(clausesOf('quoteRefund'));
    expect(clausesOf('quoteRefund')).toContain('RES-2');
  });
});
