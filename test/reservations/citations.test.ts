import { describe, expect, it } from 'vitest';
import { citations } from '../../src/reservations/citations.ts';
import {
  type ClauseId,
  type RefundDocument,
  reservationClauses,
} from '../../src/reservations/index.ts';
import { isDeeplyFrozen } from './deep.ts';

/** Every clause that the answers under one document can cite. */
function citedBy(document: RefundDocument): ClauseId[] {
  const { inWindow, afterWindow, everyRefund, ...single } = citations[document];
  const named = [inWindow, afterWindow, single].flatMap((group) => Object.values(group));
  return [...named, ...everyRefund];
}

const documents = Object.keys(citations) as RefundDocument[];

const clauseOf = (id: ClauseId) => reservationClauses.find((clause) => clause.id === id);

/** The revision of a document, by a clause of its own. */
const revisionOf = (key: RefundDocument) =>
  reservationClauses.find(({ document }) => document === key)?.revision;

describe('citations', () => {
  it('name no clause that is younger than the document that a policy follows, but RES-11', () => {
    for (const document of documents) {
      for (const id of citedBy(document)) {
        if (id === 'RES-11') continue;
        const clause = clauseOf(id);
        expect([id, `${clause?.revision}` <= `${revisionOf(document)}`]).toEqual([id, true]);
        expect(`${clause?.document}`.slice(0, 5)).toBe(document.slice(0, 5));
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

  it('are frozen to the ground', () => {
    expect(isDeeplyFrozen(citations)).toBe(true);
  });
});
