import { describe, expect, it } from 'vitest';
import { reservationClauses } from '../../src/clauses/index.ts';
import type { ClauseId, DocumentKey } from '../../src/reservations/index.ts';
import { isDeeplyFrozen } from './deep.ts';

/** A second transcription: where each clause stands. */
const documents: readonly (readonly [document: DocumentKey, revision: string, ids: string])[] = [
  [
    'reservations',
    '2020-08-06',
    'RES-1 RES-2 RES-3 RES-4 RES-5 RES-6 RES-7 RES-8 RES-9 RES-10 RES-12',
  ],
  ['software', '2020-06-18', 'RES-11'],
  ['reservations-2018', '2018-05-11', 'RES-13'],
  ['reservations-2018-10', '2018-10-12', 'RES-14'],
  ['reservations-2018-11', '2018-11-16', 'RES-15'],
  ['azure-refunds-2020-01', '2020-01-24', 'AZR-1 AZR-3 AZR-4'],
  ['azure-refunds-2020-02', '2020-02-12', 'AZR-2'],
  ['azure-refunds-2020-07', '2020-07-24', 'AZR-5 AZR-6'],
  ['azure-refunds-2022-10', '2022-10-10', 'AZR-7'],
  ['azure-refunds-2024-12', '2024-12-05', 'AZR-8'],
  ['azure-exchanges-2027-02', '2026-08-27', 'AZR-10'],
  ['reservations-2023-07', '2023-07-31', 'RES-16 RES-17'],
  ['azure-service-2023', '2023-03-10', 'AZS-1 PAY-2 PAY-3 PAY-4'],
  ['azure-service-2023', '2022-09-24', 'PAY-5'],
  ['azure-reservation-costs', '2026-01-15', 'PAY-1'],
  ['azure-refunds-2026-01', '2026-03-19', 'AZR-9 PAY-6 PAY-7 PAY-8'],
];

describe('reservationClauses', () => {
  it('holds RES-1 to RES-17, AZR-1 to AZR-10, AZS-1 and PAY-1 to PAY-8, each once and in order', () => {
    const numbered = (prefix: string, length: number): string[] =>
      Array.from({ length }, (_, position) => `${prefix}-${position + 1}`);
    expect(reservationClauses.map(({ id }) => id)).toEqual([
      ...numbered('RES', 17),
      ...numbered('AZR', 10),
      'AZS-1',
      ...numbered('PAY', 8),
    ]);
  });

  it('cites for each its document, revision and section', () => {
    for (const { id, document, revision, section, statement } of reservationClauses) {
      const where = documents.find(([, , ids]) => ids.split(' ').includes(id));
      expect([id, document, revision]).toEqual([id, where?.[0], where?.[1]]);
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
  });
});
