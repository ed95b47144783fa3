import { readExchangeFigures } from '../../interop/responses/read-exchange-figures.ts';
import { readRefundFigures } from '../../interop/responses/read-refund-figures.ts';
import type { Issue } from '../../kernel/issue.ts';
import {
  type ExchangeQuote,
  type ExchangeRequest,
  parseExchangeRequest,
  parseRefundRequest,
  tryQuoteExchange,
} from '../../reservations/index.ts';
import type { FactRecord, OrderGroup } from '../orders/order-book.ts';
import { returnsOf } from '../orders/order-requests.ts';
import type { ReturnRecord } from '../orders/return-record.ts';
import { type CreditedReturn, checkQuote } from './check-quote.ts';
import { refundOf } from './check-refunds.ts';
import type { Checked, CheckOptions, Unchecked } from './checked.ts';

/** Checks the answers of the vendor's service about returns of an order against our quotes. */
export function checkAnswers(group: OrderGroup, options: CheckOptions): (Checked | Unchecked)[] {
  if (group.answers.length === 0) return [];
  const bodies = new Map(group.answers.map(({ source, value }) => [source, value]));
  return returnsOf(group, options.set).map((made) => {
    const { id = group.id, source, issues = [], facts } = made;
    if (facts === undefined || issues.length > 0) return { ok: false, id, issues, source };
    const found: Issue[] = [];
    const checked = checkAnswer(bodies.get(source), made, facts, found, options);
    return checked ?? { ok: false, id, issues: found, source };
  });
}

function checkAnswer(
  body: unknown,
  { id = '', source }: ReturnRecord,
  facts: FactRecord,
  issues: Issue[],
  { policy: policyOn, locale }: CheckOptions,
): Checked | Unchecked | undefined {
  const isExchange = source.type === 'exchange-answers';
  const on = facts[isExchange ? 'exchangedOn' : 'canceledOn'];
  const policy = policyOn(on, issues);
  if (policy === undefined) return undefined;
  if (isExchange) {
    const figures = readExchangeFigures(body);
    const request = parseExchangeRequest(facts);
    if (figures.ok && request.ok) {
      const { credit, currency } = figures.value;
      const credited = { id, source, theirs: credit, currency };
      return checkQuote(exchangeOf(request.value, credited), policy, locale);
    }
    for (const read of [figures, request]) if (!read.ok) issues.push(...read.issues);
    return undefined;
  }
  const figures = readRefundFigures(body);
  const request = parseRefundRequest(facts);
  if (figures.ok && request.ok) {
    const { refund, currency } = figures.value;
    const credited = { id, source, theirs: refund, currency };
    return checkQuote(refundOf(request.value, credited, policy, locale), policy, locale);
  }
  for (const read of [figures, request]) if (!read.ok) issues.push(...read.issues);
  return undefined;
}

function exchangeOf(
  request: ExchangeRequest,
  credited: Pick<CreditedReturn<ExchangeQuote>, 'id' | 'source' | 'theirs' | 'currency'>,
): CreditedReturn<ExchangeQuote> {
  return {
    ...credited,
    on: request.exchangedOn,
    quoteUnder: (policy) => tryQuoteExchange(request, { policy }),
    amountOf: (quote) => (quote.allowed ? quote.refundsTotal : quote.netPayable),
  };
}
