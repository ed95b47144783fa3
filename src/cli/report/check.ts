import { groupThousands } from '../../amounts/group-thousands.ts';
import { currencyDigits } from '../../kernel/currencies.ts';
import { formatAmount, plus, type Whole, writtenAmount } from '../../kernel/money.ts';
import type { OpenedInput } from '../input/records.ts';
import type { Output } from '../io/output.ts';
import { type CheckedRefund, checkRefunds, type UncheckedRefund } from '../orders/check-refunds.ts';
import { LimitUse } from '../orders/limit-use.ts';
import type { FactRecord } from '../orders/order-book.ts';
import type { PolicyOnDay } from '../orders/policy-on-day.ts';
import { joinedRecords } from '../orders/returns.ts';
import { type Column, names, numbers, rest, tableRow } from './columns.ts';
import { csvLine, markIf } from './csv-line.ts';

/** The options of a check and of its report. */
interface CheckRun {
  readonly set: FactRecord;
  readonly policy: PolicyOnDay;
  readonly format: 'ndjson' | 'table' | 'csv';
  readonly bom: boolean;
  readonly notice: (sentence: string) => void;
}

type Checked = CheckedRefund | UncheckedRefund;

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
  const results = entries.flatMap((entry): readonly Checked[] => {
    if (entry.kind === 'order') {
      const checks = checkRefunds(entry, use, { set, policy: run.policy });
      return checks.filter(({ source }) => !exchanged.has(source));
    }
    const { id, issues, source } = entry;
    return issues === undefined ? [] : [{ ok: false, id, issues, source }];
  });
  const { header, row, footer } = writers[run.format](run.bom);
  const totals = totalsOf(results);
  await output.write(header + results.map(row).join('') + footer(totals));
  return results.every((one) => one.ok && one.agrees);
}

function totalsOf(results: readonly Checked[]): Total[] {
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
  readonly row: (result: Checked, index: number) => string;
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

function messagesOf({ issues }: UncheckedRefund): string {
  return issues.map(({ message }) => message).join('; ');
}
