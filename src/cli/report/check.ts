import { groupThousands } from '../../amounts/group-thousands.ts';
import { currencyDigits } from '../../kernel/currencies.ts';
import { formatAmount, plus, type Whole, writtenAmount } from '../../kernel/money.ts';
import { checkAnswers } from '../checks/check-answers.ts';
import { LineChecks } from '../checks/check-lines.ts';
import { checkRefunds } from '../checks/check-refunds.ts';
import type { Checked, CheckOptions, Unchecked } from '../checks/checked.ts';
import type { OpenedInput } from '../input/records.ts';
import type { Output } from '../io/output.ts';
import { LimitUse } from '../orders/limit-use.ts';
import type { BookEntry } from '../orders/order-book.ts';
import { joinedRecords } from '../orders/returns.ts';
import { type Column, names, numbers, rest, tableRow } from './columns.ts';
import { csvLine, markIf } from './csv-line.ts';

/** The options of a check and of its report. */
interface CheckRun extends CheckOptions {
  readonly format: 'ndjson' | 'table' | 'csv';
  readonly bom: boolean;
  readonly notice: (sentence: string) => void;
}

type Result = Checked | Unchecked;

/** The totals of the refunds in one currency. */
interface Total {
  readonly currency: string;
  readonly refunds: number;
  readonly differing: number;
  /** The sum of the differences above 0. */
  readonly missing: string;
}

const WRITE_CHUNK = 1 << 16;

/** Checks every refund that the inputs list, and writes the results. Returns whether all could be checked and agree. */
export async function writeChecks(
  inputs: readonly OpenedInput[],
  run: CheckRun,
  output: Output,
): Promise<boolean> {
  const { countExchanges, ...set } = run.set;
  const lines = new LineChecks();
  const joining = joinedRecords(inputs, run.notice, (record, type) => {
    if (type === 'reconciliation') lines.add(record);
  });
  let step = await joining.next();
  while (step.done !== true) step = await joining.next();
  const use = new LimitUse(step.value, set, countExchanges === true);
  const notices = [...exchangeNotices(use.exchanges), ...lines.notices()];
  for (const sentence of notices) run.notice(sentence);

  const { header, row, footer } = writers[run.format](run.bom);
  const totals = new Totals();
  let pending = header;
  let agrees = true;
  let index = 0;
  for (const result of checksOf(step.value, use, lines, { ...run, set })) {
    if (result.ok) totals.add(result);
    agrees &&= result.ok && result.agrees;
    pending += row(result, index);
    index += 1;
    if (pending.length < WRITE_CHUNK) continue;
    await output.write(pending);
    pending = '';
  }
  if (index === 0) run.notice('no refund, removal or answer of the vendor to check');
  await output.write(pending + footer(totals.list()));
  return agrees;
}

/** One sentence a file, however many there are. */
function exchangeNotices(exchanges: LimitUse['exchanges']): string[] {
  const rows = new Map<string, number[]>();
  for (const { source } of exchanges) {
    const known = rows.get(source.file);
    if (known === undefined) rows.set(source.file, [source.row]);
    else known.push(source.row);
  }
  return [...rows].map(([file, [first, ...others]]) => {
    const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
    return `${file}, row ${first}${more}: a refund on the day of a purchase looks like an exchange and is not checked (--set countExchanges=true checks it)`;
  });
}

function* checksOf(
  entries: readonly BookEntry[],
  use: LimitUse,
  lines: LineChecks,
  options: CheckOptions,
): Generator<Result> {
  const exchanged = new Set(use.exchanges.map(({ source }) => source));
  for (const entry of entries) {
    if (entry.kind === 'order') {
      for (const checked of checkRefunds(entry, use, options)) {
        if (!exchanged.has(checked.source)) yield checked;
      }
      yield* checkAnswers(entry, options);
    } else if (entry.kind === 'rejected') {
      const { id, issues, source } = entry;
      yield { ok: false, id, issues, source };
    }
  }
  yield* lines.results(options);
}

/** The sums of the refunds of each currency. */
class Totals {
  readonly #sums = new Map<string, { refunds: number; differing: number; missing: Whole }>();

  add({ currency, difference, agrees }: Checked): void {
    const sums = this.#sums.get(currency) ?? { refunds: 0, differing: 0, missing: 0 };
    this.#sums.set(currency, sums);
    sums.refunds += 1;
    if (!agrees) sums.differing += 1;
    if (difference.startsWith('-')) return;
    sums.missing = plus(sums.missing, writtenAmount(difference, digitsOf(currency)));
  }

  /** Returns the totals by currency. */
  list(): Total[] {
    const sorted = [...this.#sums].sort(([a], [b]) => (a < b ? -1 : 1));
    return sorted.map(([currency, { missing, ...counts }]) => {
      return { currency, ...counts, missing: formatAmount(missing, digitsOf(currency)) };
    });
  }
}

function digitsOf(currency: string): number {
  return currencyDigits(currency) as number;
}

interface CheckWriter {
  readonly header: string;
  readonly row: (result: Result, index: number) => string;
  readonly footer: (totals: readonly Total[]) => string;
}

const columns = ['id', 'file', 'row', 'refundedOn', 'currency', 'ours', 'theirs'].concat([
  ...['difference', 'policy', 'explainedBy', 'reason', 'issues'],
]);

const widths: readonly Column[] = [
  names(36),
  names(10),
  ...[14, 14, 12].map(numbers),
  names(8),
  rest,
];

const writers: { readonly [F in CheckRun['format']]: (bom: boolean) => CheckWriter } = {
  ndjson: () => ({
    header: '',
    row: (result, index) => {
      const { ok, ...others } = result;
      return `${JSON.stringify({ ok, index, ...others })}\n`;
    },
    footer: (totals) => totals.map((total) => `${JSON.stringify({ total })}\n`).join(''),
  }),
  csv: (bom) => ({
    header: markIf(bom) + csvLine(columns),
    row: (result) => {
      const { id, source } = result;
      const start = [id, source.file, String(source.row)];
      if (!result.ok)
        return csvLine([...start, ...columns.slice(4).map(() => ''), messagesOf(result)]);
      const { refundedOn, currency, ours, theirs, difference, policy, explainedBy, reason } =
        result;
      const figures = [refundedOn, currency, ours, theirs, difference];
      return csvLine([...start, ...figures, policy, explainedBy.policy, reason, '']);
    },
    footer: () => '',
  }),
  table: () => ({
    header: tableRow(widths, ['Order', 'Refunded', 'Ours', 'Theirs', 'Difference', 'Currency', '']),
    row: (result) => {
      const { id = '' } = result;
      if (!result.ok) return tableRow(widths, [id, '', '', '', '', 'rejected', messagesOf(result)]);
      const { refundedOn, currency, reason } = result;
      const amounts = [result.ours, result.theirs, result.difference].map(groupThousands);
      return tableRow(widths, [id, refundedOn, ...amounts, currency, reason]);
    },
    footer: (totals) =>
      totals
        .map(
          ({ currency, refunds, differing, missing }) =>
            `\nRefunds in ${currency}: ${refunds}; differing: ${differing}; seems to be missing: ${groupThousands(missing)}\n`,
        )
        .join(''),
  }),
};

function messagesOf({ issues }: Unchecked): string {
  return issues.map(({ message }) => message).join('; ');
}
