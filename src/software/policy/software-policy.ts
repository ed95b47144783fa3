const kinds = ['perpetual', 'subscription', 'suse-linux-plan', 'red-hat-plan'] as const;

/** What can be bought as software: for good, for a term, or as a plan of another maker. */
export const softwareKinds: typeof kinds = Object.freeze(kinds);

export type SoftwareKind = (typeof softwareKinds)[number];

/** The kinds that cannot be exchanged. */
export const keptKinds: ReadonlySet<SoftwareKind> = new Set(['suse-linux-plan', 'red-hat-plan']); // SOF-3

/** The terms of a software subscription, as the vendor's API names them, in years. */
export const softwareTermYears: { readonly P1Y: 1; readonly P3Y: 3 } = Object.freeze({
  P1Y: 1,
  P3Y: 3,
});

export type SoftwareTerm = keyof typeof softwareTermYears;

export const softwareTerms: readonly ['P1Y', 'P3Y'] = Object.freeze(['P1Y', 'P3Y'] as const);

const particulars = ['customer', 'productName', 'orderId', 'messageRead'] as const;

/** What a cancellation asks for beside the software itself. */
export const cancellationParticulars: typeof particulars = Object.freeze(particulars); // SOF-5

export type CancellationParticular = (typeof cancellationParticulars)[number];

const effects = [
  'keys-revoked',
  'download-links-revoked',
  'listed-without-key',
  'credit-on-next-monthly-invoice',
  'dashboard-may-lag-15-minutes',
  'both-stop-using',
  'partner-uninstalls',
  'partner-removes-downloads-and-links',
] as const;

/** What a cancellation brings about, and what is then left to do. */
export const cancellationEffects: typeof effects = Object.freeze(effects); // SOF-7

export type CancellationEffect = (typeof cancellationEffects)[number];

const documents = [
  'software-2018-09',
  'software-2019-12',
  'software-2020-01',
  'software',
  'software-2021-02',
  'software-2021-06',
  'software-2022',
] as const;

/** The texts that a policy for software can follow. */
export const softwareDocuments: typeof documents = Object.freeze(documents);

export type SoftwareDocument = (typeof softwareDocuments)[number];

/** The numbers and choices of one version of the rules of software: plain JSON. */
export interface SoftwarePolicy {
  readonly id: string;
  /** Whose clauses the answers cite. */
  readonly document: SoftwareDocument;
  /** The last day after the purchase on which perpetual software can be cancelled; `null`: not stated. */
  readonly perpetualDays: number | null;
  /** The same for software that is bought for a term, as plans of other makers are too. */
  readonly subscriptionDays: number | null;
  /** What is credited for perpetual software. */
  readonly perpetualCredit: 'full' | 'unstated';
  /** What is credited for a subscription. Of plans of other makers no text says it. */
  readonly subscriptionCredit: 'full' | 'pro-rated' | 'unstated';
  /** What cannot be cancelled at all. */
  readonly nonCancellable: readonly SoftwareKind[];
  /** The days of 24 hours that a download link works; `null`: not stated. */
  readonly linkDays: number | null;
  /** Since when they run: since the link was made, or since its first download. */
  readonly linkDaysFrom: 'issue' | 'first-download';
  /** The downloads that a link allows; `null`: not stated. */
  readonly linkDownloads: number | null;
}
