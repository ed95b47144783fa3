import type { Clause } from '../vocabulary/clauses.ts';

const azurePolicies = 'Cancel, exchange, and refund policies';
const cancellationTable = 'How cancellations work, table';

/** The clauses on reservations, in this project's words. */
export const reservationClauses: readonly Clause[] = Object.freeze(
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
      id: 'AZR-1',
      document: 'azure-refunds-2020-01',
      revision: '2020-01-24',
      section: azurePolicies,
      statement:
        'On Microsoft’s page for all customers, a refund is the pro-rated remainder of the price, less an early termination fee of 12 % from the first day.',
      status: 'superseded',
      why: 'AZR-2 replaced it: the fee is not charged. `azure-2020-01` follows it.',
    },
    {
      id: 'AZR-2',
      document: 'azure-refunds-2020-02',
      revision: '2020-02-12',
      section: azurePolicies,
      statement: 'An early termination fee may be introduced later; currently none is charged.',
      status: 'modelled',
    },
    {
      id: 'AZR-3',
      document: 'azure-refunds-2020-01',
      revision: '2020-01-24',
      section: azurePolicies,
      statement: 'Refunds are limited to 50,000 USD in any twelve months.',
      status: 'superseded',
      why: 'AZR-5 replaced it: cancelled commitments count. `azure-2020-01` and `azure-2020-02` follow it.',
    },
    {
      id: 'AZR-4',
      document: 'azure-refunds-2020-01',
      revision: '2020-01-24',
      section: azurePolicies,
      statement:
        'An exchange credits the remainder of the price, pro-rated by day, toward a reservation that costs at least as much. There is no fee and no limit.',
      status: 'modelled',
    },
    {
      id: 'AZR-5',
      document: 'azure-refunds-2020-07',
      revision: '2020-07-24',
      section: azurePolicies,
      statement:
        'The commitments cancelled in any twelve months cannot exceed 50,000 USD: each counts at its amount before the fee, a request above the limit is refused, and each amount becomes available again 365 days later.',
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
      statement: 'Pre-purchase plans of Synapse Analytics are not refunded either.',
      status: 'superseded',
      why: 'AZR-8 adds to it. `azure-2022-10` follows it.',
    },
    {
      id: 'AZR-8',
      document: 'azure-refunds-2024-12',
      revision: '2024-12-01',
      section: 'Introduction',
      statement: 'Plans of Defender for Cloud and Sentinel are not refunded either.',
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
