import type { ExplainLocale } from '../../explain/index.ts';
import { en } from '../../explain/words/en.ts';
import { ko } from '../../explain/words/ko.ts';
import { orderFacts } from '../../interop/exports/order-facts.ts';
import { currencyDigits } from '../../kernel/currencies.ts';
import type { Issue } from '../../kernel/issue.ts';
import {
  type ComparedRefund,
  compareRefund,
  parseRefundRequest,
  type RefundPolicy,
  type RefundRequest,
  refundPolicyVersions,
} from '../../reservations/index.ts';
import type { LimitUse } from '../orders/limit-use.ts';
import type { FactRecord, OrderGroup } from '../orders/order-book.ts';
import { filled } from '../orders/order-requests.ts';
import {
  type Checked,
  type CheckOptions,
  compared,
  type Figure,
  type Unchecked,
  unreadOrder,
} from './checked.ts';
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
    .sort((a, b) => compareText(a.transaction.on, b.transaction.on));
  return refunds.map((refund, at) => {
    const { source } = refund;
    if (group.unread !== undefined) return unreadOrder(group.id, source, group.unread);
    const later = new Set(refunds.slice(at));
    const rows = group.transactions.filter((row) => !later.has(row));
    return checkRefund({ ...group, transactions: rows }, refund, use, options);
  });
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
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
  const theirs = amount.replace('-', '');
  return checkedRefund(request.value, theirs, currency, policy, locale, { id, source });
}

/** The facts of the return that was refunded. */
function requestOf(
  { transactions, facts: ofFiles }: OrderGroup,
  { transaction: { on, quantity } }: Row,
  set: FactRecord,
  issues: Issue[],
): FactRecord {
  const { canceledOn: _, purchasedOn, ...others } = filled(ofFiles, set);
  const isEarliest = purchasedOn === 'earliest';
  const given = { ...others, ...(isEarliest || purchasedOn === undefined ? {} : { purchasedOn }) };
  const stated = orderFacts(transactions, { ...given, canceledOn: on }, issues);
  const facts: Record<string, unknown> = {};
  for (const [name, fact] of Object.entries(stated))
    if (fact !== undefined) facts[name] = fact.value;
  if (isEarliest) facts['purchasedOn'] = transactions.map((one) => one.transaction.on).sort()[0];
  return { ...facts, ...given, canceledOn: on, quantityToReturn: quantity };
}

/** Compares a refund of the vendor with the quotes of a policy and of all that are published. */
export function checkedRefund(
  request: RefundRequest,
  theirs: string,
  currency: string,
  policy: RefundPolicy,
  locale: ExplainLocale,
  labels: Pick<Checked, 'id' | 'source'>,
): Checked | Unchecked {
  const published = refundPolicyVersions.map((version) => version.policy);
  const [own, ...others] = compareRefund(request, [policy, ...published]);
  if (own === undefined || !own.ok) return { ok: false, ...labels, issues: own?.issues ?? [] };
  const figures = others.flatMap((row) => (row.ok ? [figureOf(row, policy.id, locale)] : []));
  const digits = currencyDigits(currency) as number;
  return {
    ...{ ok: true, id: labels.id, refundedOn: request.canceledOn, currency },
    ...compared(theirs, figureOf(own, policy.id, locale), figures, digits, locale),
    source: labels.source,
  };
}

function figureOf(
  { policy, quote, difference }: Extract<ComparedRefund, { readonly ok: true }>,
  own: string,
  locale: ExplainLocale,
): Figure {
  const words = reasonWords[locale];
  const reason = quote.allowed ? undefined : { en, ko }[locale].reasons[quote.reason];
  const causes = difference?.because ?? [];
  return {
    policy,
    refund: quote.refund,
    name: reason === undefined ? policy : words.refusing({ policy, reason }),
    because: causes.map((cause) => words.cause(cause, { a: own, b: policy })),
  };
}
