import type { Role } from '../../roles/matrix.ts';
import type { ClauseId } from '../../vocabulary/clauses.ts';
import type { Allowed, Denied } from '../../vocabulary/decision.ts';
import type { PublishedSoftwarePolicyId } from '../policy/policies.ts';
import type {
  CancellationEffect,
  CancellationParticular,
  SoftwarePolicy,
} from '../policy/software-policy.ts';
import type { SoftwareCancellationRequest } from './request.ts';

/** A lawful reason to refuse a cancellation of software, in the order of the clauses. */
export type SoftwareCancellationRefusal =
  | 'not-eligible'
  | 'window-passed'
  | 'undefined-by-text'
  | 'term-ended'
  | 'not-cancellable'
  | 'not-granted'
  | 'support-required';

interface CreditedMoney {
  /** In major units, with exactly the currency's decimals; `null` if no price was given. */
  readonly amount: string | null;
  readonly currency: string | null;
  /** The invoice on which the credit appears. */
  readonly invoice: 'next-monthly';
}

/** Perpetual software: the whole price. */
export interface FullSoftwareCredit extends CreditedMoney {
  readonly basis: 'full';
}

/** A subscription: the share of the price that the remaining days are of the term or the charge cycle. */
export interface ProRatedSoftwareCredit extends CreditedMoney {
  readonly basis: 'pro-rated';
  /**
   * From the day of cancellation to the end of the term or, if the policy credits that, of the charge cycle; `null`
   * if the period is not known.
   */
  readonly days: number | null;
  /** The days of that period. */
  readonly termDays: number | null;
}

/** The policy's text does not say what is credited, and so nothing is calculated. */
export interface UnstatedSoftwareCredit {
  readonly basis: 'unstated';
  readonly amount: null;
  readonly currency: null;
  readonly invoice: null;
}

export type SoftwareCredit = FullSoftwareCredit | ProRatedSoftwareCredit | UnstatedSoftwareCredit;

/** A step of the calculation of a credit, which follows from its own operands alone. */
export type SoftwareCreditLine =
  /** `of`, unchanged. */
  | {
      readonly code: 'credit';
      readonly amount: string;
      readonly clause: ClauseId;
      readonly of: string;
    }
  /** `of × days ÷ termDays`, rounded to the minor unit as the policy says. */
  | {
      readonly code: 'credit';
      readonly amount: string;
      readonly clause: ClauseId;
      readonly of: string;
      readonly days: number;
      readonly termDays: number;
    }
  /** `of ÷ quantity × days ÷ termDays`, rounded down to the minor unit: the credit of one unit. */
  | {
      readonly code: 'unit-credit';
      readonly amount: string;
      readonly clause: ClauseId;
      readonly of: string;
      readonly days: number;
      readonly termDays: number;
      readonly quantity: number;
    }
  /** `of × quantity`. */
  | {
      readonly code: 'credit';
      readonly amount: string;
      readonly clause: ClauseId;
      readonly of: string;
      readonly quantity: number;
    };

/** The facts that were not given and are assumed: the default policy, and that the software qualifies. */
export type SoftwareAssumed = 'policy' | 'qualifies';

/**
 * A note on a cancellation: the document does not state the credit; a later version was in force on the day of
 * the purchase, named in `supersededBy`; or the vendor's own instants decided otherwise than the policy.
 */
export type SoftwareNote = 'credit-unstated' | 'superseded' | 'vendor-differs';

interface CancellationFigures {
  readonly kind: 'software-cancellation';
  /**
   * The last UTC day on which the purchase can be cancelled, as `YYYY-MM-DD`; `null` if neither the
   * policy's text nor the vendor states it.
   */
  readonly lastDay: string | null;
  /** The instant at which the window ends, as ISO text in UTC, if it ends within a day and that is known. */
  readonly endsAt: string | null;
  /** The days that remain after the day of cancellation, up to `lastDay`; 0 where it has passed. */
  readonly daysLeft: number | null;
  readonly daysSincePurchase: number;
  /** Every role that may cancel. */
  readonly allowedRoles: readonly Role[];
  /** The names in the list of roles that are no role here; they were ignored. */
  readonly ignoredRoles: readonly string[];
  readonly assumed: readonly SoftwareAssumed[];
  /** The facts in canonical form. */
  readonly request: SoftwareCancellationRequest;
  /** The policy applied. Published policies are frozen and shared. */
  readonly policy: SoftwarePolicy;
  /**
   * The version in force on the day of the purchase, if it has replaced the policy; `null` if not, and for a
   * policy that is not published.
   */
  readonly supersededBy: PublishedSoftwarePolicyId | null;
}

export interface AllowedSoftwareCancellation extends Allowed, CancellationFigures {
  readonly missing: readonly [];
  readonly credit: SoftwareCredit;
  /** The calculation; empty if no price was given. */
  readonly lines: readonly SoftwareCreditLine[];
  /** The effects, and what remains to be done. */
  readonly effects: readonly CancellationEffect[];
  readonly notes: readonly SoftwareNote[];
}

export interface DeniedSoftwareCancellation
  extends Denied<SoftwareCancellationRefusal>,
    CancellationFigures {
  /** The required details that are missing, even if another obstacle applies. */
  readonly missing: readonly CancellationParticular[];
  readonly credit: null;
  readonly lines: readonly [];
  readonly effects: readonly [];
  readonly notes: readonly ('superseded' | 'vendor-differs')[];
}

/** A decision on cancelling software: until when, with what credit and effects. */
export type SoftwareCancellationDecision = AllowedSoftwareCancellation | DeniedSoftwareCancellation;
