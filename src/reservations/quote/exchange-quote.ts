import type { ClauseId } from '../../vocabulary/clauses.ts';
import type { Allowed, Denied } from '../../vocabulary/decision.ts';
import type { QuoteDays } from '../facts/days.ts';
import type { ExchangeRequest } from '../facts/request.ts';
import type { PublishedRefundPolicyId } from '../policy/policies.ts';
import type { RefundPolicy } from '../policy/refund-policy.ts';
import type { ExchangeRefusal } from '../refusals.ts';
import type { Assumed, CommitmentLine, CreditLine, PartLine, PlanFigures } from './quote.ts';

/**
 * A note on an exchange: a later version was in force on its day, named in `supersededBy`; the rule for
 * exchanges changes within 90 days, on `ruleChangesOn`; or the new reservation cannot be exchanged again.
 */
export type ExchangeNote = 'superseded' | 'exchange-rule-changes' | 'last-exchange';

/** The returned reservation that a line is about, by its position from 0; left out if it is the only one. */
interface OfItem {
  readonly item?: number | undefined;
}

/** One step of the calculation, which follows from its own operands alone. */
export type ExchangeLine =
  | (PartLine & OfItem)
  | (CreditLine & OfItem)
  | (CommitmentLine & OfItem)
  /** The sum of `of`: the credits and remaining commitments of everything returned. */
  | {
      readonly code: 'refunds-total';
      readonly amount: string;
      readonly clause: ClauseId;
      readonly of: readonly string[];
    }
  /** The sum of `of`: the lifetime totals of everything bought. */
  | {
      readonly code: 'purchases-total';
      readonly amount: string;
      readonly clause: ClauseId;
      readonly of: readonly string[];
    }
  /** `of − less`. */
  | {
      readonly code: 'net-payable';
      readonly amount: string;
      readonly clause: ClauseId;
      readonly of: string;
      readonly less: string;
    };

/** A reservation that an exchange returns. Amounts are in the currency of the quote. */
export interface ReturnedReservationFigures extends PlanFigures {
  /** The price, or all payments made, for all units. */
  readonly paid: string;
  readonly days: QuoteDays;
  /** `0.00` if the exchange is refused for what is returned. */
  readonly credit: string;
}

/** A reservation that an exchange buys. */
export interface PurchaseFigures {
  /** Its price, or all payments of its term. */
  readonly total: string;
}

interface ExchangeFigures {
  readonly kind: 'exchange-quote';
  readonly currency: string;
  /** All that was paid for what is returned. */
  readonly paid: string;
  /** The credit of everything returned, without remaining commitments. */
  readonly credit: string;
  /** The lifetime totals of everything bought: the same as `purchasesTotal`. */
  readonly newPrice: string;
  /** The purchases less the refunds; `0.00` if the exchange is refused. */
  readonly netPayable: string;
  readonly returned: readonly ReturnedReservationFigures[];
  readonly purchases: readonly PurchaseFigures[];
  /** The credits and the remaining commitments of everything returned (PAY-7). */
  readonly refundsTotal: string;
  readonly purchasesTotal: string;
  readonly payee: RefundPolicy['payee'];
  /** The days of the first reservation returned. */
  readonly days: QuoteDays;
  readonly lines: readonly ExchangeLine[];
  readonly notes: readonly ExchangeNote[];
  readonly assumed: readonly Assumed[];
  /** The facts in canonical form. */
  readonly request: ExchangeRequest;
  readonly policy: RefundPolicy;
  /** The version in force on the day of the exchange, if it has replaced `policy`; otherwise `null`. */
  readonly supersededBy: PublishedRefundPolicyId | null;
  /** The day, at most 90 days ahead, from which a known later rule for exchanges applies; otherwise `null`. */
  readonly ruleChangesOn: string | null;
}

/** The credit of an exchange and the amount still to pay, with reasons and steps. */
export type ExchangeQuote =
  | (Allowed & ExchangeFigures)
  | (Denied<ExchangeRefusal> & ExchangeFigures);
