import type { Clause } from '../vocabulary/clauses.ts';

const azurePolicies = 'Cancel, exchange, and refund policies';
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
      status: 'modelled',
    },
    {
      id: 'RES-2',
      document: 'reservations',
      revision: '2020-08-06',
      section: `${cancellationTable}, row 2`,
      statement:
        'A used reservation that is cancelled at most five days after its purchase is credited pro rata, without a fee.',
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
      statement: 'Refunds of every row are capped at 50,000 USD a year.',
      status: 'modelled',
    },
    {
      id: 'RES-6',
      document: 'reservations',
      revision: '2020-08-06',
      section: 'How cancellations work',
      statement: 'What is paid out is the pro-rated rest of the price, less the fee.',
      status: 'modelled',
    },
    {
      id: 'RES-7',
      document: 'reservations',
      revision: '2020-08-06',
      section: 'Cancel or exchange a reservation',
      statement:
        'The vendor pays the partner and never turns to the customer; the partner settles with the customer.',
      status: 'modelled',
    },
    {
      id: 'RES-8',
      document: 'reservations',
      revision: '2020-08-06',
      section: 'How cancellations work',
      statement: 'A cancellation can be asked for at any time in the term.',
      status: 'modelled',
    },
    {
      id: 'RES-9',
      document: 'reservations',
      revision: '2020-08-06',
      section: 'How exchanges work; post-purchase steps, step 3, table',
      statement:
        'An exchange credits the partner with the pro-rated rest of the term, toward the price of another reservation. It names neither fee nor cap.',
      status: 'modelled',
    },
    {
      id: 'RES-10',
      document: 'reservations',
      revision: '2020-08-06',
      section: 'Note at the top',
      statement:
        'The rules are for partners of the reseller program and for no other kind of subscription.',
      status: 'modelled',
    },
    {
      id: 'RES-11',
      document: 'software',
      revision: '2020-06-18',
      section: 'Cancel a purchase, note',
      statement: 'SUSE Linux and Red Hat plans can be neither cancelled nor exchanged.',
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
      why: 'It lists what a record offers and leaves open how. Who may do each of these tasks is ROL-3.',
    },
    {
      id: 'RES-13',
      document: 'reservations-2018',
      revision: '2018-05-11',
      section: 'How cancellations work; How exchanges work',
      statement:
        'In 2018 cancelling was limited to 50,000 USD a year and cost a fee of unstated size from the first day; the rest went back to the original purchase of the customer. An exchange credits the rest of the term.',
      status: 'superseded',
      why: 'It is the text of May 2018. RES-1 to RES-9 took its place; `partner-center-2018-05` follows it, and for exchanges `partner-center-2018-10` and `partner-center-2018-11` too.',
    },
    {
      id: 'RES-14',
      document: 'reservations-2018-10',
      revision: '2018-10-12',
      section: 'How cancellations work, table',
      statement:
        'The first table: fewer than five days after the purchase without a fee (unused in full, used pro rata), more than five days pro rata less 12 %, up to 50,000 USD a year. It has no row for the fifth day.',
      status: 'superseded',
      why: 'It is the table of October 2018. RES-15 took its place; `partner-center-2018-10` follows it.',
    },
    {
      id: 'RES-15',
      document: 'reservations-2018-11',
      revision: '2018-11-16',
      section: 'How cancellations work, table',
      statement:
        'The table with its fifth day free of the fee, and the refund paid to the partner.',
      status: 'superseded',
      why: 'It is the table of November 2018. RES-1 to RES-7 took its place; `partner-center-2018-11` follows it.',
    },
    {
      id: 'AZR-1',
      document: 'azure-refunds-2020-01',
      revision: '2020-01-24',
      section: azurePolicies,
      statement:
        'A refund on the vendor’s page for all customers is the pro-rated rest of the price, less an early termination fee of 12 %, from the first day.',
      status: 'superseded',
      why: 'AZR-2 took its place: the fee is not charged. `azure-2020-01` follows it.',
    },
    {
      id: 'AZR-2',
      document: 'azure-refunds-2020-02',
      revision: '2020-02-12',
      section: azurePolicies,
      statement: 'The early termination fee may come one day; for now none is charged.',
      status: 'modelled',
    },
    {
      id: 'AZR-3',
      document: 'azure-refunds-2020-01',
      revision: '2020-01-24',
      section: azurePolicies,
      statement: 'Refunds are limited to 50,000 USD in any twelve months.',
      status: 'superseded',
      why: 'AZR-5 took its place: cancelled commitments count. `azure-2020-01` and `azure-2020-02` follow it.',
    },
    {
      id: 'AZR-4',
      document: 'azure-refunds-2020-01',
      revision: '2020-01-24',
      section: azurePolicies,
      statement:
        'An exchange credits the daily pro-rated rest toward a reservation that costs at least as much. It has neither fee nor limit.',
      status: 'modelled',
    },
    {
      id: 'AZR-5',
      document: 'azure-refunds-2020-07',
      revision: '2020-07-24',
      section: azurePolicies,
      statement:
        'The commitments that are cancelled in any twelve months may not exceed 50,000 USD: each counts before any fee, what exceeds the limit is refused, and each is given back 365 days later.',
      status: 'modelled',
    },
    {
      id: 'AZR-6',
      document: 'azure-refunds-2020-07',
      revision: '2020-07-24',
      section: 'Introduction',
      statement:
        'Databricks, VMware by CloudSimple, Red Hat OpenShift, Red Hat and SUSE Linux plans are not refunded.',
      status: 'superseded',
      why: 'AZR-7 and AZR-8 add to it. `azure-2020-07` follows it.',
    },
    {
      id: 'AZR-7',
      document: 'azure-refunds-2022-10',
      revision: '2022-10-10',
      section: 'Introduction',
      statement: 'What is not refunded now includes pre-purchase plans of Synapse Analytics.',
      status: 'superseded',
      why: 'AZR-8 adds to it. `azure-2022-10` follows it.',
    },
    {
      id: 'AZR-8',
      document: 'azure-refunds-2024-12',
      revision: '2024-12-01',
      section: 'Introduction',
      statement: 'What is not refunded now includes plans of Defender for Cloud and Sentinel.',
      status: 'modelled',
    },
    {
      id: 'AZS-1',
      document: 'azure-service-2023',
      revision: '2023-03-10',
      section: 'Recorded answers to calculateRefund and return',
      statement:
        'The vendor’s service credited an unused reservation in full on the first days after its purchase and pro rata after that, without a fee; a refund above what is left of 50,000 USD is refused, and only the refund counts.',
      status: 'modelled',
    },
    {
      id: 'PAY-1',
      document: 'azure-reservation-costs',
      revision: '2026-01-15',
      section: 'Introduction',
      statement:
        'A reservation that is paid monthly has one payment a month: the first on the day of purchase, each of the others the same day of a later month. A payment pays for the days up to the next one.',
      status: 'modelled',
    },
    {
      id: 'PAY-2',
      document: 'azure-service-2023',
      revision: '2023-03-10',
      section: 'Recorded answers to calculateRefund and calculateExchange, monthly plans',
      statement:
        'Of a reservation that is paid monthly only the payment made last is credited, for the days left until the next one, the day of return included.',
      status: 'modelled',
    },
    {
      id: 'PAY-3',
      document: 'azure-service-2023',
      revision: '2023-03-10',
      section: 'Recorded answers, billingCurrencyRemainingCommitmentAmount',
      statement:
        'The payments to come of the returned units are cancelled. They were never paid, so they are not refunded.',
      status: 'modelled',
    },
    {
      id: 'PAY-4',
      document: 'azure-service-2023',
      revision: '2023-03-10',
      section: 'Recorded answers to calculateRefund, first days after the purchase',
      statement:
        'The window for full credit runs from the purchase, not from each payment; with monthly payment it covers the first payment of the returned units.',
      status: 'modelled',
    },
    {
      id: 'PAY-5',
      document: 'azure-service-2023',
      revision: '2022-09-24',
      section: 'Recorded answers to calculateRefund, one of several units',
      statement:
        'If only some units of a reservation are returned, the credit is their share of the price.',
      status: 'modelled',
    },
    {
      id: 'PAY-6',
      document: 'azure-refunds-2026-01',
      revision: '2026-03-19',
      section: azurePolicies,
      statement:
        'The cancelled commitment is the credit and the payments to come; a limit on commitments counts both.',
      status: 'modelled',
    },
    {
      id: 'PAY-7',
      document: 'azure-refunds-2026-01',
      revision: '2026-03-19',
      section: azurePolicies,
      statement:
        'In an exchange everything returned, credit and payments to come, is set against the lifetime totals of everything bought, which must be at least as much. There is no fee and no limit.',
      status: 'modelled',
    },
    {
      id: 'PAY-8',
      document: 'azure-refunds-2026-01',
      revision: '2026-03-19',
      section: azurePolicies,
      statement: 'A refund shares the price paid or the current price, whichever is lower.',
      status: 'modelled',
    },
  ].map((clause) => Object.freeze(clause as Clause)),
);
