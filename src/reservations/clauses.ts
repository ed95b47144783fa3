import type { Clause, ClauseId } from '../kernel/clause.ts';
import type { RefundPolicy } from './terms.ts';

const cancellationTable = 'How cancellations work, table';

/** What the documents say about reservations, in this project's words. */
export const reservationClauses: readonly Clause[] = Object.freeze(
  [
    {
      id: 'RES-1',
      document: 'reservations',
      revision: '2020-08-06',
      section: `${cancellationTable}, row 1`,
      statement:
        'An unused reservation that is cancelled at most five days after its purchase is credited in full, without a fee.',
    },
    {
      id: 'RES-2',
      document: 'reservations',
      revision: '2020-08-06',
      section: `${cancellationTable}, row 2`,
      statement:
        'A used reservation that is cancelled at most five days after its purchase is credited pro rata, without a fee.',
    },
    {
      id: 'RES-3',
      document: 'reservations',
      revision: '2020-08-06',
      section: `${cancellationTable}, row 3`,
      statement:
        'An unused reservation that is cancelled more than five days after its purchase is credited pro rata, less an early termination fee of 12 %.',
    },
    {
      id: 'RES-4',
      document: 'reservations',
      revision: '2020-08-06',
      section: `${cancellationTable}, row 4`,
      statement:
        'A used reservation that is cancelled more than five days after its purchase is credited pro rata, less an early termination fee of 12 %.',
    },
    {
      id: 'RES-5',
      document: 'reservations',
      revision: '2020-08-06',
      section: 'How cancellations work, text and last column of the table',
      statement: 'Refunds of every row are capped at 50,000 USD a year.',
    },
    {
      id: 'RES-6',
      document: 'reservations',
      revision: '2020-08-06',
      section: 'How cancellations work',
      statement: 'What is paid out is the pro-rated rest of the price, less the fee.',
    },
    {
      id: 'RES-7',
      document: 'reservations',
      revision: '2020-08-06',
      section: 'Cancel or exchange a reservation',
      statement:
        'The vendor pays the partner and never turns to the customer; the partner settles with the customer.',
    },
    {
      id: 'RES-8',
      document: 'reservations',
      revision: '2020-08-06',
      section: 'How cancellations work',
      statement: 'A cancellation can be asked for at any time in the term.',
    },
    {
      id: 'RES-9',
      document: 'reservations',
      revision: '2020-08-06',
      section: 'How exchanges work; post-purchase steps, step 3, table',
      statement:
        'An exchange credits the partner with the pro-rated rest of the term, toward the price of another reservation. It names neither fee nor cap.',
    },
    {
      id: 'RES-10',
      document: 'reservations',
      revision: '2020-08-06',
      section: 'Note at the top',
      statement:
        'The rules are for partners of the reseller program and for no other kind of subscription.',
    },
    {
      id: 'RES-11',
      document: 'software',
      revision: '2020-06-18',
      section: 'Cancel a purchase, note',
      statement: 'SUSE Linux and Red Hat plans can be neither cancelled nor exchanged.',
    },
    {
      id: 'RES-12',
      document: 'reservations',
      revision: '2020-08-06',
      section: 'Post-purchase steps, step 3, table',
      statement:
        'A reservation record offers an overview with refund and exchange, access control, configuration, properties and support.',
    },
    {
      id: 'RES-13',
      document: 'reservations-2018',
      revision: '2018-05-11',
      section: 'How cancellations work; How exchanges work',
      statement:
        'In 2018 cancelling was limited to 50,000 USD a year and cost a fee of unstated size from the first day; the rest went back to the original purchase of the customer.',
    },
  ].map((clause) => Object.freeze(clause as Clause)),
);

/** Which clause says what, in each document that a refund policy can follow. */
export interface Citations {
  /** The rows of the cancellation table: within the window, and after it. */
  readonly inWindow: { readonly unused: ClauseId; readonly used: ClauseId };
  readonly afterWindow: { readonly unused: ClauseId; readonly used: ClauseId };
  /** What else, beside its row, makes every refund. */
  readonly everyRefund: readonly ClauseId[];
  readonly limit: ClauseId;
  readonly balance: ClauseId;
  readonly payee: ClauseId;
  readonly anyTimeInTerm: ClauseId;
  readonly exchange: ClauseId;
  readonly nonReturnable: ClauseId;
}

export const citations: Readonly<Record<RefundPolicy['document'], Citations>> = Object.freeze({
  reservations: Object.freeze({
    inWindow: Object.freeze({ unused: 'RES-1', used: 'RES-2' }),
    afterWindow: Object.freeze({ unused: 'RES-3', used: 'RES-4' }),
    everyRefund: Object.freeze(['RES-5', 'RES-6', 'RES-7'] as const),
    limit: 'RES-5',
    balance: 'RES-6',
    payee: 'RES-7',
    anyTimeInTerm: 'RES-8',
    exchange: 'RES-9',
    nonReturnable: 'RES-11',
  }),
  'reservations-2018': Object.freeze({
    inWindow: Object.freeze({ unused: 'RES-13', used: 'RES-13' }),
    afterWindow: Object.freeze({ unused: 'RES-13', used: 'RES-13' }),
    everyRefund: Object.freeze([]),
    limit: 'RES-13',
    balance: 'RES-13',
    payee: 'RES-13',
    anyTimeInTerm: 'RES-13',
    exchange: 'RES-13',
    nonReturnable: 'RES-11',
  }),
});
