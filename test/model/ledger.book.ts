import type { RefundPolicy } from '../../src/reservations/index.ts';
import { modelPolicyOf } from '../reservations/arbitraries.ts';
import {
  type LedgerAnswer,
  LedgerModel,
  type LedgerPolicy,
  type LedgerRequest,
} from './ledger.model.ts';

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
  /** As JSON; `undefined` where there was none. */
  readonly quote: string | undefined;
}

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
  readonly seen: Set<string> = new Set();
  steps = 0;

  constructor(today: string, policies: readonly [RefundPolicy, ...RefundPolicy[]]) {
    this.today = today;
    this.policies = policies;
    this.policy = policies[0];
  }

  get rules(): LedgerPolicy {
    return { ...modelPolicyOf(this.policy), id: this.policy.id };
  }
}
