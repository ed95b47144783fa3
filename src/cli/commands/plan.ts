import { existsSync } from 'node:fs';
import { type Issue, issueAt } from '../../kernel/issue.ts';
import { type PlanRequestInput, type ReturnPlan, tryPlanReturns } from '../../plans/index.ts';
import type { PolicyOptions, RefundLedger } from '../../reservations/index.ts';
import { namesIn } from '../../reservations/ledger/create-settlement.ts';
import type { PlacedBatch } from '../answer-all.ts';
import { Problem } from '../io/problem.ts';
import { ledgerPath } from '../ledger/ledger-path.ts';
import { openKeptLedger } from './kept-ledger.ts';

/** The options for planning the returns of every customer. */
export interface PlanOptions extends PolicyOptions {
  /** The first day on which anything can be returned. */
  readonly from: string;
  readonly until: string | undefined;
  readonly ledger: string | undefined;
  readonly wait: number | undefined;
}

/** The plan of one customer, or why there is none. */
export type CustomerPlan =
  | {
      readonly ok: true;
      readonly customerId?: string | undefined;
      /** The lines of the candidates, in their order. */
      readonly lines: readonly number[];
      readonly answer: ReturnPlan;
    }
  | {
      readonly ok: false;
      readonly customerId?: string | undefined;
      readonly lines: readonly number[];
      readonly issues: readonly Issue[];
    };

interface Group {
  readonly lines: number[];
  readonly candidates: unknown[];
  /** Issues of records that are no candidates, by the position that they would have. */
  readonly issues: Issue[];
}

/** Collects the candidates of each customer, and plans their returns in the order in which the customers come. */
export async function planAll(
  batches: AsyncIterable<PlacedBatch>,
  options: PlanOptions,
): Promise<CustomerPlan[]> {
  const groups = new Map<string | undefined, Group>();
  for await (const { records } of batches) {
    for (const { at, read } of records) {
      const record = 'record' in read ? withoutDay(read.record, options.from) : undefined;
      const { customerId } = namesIn(record);
      const group = groups.get(customerId) ?? { lines: [], candidates: [], issues: [] };
      groups.set(customerId, group);
      const found = 'issues' in read ? read.issues : 'fault' in read ? [read.fault] : [];
      const place = ['candidates', group.candidates.length];
      group.issues.push(...found.map((one) => issueAt([...place, ...one.path], one)));
      group.lines.push(at);
      group.candidates.push(record);
    }
  }
  const ledgers = await ledgersOf([...groups.keys()], options);
  return Array.from(groups, ([customerId, group]) =>
    planOf(customerId, group, ledgers.get(customerId), options),
  );
}

/** Takes out the first day, with which an order was read. */
function withoutDay(record: unknown, from: string): unknown {
  if (typeof record !== 'object' || record === null) return record;
  const { canceledOn, ...candidate } = record as { readonly canceledOn?: unknown };
  return canceledOn === from ? candidate : record;
}

/** The ledgers of the customers that have one. */
async function ledgersOf(
  customers: readonly (string | undefined)[],
  { ledger, wait }: PlanOptions,
): Promise<ReadonlyMap<string | undefined, RefundLedger>> {
  const found = new Map<string | undefined, RefundLedger>();
  if (ledger === undefined) return found;
  const path = ledgerPath(ledger);
  if (!existsSync(path)) throw new Problem(`there is no ledger ${path}`);
  const kept = await openKeptLedger({ wait }, path);
  try {
    for (const customerId of customers) {
      const own = customerId === undefined ? undefined : kept.ledgerOf(customerId);
      if (own !== undefined) found.set(customerId, own);
    }
  } finally {
    kept.close();
  }
  return found;
}

function planOf(
  customerId: string | undefined,
  { lines, candidates, issues }: Group,
  ledger: RefundLedger | undefined,
  { from: asOf, until, policy, ledger: path }: PlanOptions,
): CustomerPlan {
  if (issues.length > 0) return { ok: false, customerId, lines, issues };
  if (path !== undefined && customerId === undefined) {
    throw new Problem('with --ledger every record names its customer (customerId)');
  }
  const request = { asOf, until, candidates, ledger, policy } as PlanRequestInput;
  const plan = tryPlanReturns(request);
  if (plan.ok) return { ok: true, customerId, lines, answer: plan.value };
  return { ok: false, customerId, lines, issues: plan.issues };
}
