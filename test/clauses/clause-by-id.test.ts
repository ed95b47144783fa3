import { describe, expect, it } from 'vitest';
import { type ClauseId, clauseById, clauses } from '../../src/clauses/index.ts';
import { issuesOf } from '../hostile/issues-of.ts';
import { impostors, junk } from '../roles/hostile.ts';

const ask = (id: unknown) => () => clauseById(id as ClauseId);

describe('clauseById', () => {
  it('finds every clause of the catalogue', () => {
    for (const clause of clauses) expect(clauseById(clause.id)).toBe(clause);
  });

  it.each([...impostors, ...['RES-0', 'RES-99', 'res-1', 'RES-1 ', 'RES1', 'R-DAYS']])(
    'knows no clause %j',
    (id) => {
      expect(issuesOf(ask(id))).toMatchObject([{ path: ['id'], code: 'unknown-value' }]);
    },
  );

  it.each(junk)('finds no clause by %s', (_, id) => {
    const code = id === undefined ? 'missing-field' : 'unknown-value';
    expect(issuesOf(ask(id))).toMatchObject([{ path: ['id'], code }]);
  });

  it('names the clause that a misspelt id most likely meant', () => {
    expect(issuesOf(ask('rsl-12'))).toMatchObject([
      { expected: expect.stringContaining('did you mean "RSL-12"?') },
    ]);
  });
});
