import { groupThousands } from '../../amounts/group-thousands.ts';
import { beginningOf, escapeText } from '../../kernel/issue.ts';
import { limitOn, type PolicyOptions, type RefundLedger } from '../../reservations/index.ts';
import type { QuoteCommand, Quoted, QuoteRun } from '../commands/quotes.ts';
import { amountFields, amountIn, outcomeOf, type Total, Totals } from './totals.ts';
import type { Writer } from './writers.ts';

interface Column {
  readonly width: number;
  /** Sets what stands in a cell to that width. */
  readonly set: (cell: string) => string;
}

/** Names are cut to their column (the NDJSON has them whole); amounts never are. */
const names = (width: number): Column => ({
  width,
  set: (cell) => cut(escapeText(cell), width).padEnd(width),
});
const numbers = (width: number): Column => ({ width, set: (cell) => cell.padStart(width) });

const amount = numbers(12);
const customer = names(32);
const outcomes = names(33);
const counts = numbers(9);
const leading = [numbers(5), names(14), customer, numbers(5), outcomes];
const currencies = names(8);
const limits = [customer, names(10), amount, amount, names(80)];

const MOST_GIVE_BACKS = 2;

const titles = {
  credit: 'Credit',
  fee: 'Fee',
  refund: 'Refund',
  withheld: 'Withheld',
  newPrice: 'New price',
  netPayable: 'Net payable',
};

/** Writes a table: the rows, then totals and the limit left for each customer. */
export function tableWriter(
  command: QuoteCommand,
  run: QuoteRun,
  options: PolicyOptions,
): Writer<Quoted> {
  const fields = amountFields[command];
  const amounts = fields.map(() => amount);
  const amountTitles = fields.map((field) => titles[field]);
  const columns = [...leading, ...amounts, currencies];
  const totalColumns = [outcomes, counts, ...amounts];
  const totals = new Totals(command);

  function totalRow({ outcome, count, amounts: sums }: Total): string {
    const cells = [outcome, groupThousands(String(count)), ...sums.map(groupThousands)];
    return tableRow(totalColumns, cells);
  }

  return {
    header() {
      const cells = ['Line', 'Id', 'Customer', 'Day', 'Outcome', ...amountTitles, 'Currency'];
      return `${tableRow(columns, cells)}${rule(columns)}`;
    },

    row(result, line) {
      totals.add(result);
      const outcome = outcomeOf(result);
      const cells = [String(line), result.id ?? '', result.customerId ?? ''];
      if (!result.ok) {
        const issues = result.issues.map(({ message }) => `${' '.repeat(8)}${message}\n`);
        return tableRow(columns, [...cells, '', outcome]) + issues.join('');
      }
      const { quote } = result;
      return tableRow(columns, [
        ...cells,
        String(quote.days.sincePurchase),
        result.repeated ? 'repeated, not paid again' : outcome,
        ...fields.map((field) => groupThousands(amountIn(quote, field))),
        quote.currency,
      ]);
    },

    footer() {
      let text = '';
      for (const { currency, byOutcome, all } of totals.byCurrency()) {
        text += `\nTotals in ${currency}\n`;
        const head = ['', 'Records', ...amountTitles];
        text += tableRow(totalColumns, head);
        text += byOutcome.map(totalRow).join('');
        text += totalRow({ ...all, outcome: 'all' });
      }
      if (totals.repeated > 0) {
        text += `\nRepeated records, not counted again: ${totals.repeated}\n`;
      }
      if (totals.rejected.size > 0) {
        text += '\nRejected, by issue\n';
        for (const [code, count] of totals.rejected) {
          text += tableRow([outcomes, counts], [code, String(count)]);
        }
      }
      return text + limitsText(run.ledgers(), options);
    },
  };
}

/** Formats what each customer has left of the limit on the last settled day, and when more becomes available. */
function limitsText(ledgers: Iterable<RefundLedger>, options: PolicyOptions): string {
  let text = '';
  for (const ledger of ledgers) {
    const { customerId, lastDay } = ledger;
    if (lastDay === null) continue;
    if (text === '') {
      const head = ['Customer', 'As of', 'Used', 'Left', 'Available again'];
      text = `\nRefund limits in USD\n${tableRow(limits, head)}`;
    }
    const { consumed, available, givenBack } = limitOn(ledger, lastDay, options);
    const comesBack = givenBack
      .slice(0, MOST_GIVE_BACKS)
      .map(({ on, usd }) => `${groupThousands(usd)} on ${on}`);
    const more = givenBack.length - comesBack.length;
    if (more > 0) comesBack.push(`${more} more later`);
    text += tableRow(limits, [
      customerId,
      lastDay,
      groupThousands(consumed),
      available === null ? 'no limit' : groupThousands(available),
      comesBack.join(', '),
    ]);
  }
  return text;
}

function tableRow(columns: readonly Column[], cells: readonly string[]): string {
  const set = cells.map((cell, at) => (columns[at] as Column).set(cell));
  return `${set.join('  ').trimEnd()}\n`;
}

function rule(columns: readonly Column[]): string {
  return `${columns.map(({ width }) => '-'.repeat(width)).join('  ')}\n`;
}

function cut(text: string, width: number): string {
  return text.length > width ? `${beginningOf(text, width - 1)}…` : text;
}
