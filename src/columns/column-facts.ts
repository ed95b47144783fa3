import { type Issue, issue, pathText } from '../kernel/issue.ts';
import { AMOUNT_WHOLE_DIGITS } from '../kernel/money.ts';
import { type Fields, isGiven, readFields } from '../kernel/read.ts';
import { type RefundFacts, readRefundFacts } from '../reservations/facts/refund-facts.ts';
import type { RefundRequest } from '../reservations/facts/request.ts';
import { isSource, readOptions, refundPolicyOf } from '../reservations/policy/policy-choice.ts';
import type { ReadyRefundPolicy } from '../reservations/policy/ready-policy.ts';
import type { RefundColumnsOptions, RefundColumnsRequest, RefundFigureColumns } from './columns.ts';
import { type Column, isShared, lengthOf, readColumn } from './typed-array.ts';

/** The request, read as far as it is the same for every row. */
export interface ColumnFacts {
  readonly rows: number;
  readonly columns: Omit<RowColumns, 'paid' | 'instalment'> & {
    /** The prices, or one payment of each monthly plan. */
    readonly amount: Float64Array;
  };
  readonly isMonthly: boolean;
  /** The facts that all rows share; the others are here of no row. */
  readonly shared: RefundFacts;
  /** The largest price or payment, in minor units. */
  readonly mostPaid: number;
  readonly policy: ReadyRefundPolicy;
  readonly out: RefundFigureColumns;
}

type RowColumns = Pick<
  RefundColumnsRequest,
  | 'paid'
  | 'instalment'
  | 'completedTransactions'
  | 'termMonths'
  | 'purchasedOn'
  | 'canceledOn'
  | 'used'
  | 'consumedUsdCents'
>;

const inputFields: ReadonlySet<string> = new Set<keyof RefundColumnsRequest>([
  'currency',
  'usdRate',
  'product',
  'billingPlan',
  'paid',
  'instalment',
  'completedTransactions',
  'termMonths',
  'purchasedOn',
  'canceledOn',
  'used',
  'consumedUsdCents',
]);

const outFields: ReadonlySet<string> = new Set<keyof RefundFigureColumns>([
  'credit',
  'fee',
  'refund',
  'status',
  'remainingCommitment',
]);

const optionNames: ReadonlySet<string> = new Set<keyof RefundColumnsOptions>(['policy', 'out']);

/** Reads all that is not of one row, or reports every issue. */
export function readColumnFacts(
  input: unknown,
  options: unknown,
  issues: Issue[],
): ColumnFacts | undefined {
  const fields = readFields<keyof RefundColumnsRequest>(input, inputFields, [], issues);
  const given = readOptions<keyof RefundColumnsOptions>(options, issues, optionNames);
  const policy = readColumnPolicy(given, issues);
  const isMonthly = fields?.billingPlan === 'Monthly';
  const out = isGiven(given.out) ? readOut(given.out, isMonthly, issues) : undefined;
  if (fields === undefined) return undefined;

  const shared = readShared(fields, isMonthly, issues);
  const columns = readColumns(fields, isMonthly, issues);
  const read = named(columns, []);
  const written = named(out ?? {}, outPath);
  checkLengths([...read, ...written], issues);
  checkMemory(read, written, issues);
  if (shared === undefined || policy === undefined || issues.length > 0) return undefined;

  const { paid, instalment, ...others } = columns as RowColumns; // no issue: each one is there
  const amount = (paid ?? instalment) as Float64Array;
  const rows = lengthOf(amount);
  return {
    rows,
    columns: { ...others, amount },
    isMonthly,
    shared,
    mostPaid: Math.min(Number.MAX_SAFE_INTEGER, 10 ** (AMOUNT_WHOLE_DIGITS + shared.digits) - 1),
    policy,
    out: (out as RefundFigureColumns | undefined) ?? newOut(rows, isMonthly),
  };
}

/** One policy for all rows: a source would choose a version for each. */
function readColumnPolicy(given: Fields<'policy'>, issues: Issue[]): ReadyRefundPolicy | undefined {
  const choice = refundPolicyOf(given, issues);
  if (choice === undefined || !isSource(choice)) return choice;
  const expected = `the id of a version of ${choice.source}, as columns have one policy for all rows`;
  issues.push(issue(['options', 'policy'], 'unsupported', expected, choice.source));
  return undefined;
}

/** Stands in for any row, as only what all rows share is taken from it. */
const someRow: { readonly used: false } & Pick<
  RefundRequest,
  'term' | 'purchasedOn' | 'canceledOn'
> = {
  term: 'P1Y',
  purchasedOn: '1970-01-01',
  canceledOn: '1970-01-01',
  used: false,
};

/** Reads the facts that all rows share as those of one cancellation are read. */
function readShared(
  { currency, usdRate, product, billingPlan }: Fields<keyof RefundColumnsRequest>,
  isMonthly: boolean,
  issues: Issue[],
): RefundFacts | undefined {
  const amount = isMonthly ? { instalment: '0' } : { paid: '0' };
  const shared = { ...someRow, ...amount, currency, usdRate, product, billingPlan };
  return readRefundFacts(shared, 'alone', issues);
}

/** Columns by their fields, as far as they are of their kinds. */
type Found<Columns> = { readonly [Name in keyof Columns]: Columns[Name] | undefined };

function readColumns(
  fields: Fields<keyof RefundColumnsRequest>,
  isMonthly: boolean,
  issues: Issue[],
): Found<Required<RowColumns>> {
  const { completedTransactions, consumedUsdCents } = fields;
  const ofOtherPlan = isMonthly
    ? (['paid'] as const)
    : (['instalment', 'completedTransactions'] as const);
  for (const name of ofOtherPlan) {
    if (!isGiven(fields[name])) continue;
    const expected = `nothing with the billing plan ${isMonthly ? 'Monthly' : 'Upfront'}`;
    issues.push(issue([name], 'contradiction', expected, fields[name]));
  }
  return {
    paid: isMonthly ? undefined : readColumn(fields.paid, 'Float64Array', ['paid'], issues),
    instalment: isMonthly
      ? readColumn(fields.instalment, 'Float64Array', ['instalment'], issues)
      : undefined,
    completedTransactions:
      isMonthly && isGiven(completedTransactions)
        ? readColumn(completedTransactions, 'Uint8Array', ['completedTransactions'], issues)
        : undefined,
    termMonths: readColumn(fields.termMonths, 'Uint8Array', ['termMonths'], issues),
    purchasedOn: readColumn(fields.purchasedOn, 'Int32Array', ['purchasedOn'], issues),
    canceledOn: readColumn(fields.canceledOn, 'Int32Array', ['canceledOn'], issues),
    used: readColumn(fields.used, 'Uint8Array', ['used'], issues),
    consumedUsdCents: isGiven(consumedUsdCents)
      ? readColumn(consumedUsdCents, 'Float64Array', ['consumedUsdCents'], issues)
      : undefined,
  };
}

const outPath: Issue['path'] = Object.freeze(['options', 'out']);

function readOut(
  value: unknown,
  isMonthly: boolean,
  issues: Issue[],
): Found<RefundFigureColumns> | undefined {
  const fields = readFields<keyof RefundFigureColumns>(value, outFields, outPath, issues);
  if (fields === undefined) return undefined;
  const commitmentPath = [...outPath, 'remainingCommitment'];
  if (!isMonthly && isGiven(fields.remainingCommitment)) {
    const expected = 'nothing with the billing plan Upfront';
    issues.push(issue(commitmentPath, 'contradiction', expected, fields.remainingCommitment));
  }
  return {
    credit: readColumn(fields.credit, 'Float64Array', [...outPath, 'credit'], issues),
    fee: readColumn(fields.fee, 'Float64Array', [...outPath, 'fee'], issues),
    refund: readColumn(fields.refund, 'Float64Array', [...outPath, 'refund'], issues),
    status: readColumn(fields.status, 'Uint8Array', [...outPath, 'status'], issues),
    remainingCommitment: isMonthly
      ? readColumn(fields.remainingCommitment, 'Float64Array', commitmentPath, issues)
      : undefined,
  };
}

function newOut(rows: number, isMonthly: boolean): RefundFigureColumns {
  return {
    credit: new Float64Array(rows),
    fee: new Float64Array(rows),
    refund: new Float64Array(rows),
    status: new Uint8Array(rows),
    remainingCommitment: isMonthly ? new Float64Array(rows) : undefined,
  };
}

interface Named {
  readonly path: Issue['path'];
  readonly column: Column;
}

function named(
  columns: { readonly [Name in string]?: Column | undefined },
  path: Issue['path'],
): Named[] {
  return Object.entries(columns).flatMap(([name, column]) =>
    column === undefined ? [] : [{ path: [...path, name], column }],
  );
}

/** Every column must be as long as the first one is. */
function checkLengths([first, ...others]: readonly Named[], issues: Issue[]): void {
  if (first === undefined) return;
  const rows = lengthOf(first.column);
  for (const { path, column } of others) {
    const length = lengthOf(column);
    if (length === rows) continue;
    const expected = `${rows} rows, like ${pathText(first.path)}`;
    issues.push(issue(path, 'contradiction', expected, length));
  }
}

/** Checks that no output column shares memory with an input or with another output. */
function checkMemory(read: readonly Named[], written: readonly Named[], issues: Issue[]): void {
  const others = [...read];
  for (const { path, column } of written) {
    const other = others.find((one) => isShared(one.column, column));
    if (other !== undefined) {
      const expected = `memory that is not shared with ${pathText(other.path)}`;
      issues.push(issue(path, 'contradiction', expected, column));
    }
    others.push({ path, column });
  }
}
