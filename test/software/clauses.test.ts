import { describe, expect, it } from 'vitest';
import { softwareClauses } from '../../src/clauses/index.ts';
import { softwareCitations } from '../../src/software/policy/citations.ts';
import { isDeeplyFrozen } from '../reservations/deep.ts';

/** Where the clauses of the other revisions stand; the rest is of the document of 2020-06-18. */
const revisions: Record<string, readonly [document: string, revision: string]> = {
  'SOF-13': ['software-2018-09', '2018-09-04'],
  'SOF-14': ['software-2019-12', '2019-12-19'],
  'SOF-15': ['software-2020-01', '2020-01-31'],
  'SOF-16': ['software-2021-02', '2021-02-08'],
  'SOF-17': ['software-2021-06', '2021-06-01'],
  'SOF-18': ['software-2021-06', '2021-06-01'],
  'SOF-19': ['software-2022', '2022-07-11'],
  'SOF-20': ['software-2023-01', '2023-01-11'],
  'SOF-21': ['software-2023-01', '2023-01-11'],
  'SOF-22': ['software-2023-06', '2023-06-30'],
  'SOF-23': ['software-2023-06', '2023-06-30'],
  'SOF-24': ['software-reconciliation-2022-01', '2022-01-18'],
  'SOF-25': ['software-resources-2023-06', '2023-06-26'],
};

/** Which clause each text has for the window, the credit, what is kept, the links and the details. */
const cited: Record<string, string> = {
  'software-2018-09': 'SOF-13 SOF-13 SOF-3 SOF-13 SOF-5',
  'software-2019-12': 'SOF-13 SOF-14 SOF-3 SOF-13 SOF-5',
  'software-2020-01': 'SOF-13 SOF-14 SOF-15 SOF-13 SOF-5',
  software: 'SOF-1 SOF-2 SOF-3 SOF-9 SOF-5',
  'software-2021-02': 'SOF-1 SOF-2 SOF-3 SOF-16 SOF-5',
  'software-2021-06': 'SOF-17 SOF-2 SOF-3 SOF-18 SOF-5',
  'software-2022': 'SOF-19 SOF-19 SOF-3 SOF-18 SOF-5',
  'software-2023-01': 'SOF-19 SOF-19 SOF-3 SOF-18 SOF-5',
  'software-2023-06': 'SOF-22 SOF-22 SOF-3 SOF-23 SOF-22',
};

describe('softwareClauses', () => {
  it('has SOF-1 to SOF-25, each once and in order', () => {
    const ids = Array.from({ length: 25 }, (_, position) => `SOF-${position + 1}`);
    expect(softwareClauses.map(({ id }) => id)).toEqual(ids);
  });

  it('cites for each its document, the revision and a section', () => {
    for (const { id, document, revision, section, statement } of softwareClauses) {
      expect([document, revision]).toEqual(revisions[id] ?? ['software', '2020-06-18']);
      expect(section).toMatch(/^[A-Z]/);
      expect(statement).toMatch(/^[A-Z].*\.$/);
    }
  });

  it('are cited by the texts that a policy can follow', () => {
    const found = Object.entries(softwareCitations).map(([document, cites]) => [
      document,
      `${cites.window} ${cites.credit} ${cites.nonCancellable} ${cites.link} ${cites.particulars}`,
    ]);
    expect(Object.fromEntries(found)).toEqual(cited);
  });

  it.each([
    ['SOF-1', ['60 days', 'without an early termination fee']],
    ['SOF-2', ['Perpetual', 'in full', 'pro rata']],
    ['SOF-3', ['SUSE Linux', 'Red Hat', 'cannot be cancelled or exchanged']],
    ['SOF-4', ['Only an admin agent']],
    ['SOF-5', ['name, tenant or domain', 'product', 'order', 'message was read']],
    ['SOF-6', ['days are left', 'has closed', 'support']],
    [
      'SOF-7',
      [
        'keys and download links',
        'in the list without a key',
        '15 minutes',
        'next monthly invoice',
      ],
    ],
    ['SOF-8', ['Only admin agents']],
    ['SOF-9', ['two weeks', 'fiftieth download', 'any number of times']],
    ['SOF-10', ['their own admin center']],
    ['SOF-11', ['global, account, referral and marketing content admins']],
    ['SOF-12', ['Datacenter', 'Standard', 'Software Assurance', '40 %']],
    ['SOF-13', ['60 days', 'two weeks or 50 downloads', 'was not stated']],
    ['SOF-14', ['perpetual', 'in full', 'pro rata']],
    ['SOF-15', ['SUSE Linux', 'Red Hat', 'cannot be cancelled']],
    ['SOF-16', ['two weeks', '50 downloads', 'not stated']],
    ['SOF-17', ['30 days', 'order']],
    ['SOF-18', ['2021-06-03', 'five days', 'first download', 'older']],
    ['SOF-19', ['seven days', 'pro rata', '30 calendar days', 'in full']],
    ['SOF-20', ['charge cycle', 'a month, a year', 'the whole term', 'days that are left']],
    ['SOF-21', ['24 hours', 'renewal', 'in full']],
    ['SOF-22', ['seven days', 'friendly name or ID', '30 days', 'the order']],
    ['SOF-23', ['neither how long it works nor how often']],
    ['SOF-24', ['rounded down to two decimals', 'times the quantity']],
    ['SOF-25', ['last instant', 'in full', 'in part']],
  ])('%s says %j', (id, words) => {
    const statement = softwareClauses.find((clause) => clause.id === id)?.statement;
    for (const word of words) expect(statement).toContain(word);
  });

  it('is frozen to the ground', () => {
    expect(isDeeplyFrozen(softwareClauses)).toBe(true);
    expect(isDeeplyFrozen(softwareCitations)).toBe(true);
  });
});
