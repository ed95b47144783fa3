import type { DocumentKey } from '../kernel/clause.ts';

/** The terms of a reservation, as the vendor's API names them, in months. */
export const termMonths: { readonly P1Y: 12; readonly P3Y: 36; readonly P5Y: 60 } = Object.freeze({
  P1Y: 12,
  P3Y: 36,
  P5Y: 60,
});

export type Term = keyof typeof termMonths;

export const terms: readonly ['P1Y', 'P3Y', 'P5Y'] = Object.freeze(['P1Y', 'P3Y', 'P5Y'] as const);

const reservedResourceTypes = [
  'AVS',
  'AppService',
  'AzureDataExplorer',
  'AzureFiles',
  'BlockBlob',
  'CosmosDb',
  'DataFactory',
  'Databricks',
  'DedicatedHost',
  'MDC',
  'ManagedDisk',
  'MariaDb',
  'MySql',
  'NetAppStorage',
  'OpenAIPTU',
  'PostgreSql',
  'RedHat',
  'RedHatOsa',
  'RedisCache',
  'SapHana',
  'Sentinel',
  'SqlAzureHybridBenefit',
  'SqlDataWarehouse',
  'SqlDatabases',
  'SqlEdge',
  'SuseLinux',
  'VMwareCloudSimple',
  'VirtualMachineSoftware',
  'VirtualMachines',
] as const;

/** What can be reserved, by the vendor's `reservedResourceType`. */
export const products: typeof reservedResourceTypes = Object.freeze(reservedResourceTypes);

export type Product = (typeof products)[number];

/** How long a refund uses the limit: 365 days from its own, or until the calendar year ends (UTC). */
export type LimitWindow = '365-days' | 'calendar-year';

/**
 * The numbers and choices of one version of the refund rules: plain JSON. Take a published one,
 * change what differs and pass it through `parseRefundPolicy`.
 */
export interface RefundPolicy {
  readonly id: string;
  /** The document whose clauses the answers cite. */
  readonly document: Extract<DocumentKey, 'reservations' | 'reservations-2018'>;
  /** The last day after the purchase on which no fee is due; `null`: there is no such window. */
  readonly windowDays: number | null;
  /** Whether an unused reservation is credited in full within the window. */
  readonly fullCreditWhenUnused: boolean;
  /** The early termination fee as a share of the credit; `'0'`: none; `null`: the text names no size. */
  readonly feeRate: string | null;
  /** The most that is refunded to one customer in a window, in USD; `null`: no limit. */
  readonly limitUsd: string | null;
  /** How long a refund uses the limit. */
  readonly limitWindow: LimitWindow;
  /** What uses the limit: the refund that is paid, or the credit before the fee. */
  readonly limitCounts: 'refund' | 'canceled-commitment';
  /** What happens above the limit: the refund is clipped to it, or the request refused. */
  readonly overLimit: 'clip' | 'refuse';
  /** Whether an exchange must cost at least its credit. */
  readonly exchangeMinimum: 'credit' | 'none';
  /** What can be neither cancelled nor exchanged. */
  readonly nonReturnable: readonly Product[];
  /** Who gets the money from the vendor. */
  readonly payee: 'partner' | 'customer';
}

const partnerCenter2020: RefundPolicy = {
  id: 'partner-center-2020-08',
  document: 'reservations',
  windowDays: 5, // RES-1 to RES-4, R-FIVE
  fullCreditWhenUnused: true, // RES-1
  feeRate: '0.12', // RES-3, RES-4
  limitUsd: '50000.00', // RES-5
  limitWindow: '365-days', // R-YEAR
  limitCounts: 'refund', // R-COUNTS
  overLimit: 'clip', // R-OVER
  exchangeMinimum: 'credit', // R-SWAP
  nonReturnable: Object.freeze(['SuseLinux', 'RedHat'] as const), // RES-11
  payee: 'partner', // RES-7
};

const partnerCenter2018: RefundPolicy = {
  ...partnerCenter2020,
  id: 'partner-center-2018-05',
  document: 'reservations-2018', // RES-13, also for what follows
  windowDays: null,
  fullCreditWhenUnused: false,
  feeRate: null,
  nonReturnable: Object.freeze([] as const), // first stated in 2020
  payee: 'customer',
};

/** The published versions, by id. */
export const refundPolicies: {
  readonly 'partner-center-2018-05': RefundPolicy;
  readonly 'partner-center-2020-08': RefundPolicy;
} = Object.freeze({
  'partner-center-2018-05': Object.freeze(partnerCenter2018),
  'partner-center-2020-08': Object.freeze(partnerCenter2020),
});

export type PublishedRefundPolicyId = keyof typeof refundPolicies;

/** The version that applies where the caller names none: the newest of the documents (R-WHICH). */
export const defaultRefundPolicy: RefundPolicy = refundPolicies['partner-center-2020-08'];
