import type { Clause } from '../vocabulary/clauses.ts';

/** What the documents say about markets, in this project's words. */
export const marketClauses: readonly Clause[] = Object.freeze(
  [
    {
      id: 'MKT-1',
      document: 'software',
      revision: '2020-06-18',
      section: 'Azure reservations unavailable markets, table',
      statement:
        'Under 109 names the table lists markets in which no Azure reservation can be had.',
      status: 'modelled',
    },
    {
      id: 'MKT-2',
      document: 'software',
      revision: '2020-06-18',
      section: 'Buy software subscriptions on behalf of customers, step 3',
      statement: 'Commercial prices come without tax, but hold it in Australia and in Brazil.',
      status: 'modelled',
    },
    {
      id: 'MKT-3',
      document: 'software-2019-07',
      revision: '2019-07-25',
      section: 'Azure reservations unavailable markets',
      statement: 'In 2019, before the longer table, twelve markets had no Azure reservations.',
      status: 'superseded',
      why: 'Only the list of 2019-07-25 follows it.',
    },
  ].map((clause) => Object.freeze(clause as Clause)),
);
