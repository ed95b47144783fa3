import { currencyDigits } from '../../kernel/currencies.ts';
import { formatAmount, minus, plus, type Whole, writtenAmount } from '../../kernel/money.ts';
import type { QuoteCommand, Quoted } from '../commands/quotes.ts';
import type { Rejected } from '../io/results.ts';

type AmountField = 'credit' | 'fee' | 'refund' | 'withheld' | 'newPrice' | 'netPayable';

/** The amounts of a quote that are shown and summed. */
export const amountFields: Readonly<Record<QuoteCommand, readonly AmountField[]>> = {
  quote: ['credit', 'fee', 'refund', 'withheld'],
  settle: ['credit', 'fee', 'refund', 'withheld'],
  exchange: ['credit', 'newPrice', 'netPayable'],
};

/** The amount of a field as the quote writes it. */
export function amountIn(quote: Quoted['quote'], field: AmountField): string {
  const amounts: Partial<Record<AmountField, string>> = quote;
  return amounts[field] as string;
}

/** Returns the outcome of a record in a word or two. */
export function outcomeOf(result: Quoted | Rejected): string {
  if (!result.ok) return 'rejected';
  const { quote } = result;
  if (!quote.allowed) return `refused: ${quote.reason}`;
  if (!('row' in quote)) return 'exchanged';
  // The version in force has a line of its own below the row.
  return [quote.row, ...quote.notes.filter((note) => note !== 'superseded')].join(', ');
}

export interface Total {
  readonly outcome: string;
  readonly count: number;
  readonly amounts: readonly string[];
}

export interface CurrencyTotals {
  readonly currency: string;
  readonly byOutcome: readonly Total[];
  readonly all: Total;
}

class Sum {
  count = 0;
  readonly #amounts: Whole[];

  constructor(fields: number) {
    this.#amounts = Array.from({ length: fields }, () => 0);
  }

  add(amounts: readonly Whole[]): void {
    this.count += 1;
    amounts.forEach((amount, at) => {
      this.#amounts[at] = plus(this.#amounts[at] as Whole, amount);
    });
  }

  total(outcome: string, digits: number): Total {
    const amounts = this.#amounts.map((amount) => formatAmount(amount, digits));
    return { outcome, count: this.count, amounts };
  }
}

/** Sums over results: money per currency and outcome, rejects per issue, repeats (never paid again). */
export class Totals {
  repeated = 0;
  readonly rejected: Map<string, number> = new Map();
  readonly #fields: readonly AmountField[];
  readonly #sums: Map<string, Map<string, Sum>> = new Map();

  constructor(command: QuoteCommand) {
    this.#fields = amountFields[command];
  }

  add(result: Quoted | Rejected): void {
    if (!result.ok) {
      for (const { code } of result.issues) {
        this.rejected.set(code, (this.rejected.get(code) ?? 0) + 1);
      }
    } else if (result.repeated) {
      this.repeated += 1;
    } else {
      const { quote } = result;
      const amounts = this.#fields.map((field) => minorUnits(quote, field));
      this.#sum(quote.currency, outcomeOf(result)).add(amounts);
      this.#sum(quote.currency, '').add(amounts);
    }
  }

  #sum(currency: string, outcome: string): Sum {
    const byOutcome = this.#sums.get(currency) ?? new Map<string, Sum>();
    this.#sums.set(currency, byOutcome);
    const sum = byOutcome.get(outcome) ?? new Sum(this.#fields.length);
    byOutcome.set(outcome, sum);
    return sum;
  }

  byCurrency(): CurrencyTotals[] {
    return Array.from(this.#sums, ([currency, sums]) => {
      const digits = digitsOf(currency);
      const totals = Array.from(sums, ([outcome, sum]) => sum.total(outcome, digits));
      const byOutcome = totals.filter(({ outcome }) => outcome !== '');
      return { currency, byOutcome, all: totals.find(({ outcome }) => outcome === '') as Total };
    });
  }
}

/** A quote's currency is always a known one. */
function digitsOf(currency: string): number {
  return currencyDigits(currency) as number;
}

/** Net payable is negative where a policy lets an exchange cost less than its credit. */
function minorUnits(quote: Quoted['quote'], field: AmountField): Whole {
  const text = amountIn(quote, field);
  const unsigned = text.replace('-', '');
  const minor = writtenAmount(unsigned, digitsOf(quote.currency));
  return unsigned === text ? minor : minus(0, minor);
}
