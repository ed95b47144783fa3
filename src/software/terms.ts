/** The days after the purchase on which software can be cancelled; the last one counts. */
export const windowDays = 60; // SOF-1, R-SIXTY

/** The days of 24 hours that a download link works. */
export const linkDays = 14; // SOF-9, R-LINK

/** The downloads that a download link allows. */
export const linkDownloads = 50; // SOF-9, R-LINK

const kinds = ['perpetual', 'subscription', 'suse-linux-plan', 'red-hat-plan'] as const;

/** What can be bought as software: for good, for a term, or as a plan of another maker. */
export const softwareKinds: typeof kinds = Object.freeze(kinds);

export type SoftwareKind = (typeof softwareKinds)[number];

/** The kinds that can be neither cancelled nor exchanged. */
export const keptKinds: ReadonlySet<SoftwareKind> = new Set(['suse-linux-plan', 'red-hat-plan']); // SOF-3

/** The terms of a software subscription, as the vendor's API names them, in months. */
export const softwareTermMonths: { readonly P1Y: 12; readonly P3Y: 36 } = Object.freeze({
  P1Y: 12,
  P3Y: 36,
});

export type SoftwareTerm = keyof typeof softwareTermMonths;

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
