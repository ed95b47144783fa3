import type { Clause } from '../vocabulary/clauses.ts';

/** What the documents say about requests to the vendor's support, in this project's words. */
export const supportClauses: readonly Clause[] = Object.freeze(
  [
    {
      id: 'SUP-1',
      document: 'reservations',
      revision: '2020-08-06',
      section: 'Request a refund or exchange on behalf of a customer',
      statement:
        'A refund or an exchange of a reservation is asked for as a billing matter of reservation management, with a way to reach the partner; both IDs of the reservation may be wanted.',
      status: 'modelled',
    },
    {
      id: 'SUP-2',
      document: 'software',
      revision: '2020-06-18',
      section: 'Submit a customer support request to cancel a purchase',
      statement:
        'Where cancelling software oneself ends at the support form, it takes an impact, a title, the customer, the order or subscription, a reason, an amount and a person to reach; files may be added.',
      status: 'modelled',
    },
  ].map((clause) => Object.freeze(clause as Clause)),
);
