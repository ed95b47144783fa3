import { type Day, formatDay } from '../../kernel/day.ts';
import { type Issue, issue } from '../../kernel/issue.ts';
import { readRefundFacts } from '../../reservations/facts/refund-facts.ts';
import {
  createSettlement,
  type PolicyOptions,
  type RefundLedger,
  type Settlement,
} from '../../reservations/index.ts';
import { namesIn } from '../../reservations/ledger/create-settlement.ts';
import type { Rejected } from '../io/results.ts';
import { withOrigin } from '../io/with-origin.ts';
import type { LedgerDatabase } from '../ledger/ledger-database.ts';
import { type QuoteCommand, type Quoted, type QuoteRun, startQuotes } from './quotes.ts';

/** The fields that a record must have in addition to those of every settlement. */
export interface RecordRules {
  /** With a ledger that is kept: without an id, another run would pay the record again. */
  readonly needsId: boolean;
  /** Later days are refused. */
  readonly notAfter: Day | undefined;
}

/** Starts a command whose ledgers, if any, end with it. Throws an `InputError` if the policy is malformed. */
export function startUnkept(
  command: QuoteCommand,
  options: PolicyOptions,
  notAfter: Day | undefined,
): QuoteRun {
  if (command !== 'settle') return startQuotes(command, options);
  return startSettlement(options, [], { needsId: false, notAfter });
}

/** Starts a settlement from whole ledgers. Throws an `InputError` if the policy or a ledger is malformed. */
export function startSettlement(
  options: PolicyOptions,
  ledgers: Iterable<RefundLedger>,
  rules: RecordRules,
): QuoteRun {
  const settlement = createSettlement({ ...options, ledgers });
  return {
    answer: (record, index, line) => answer(settlement, record, index, line, rules),
    ledgers: () => settlement.ledgers(),
  };
}

/**
 * Starts a settlement on a database: each batch of records reads the ledgers of its customers, settles
 * them and writes them back, all in one transaction.
 */
export function startStoredSettlement(
  options: PolicyOptions,
  database: LedgerDatabase,
  rules: RecordRules,
): QuoteRun {
  let settlement = createSettlement(options);
  return {
    begin(records) {
      database.begin();
      const customers = customersIn(records);
      const ledgers: RefundLedger[] = [];
      for (const [customerId, ids] of customers) {
        const ledger = database.load(customerId, ids);
        if (ledger !== undefined) ledgers.push(ledger);
      }
      settlement = settlementOf(options, ledgers, database.path);
    },
    answer: (record, index, line) => answer(settlement, record, index, line, rules),
    commit() {
      for (const ledger of settlement.ledgers()) database.save(ledger);
      database.commit();
    },
    ledgers: () => database.ledgers(),
  };
}

/** Throws an `InputError` that names the customers whose stored ledgers are malformed. */
function settlementOf(
  options: PolicyOptions,
  ledgers: readonly RefundLedger[],
  path: string,
): Settlement {
  const start = () => createSettlement({ ...options, ledgers });
  return withOrigin(start, ({ path: [, , position, ...within] }) => {
    const { customerId } = ledgers[position as number] as RefundLedger;
    return { name: `${path}, customer ${customerId}`, path: within };
  });
}

/** The ids of each customer's records, in order of appearance. */
function customersIn(records: readonly unknown[]): Map<string, Set<string>> {
  const customers = new Map<string, Set<string>>();
  for (const record of records) {
    const { id, customerId } = namesIn(record);
    if (customerId === undefined) continue;
    const ids = customers.get(customerId) ?? new Set();
    customers.set(customerId, ids);
    if (id !== undefined) ids.add(id);
  }
  return customers;
}

function answer(
  settlement: Settlement,
  record: unknown,
  index: number,
  line: number,
  rules: RecordRules,
): Quoted | Rejected {
  const issues = issuesByRules(record, rules);
  if (issues.length > 0) {
    const { id, customerId } = namesIn(record);
    return { ok: false, index, line, id, customerId, issues };
  }
  const result = settlement.settle(record);
  const { id, customerId } = result;
  if (!result.ok) return { ok: false, index, line, id, customerId, issues: result.issues };
  return { ok: true, index, id, customerId, repeated: result.repeated, quote: result.quote };
}

function issuesByRules(record: unknown, { needsId, notAfter }: RecordRules): readonly Issue[] {
  const lacksId = needsId && hasNoId(record);
  if (!lacksId && notAfter === undefined) return [];
  const issues: Issue[] = [];
  const facts = readRefundFacts(record, 'in-batch', issues);
  if (lacksId && !issues.some(({ path }) => path[0] === 'id')) {
    const expected = 'the id of the cancellation, without which another run would pay it again';
    issues.push(issue(['id'], 'missing-field', expected, undefined));
  }
  if (facts !== undefined && notAfter !== undefined && facts.returnedOn > notAfter) {
    const expected = `a day up to ${formatDay(notAfter)} (--not-after)`;
    issues.push(issue(['canceledOn'], 'out-of-order', expected, facts.request.canceledOn));
  }
  return issues;
}

function hasNoId(record: unknown): boolean {
  if (typeof record !== 'object' || record === null || Array.isArray(record)) return false;
  const { id } = record as { readonly id?: unknown };
  return id === undefined || id === null;
}
