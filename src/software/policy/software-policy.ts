import type { SoftwareDocument } from './citations.ts';

const kinds = ['perpetual', 'subscription', 'suse-linux-plan', 'red-hat-plan'] as const;

/** The kinds of software: perpetual, for a term, or a third-party plan. */
export const softwareKinds: typeof kinds = Object.freeze(kinds);

export type SoftwareKind = (typeof softwareKinds)[number];

/** The kinds that can be neither cancelled nor exchanged. */
export const nonCancellableKinds: ReadonlySet<SoftwareKind> = new Set([
  'suse-linux-plan',
  'red-hat-plan',
]); // SOF-3

/** The terms of a software subscription as in Microsoft's API, with their months. */
export const softwareTermMonths: { readonly P1M: 1; readonly P1Y: 12; readonly P3Y: 36 } =
  Object.freeze({ P1M: 1, P1Y: 12, P3Y: 36 });

export type SoftwareTerm = keyof typeof softwareTermMonths;

export const softwareTerms: readonly ['P1M', 'P1Y', 'P3Y'] = Object.freeze([
  'P1M',
  'P1Y',
  'P3Y',
] as const);

/** The billing cycles of a software subscription, with their months. */
export const billingCycleMonths: {
  readonly monthly: 1;
  readonly annual: 12;
  readonly triennial: 36;
} = Object.freeze({ monthly: 1, annual: 12, triennial: 36 });

export type BillingCycle = keyof typeof billingCycleMonths;

export const billingCycles: readonly ['monthly', 'annual', 'triennial'] = Object.freeze([
  'monthly',
  'annual',
  'triennial',
] as const);

const particulars = ['customer', 'productName', 'orderId', 'messageRead', 'subscription'] as const;

/**
 * The details that a cancellation requires in addition to the software. `subscription` is its friendly name
 * or its ID.
 */
export const cancellationParticulars: typeof particulars = Object.freeze(particulars); // SOF-5, SOF-22

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

/** The effects of a cancellation, and what remains to be done. */
export const cancellationEffects: typeof effects = Object.freeze(effects); // SOF-7

export type CancellationEffect = (typeof cancellationEffects)[number];

/** The numbers and choices of one version of the software rules. Plain JSON. */
export interface SoftwarePolicy {
  readonly id: string;
  /** The document whose clauses answers cite. */
  readonly document: SoftwareDocument;
  /** The last day after the purchase on which perpetual software can be cancelled; `null`: not stated. */
  readonly perpetualDays: number | null;
  /** The same for software with a term, including third-party plans. */
  readonly subscriptionDays: number | null;
  /** The credit for perpetual software. */
  readonly perpetualCredit: 'full' | 'unstated';
  /** The credit for a subscription. No document states it for third-party plans. */
  readonly subscriptionCredit: 'full' | 'pro-rated' | 'unstated';
  /** The period over which a subscription is credited: its term, or the charge cycle in which it is cancelled. */
  readonly creditPeriod: 'term' | 'charge-cycle';
  /** The hours after the purchase within which a subscription is credited in full; `null`: none. */
  readonly fullCreditHours: number | null;
  /** The day of the cancellation: charged, or not (R-TODAY). */
  readonly cancellationDay: 'not-charged' | 'charged';
  /**
   * Rounding of a pro-rated credit to the minor unit: of each unit's down, of the total down, or of the total to the
   * nearest (R-UNIT).
   */
  readonly rounding: 'unit-down' | 'total-down' | 'half-even';
  /** The end of the window: with the last UTC day, or so many times 24 hours after the purchase (R-HOURS). */
  readonly windowEnd: 'days' | 'hours';
  /** The name by which a cancellation names a subscription: its order, or its own friendly name or ID. */
  readonly subscriptionNamedBy: 'order' | 'subscription';
  /** The kinds that cannot be cancelled. */
  readonly nonCancellable: readonly SoftwareKind[];
  /** The days of 24 hours that a download link works; `null`: not stated. */
  readonly linkDays: number | null;
  /** The start of the link's days: its creation, or its first download. */
  readonly linkDaysFrom: 'issue' | 'first-download';
  /** The downloads that a link allows; `null`: not stated. */
  readonly linkDownloads: number | null;
}
