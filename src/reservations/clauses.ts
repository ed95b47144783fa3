import type { Clause } from '../vocabulary/clauses.ts';

const cancellationTable = 'How cancellations work, table';

/** The clauses of the pages for partners on reservations, in this project's words. */
export const partnerPageClauses: readonly Clause[] = Object.freeze(
  [
    {
      id: 'RES-1',
      document: 'reservations',
      revision: '2020-08-06',
      section: `${cancellationTable}, row 1`,
      statement:
        'An unused reservation that is cancelled within five days of its purchase is credited in full, without a fee.',
      status: 'modelled',
    },
    {
      id: 'RES-2',
      document: 'reservations',
      revision: '2020-08-06',
      section: `${cancellationTable}, row 2`,
      statement:
        'A used reservation that is cancelled within five days of its purchase is credited pro rata, without a fee.',
      status: 'modelled',
    },
    {
      id: 'RES-3',
      document: 'reservations',
      revision: '2020-08-06',
      section: `${cancellationTable}, row 3`,
      statement:
        'An unused reservation that is cancelled more than five days after its purchase is credited pro rata, less an early termination fee of 12 %.',
      status: 'modelled',
    },
    {
      id: 'RES-4',
      document: 'reservations',
      revision: '2020-08-06',
      section: `${cancellationTable}, row 4`,
      statement:
        'A used reservation that is cancelled more than five days after its purchase is credited pro rata, less an early termination fee of 12 %.',
      status: 'modelled',
    },
    {
      id: 'RES-5',
      document: 'reservations',
      revision: '2020-08-06',
      section: 'How cancellations work, text and last column of the table',
      statement: 'Refunds are limited to 50,000 USD a year in all cases.',
      status: 'modelled',
    },
    {
      id: 'RES-6',
      document: 'reservations',
      revision: '2020-08-06',
      section: 'How cancellations work',
      statement: 'The refund is the pro-rated remainder of the price, less the fee.',
      status: 'modelled',
    },
    {
      id: 'RES-7',
      document: 'reservations',
      revision: '2020-08-06',
      section: 'Cancel or exchange a reservation',
      statement:
        'Microsoft pays the partner and does not contact the customer; the partner settles with the customer.',
      status: 'modelled',
    },
    {
      id: 'RES-8',
      document: 'reservations',
      revision: '2020-08-06',
      section: 'How cancellations work',
      statement: 'A cancellation can be requested at any time during the term.',
      status: 'modelled',
    },
    {
      id: 'RES-9',
      document: 'reservations',
      revision: '2020-08-06',
      section: 'How exchanges work; post-purchase steps, step 3, table',
      statement:
        'An exchange credits the partner with the pro-rated remainder of the term toward the price of another reservation. No fee or limit is mentioned.',
      status: 'modelled',
    },
    {
      id: 'RES-10',
      document: 'reservations',
      revision: '2020-08-06',
      section: 'Note at the top',
      statement:
        'The rules apply only to partners in the reseller program, and to no other kind of subscription.',
      status: 'modelled',
    },
    {
      id: 'RES-11',
      document: 'software',
      revision: '2020-06-18',
      section: 'Cancel a purchase, note',
      statement: 'SUSE Linux and Red Hat plans cannot be cancelled or exchanged.',
      status: 'modelled',
    },
    {
      id: 'RES-12',
      document: 'reservations',
      revision: '2020-08-06',
      section: 'Post-purchase steps, step 3, table',
      statement:
        'A reservation record offers an overview with refund and exchange, access control, configuration, properties and support.',
      status: 'informational',
      why: 'It only lists the pages of a record; ROL-3 decides who can perform each task.',
    },
    {
      id: 'RES-13',
      document: 'reservations-2018',
      revision: '2018-05-11',
      section: 'How cancellations work; How exchanges work',
      statement:
        'In 2018, cancellations were limited to 50,000 USD a year, with a fee from the first day whose amount was not stated; the remainder went back to the customer’s original payment. An exchange credits the remainder of the term.',
      status: 'superseded',
      why: 'It is the text of May 2018. RES-1 to RES-9 replaced it; `partner-center-2018-05` follows it, and `partner-center-2018-10` and `partner-center-2018-11` follow it for exchanges.',
    },
    {
      id: 'RES-14',
      document: 'reservations-2018-10',
      revision: '2018-10-12',
      section: 'How cancellations work, table',
      statement:
        'The first table: less than five days after the purchase, no fee (unused in full, used pro rata); more than five days after it, pro rata less 12 %; up to 50,000 USD a year. It has no row for the fifth day.',
      status: 'superseded',
      why: 'It is the table of October 2018. RES-15 replaced it; `partner-center-2018-10` follows it.',
    },
    {
      id: 'RES-15',
      document: 'reservations-2018-11',
      revision: '2018-11-16',
      section: 'How cancellations work, table',
      statement:
        'The table in which the fifth day is also free of the fee and the refund is paid to the partner.',
      status: 'superseded',
      why: 'It is the table of November 2018. RES-1 to RES-7 replaced it; `partner-center-2018-11` follows it.',
    },
    {
      id: 'RES-16',
      document: 'reservations-2023-07',
      revision: '2023-07-31',
      section: 'Cancel, exchange, or refund reservations',
      statement:
        'The page for partners no longer has a table, a fee, a window or a limit; it points to the page for all customers. The partner is credited.',
      status: 'modelled',
    },
    {
      id: 'RES-17',
      document: 'reservations-2023-07',
      revision: '2023-07-31',
      section: 'Exchange reservations',
      statement: 'A reservation is exchanged for another one of the same product family.',
      status: 'modelled',
    },
  ].map((clause) => Object.freeze(clause as Clause)),
);
