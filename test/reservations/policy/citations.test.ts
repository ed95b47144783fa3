import { describe, expect, it } from 'vitest';
import { reservationClauses } from '../../../src/clauses/index.ts';
import {
  type ClauseId,
  type RefundDocument,
  refundPolicies,
  refundPolicyVersions,
} from '../../../src/reservations/index.ts';
import { citations } from '../../../src/reservations/policy/citations.ts';
import { isDeeplyFrozen } from '../deep.ts';

/** Every clause that the answers under one document can cite. */
function citedBy(document: RefundDocument): ClauseId[] {
  const { inWindow, afterWindow, everyRefund, knowsMonthly: _, ...single } = citations[document];
  const named = [inWindow, afterWindow, single].flatMap((group) => Object.values(group));
  return [...named, ...everyRefund];
}

const documents = Object.keys(citations) as RefundDocument[];
/** That of the default, and the newest of each source. */
const newest: readonly RefundDocument[] = [
  'reservations',
  ...refundPolicyVersions
    .filter(({ until }) => until === null)
    .map(({ policy }) => policy.document),
];

const clauseOf = (id: ClauseId) => reservationClauses.find((clause) => clause.id === id);

/** The revision of a document, by a clause of its own. */
const revisionOf = (key: RefundDocument) =>
  reservationClauses.find(({ document }) => document === key)?.revision;

describe('citations', () => {
  it('name no clause that is younger than the document that a policy follows, but RES-11 and those of payment', () => {
    for (const document of documents) {
      for (const id of citedBy(document)) {
        if (id === 'RES-11' || id.startsWith('PAY-')) continue;
        const clause = clauseOf(id);
        expect([id, `${clause?.revision}` <= `${revisionOf(document)}`]).toEqual([id, true]);
        // From 2023-07 on the page for partners points to that for all customers (RES-16).
        if (document >= 'reservations-2023') continue;
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

  it('name a superseded clause under older documents alone, and every such clause is one', () => {
    const current = new Set(newest.flatMap(citedBy));
    const older = new Set(documents.flatMap(citedBy).filter((id) => !current.has(id)));
    const superseded = reservationClauses.filter(({ status }) => status === 'superseded');
    expect(new Set(superseded.map(({ id }) => id))).toEqual(older);
  });

  it('agree with the policies that each superseded clause says to be followed by', () => {
    for (const { id, why = '' } of reservationClauses) {
      const told = [...why.matchAll(/`([^`]+)`/g)].map(([, policy]) => policy);
      const followers = Object.values(refundPolicies).filter(({ document }) =>
        citedBy(document).includes(id),
      );
      if (told.length > 0) expect([id, ...told]).toEqual([id, ...followers.map((it) => it.id)]);
    }
  });

  it('are frozen to the ground', () => {
    expect(isDeeplyFrozen(citations)).toBe(true);
  });
});
