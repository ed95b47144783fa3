import { issue } from '../../kernel/issue.ts';
import type { OpenedInput, SourceRecord } from '../input/records.ts';
import { type InputType, isAboutReturns, titles } from '../input/types.ts';
import { WrongInput } from '../input/wrong-input.ts';
import { LimitUse } from './limit-use.ts';
import { type BookEntry, type FactRecord, type OnOther, OrderBook } from './order-book.ts';
import { filledFacts, returnsOf } from './order-requests.ts';
import type { PolicyOnDay } from './policy-on-day.ts';
import type { ReturnRecord } from './return-record.ts';

/** The options for making returns of records. */
export interface ReturnOptions {
  /** Facts for all returns. */
  readonly set: FactRecord;
  /** The policy whose limit earlier refunds use; `undefined` where no limit is looked at. */
  readonly limit: PolicyOnDay | undefined;
  /** True if a ledger counts what refunds use, so that none may be missing from it. */
  readonly settles: boolean;
  /** Tells people what was left out, or taken for something. */
  readonly notice: (sentence: string) => void;
}

export interface ReturnBatch {
  readonly records: readonly ReturnRecord[];
  readonly bytes: number;
}

/**
 * Reads the returns that the inputs list, one after the other if all of them are facts. Otherwise they are joined by
 * the ID of their order, which keeps what is known of each order until the inputs end.
 */
export async function* returnsIn(
  inputs: readonly OpenedInput[],
  options: ReturnOptions,
): AsyncGenerator<ReturnBatch, void, undefined> {
  const [first] = inputs;
  if (first !== undefined && !inputs.some(({ type }) => isAboutReturns(type))) {
    const sentence = `${titles[first.type]}, which state no return of a reservation (partner-rules read prints their facts)`;
    throw new WrongInput(first.file, sentence);
  }
  if (inputs.every(({ type, isMixed }) => type === 'facts' && isMixed !== true))
    yield* factsIn(inputs, options.set);
  else yield* joinedReturns(inputs, options);
}

async function* factsIn(
  inputs: readonly OpenedInput[],
  set: FactRecord,
): AsyncGenerator<ReturnBatch> {
  for (const { batches } of inputs) {
    for await (const { records, bytes } of batches) {
      yield { records: records.map((record) => factsOf(record, set)), bytes };
    }
  }
}

function factsOf({ source, value, faults }: SourceRecord, set: FactRecord): ReturnRecord {
  if (faults !== undefined) return { source, issues: faults };
  return { source, facts: filledFacts(value, set) };
}

/**
 * Joins the records of all inputs by the ID of their order, and yields the bytes that were read. Records that are about
 * no reservation order go to `onOther` as they come.
 */
export async function* joinedRecords(
  inputs: readonly OpenedInput[],
  notice: (sentence: string) => void,
  onOther: OnOther,
): AsyncGenerator<{ readonly records: readonly []; readonly bytes: number }, readonly BookEntry[]> {
  const book = new OrderBook(onOther);
  for (const { batches } of inputs) {
    for await (const { records, bytes } of batches) {
      for (const record of records) book.add(record);
      yield { records: [], bytes };
    }
  }
  const { entries, unmatched } = book.close();
  if (unmatched > 0) {
    const are = unmatched === 1 ? 'record of facts matches' : 'records of facts match';
    notice(`${unmatched} ${are} no order, and ${unmatched === 1 ? 'is' : 'are'} left out`);
  }
  return entries;
}

const RETURNS_OF_A_BATCH = 1_000;

async function* joinedReturns(
  inputs: readonly OpenedInput[],
  { set: given, limit, settles, notice }: ReturnOptions,
): AsyncGenerator<ReturnBatch> {
  const { countExchanges, ...set } = given;
  const others = new Map<InputType, number>();
  const entries = yield* joinedRecords(inputs, notice, (_, type) => {
    others.set(type, (others.get(type) ?? 0) + 1);
  });
  for (const [type, count] of others) {
    notice(`${titles[type]}: ${count} state no return of a reservation`);
  }
  const use = new LimitUse(entries, set, countExchanges === true);
  for (const { transaction, source } of use.exchanges) {
    notice(
      `${source.file}, row ${source.row}: the refund of order ${transaction.orderId} and a purchase of the same day look like an exchange, which uses no limit (--set countExchanges=true counts it)`,
    );
  }
  let records: ReturnRecord[] = [];
  for (const entry of entries) {
    for (const made of returnsOf(entry, set)) {
      const record = withLimit(made, entry, set, use, limit);
      records.push(settles ? withoutLimit(record) : record);
    }
    if (records.length < RETURNS_OF_A_BATCH) continue;
    yield { records, bytes: 0 };
    records = [];
  }
  yield { records, bytes: 0 };
}

/** Adds what earlier refunds use of the limit, if the inputs state it and nobody else does. */
function withLimit(
  record: ReturnRecord,
  entry: BookEntry,
  set: FactRecord,
  use: LimitUse,
  limit: PolicyOnDay | undefined,
): ReturnRecord {
  const { facts, issues } = record;
  if (entry.kind !== 'order' || limit === undefined || facts === undefined) return record;
  if (issues !== undefined || facts['consumedRefunds'] !== undefined) return record;
  const policy = limit(facts['canceledOn'], []);
  const consumed = policy && use.consumedOn(facts['canceledOn'], entry, set, policy);
  if (consumed === undefined) return record;
  if (typeof consumed !== 'string') return { ...record, issues: [consumed] };
  return { ...record, facts: { ...facts, consumedRefunds: consumed } };
}

/** A settlement counts refunds in its ledger, which does not know those of the transactions. */
function withoutLimit(record: ReturnRecord): ReturnRecord {
  const consumed = record.facts?.['consumedRefunds'];
  if (consumed === undefined) return record;
  const expected = `a ledger that has the refunds of the transactions (settle --ledger); they used ${String(consumed)} USD`;
  return {
    ...record,
    issues: [issue(['consumedRefunds'], 'conflicts-with-ledger', expected, undefined)],
  };
}
