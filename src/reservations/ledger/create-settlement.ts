import { InputError, type Issue, issue } from '../../kernel/issue.ts';
import { isName, ownField, readIterable } from '../../kernel/read.ts';
import { readRefundFacts } from '../facts/refund-facts.ts';
import { type PolicyOptions, readOptions, refundPolicyOf } from '../policy/policy-choice.ts';
import type { RefundQuote } from '../quote/quote.ts';
import { openRefundLedger, type RefundLedger, readLedger } from './refund-ledger.ts';
import { RunningLedger } from './running-ledger.ts';

/** The answer to one record of a batch: each record in gives exactly one out. */
export type SettlementResult =
  | {
      readonly ok: true;
      /** The position of the record in the batch, from 0. */
      readonly index: number;
      readonly id?: string | undefined;
      readonly customerId: string;
      /** True if this is the earlier answer to the same id, so that nothing is paid again. */
      readonly repeated?: boolean | undefined;
      readonly quote: RefundQuote;
    }
  | {
      readonly ok: false;
      readonly index: number;
      readonly id?: string | undefined;
      readonly customerId?: string | undefined;
      readonly issues: readonly Issue[];
    };

export interface SettlementOptions extends PolicyOptions {
  /** The customers' ledgers from before; who is missing starts with an empty one. */
  readonly ledgers?: Iterable<RefundLedger> | undefined;
}

/** A batch of cancellations in the making, with the ledgers of its customers. */
export interface Settlement {
  /** Answers the next record, whatever it is. Never throws. */
  settle(record: unknown): SettlementResult;
  /** The customers' ledgers as they stand, in order of first appearance. */
  ledgers(): Generator<RefundLedger, void, undefined>;
}

const optionNames: ReadonlySet<string> = new Set<keyof SettlementOptions>(['policy', 'ledgers']);

/**
 * Starts a batch over any number of customers, each with a ledger and a limit of their own. Records
 * name their customer; each customer's come in order of their days. The ledgers that are passed in
 * stay as they are.
 *
 * @throws InputError if a ledger is malformed or given twice, or the policy is malformed or
 * states no fee. A malformed record throws nothing: its result says so.
 *
 * Clauses: as `quoteRefund`; interpretations R-YEAR, R-WHOSE, R-COUNTS besides.
 *
 * @example
 * const settlement = createSettlement();
 * settlement.settle({ customerId: 'contoso', paid: '1e3' }).ok; //=> false
 * [...settlement.ledgers()]; //=> []
 */
export function createSettlement(options?: SettlementOptions): Settlement {
  const issues: Issue[] = [];
  const given = readOptions<keyof SettlementOptions>(options, issues, optionNames);
  const policy = refundPolicyOf(given, issues);
  if (policy === undefined) throw new InputError(issues);
  const customers = new Map<string, RunningLedger>();
  let position = 0;
  for (const saved of readIterable(given.ledgers ?? [], ['options', 'ledgers'], issues)) {
    const path = ['options', 'ledgers', position];
    position += 1;
    const ledger = readLedger(saved, path, issues);
    if (ledger === undefined) continue;
    const { customerId } = ledger;
    if (customers.has(customerId)) {
      const expected = 'a customer that no ledger before names';
      issues.push(issue([...path, 'customerId'], 'duplicate', expected, customerId));
    }
    customers.set(customerId, new RunningLedger(ledger, policy));
  }
  if (issues.length > 0) throw new InputError(issues);

  let next = 0;
  return {
    settle(record) {
      const index = next;
      next += 1;
      const issues: Issue[] = [];
      const facts = readRefundFacts(record, 'in-batch', issues);
      if (facts === undefined) {
        const { id, customerId } = namesIn(record);
        return { ok: false, index, id, customerId, issues };
      }

      const id = ownField(facts.request, 'id');
      const customerId = facts.request.customerId as string; // a batch demands it
      const ledger =
        customers.get(customerId) ?? new RunningLedger(openRefundLedger(customerId), policy);
      const answer = ledger.settle(facts);
      if ('code' in answer) return { ok: false, index, id, customerId, issues: [answer] };
      if (!ledger.isEmpty) customers.set(customerId, ledger);
      const repeated = answer.repeated || undefined;
      return { ok: true, index, id, customerId, repeated, quote: answer.quote };
    },
    *ledgers() {
      for (const ledger of customers.values()) yield ledger.toLedger();
    },
  };
}

/** Returns the id and customer that a malformed record states, so that it can be found again. */
export function namesIn(record: unknown): { readonly id?: string; readonly customerId?: string } {
  const names: { id?: string; customerId?: string } = Object.create(null);
  try {
    const fields = record as { id?: unknown; customerId?: unknown };
    const [id, customerId] = [ownField(fields, 'id'), ownField(fields, 'customerId')];
    if (isName(id)) names.id = id;
    if (isName(customerId)) names.customerId = customerId;
  } catch {
    // Nothing can be read of it; the issues say so.
  }
  return names;
}
