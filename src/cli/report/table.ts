import { groupThousands } from '../../amounts/group-thousands.ts';
import { exchangeInForce } from '../../explain/reservations/explain-exchange.ts';
import { refundInForce } from '../../explain/reservations/refund-what-if.ts';
import { en } from '../../explain/words/en.ts';
import { escapeText } from '../../kernel/issue.ts';
import { limitOn, type PolicyOptions, type RefundLedger } from '../../reservations/index.ts';
import type { QuoteCommand, Quoted, QuoteRun } from '../commands/quotes.ts';
import type { Screen } from '../io/screen.ts';
import { inksOf, tableRow, tableRule } from './columns.ts';
import { layoutOf } from './layout.ts';
import { limitCells } from './limits.ts';
import { amountFields, amountIn, outcomeOf, type Total, Totals } from './totals.ts';
import type { Writer } from './writers.ts';

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
  screen: Screen,
): Writer<Quoted> {
  const fields = amountFields[command];
  const amountTitles = fields.map((field) => titles[field]);
  const inks = inksOf(screen);
  const { rows, totals: totalColumns, limits } = layoutOf(screen.width, fields.length);
  const totals = new Totals(command);

  /** A record in one line, or in two on a narrow terminal. */
  function recordRow(cells: readonly string[], ink = inks.plain): string {
    const [first, second] = rows;
    if (second === undefined) return tableRow(first, cells, ink);
    const rest = cells.slice(first.length);
    return (
      tableRow(first, cells.slice(0, first.length), ink) + tableRow(second, ['', ...rest], ink)
    );
  }

  function totalRow({ outcome, count, amounts: sums }: Total): string {
    const cells = [outcome, groupThousands(String(count)), ...sums.map(groupThousands)];
    return tableRow(totalColumns, cells);
  }

  const title = (text: string): string => `\n${inks.title(text)}\n`;

  return {
    header() {
      const cells = ['Line', 'Id', 'Customer', 'Day', 'Outcome', ...amountTitles, 'Currency'];
      return `${recordRow(cells, inks.title)}${inks.rule(tableRule(rows))}\n`;
    },

    row(result, line) {
      totals.add(result);
      const outcome = outcomeOf(result);
      const cells = [String(line), result.id ?? '', result.customerId ?? ''];
      if (!result.ok) {
        const issues = result.issues.map(({ message }) => `${' '.repeat(8)}${message}\n`);
        const [first] = rows;
        return tableRow(first, [...cells, '', outcome], inks.rejected) + issues.join('');
      }
      const { quote } = result;
      const row = recordRow(
        [
          ...cells,
          String(quote.days.sincePurchase),
          result.repeated ? 'repeated, not paid again' : outcome,
          ...fields.map((field) => groupThousands(amountIn(quote, field))),
          quote.currency,
        ],
        quote.allowed ? inks.plain : inks.refused,
      );
      return (
        row +
        inForceTexts(quote)
          .map((text) => `${' '.repeat(8)}${text}\n`)
          .join('')
      );
    },

    footer() {
      let text = '';
      for (const { currency, byOutcome, all } of totals.byCurrency()) {
        text += title(`Totals in ${currency}`);
        const head = ['', 'Records', ...amountTitles];
        text += tableRow(totalColumns, head, inks.title);
        text += byOutcome.map(totalRow).join('');
        text += totalRow({ ...all, outcome: 'all' });
      }
      if (totals.repeated > 0) {
        text += `\nRepeated records, not counted again: ${totals.repeated}\n`;
      }
      if (totals.rejected.size > 0) {
        text += title('Rejected, by issue');
        for (const [code, count] of totals.rejected) {
          text += tableRow(totalColumns, [code, String(count)]);
        }
      }
      return text + limitsText();
    },
  };

  /** Returns the rest of each customer's limit on the last settled day, and the day on which more becomes available. */
  function limitsText(): string {
    let text = '';
    for (const ledger of run.ledgers()) {
      const { lastDay } = ledger;
      if (lastDay === null) continue;
      if (text === '') {
        const head = ['Customer', 'As of', 'Used', 'Left', 'Available again'];
        text = title('Refund limits in USD') + tableRow(limits, head, inks.title);
      }
      text += limitRow(ledger, lastDay);
    }
    return text;
  }

  function limitRow(ledger: RefundLedger, day: string): string {
    return tableRow(limits, limitCells(ledger.customerId, day, limitOn(ledger, day, options)));
  }
}

/** Returns the verdict and amount of the version in force on the day, if it has replaced the policy. */
function inForceTexts(quote: Quoted['quote']): string[] {
  const voice = { words: en, fact: escapeText };
  return quote.kind === 'refund-quote'
    ? refundInForce(quote, voice)
    : exchangeInForce(quote, voice);
}
