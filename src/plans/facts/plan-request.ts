import type { DayInput } from '../../kernel/day.ts';
import type { AmountInput } from '../../kernel/money.ts';
import type { RefundRequest, RefundRequestInput } from '../../reservations/facts/request.ts';
import type { RefundLedger, RefundLedgerInput } from '../../reservations/ledger/refund-ledger.ts';
import type { RefundPolicySource } from '../../reservations/policy/policy-choice.ts';
import type { RefundPolicyInput } from '../../reservations/policy/policy-fields.ts';

/** The facts that a plan decides, or that hold for one day only. */
type Decided = 'canceledOn' | 'quantityToReturn' | 'consumedRefunds' | 'pricingRefund';

type WithoutDay<Facts, Own> = Facts extends unknown ? Omit<Facts, Decided | 'id'> & Own : never;

interface CandidateFields<Amount> {
  /** The caller's name for the reservation, which no other candidate has. */
  readonly id: string;
  /** `whole` (the default): all units or none; `any`: any whole number of units, also on several days. */
  readonly units?: 'whole' | 'any' | undefined;
  /** The worth of one more day with all units, in USD; 0 if it is not given. */
  readonly valuePerDay?: Amount | undefined;
  /** True if savings plans cover the service. An exchange can depend on it (AZR-10). */
  readonly savingsPlanEligible?: boolean | undefined;
}

/** A reservation that a plan may return, in canonical form. Payments are those made by `asOf`. */
export type PlanCandidate = WithoutDay<RefundRequest, CandidateFields<string>>;

/** A reservation that a plan may return, as callers have it. Payments are those made by `asOf`. */
export type PlanCandidateInput = WithoutDay<RefundRequestInput, CandidateFields<AmountInput>>;

/** The question that a plan answers, in canonical form. */
export interface PlanRequest {
  /** The first UTC day on which anything can be returned. */
  readonly asOf: string;
  /** 1 to 10,000 reservations of one customer. */
  readonly candidates: readonly PlanCandidate[];
  /** The customer's ledger; without one, nothing of the limit is in use. */
  readonly ledger?: RefundLedger | undefined;
  /** The last UTC day to plan for; otherwise the last day of the longest term. */
  readonly until?: string | undefined;
}

/** The question that a plan answers, as callers have it. */
export interface PlanRequestInput {
  /** The first UTC day on which anything can be returned. */
  readonly asOf: DayInput;
  /** 1 to 10,000 reservations of one customer. */
  readonly candidates: readonly PlanCandidateInput[];
  /** The customer's ledger; without one, nothing of the limit is in use. */
  readonly ledger?: RefundLedgerInput | undefined;
  /** The policy of every return, or a source, whose version in force on the day of each return is taken; that of 2020 for partners if none is named. */
  readonly policy?: RefundPolicyInput | RefundPolicySource | undefined;
  /** The last UTC day to plan for; otherwise the last day of the longest term. */
  readonly until?: DayInput | undefined;
}
