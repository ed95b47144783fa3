import type { Issue } from '../../kernel/issue.ts';
import { readIssues } from '../io/read-issues.ts';
import type { Source, SourceRecord } from './records.ts';
import { inputTypes, isAboutReturns } from './types.ts';

/** A line of `partner-rules read`: the facts of one record, or its issues. */
interface ReadLine {
  readonly ok: boolean;
  readonly id?: unknown;
  readonly event?: unknown;
  readonly on?: unknown;
  readonly billedTo?: unknown;
  readonly facts?: unknown;
  readonly issues?: unknown;
  readonly source: Source;
}

/** Returns whether a record is a line of `partner-rules read`. */
export function isReadLine(value: unknown): boolean {
  return isMissingFact(value) || lineOf(value) !== undefined;
}

/**
 * The records that a line of `partner-rules read` stands for, with the source that it names; `undefined` if it is none.
 * Transactions are joined by their order again, and lines about a missing fact are dropped.
 */
export function recordsOfReadLine(value: unknown): readonly SourceRecord[] | undefined {
  if (isMissingFact(value)) return [];
  const line = lineOf(value);
  if (line === undefined) return undefined;
  const { ok, id, facts, source } = line;
  if (!ok || !isRecord(facts)) {
    const found: Issue[] = [];
    const told = readIssues(line.issues, ['issues'], found);
    return [{ source, value: { id }, faults: found.length > 0 ? found : told }];
  }
  if (line.event !== undefined && source.type === 'reservation-transactions') {
    return transactionRecords(line, facts);
  }
  if (!isAboutReturns(source.type)) return [{ source, value: facts }];
  return [
    { source: { ...source, type: 'facts' }, value: facts, isReturn: source.type !== 'facts' },
  ];
}

/** The transaction of a line, and the facts that were added to it. */
function transactionRecords(
  { id, event, on, billedTo, source }: ReadLine,
  { id: _, paid, instalment, amount, currency, quantity, term, billingPlan, ...others }: Fields,
): readonly SourceRecord[] {
  const value = {
    ...{ eventType: event, eventDate: on, reservationOrderId: id, currency, quantity, term },
    amount: paid ?? instalment ?? amount,
    billingFrequency: billingPlan === 'Monthly' ? 'Recurring' : 'OneTime',
    billingProfileId: billedTo,
  };
  const { purchasedOn, ...added } = others;
  const known = billingPlan === 'Monthly' ? others : added;
  const transaction: SourceRecord = { source, value, isRow: true };
  if (Object.keys(known).length === 0) return [transaction];
  const facts: SourceRecord = {
    source: { ...source, type: 'facts' },
    value: { orderId: id, ...known },
  };
  return [transaction, facts];
}

type Fields = Readonly<Record<string, unknown>>;

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isMissingFact(value: unknown): boolean {
  return isRecord(value) && typeof value['missing'] === 'string' && 'add' in value;
}

function lineOf(value: unknown): ReadLine | undefined {
  if (!isRecord(value) || typeof value['ok'] !== 'boolean') return undefined;
  const source = sourceOf(value['source']);
  return source && { ...value, ok: value['ok'], source };
}

function sourceOf(value: unknown): Source | undefined {
  if (!isRecord(value)) return undefined;
  const { file, row } = value;
  const type = inputTypes.find((known) => known === value['type']);
  if (typeof file !== 'string' || !Number.isSafeInteger(row) || !type) return undefined;
  return { ...value, file, row: row as number, type };
}
