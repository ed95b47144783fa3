import { groupThousands } from '../explain/group-thousands.ts';
import { beginningOf, escapeText } from '../kernel/issue.ts';
import { limitOn, type PolicyOptions, type RefundLedger } from '../reservations/index.ts';
import type { QuoteCommand, Quoted, QuoteRun } from './quotes.ts';
import { amountFields, amountIn, outcomeOf, type Total, Totals } from './totals.ts';
import type { Writer } from './writers.ts';

/** A negative width sets a column flush right. */
const widths = { line: -5, id: 14, customer: 32, day: -5, outcome: 33, amount: -12, currency: 8 };
const totalWidths = { outcome: 33, count: -9 };
const leftWidths = { customer: 32, day: 10, amount: -12, comesBack: 80 };

const MOST_GIVE_BACKS = 2;

const titles = {
  credit: 'Credit',
  fee: 'Fee',
  refund: 'Refund',
  withheld: 'Withheld',
  newPrice: 'New price',
  netPayable: 'Net payable',
};

/** A table for people: rows as they come, then totals and what each customer has left. */
export function tableWriter(
  command: QuoteCommand,
  run: QuoteRun,
  options: PolicyOptions,
): Writer<Quoted> {
  const fields = amountFields[command];
  const amounts = fields.map(() => widths.amount);
  const amountTitles = fields.map((field) => titles[field]);
  const rowWidths = [
    ...[widths.line, widths.id, widths.customer, widths.day, widths.outcome],
    ...amounts,
    widths.currency,
  ];
  const totals = new Totals(command);

  function totalRow({ outcome, count, amounts: sums }: Total): string {
    const cells = [outcome, groupThousands(String(count)), ...sums.map(groupThousands)];
    return tableRow([totalWidths.outcome, totalWidths.count, ...amounts], cells);
  }

  return {
    header() {
      const cells = ['Line', 'Id', 'Customer', 'Day', 'Outcome', ...amountTitles, 'Currency'];
      return `${tableRow(rowWidths, cells)}${rule(rowWidths)}`;
    },

    row(result, line) {
      totals.add(result);
      const outcome = outcomeOf(result);
      const cells = [String(line), result.id ?? '', result.customerId ?? ''];
      if (!result.ok) {
        const issues = result.issues.map(({ message }) => `${' '.repeat(8)}${message}\n`);
        return tableRow(rowWidths, [...cells, '', outcome]) + issues.join('');
      }
      const { quote } = result;
      return tableRow(rowWidths, [
        ...cells,
        String(quote.days.sincePurchase),
        result.repeated ? `repeated, not paid again` : outcome,
        ...fields.map((field) => groupThousands(amountIn(quote, field))),
        quote.currency,
      ]);
    },

    footer() {
      let text = '';
      for (const { currency, byOutcome, all } of totals.byCurrency()) {
        text += `\nTotals in ${currency}\n`;
        const head = ['', 'Records', ...amountTitles];
        text += tableRow([totalWidths.outcome, totalWidths.count, ...amounts], head);
        text += byOutcome.map(totalRow).join('');
        text += totalRow({ ...all, outcome: 'all' });
      }
      if (totals.repeated > 0) {
        text += `\nRepeated, answered as before and not counted again: ${totals.repeated}\n`;
      }
      if (totals.rejected.size > 0) {
        text += '\nRejected, by issue\n';
        for (const [code, count] of totals.rejected) {
          text += tableRow([totalWidths.outcome, totalWidths.count], [code, String(count)]);
        }
      }
      return text + limitsText(run.ledgers(), options);
    },
  };
}

/** What each customer has left of the limit on the last settled day, and when the rest comes back. */
function limitsText(ledgers: Iterable<RefundLedger>, options: PolicyOptions): string {
  const columns = [
    leftWidths.customer,
    leftWidths.day,
    leftWidths.amount,
    leftWidths.amount,
    leftWidths.comesBack,
  ];
  let text = '';
  for (const ledger of ledgers) {
    const { customerId, lastDay } = ledger;
    if (lastDay === null) continue;
    if (text === '') {
      const head = ['Customer', 'As of', 'Used', 'Left', 'Comes back'];
      text = `\nRefund limits in USD\n${tableRow(columns, head)}`;
    }
    const { consumed, available, givenBack } = limitOn(ledger, lastDay, options);
    const comesBack = givenBack
      .slice(0, MOST_GIVE_BACKS)
      .map(({ on, usd }) => `${groupThousands(usd)} on ${on}`);
    const more = givenBack.length - comesBack.length;
    if (more > 0) comesBack.push(`${more} more later`);
    text += tableRow(columns, [
      customerId,
      lastDay,
      groupThousands(consumed),
      available === null ? 'no limit' : groupThousands(available),
      comesBack.join(', '),
    ]);
  }
  return text;
}

function tableRow(columns: readonly number[], cells: readonly string[]): string {
  const padded = cells.map((cell, at) => {
    const width = columns[at] as number;
    return width < 0 ? cell.padStart(-width) : cut(escapeText(cell), width).padEnd(width);
  });
  return `${padded.join('  ').trimEnd()}\n`;
}

function rule(columns: readonly number[]): string {
  return `${columns.map((width) => '-'.repeat(Math.abs(width))).join('  ')}\n`;
}

/** Names are cut to their column (the NDJSON has them whole); amounts never are. */
function cut(text: string, width: number): string {
  return text.length > width ? `${beginningOf(text, width - 1)}…` : text;
}
