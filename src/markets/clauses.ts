import type { Clause } from '../vocabulary/clauses.ts';

/** The clauses on markets, in this project's words. */
export const marketClauses: readonly Clause[] = Object.freeze(
  [
    {
      id: 'MKT-1',
      document: 'software',
      revision: '2020-06-18',
      section: 'Azure reservations unavailable markets, table',
      statement:
        'The table lists, under 109 names, the markets in which Azure reservations are not available.',
      status: 'modelled',
    },
    {
      id: 'MKT-2',
      document: 'software',
      revision: '2020-06-18',
      section: 'Buy software subscriptions on behalf of customers, step 3',
      statement: 'Commercial prices do not include tax, except in Australia and Brazil.',
      status: 'modelled',
    },
    {
      id: 'MKT-3',
      document: 'software-2019-07',
      revision: '2019-07-25',
      section: 'Azure reservations unavailable markets',
      statement:
        'In 2019, before the longer table, Azure reservations were not available in twelve markets.',
      status: 'superseded',
      why: 'Only the list of 2019-07-25 follows it.',
    },
  ].map((clause) => Object.freeze(clause as Clause)),
);
