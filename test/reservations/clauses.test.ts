import { describe, expect, it } from 'vitest';
import { citations } from '../../src/reservations/clauses.ts';
import { type ClauseId, reservationClauses } from '../../src/reservations/index.ts';
import { isDeeplyFrozen } from './deep.ts';

const revisions = {
  reservations: '2020-08-06',
  'reservations-2018': '2018-05-11',
  software: '2020-06-18',
} as const;

describe('reservationClauses', () => {
  it('holds RES-1 to RES-13, each once and in order', () => {
    const ids = Array.from({ length: 13 }, (_, position) => `RES-${position + 1}`);
    expect(reservationClauses.map(({ id }) => id)).toEqual(ids);
  });

  it('cites for each its document, revision and section', () => {
    const documents: Partial<Record<ClauseId, keyof typeof revisions>> = {
      'RES-11': 'software',
      'RES-13': 'reservations-2018',
    };
    for (const { id, document, revision, section, statement } of reservationClauses) {
      expect([id, document]).toEqual([id, documents[id] ?? 'reservations']);
      expect([id, revision]).toEqual([id, revisions[document as keyof typeof revisions]]);
      expect(section).not.toBe('');
      expect(statement).toMatch(/^[A-Z].*\.$/);
    }
  });

  it('says the numbers that the policies hold', () => {
    const statement = (id: ClauseId) => reservationClauses.find((it) => it.id === id)?.statement;
    expect(statement('RES-3')).toContain('12 %');
    expect(statement('RES-4')).toContain('12 %');
    expect(statement('RES-5')).toContain('50,000 USD');
    expect(statement('RES-13')).toContain('50,000 USD');
  });

  it('is frozen to the ground', () => {
    expect(isDeeplyFrozen(reservationClauses)).toBe(true);
    expect(isDeeplyFrozen(citations)).toBe(true);
  });
});

describe('citations', () => {
  it('name only clauses of the document that a policy follows, and RES-11', () => {
    for (const [document, cites] of Object.entries(citations)) {
      const { inWindow, afterWindow, everyRefund, ...single } = cites;
      const named = [inWindow, afterWindow, single].flatMap((group) => Object.values(group));
      for (const id of [...named, ...everyRefund]) {
        const clause = reservationClauses.find((it) => it.id === id);
        expect([id, clause?.document]).toEqual([id, id === 'RES-11' ? 'software' : document]);
      }
    }
  });

  it('name the rows of the table in its order', () => {
    const { inWindow, afterWindow } = citations.reservations;
    expect([inWindow.unused, inWindow.used, afterWindow.unused, afterWindow.used]).toEqual([
      'RES-1',
      'RES-2',
      'RES-3',
      'RES-4',
    ]);
  });
});
