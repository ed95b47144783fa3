import type { RefundPolicySource } from '../reservations/policy/policy-choice.ts';
import type { RefundPolicy } from '../reservations/policy/refund-policy.ts';
import type { Assumed, RefundQuote } from '../reservations/quote/quote.ts';
import type { ClauseId } from '../vocabulary/clauses.ts';
import type { InterpretationId } from '../vocabulary/interpretations.ts';
import type { PlanRequest } from './facts/plan-request.ts';

/**
 * The reason why a return waits: part of the limit is given back on its day, another version of the rules begins on it, its claim has
 * fallen to what the limit leaves, it leaves more of the limit to later returns, keeping it until then is worth more, or the
 * policy has no rule for the day before.
 */
export type PlanWait =
  | 'limit-given-back'
  | 'version-changed'
  | 'claim-fits'
  | 'leaves-room'
  | 'worth-waiting'
  | 'day-without-rule';

/** One return of a plan, in the order in which the returns are settled. */
export interface PlannedReturn {
  /** The id under which it is settled: that of the candidate, with `#1`, `#2` if it is returned in parts. */
  readonly id: string;
  /** The id of the candidate. */
  readonly candidate: string;
  readonly on: string;
  readonly quantityToReturn: number;
  /** `null` for a return on `asOf`. */
  readonly waitsFor: PlanWait | null;
  /** The quote that `settleRefund` gives for it after the returns before it. */
  readonly quote: RefundQuote;
}

/**
 * The reason why units are kept: the limit leaves no better use for them, keeping them is worth at least as much as any return, or no
 * return is possible at all.
 */
export type KeptReason =
  | 'limit'
  | 'worth-keeping'
  | 'term-ended'
  | 'not-returnable'
  | 'undefined-by-text';

/** An exchange of kept units, which no limit reduces. */
export interface ExchangeHint {
  readonly currency: string;
  /** The credit of an exchange on `asOf`; it falls every day. */
  readonly credit: string;
  /** The last day on which they can be exchanged. */
  readonly until: string;
  /** The day from which they can be exchanged once only, if savings plans may cover the service (AZR-10). */
  readonly onceFrom: string | null;
}

/**
 * The reason why the rule of 2027 (AZR-10) leaves no exchange: savings plans cover the service, so that the units can be traded in for
 * one; or it is not known whether they do (state `savingsPlanEligible`).
 */
export type ExchangeBar = 'covered-by-savings-plans' | 'coverage-unknown';

/** Units that a plan does not return. */
export interface KeptUnits {
  readonly id: string;
  readonly quantity: number;
  readonly because: KeptReason;
  /** `null` if the units are worth keeping or cannot be exchanged. */
  readonly exchange: ExchangeHint | null;
  /** The reason why the rule of 2027 leaves no exchange; otherwise `null`. */
  readonly exchangeBar: ExchangeBar | null;
}

/** The parts of an objective, in USD. */
export interface ReturnPlanFigures {
  /** `refunds` − `instalments` + `keptValue`; with a minus if more is paid than comes back. */
  readonly total: string;
  /** The refunds as the limit counts them, in USD. */
  readonly refunds: string;
  /** The payments that fall due after `asOf` and that no return cancels. */
  readonly instalments: string;
  /** The worth of the days for which units are kept. */
  readonly keptValue: string;
}

/** The amounts of a plan in one currency. */
export interface PlanCurrency {
  readonly currency: string;
  /** The refunds of the plan. */
  readonly refund: string;
  /** The part of its refundable amounts that the limit withholds. */
  readonly withheld: string;
  /** The payments to come that its returns cancel. */
  readonly remainingCommitment: string;
}

/** A day on which the use of the limit changes, in USD. */
export interface LimitDay {
  readonly on: string;
  /** The part of the limit that is released on this day. */
  readonly givenBack: string;
  /** The part of the limit that the returns of this day use. */
  readonly used: string;
  /** The part of the limit that is left after this day. */
  readonly available: string;
}

/** The customer's limit during a plan, in USD. */
export interface PlanLimit {
  readonly max: string;
  /** The part of the limit that is left on `asOf`, before any return. */
  readonly available: string;
  readonly days: readonly LimitDay[];
}

/** The return of one candidate on `asOf`, after those before it. */
export interface BaselineReturn {
  readonly id: string;
  readonly quote: RefundQuote;
}

/** Everything returned on `asOf`, in the order of the candidates, for comparison. */
export interface PlanBaseline extends ReturnPlanFigures {
  /** The quotes, in the order of the candidates. */
  readonly returns: readonly BaselineReturn[];
}

/** A plan of what to return when. Money is in USD unless a field says otherwise; days are UTC calendar days. */
export interface ReturnPlan extends ReturnPlanFigures {
  readonly kind: 'return-plan';
  /** The clauses of the returns, of the return on `asOf` of what is kept, and of exchanges. */
  readonly because: readonly ClauseId[];
  readonly interpretations: readonly InterpretationId[];
  /** The returns, in the order in which they are settled. */
  readonly returns: readonly PlannedReturn[];
  /** The units that are not returned. */
  readonly kept: readonly KeptUnits[];
  /** The amounts of the returns by currency. */
  readonly byCurrency: readonly PlanCurrency[];
  /** `null` if the policy has no limit. */
  readonly limit: PlanLimit | null;
  /** Everything returned on `asOf`. */
  readonly baseline: PlanBaseline;
  /** The total less that of the baseline. */
  readonly gain: string;
  /** No plan has a larger total, whatever its days. */
  readonly bound: string;
  /** True if the total reaches the bound, so that no plan is better. */
  readonly optimal: boolean;
  /** The steps of the search: the same for the same facts. */
  readonly explored: number;
  readonly assumed: readonly Assumed[];
  /** The facts in canonical form. */
  readonly request: PlanRequest;
  /** The policy of all days; of a source, the version in force on `asOf`. */
  readonly policy: RefundPolicy;
  /** The source whose version in force on each day is followed; `null` if `policy` applies on all days. */
  readonly policySource: RefundPolicySource | null;
}
