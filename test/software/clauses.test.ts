import { describe, expect, it } from 'vitest';
import { softwareClauses } from '../../src/software/index.ts';
import { isDeeplyFrozen } from '../reservations/deep.ts';

describe('softwareClauses', () => {
  it('holds SOF-1 to SOF-12, each once and in order', () => {
    const ids = Array.from({ length: 12 }, (_, position) => `SOF-${position + 1}`);
    expect(softwareClauses.map(({ id }) => id)).toEqual(ids);
  });

  it('cites for each the one document, its revision and a section', () => {
    for (const { document, revision, section, statement } of softwareClauses) {
      expect([document, revision]).toEqual(['software', '2020-06-18']);
      expect(section).toMatch(/^[A-Z]/);
      expect(statement).toMatch(/^[A-Z].*\.$/);
    }
  });

  it.each([
    ['SOF-1', ['60 days', 'without an early termination fee']],
    ['SOF-2', ['Perpetual', 'in full', 'pro rata']],
    ['SOF-3', ['SUSE Linux', 'Red Hat', 'neither cancelled nor exchanged']],
    ['SOF-4', ['None but an admin agent']],
    ['SOF-5', ['name, tenant or domain', 'product', 'order', 'message was read']],
    ['SOF-6', ['days are left', 'has passed', 'support']],
    [
      'SOF-7',
      ['keys and download links', 'listed without a key', '15 minutes', 'next monthly invoice'],
    ],
    ['SOF-8', ['admin agents only']],
    ['SOF-9', ['second week', 'fiftieth download', 'any number of times']],
    ['SOF-10', ['their own admin center']],
    ['SOF-11', ['global, account, referral and marketing content admins']],
    ['SOF-12', ['Datacenter', 'Standard', 'Software Assurance', '40 %']],
  ])('%s says %j', (id, words) => {
    const statement = softwareClauses.find((clause) => clause.id === id)?.statement;
    for (const word of words) expect(statement).toContain(word);
  });

  it('is frozen to the ground', () => {
    expect(isDeeplyFrozen(softwareClauses)).toBe(true);
  });
});
