import type { Clause } from '../vocabulary/clauses.ts';

/** The clauses on requests to the vendor's support, in this project's words. */
export const supportClauses: readonly Clause[] = Object.freeze(
  [
    {
      id: 'SUP-1',
      document: 'reservations',
      revision: '2020-08-06',
      section: 'Request a refund or exchange on behalf of a customer',
      statement:
        'A refund or exchange of a reservation is requested as a billing issue under reservation management, with a way to contact the partner; support may also ask for both reservation IDs.',
      status: 'modelled',
    },
    {
      id: 'SUP-2',
      document: 'software',
      revision: '2020-06-18',
      section: 'Submit a customer support request to cancel a purchase',
      statement:
        'If a software cancellation leads to the support form, the form requires an impact, a title, the customer, the order or subscription, a reason, an amount and a contact person; files can be attached.',
      status: 'modelled',
    },
  ].map((clause) => Object.freeze(clause as Clause)),
);
