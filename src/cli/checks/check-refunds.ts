import type { ExplainLocale } from '../../explain/index.ts';
import { writtenDay } from '../../kernel/day.ts';
import type { Issue } from '../../kernel/issue.ts';
import {
  compareRefund,
  parseRefundRequest,
  type RefundPolicy,
  type RefundQuote,
  type RefundRequest,
  tryQuoteRefund,
} from '../../reservations/index.ts';
import type { LimitUse } from '../orders/limit-use.ts';
import type { FactRecord, OrderGroup } from '../orders/order-book.ts';
import { filled, pricedFacts, withoutEarliest } from '../orders/order-requests.ts';
import { type CreditedReturn, checkQuote } from './check-quote.ts';
import { type Checked, type CheckOptions, type Unchecked, unreadOrder } from './checked.ts';
import { reasonWords } from './reason-words.ts';

type Row = OrderGroup['transactions'][number];

/** Checks every refund of an order against the quote of its day. */
export function checkRefunds(
  group: OrderGroup,
  use: LimitUse,
  options: CheckOptions,
): (Checked | Unchecked)[] {
  const refunds = group.transactions
    .filter(({ transaction }) => transaction.event === 'Refund')
    .sort((a, b) => writtenDay(a.transaction.on) - writtenDay(b.transaction.on));
  return refunds.map((refund, at) => {
    const { source } = refund;
    if (group.unread !== undefined) return unreadOrder(group.id, source, group.unread);
    const later = new Set(refunds.slice(at));
    const rows = group.transactions.filter((row) => !later.has(row));
    return checkRefund({ ...group, transactions: rows }, refund, use, options);
  });
}

function checkRefund(
  group: OrderGroup,
  refund: Row,
  use: LimitUse,
  { set, policy: policyOn, locale }: CheckOptions,
): Checked | Unchecked {
  const { transaction, source } = refund;
  const { id } = group;
  const { on, amount, currency } = transaction;
  const issues: Issue[] = [];
  const facts = requestOf(group, refund, set, issues);
  const policy = issues.length > 0 ? undefined : policyOn(on, issues);
  if (policy === undefined) return { ok: false, id, issues, source };
  const consumed = use.consumedBefore(source, on, group, set, policy);
  if (consumed !== undefined && typeof consumed !== 'string') {
    return { ok: false, id, issues: [consumed], source };
  }
  const request = parseRefundRequest(
    consumed === undefined ? facts : { consumedRefunds: consumed, ...facts },
  );
  if (!request.ok) return { ok: false, id, issues: request.issues, source };
  const credited = { id, source, theirs: amount.replace('-', ''), currency };
  return checkQuote(refundOf(request.value, credited, policy, locale), policy, locale);
}

/** The facts of the return that was refunded. */
function requestOf(
  { transactions, facts: ofFiles }: OrderGroup,
  { transaction: { on, quantity } }: Row,
  set: FactRecord,
  issues: Issue[],
): FactRecord {
  const ofReturn = { ...filled(ofFiles, set), canceledOn: on };
  const priced = pricedFacts(transactions, ofReturn, issues);
  return { ...priced, ...withoutEarliest(ofReturn), quantityToReturn: quantity };
}

/** Returns a refund as {@link checkQuote} compares it; `policy` is the one of our quote. */
export function refundOf(
  request: RefundRequest,
  credited: Pick<CreditedReturn<RefundQuote>, 'id' | 'source' | 'theirs' | 'currency'>,
  policy: RefundPolicy,
  locale: ExplainLocale,
): CreditedReturn<RefundQuote> {
  return {
    ...credited,
    on: request.canceledOn,
    quoteUnder: (one) => tryQuoteRefund(request, { policy: one }),
    amountOf: ({ refund }) => refund,
    causesUnder: (other) => causesOf(request, [policy, other], locale),
  };
}

/** Returns the differences of two policies that change the refund, in words. */
function causesOf(
  request: RefundRequest,
  policies: readonly [RefundPolicy, RefundPolicy],
  locale: ExplainLocale,
): string[] {
  const [a, b] = policies;
  const causes = compareRefund(request, policies).flatMap((row) =>
    row.ok && row.difference !== null ? row.difference.because : [],
  );
  return causes.map((cause) => reasonWords[locale].cause(cause, { a: a.id, b: b.id }));
}
