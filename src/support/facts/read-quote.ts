import { readCurrency } from '../../kernel/currencies.ts';
import { formatDay, readDay } from '../../kernel/day.ts';
import type { Issue } from '../../kernel/issue.ts';
import { type Fields, readOptional, readWord } from '../../kernel/read.ts';
import type { ExchangeQuote } from '../../reservations/quote/exchange-quote.ts';
import type { RefundQuote } from '../../reservations/quote/quote.ts';
import type { ExchangeRequest, RefundRequest } from '../../reservations/quote/request.ts';
import { type Term, terms } from '../../reservations/quote/term.ts';
import type { ReservationSupportKind } from '../request-form.ts';
import { readMoney, readSome, readText } from './fact-readers.ts';

/** The fields of a quote, not yet looked at. */
export type QuoteFields = Fields<keyof RefundQuote | keyof ExchangeQuote | 'obstacles'>;

/** What a request for support tells of a quote. Amounts are written with their currency. */
export interface QuoteFacts {
  readonly id: string | undefined;
  readonly customerId: string | undefined;
  readonly term: Term;
  readonly purchasedOn: string;
  /** The day of the cancellation or exchange. */
  readonly returnedOn: string;
  readonly paid: string;
  /** The price of the new reservation, where there is one. */
  readonly newPrice: string | undefined;
  /** The refund, or the credit of the exchange. */
  readonly amount: string;
}

/** Reads what an allowed quote says. */
export function readQuote(
  kind: ReservationSupportKind,
  quote: QuoteFields,
  issues: Issue[],
): QuoteFacts | undefined {
  const isRefund = kind === 'reservation-refund';
  const currency = readCurrency(quote.currency, ['quote', 'currency'], issues);
  const amount = isRefund
    ? readMoney(quote.refund, currency, ['quote', 'refund'], issues)
    : readMoney(quote.credit, currency, ['quote', 'credit'], issues);

  const at = ['quote', 'request'];
  const request = readSome<keyof RefundRequest | keyof ExchangeRequest>(quote.request, at, issues);
  if (request === undefined) return undefined;
  const returned = isRefund ? 'canceledOn' : 'exchangedOn';
  return {
    id: readOptional(request.id, [...at, 'id'], issues, readText),
    customerId: readOptional(request.customerId, [...at, 'customerId'], issues, readText),
    term: readWord(request.term, terms, [...at, 'term'], issues),
    purchasedOn: formatDay(readDay(request.purchasedOn, [...at, 'purchasedOn'], issues)),
    returnedOn: formatDay(readDay(request[returned], [...at, returned], issues)),
    paid: readMoney(request.paid, currency, [...at, 'paid'], issues),
    newPrice: isRefund
      ? undefined
      : readMoney(request.newPrice, currency, [...at, 'newPrice'], issues),
    amount,
  };
}
