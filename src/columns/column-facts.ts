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
  readonly columns: RowColumns;
  /** The facts that all rows share; the others are here of no row. */
  readonly shared: RefundFacts;
  /** The largest price, in minor units. */
  readonly mostPaid: number;
  readonly policy: ReadyRefundPolicy;
  readonly out: RefundFigureColumns;
}

type RowColumns = Pick<
  RefundColumnsRequest,
  'paid' | 'termMonths' | 'purchasedOn' | 'canceledOn' | 'used' | 'consumedUsdCents'
>;

const inputFields: ReadonlySet<string> = new Set<keyof RefundColumnsRequest>([
  'currency',
  'usdRate',
  'product',
  'billingPlan',
  'paid',
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
  const out = isGiven(given.out) ? readOut(given.out, issues) : undefined;
  if (fields === undefined) return undefined;

  const shared = readShared(fields, issues);
  const columns = readColumns(fields, issues);
  const read = named(columns, []);
  const written = named(out ?? {}, outPath);
  checkLengths([...read, ...written], issues);
  checkMemory(read, written, issues);
  if (shared === undefined || policy === undefined || issues.length > 0) return undefined;

  const rowColumns = columns as RowColumns; // no issue: each one is there
  const rows = lengthOf(rowColumns.paid);
  return {
    rows,
    columns: rowColumns,
    shared,
    mostPaid: Math.min(Number.MAX_SAFE_INTEGER, 10 ** (AMOUNT_WHOLE_DIGITS + shared.digits) - 1),
    policy,
    out: (out as RefundFigureColumns | undefined) ?? newOut(rows),
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
  'paid' | 'term' | 'purchasedOn' | 'canceledOn'
> = {
  paid: '0',
  term: 'P1Y',
  purchasedOn: '1970-01-01',
  canceledOn: '1970-01-01',
  used: false,
};

/** Reads the facts that all rows share as those of one cancellation are read. */
function readShared(
  { currency, usdRate, product, billingPlan }: Fields<keyof RefundColumnsRequest>,
  issues: Issue[],
): RefundFacts | undefined {
  const shared = { ...someRow, currency, usdRate, product };
  if (billingPlan !== 'Monthly')
    return readRefundFacts({ ...shared, billingPlan }, 'alone', issues);
  const facts = readRefundFacts(shared, 'alone', issues);
  const expected = 'the billing plan Upfront (quote monthly payment with quoteRefund)';
  issues.push(issue(['billingPlan'], 'unsupported', expected, billingPlan));
  return facts;
}

/** Columns by their fields, as far as they are of their kinds. */
type Found<Columns> = { readonly [Name in keyof Columns]: Columns[Name] | undefined };

function readColumns(
  fields: Fields<keyof RefundColumnsRequest>,
  issues: Issue[],
): Found<Required<RowColumns>> {
  const { consumedUsdCents } = fields;
  return {
    paid: readColumn(fields.paid, 'Float64Array', ['paid'], issues),
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

function readOut(value: unknown, issues: Issue[]): Found<RefundFigureColumns> | undefined {
  const fields = readFields<keyof RefundFigureColumns>(value, outFields, outPath, issues);
  if (fields === undefined) return undefined;
  return {
    credit: readColumn(fields.credit, 'Float64Array', [...outPath, 'credit'], issues),
    fee: readColumn(fields.fee, 'Float64Array', [...outPath, 'fee'], issues),
    refund: readColumn(fields.refund, 'Float64Array', [...outPath, 'refund'], issues),
    status: readColumn(fields.status, 'Uint8Array', [...outPath, 'status'], issues),
  };
}

function newOut(rows: number): RefundFigureColumns {
  return {
    credit: new Float64Array(rows),
    fee: new Float64Array(rows),
    refund: new Float64Array(rows),
    status: new Uint8Array(rows),
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
