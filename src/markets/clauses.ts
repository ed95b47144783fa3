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
    {
      id: 'MKT-4',
      document: 'software-2018-09',
      revision: '2018-09-04',
      section: 'Azure reservations unavailable markets',
      statement: 'In 2018 Azure reservations were not available in eighteen markets.',
      status: 'superseded',
      why: 'Only the list of 2018-09-04 follows it.',
    },
    {
      id: 'MKT-5',
      document: 'software-2019-04',
      revision: '2019-04-03',
      section: 'Azure reservations unavailable markets',
      statement: 'From April 2019 Azure reservations were not available in eleven markets.',
      status: 'superseded',
      why: 'Only the list of 2019-04-03 follows it.',
    },
    {
      id: 'MKT-6',
      document: 'unavailable-markets-api-2022-06',
      revision: '2022-06-28',
      section: 'Unavailable markets',
      statement:
        'The page of the API lists 110 names: those of the table without Azerbaijan, and Brazil and Russia.',
      status: 'modelled',
    },
    {
      id: 'MKT-7',
      document: 'reservations-buying-2020-08',
      revision: '2020-08-06',
      section: 'Before you begin',
      statement: 'Prices of Azure reservations do not include tax, except in Brazil.',
      status: 'modelled',
    },
  ].map((clause) => Object.freeze(clause as Clause)),
);
