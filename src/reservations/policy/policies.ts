import type { Product } from './products.ts';
import type { RefundPolicy } from './refund-policy.ts';

/** The origin of a policy: the page for partners, the vendor's page for all customers, or its live service. */
export type PolicySource = 'partner-center' | 'azure' | 'azure-service';

/** A published policy, since when it is known, and what its texts leave open. */
export interface RefundPolicyVersion {
  readonly policy: RefundPolicy;
  readonly source: PolicySource;
  /** The UTC date of the document, which is not always the day it took effect. */
  readonly from: string;
  /** The day from which the next version of the same source is known; `null` for the newest. */
  readonly until: string | null;
  /** The day on which the numbers were last compared with the sources. */
  readonly lastVerified: string;
  /** Notes that are needed to understand the numbers. */
  readonly notes: readonly string[];
}

const lastVerified = '2026-11-21';

const partnerCenter2020: RefundPolicy = {
  id: 'partner-center-2020-08',
  document: 'reservations',
  windowDays: 5, // RES-1 to RES-4, R-FIVE
  dayWithoutRow: null,
  fullCreditWhenUnused: true, // RES-1
  feeRate: '0.12', // RES-3, RES-4
  limitUsd: '50000.00', // RES-5
  limitWindow: '365-days', // R-YEAR
  limitCounts: 'refund', // R-COUNTS
  overLimit: 'clip', // R-OVER
  rounding: 'half-even', // R-ROUND
  exchangeMinimum: 'credit', // R-SWAP
  priceBasis: 'paid', // R-BASIS
  exchangeWindow: 'pro-rated', // R-SWAP
  nonReturnable: Object.freeze(['SuseLinux', 'RedHat'] as const), // RES-11
  nonExchangeable: Object.freeze(['SuseLinux', 'RedHat'] as const), // RES-11
  exchangeEnd: null, // first stated in 2026-08, for 2027-02
  payee: 'partner', // RES-7
};

const partnerCenter201811: RefundPolicy = {
  ...partnerCenter2020,
  id: 'partner-center-2018-11',
  document: 'reservations-2018-11', // RES-15
  nonReturnable: Object.freeze([] as const), // first stated in 2020
  nonExchangeable: Object.freeze([] as const), // first stated in 2020
};

const partnerCenter201810: RefundPolicy = {
  ...partnerCenter201811,
  id: 'partner-center-2018-10',
  document: 'reservations-2018-10', // RES-14, also for what follows
  windowDays: 4,
  dayWithoutRow: 5,
  payee: 'customer',
};

const partnerCenter201805: RefundPolicy = {
  ...partnerCenter201810,
  id: 'partner-center-2018-05',
  document: 'reservations-2018', // RES-13, also for what follows
  windowDays: null,
  dayWithoutRow: null,
  fullCreditWhenUnused: false,
  feeRate: null,
};

const azure202001: RefundPolicy = {
  ...partnerCenter2020,
  id: 'azure-2020-01',
  document: 'azure-refunds-2020-01',
  windowDays: null, // AZR-1
  fullCreditWhenUnused: false, // AZR-1
  priceBasis: 'lower', // PAY-8
  nonReturnable: Object.freeze([] as const), // first stated in 2020-07
  nonExchangeable: Object.freeze([] as const), // first stated in 2026-01
};

const azure202002: RefundPolicy = {
  ...azure202001,
  id: 'azure-2020-02',
  document: 'azure-refunds-2020-02',
  feeRate: '0', // AZR-2
};

const azure202007: RefundPolicy = {
  ...azure202002,
  id: 'azure-2020-07',
  document: 'azure-refunds-2020-07',
  limitCounts: 'canceled-commitment', // AZR-5
  overLimit: 'refuse', // AZR-5
  nonReturnable: Object.freeze([
    'Databricks',
    'VMwareCloudSimple',
    'RedHatOsa',
    'RedHat',
    'SuseLinux',
  ] as const), // AZR-6
};

const azure202210: RefundPolicy = {
  ...azure202007,
  id: 'azure-2022-10',
  document: 'azure-refunds-2022-10', // AZR-7
};

const azure202412: RefundPolicy = {
  ...azure202210,
  id: 'azure-2024-12',
  document: 'azure-refunds-2024-12',
  nonReturnable: Object.freeze([...azure202210.nonReturnable, 'MDC', 'Sentinel'] as const), // AZR-8
};

const plansOf2026: readonly Product[] = Object.freeze([
  'RedHat',
  'SuseLinux',
  'Databricks',
  'MDC',
  'Sentinel',
] as const);

const azure202601: RefundPolicy = {
  ...azure202412,
  id: 'azure-2026-01',
  document: 'azure-refunds-2026-01',
  nonReturnable: plansOf2026, // AZR-9
  nonExchangeable: plansOf2026, // AZR-9
};

const azure202702: RefundPolicy = {
  ...azure202601,
  id: 'azure-2027-02',
  document: 'azure-exchanges-2027-02',
  exchangeEnd: '2027-02-01', // AZR-10
};

/** RES-16: from 2023-07-31 the partners' page points to the page for all customers. */
const partnerCenter202307: RefundPolicy = {
  ...azure202210,
  id: 'partner-center-2023-07',
  document: 'reservations-2023-07',
  payee: 'partner',
};

const partnerCenter202412: RefundPolicy = {
  ...azure202412,
  id: 'partner-center-2024-12',
  document: 'reservations-2024-12',
  payee: 'partner',
};

const partnerCenter202601: RefundPolicy = {
  ...azure202601,
  id: 'partner-center-2026-01',
  document: 'reservations-2026-01',
  payee: 'partner',
};

const partnerCenter202702: RefundPolicy = {
  ...azure202702,
  id: 'partner-center-2027-02',
  document: 'reservations-2027-02',
  payee: 'partner',
};

/** The answers of the vendor's service, in recordings of 2022 and 2023. */
const azureService2023: RefundPolicy = {
  ...azure202210,
  id: 'azure-service-2023',
  document: 'azure-service-2023', // AZS-1, also for what follows
  windowDays: 5, // R-WINDOW
  fullCreditWhenUnused: true,
  exchangeWindow: 'full',
  limitCounts: 'refund',
  priceBasis: 'paid',
};

const lowerPrice =
  'The text pro-rates the lower of the price paid and the current price: pass the current price as currentPrice.';
const recorded =
  'What the vendor’s live service answered in public recordings, not a text. Returns on the days 0 to 2 were credited in full, one on day 6 pro rata; of the days between, and of used reservations, nothing is known.';
const otherPage =
  'For customers of every kind. It and the page for partners disagree about the fee; for partners of the program it says that the limit is for each customer.';
const synapse =
  'Pre-purchase plans of Synapse Analytics are not returnable either. The vendor’s list of reservedResourceType has no value for them, so no quote can tell.';
const pointer =
  'The page for partners has no table, fee, window or limit of its own any more and points to the page for all customers. The numbers are those of that page on the first day; the partner is paid.';
const goneBy2026 =
  'VMware by CloudSimple and Azure Red Hat OpenShift left the list of products that are not returnable on a day between October 2023 and January 2026 that is not known.';
const announced =
  'Announced on 2026-08-27. Refunds and the limit stay as they were in 2026-01; only the rule for exchanges is new.';

/** The published policies in the order of their dates, by source. */
export const refundPolicyVersions: readonly RefundPolicyVersion[] = Object.freeze(
  [
    ...versions('partner-center', [
      [
        '2018-05-11',
        partnerCenter201805,
        [
          'First seen in public on 2018-05-25. The fee has no stated size: derive a policy with a feeRate to quote refunds.',
        ],
      ],
      [
        '2018-10-12',
        partnerCenter201810,
        ['The table has rows for fewer and for more than five days, and none for the fifth.'],
      ],
      ['2018-11-16', partnerCenter201811, []],
      [
        '2020-08-06',
        partnerCenter2020,
        [
          'First seen in public on 2020-08-07. Last seen in July 2021; on 2023-07-31 at the latest the table was gone.',
        ],
      ],
      ['2023-07-31', partnerCenter202307, [pointer, lowerPrice, synapse]],
      ['2024-12-05', partnerCenter202412, [pointer, lowerPrice, synapse]],
      ['2026-01-15', partnerCenter202601, [pointer, lowerPrice, synapse, goneBy2026]],
      ['2027-02-01', partnerCenter202702, [pointer, lowerPrice, synapse, announced]],
    ]),
    ...versions('azure', [
      ['2020-01-24', azure202001, [otherPage, lowerPrice]],
      [
        '2020-02-12',
        azure202002,
        [otherPage, lowerPrice, 'The page says that a fee of 12 % may come; none is charged.'],
      ],
      ['2020-07-24', azure202007, [otherPage, lowerPrice]],
      ['2022-10-10', azure202210, [otherPage, lowerPrice, synapse]],
      ['2024-12-05', azure202412, [otherPage, lowerPrice, synapse]],
      ['2026-01-15', azure202601, [otherPage, lowerPrice, synapse, goneBy2026]],
      ['2027-02-01', azure202702, [otherPage, lowerPrice, synapse, announced]],
    ]),
    ...versions('azure-service', [['2022-06-28', azureService2023, [recorded]]]),
  ].map((version) => Object.freeze(version)),
);

type Dated = readonly [from: string, policy: RefundPolicy, notes: readonly string[]];

function versions(source: PolicySource, dated: readonly Dated[]): RefundPolicyVersion[] {
  return dated.map(([from, policy, notes], at) => ({
    policy: Object.freeze(policy),
    source,
    from,
    until: dated[at + 1]?.[0] ?? null,
    lastVerified,
    notes: Object.freeze(notes),
  }));
}

/** The published policies, by id. */
export const refundPolicies: {
  readonly 'partner-center-2018-05': RefundPolicy;
  readonly 'partner-center-2018-10': RefundPolicy;
  readonly 'partner-center-2018-11': RefundPolicy;
  readonly 'partner-center-2020-08': RefundPolicy;
  readonly 'partner-center-2023-07': RefundPolicy;
  readonly 'partner-center-2024-12': RefundPolicy;
  readonly 'partner-center-2026-01': RefundPolicy;
  readonly 'partner-center-2027-02': RefundPolicy;
  readonly 'azure-2020-01': RefundPolicy;
  readonly 'azure-2020-02': RefundPolicy;
  readonly 'azure-2020-07': RefundPolicy;
  readonly 'azure-2022-10': RefundPolicy;
  readonly 'azure-2024-12': RefundPolicy;
  readonly 'azure-2026-01': RefundPolicy;
  readonly 'azure-2027-02': RefundPolicy;
  readonly 'azure-service-2023': RefundPolicy;
} = Object.freeze({
  'partner-center-2018-05': partnerCenter201805,
  'partner-center-2018-10': partnerCenter201810,
  'partner-center-2018-11': partnerCenter201811,
  'partner-center-2020-08': partnerCenter2020,
  'partner-center-2023-07': partnerCenter202307,
  'partner-center-2024-12': partnerCenter202412,
  'partner-center-2026-01': partnerCenter202601,
  'partner-center-2027-02': partnerCenter202702,
  'azure-2020-01': azure202001,
  'azure-2020-02': azure202002,
  'azure-2020-07': azure202007,
  'azure-2022-10': azure202210,
  'azure-2024-12': azure202412,
  'azure-2026-01': azure202601,
  'azure-2027-02': azure202702,
  'azure-service-2023': azureService2023,
});

export type PublishedRefundPolicyId = keyof typeof refundPolicies;

/** The policy that applies if none is given: that of the documents of 2020 (R-WHICH). */
export const defaultRefundPolicy: RefundPolicy = refundPolicies['partner-center-2020-08'];
