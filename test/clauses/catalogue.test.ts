import { describe, expect, it } from 'vitest';
import * as room from '../../src/clauses/index.ts';
import { isDeeplyFrozen } from '../reservations/deep.ts';
import { clauseIds } from './naming.ts';

const { clauses } = room;

describe('clauses', () => {
  it('has every clause of the union once and in order', () => {
    expect(clauseIds.length).toBeGreaterThan(60);
    expect(clauses.map(({ id }) => id)).toEqual(clauseIds);
  });

  it('has every clause of every folder', () => {
    const lists = Object.entries(room)
      .filter(([name]) => name.endsWith('Clauses'))
      .map(([, list]) => list as typeof clauses);
    expect(lists).toHaveLength(7);
    expect(new Set(lists.flat())).toEqual(new Set(clauses));
  });

  it('has the statement, source and status of each clause', () => {
    for (const { id, document, revision, section, statement, status, why } of clauses) {
      expect(document).toMatch(/^[a-z]+(?:-[a-z0-9]+)*$/);
      expect(revision).toMatch(/^20\d\d-\d\d-\d\d$/);
      expect(section).toMatch(/^[A-Z]/);
      expect(statement).toMatch(/^[A-Z].*\.$/);
      expect([id, why !== undefined]).toEqual([id, status !== 'modelled']);
      if (why !== undefined) expect(why).toMatch(/^[A-Z].*\.$/);
    }
    const statuses = new Set(clauses.map(({ status }) => status));
    expect(statuses).toEqual(new Set(['modelled', 'informational', 'superseded']));
  });

  it('names only existing clauses in its reasons', () => {
    for (const { why = '' } of clauses) {
      for (const [named] of why.matchAll(/\b[A-Z]{3}-\d+\b/g)) expect(clauseIds).toContain(named);
    }
  });

  it('is frozen to the ground', () => {
    expect(isDeeplyFrozen(clauses)).toBe(true);
  });
});
