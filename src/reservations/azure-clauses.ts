import type { Clause } from '../vocabulary/clauses.ts';

const azurePolicies = 'Cancel, exchange, and refund policies';

/** The clauses of Microsoft's pages for all customers and of its service, in this project's words. */
export const azureClauses: readonly Clause[] = Object.freeze(
  [
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
      why: 'AZR-7 and AZR-8 add to it, and AZR-9 replaced it. `azure-2020-07` follows it.',
    },
    {
      id: 'AZR-7',
      document: 'azure-refunds-2022-10',
      revision: '2022-10-10',
      section: 'Introduction',
      statement: 'Pre-purchase plans of Synapse Analytics are not refunded either.',
      status: 'superseded',
      why: 'AZR-8 adds to it. `partner-center-2023-07` and `azure-2022-10` follow it.',
    },
    {
      id: 'AZR-8',
      document: 'azure-refunds-2024-12',
      revision: '2024-12-05',
      section: 'Introduction',
      statement: 'Plans of Defender for Cloud and Sentinel are not refunded either.',
      status: 'superseded',
      why: 'AZR-9 replaced it. `partner-center-2024-12` and `azure-2024-12` follow it.',
    },
    {
      id: 'AZR-9',
      document: 'azure-refunds-2026-01',
      revision: '2026-03-19',
      section: 'Introduction',
      statement:
        'Red Hat and SUSE Linux plans and the pre-purchase plans of Databricks, Defender for Cloud, Sentinel and Synapse Analytics can be neither refunded nor exchanged.',
      status: 'modelled',
    },
    {
      id: 'AZR-10',
      document: 'azure-exchanges-2027-02',
      revision: '2026-08-27',
      section: 'Changes to the Azure reservation exchange policy',
      statement:
        'A reservation bought on or after 2027-02-01 cannot be exchanged if savings plans cover its service. One bought before can be exchanged freely before that day and once, per unit, from that day on; the new reservation, like a renewal, is a new purchase. A trade-in for a savings plan is always possible. Refunds do not change.',
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
