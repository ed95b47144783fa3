import type { RefundPolicy } from '../../../src/reservations/index.ts';
import { exchangePolicyOf, modelPolicyOf } from '../../reservations/arbitraries.ts';
import {
  type LedgerAnswer,
  LedgerModel,
  type LedgerPolicy,
  type LedgerRequest,
} from '../ledger.model.ts';
import type { ModelPolicy } from '../refund.model.ts';

/** A reservation that somebody has bought. */
export interface Reservation {
  readonly customerId: string;
  readonly paid: string;
  readonly currency: string;
  readonly term: 'P1Y' | 'P3Y' | 'P5Y';
  readonly purchasedOn: string;
  readonly product?: string | undefined;
  /** Whether it came out of an exchange. */
  readonly isExchanged?: boolean | undefined;
}

/** A cancellation that was sent, and what came back. */
export interface Sent {
  readonly request: LedgerRequest;
  readonly answer: LedgerAnswer;
  readonly record: string;
  /** What the quote says but for how the caller put it, and all of it, as JSON; empty where there was none. */
  readonly said: string;
  readonly bytes: string;
}

/** What random sequences often come upon; `ledger.model.test.ts` sees to it. */
export type Sight =
  | 'a refund'
  | 'a clipped refund'
  | 'nothing left'
  | 'a refusal above the limit'
  | 'the limit met exactly'
  | 'one minor unit above the limit'
  | 'one cent below the limit'
  | 'refused for one minor unit'
  | 'full credit on day 5'
  | 'a fee on day 6'
  | 'a repeat'
  | 'a repeat with other words'
  | 'other facts'
  | 'another policy'
  | 'a forgotten id'
  | 'a forgotten id of a late day'
  | 'a late day'
  | 'a day ahead'
  | 'a refusal far ahead'
  | 'an ended term'
  | 'no returnable product'
  | 'a day without a row'
  | 'a malformed record'
  | 'an exchange'
  | 'an exchange below its credit'
  | 'an exchange for exactly its credit'
  | 'a cancellation of what was exchanged'
  | 'saved ledgers'
  | 'a batch that goes on'
  | 'a change of policy'
  | 'a new year'
  | 'a leap day'
  | 'the end of a month'
  | 'given back after 365 days'
  | 'given back at the new year'
  | 'given back that very day'
  | 'nothing given back the day before'
  | 'no decimals'
  | 'three decimals';

/** What the naive side knows: the day, everything bought, everything sent, and the model of the ledgers. */
export class Book {
  today: string;
  policy: RefundPolicy;
  readonly policies: readonly RefundPolicy[];
  readonly ledger: LedgerModel = new LedgerModel();
  readonly bought: Reservation[] = [];
  readonly open: Reservation[] = [];
  readonly sent: Sent[] = [];
  /** What this sequence came upon. */
  readonly seen: Set<Sight> = new Set();
  steps = 0;

  constructor(today: string, policies: readonly [RefundPolicy, ...RefundPolicy[]]) {
    this.today = today;
    this.policies = policies;
    this.policy = policies[0];
  }

  saw(sight: Sight, isSo = true): void {
    if (isSo) this.seen.add(sight);
  }

  get rules(): LedgerPolicy {
    return { ...modelPolicyOf(this.policy), id: this.policy.id };
  }

  get exchangeRules(): ModelPolicy {
    return exchangePolicyOf(this.policy);
  }
}
