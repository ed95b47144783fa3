import type { ExchangeQuote, RefundQuote } from '../../reservations/index.ts';
import type { QuoteCommand, Quoted } from '../commands/quotes.ts';
import type { Rejected } from '../io/results.ts';
import { csvLine, markIf } from './csv-line.ts';
import type { Writer } from './writers.ts';

type Columns<Quote> = Readonly<Record<string, (quote: Quote) => unknown>>;

/** Each column by its name, in order. A field that is not there is an empty cell. */
const columnsOfRefunds: Columns<RefundQuote> = {
  allowed: ({ allowed }) => allowed,
  reason: (quote) => (quote.allowed ? undefined : quote.reason),
  row: ({ row }) => row,
  notes: ({ notes }) => notes.join(' '),
  currency: ({ currency }) => currency,
  paid: ({ paid }) => paid,
  credit: ({ credit }) => credit,
  fee: ({ fee }) => fee,
  refundable: ({ refundable }) => refundable,
  refund: ({ refund }) => refund,
  withheld: ({ withheld }) => withheld,
  remainingCommitment: ({ remainingCommitment }) => remainingCommitment,
  payee: ({ payee }) => payee,
  billingPlan: ({ billingPlan }) => billingPlan,
  term: ({ request }) => request.term,
  purchasedOn: ({ request }) => request.purchasedOn,
  canceledOn: ({ request }) => request.canceledOn,
  daysSincePurchase: ({ days }) => days.sincePurchase,
  limitConsumedBefore: ({ limit }) => limit?.consumedBefore,
  limitConsumedAfter: ({ limit }) => limit?.consumedAfter,
  limitAvailable: ({ limit }) => limit?.available,
  policy: ({ policy }) => policy.id,
  supersededBy: ({ supersededBy }) => supersededBy,
};

const columnsOfExchanges: Columns<ExchangeQuote> = {
  allowed: ({ allowed }) => allowed,
  reason: (quote) => (quote.allowed ? undefined : quote.reason),
  currency: ({ currency }) => currency,
  paid: ({ paid }) => paid,
  credit: ({ credit }) => credit,
  newPrice: ({ newPrice }) => newPrice,
  netPayable: ({ netPayable }) => netPayable,
  refundsTotal: ({ refundsTotal }) => refundsTotal,
  purchasesTotal: ({ purchasesTotal }) => purchasesTotal,
  payee: ({ payee }) => payee,
  exchangedOn: ({ request }) => request.exchangedOn,
  daysSincePurchase: ({ days }) => days.sincePurchase,
  policy: ({ policy }) => policy.id,
  supersededBy: ({ supersededBy }) => supersededBy,
};

const cellOf = (value: unknown): string | undefined =>
  value === undefined || value === null ? undefined : String(value);

/** Writes one row of CSV for each record, below a row of names; a rejected record has only its issues. */
export function csvWriter(command: QuoteCommand, hasMark: boolean): Writer<Quoted> {
  return command === 'exchange'
    ? writerOf(columnsOfExchanges as Columns<Quoted['quote']>, hasMark)
    : writerOf(columnsOfRefunds as Columns<Quoted['quote']>, hasMark);
}

function writerOf(columns: Columns<Quoted['quote']>, hasMark: boolean): Writer<Quoted> {
  const readers = Object.values(columns);
  const empty = readers.map(() => undefined);
  const names = ['line', 'ok', 'id', 'customerId', 'repeated', ...Object.keys(columns), 'issues'];
  return {
    header: () => markIf(hasMark) + csvLine(names),
    row(result, line) {
      const { ok, id, customerId } = result;
      const start = [String(line), String(ok), id, customerId];
      if (!result.ok) return csvLine([...start, undefined, ...empty, issuesOf(result)]);
      const cells = readers.map((read) => cellOf(read(result.quote)));
      return csvLine([...start, String(result.repeated ?? false), ...cells, undefined]);
    },
    footer: () => '',
  };
}

function issuesOf({ issues }: Rejected): string {
  return issues.map(({ message }) => message).join('; ');
}
