import { describe, expect, it } from 'vitest';
import { customerClauses } from '../../src/customers/index.ts';

describe('customerClauses', () => {
  it('holds CUS-1 to CUS-10, each once and in order', () => {
    const ids = Array.from({ length: 10 }, (_, position) => `CUS-${position + 1}`);
    expect(customerClauses.map(({ id }) => id)).toEqual(ids);
  });

  it('cites for each its document, revision and section', () => {
    for (const clause of customerClauses) {
      expect(clause).toMatchObject({ document: 'customer-permission', revision: '2020-05-13' });
      expect(clause.section).toMatch(/^[A-Z]/);
      expect(clause.statement).toMatch(/^[A-Z].*\.$/);
    }
    expect(new Set(customerClauses.map(({ statement }) => statement)).size).toBe(10);
  });

  it('is frozen to the ground', () => {
    expect(Object.isFrozen(customerClauses)).toBe(true);
    expect(customerClauses.every(Object.isFrozen)).toBe(true);
  });
});
