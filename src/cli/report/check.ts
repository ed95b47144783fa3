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

/** Checks every refund that the inputs list, and writes the results. Returns whether all could be checked and agree. */
export async function writeChecks(
  inputs: readonly OpenedInput[],
  run: CheckRun,
  output: Output,
): Promise<boolean> {
  const { countExchanges, ...set } = run.set;
  const joining = joinedRecords(inputs, run.notice);
  let step = await joining.next();
  while (step.done !== true) step = await joining.next();
  const entries = step.value;
  const use = new LimitUse(entries, set, countExchanges === true);
  const exchanged = new Set(use.exchanges.map(({ source }) => source));
  for (const source of exchanged) {
    run.notice(
      `${source.file}, row ${source.row}: a refund on the day of a purchase looks like an exchange and is not checked (--set countExchanges=true checks it)`,
    );
  }
  const options = { ...run, set };
  const lines = new LineChecks();
  const found = entries.flatMap((entry): readonly Result[] => {
    if (entry.kind === 'order') {
      const checks = checkRefunds(entry, use, options);
      const ofRefunds = checks.filter(({ source }) => !exchanged.has(source));
      return [...ofRefunds, ...checkAnswers(entry, options)];
    }
    if (entry.kind === 'other') {
      if (entry.record.source.type === 'reconciliation') lines.add(entry.record);
      return [];
    }
    const { id, issues, source } = entry;
    return issues === undefined ? [] : [{ ok: false, id, issues, source }];
  });
  for (const sentence of lines.notices()) run.notice(sentence);
  const results = [...found, ...lines.results(options)];
  if (results.length === 0) run.notice('no refund, removal or answer of the vendor to check');
  const { header, row, footer } = writers[run.format](run.bom);
  const totals = totalsOf(results);
  await output.write(header + results.map(row).join('') + footer(totals));
  return results.every((one) => one.ok && one.agrees);
}

function totalsOf(results: readonly Result[]): Total[] {
  const checked = results.filter((one) => one.ok);
  const currencies = [...new Set(checked.map(({ currency }) => currency))].sort();
  return currencies.map((currency) => {
    const digits = currencyDigits(currency) as number;
    const rows = checked.filter((one) => one.currency === currency);
    const missing = rows
      .filter(({ difference }) => !difference.startsWith('-'))
      .reduce<Whole>((sum, { difference }) => plus(sum, writtenAmount(difference, digits)), 0);
    const differing = rows.filter(({ agrees }) => !agrees).length;
    return { currency, refunds: rows.length, differing, missing: formatAmount(missing, digits) };
  });
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
            `\n${refunds} refunds in ${currency}, ${differing} of them differ; ${groupThousands(missing)} seem to be missing\n`,
        )
        .join(''),
  }),
};

function messagesOf({ issues }: Unchecked): string {
  return issues.map(({ message }) => message).join('; ');
}
