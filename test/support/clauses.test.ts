import { describe, expect, it } from 'vitest';

import { supportClauses } from '../../src/clauses/index.ts';

describe('supportClauses', () => {
  it('cites the document, revision and section of SUP-1 and SUP-2', () => {
    expect(supportClauses).toMatchObject([
      {
        id: 'SUP-1',
        document: 'reservations',
        revision: '2020-08-06',
        section: 'Request a refund or exchange on behalf of a customer',
      },
      {
        id: 'SUP-2',
        document: 'software',
        revision: '2020-06-18',
        section: 'Submit a customer support request to cancel a purchase',
      },
    ]);
  });

  it('states each in a sentence', () => {
    for (const { statement } of supportClauses) expect(statement).toMatch(/^[A-Z].*\.$/);
  });

  it('is frozen to the ground', () => {
    expect(Object.isFrozen(supportClauses)).toBe(true);
    for (const clause of supportClauses) expect(Object.isFrozen(clause)).toBe(true);
  });
});
