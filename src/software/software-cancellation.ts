import type { ClauseId } from '../kernel/clause.ts';
import type { Allowed, Denied } from '../kernel/decision.ts';
import type { Role } from '../roles/matrix.ts';
import type { SoftwareCancellationRequest } from './request.ts';
import type { CancellationEffect, CancellationParticular } from './terms.ts';

/** Why a cancellation of software is lawfully refused, in the order of the clauses. */
export type SoftwareCancellationRefusal =
  | 'not-eligible'
  | 'window-passed'
  | 'not-cancellable'
  | 'not-granted'
  | 'support-required';

interface CreditedMoney {
  /** In major units, with exactly the currency's decimals; `null` where no price was given. */
  readonly amount: string | null;
  readonly currency: string | null;
  /** The invoice on which the credit appears. */
  readonly invoice: 'next-monthly';
}

/** Perpetual software: the whole price. */
export interface FullSoftwareCredit extends CreditedMoney {
  readonly basis: 'full';
}

/** A subscription: the share of the price that the remaining days are of the term. */
export interface ProRatedSoftwareCredit extends CreditedMoney {
  readonly basis: 'pro-rated';
  /** From the day of cancellation to the end of the term; `null` where no term was given. */
  readonly days: number | null;
  readonly termDays: number | null;
}

export type SoftwareCredit = FullSoftwareCredit | ProRatedSoftwareCredit;

/** The calculation of a credit, which follows from its own operands alone. */
export type SoftwareCreditLine =
  /** `of`, unchanged. */
  | {
      readonly code: 'credit';
      readonly amount: string;
      readonly clause: ClauseId;
      readonly of: string;
    }
  /** `of × days ÷ termDays`, rounded half-even to the minor unit. */
  | {
      readonly code: 'credit';
      readonly amount: string;
      readonly clause: ClauseId;
      readonly of: string;
      readonly days: number;
      readonly termDays: number;
    };

/** What the caller did not say, and was taken for granted: that the software qualifies. */
export type SoftwareAssumed = 'qualifies';

interface CancellationFigures {
  /** The last UTC day on which the purchase can be cancelled, as `YYYY-MM-DD`. */
  readonly lastDay: string;
  /** The days that remain after the day of cancellation, up to `lastDay`; 0 where it has passed. */
  readonly daysLeft: number;
  readonly daysSincePurchase: number;
  /** Every role that may cancel. */
  readonly allowedRoles: readonly Role[];
  readonly assumed: readonly SoftwareAssumed[];
  /** The facts in canonical form. */
  readonly request: SoftwareCancellationRequest;
}

export interface AllowedSoftwareCancellation extends Allowed, CancellationFigures {
  readonly missing: readonly [];
  readonly credit: SoftwareCredit;
  /** The calculation; empty where no price was given. */
  readonly lines: readonly SoftwareCreditLine[];
  /** What comes of it, and what is then left to do. */
  readonly effects: readonly CancellationEffect[];
}

export interface DeniedSoftwareCancellation
  extends Denied<SoftwareCancellationRefusal>,
    CancellationFigures {
  /** What the cancellation asks for and is not there, whether or not it is the obstacle. */
  readonly missing: readonly CancellationParticular[];
  readonly credit: null;
  readonly lines: readonly [];
  readonly effects: readonly [];
}

/** Whether software can be cancelled, until when, what is credited, and what comes of it. */
export type SoftwareCancellationDecision = AllowedSoftwareCancellation | DeniedSoftwareCancellation;
