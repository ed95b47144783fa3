import { orderFacts } from '../../interop/exports/order-facts.ts';
import type { ReservationTransaction } from '../../interop/exports/read-reservation-transaction.ts';
import { currencyDigits } from '../../kernel/currencies.ts';
import { type Issue, isInputError, issue } from '../../kernel/issue.ts';
import { formatAmount, isLess, minus, type Whole, writtenAmount } from '../../kernel/money.ts';
import {
  compareRefund,
  type RefundPolicy,
  type RefundRequestInput,
  refundPolicyVersions,
} from '../../reservations/index.ts';
import type { Source } from '../input/records.ts';
import type { LimitUse } from './limit-use.ts';
import type { FactRecord, OrderGroup } from './order-book.ts';
import { filled } from './order-requests.ts';
import type { PolicyOnDay } from './policy-on-day.ts';

/** A refund under one policy. Amounts in the currency of the row. */
interface PolicyRefund {
  readonly policy: string;
  readonly refund: string;
  /** Our figure less theirs. */
  readonly difference: string;
}

/** The vendor's refund, next to the one by the rules. */
export interface CheckedRefund {
  readonly ok: true;
  readonly id: string;
  readonly refundedOn: string;
  readonly currency: string;
  readonly ours: string;
  readonly theirs: string;
  /** Ours less theirs: above 0 if money seems to be missing. */
  readonly difference: string;
  readonly agrees: boolean;
  /** The policy of our figure. */
  readonly policy: string;
  /** The published policy whose figure is nearest to theirs. */
  readonly explainedBy: PolicyRefund;
  readonly reason: string;
  readonly source: Source;
}

/** A refund that cannot be checked. */
export interface UncheckedRefund {
  readonly ok: false;
  readonly id?: string | undefined;
  readonly issues: readonly Issue[];
  readonly source: Source;
}

/** The options of a check. */
export interface CheckOptions {
  readonly set: FactRecord;
  /** The policy of our figures. */
  readonly policy: PolicyOnDay;
}

/** Checks every refund of an order against the quote of its day. */
export function checkRefunds(
  group: OrderGroup,
  use: LimitUse,
  options: CheckOptions,
): (CheckedRefund | UncheckedRefund)[] {
  const refunds = group.transactions
    .filter(({ transaction }) => transaction.event === 'Refund')
    .sort((a, b) => compareText(a.transaction.on, b.transaction.on));
  return refunds.map((refund, at) => {
    const { transaction, source } = refund;
    const later = new Set(refunds.slice(at));
    const rows = group.transactions.filter((row) => !later.has(row));
    return checkRefund({ ...group, transactions: rows }, transaction, source, use, options);
  });
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function checkRefund(
  group: OrderGroup,
  refund: ReservationTransaction,
  source: Source,
  use: LimitUse,
  { set, policy: policyOn }: CheckOptions,
): CheckedRefund | UncheckedRefund {
  const unchecked = (...issues: readonly Issue[]): UncheckedRefund => ({
    ...{ ok: false, id: group.id, issues, source },
  });
  const { on } = refund;
  if (group.unread !== undefined) {
    const { row, file } = group.unread;
    const expected = `an order of which every record can be read (see row ${row} of ${file})`;
    return unchecked(issue([], 'unreadable', expected, undefined));
  }
  const issues: Issue[] = [];
  const facts = requestOf(group, refund, set, issues);
  if (issues.length > 0) return unchecked(...issues);
  try {
    const policy = policyOn(on, issues);
    if (policy === undefined) return unchecked(...issues);
    const consumed = use.consumedBefore(source, on, group, set, policy);
    if (consumed !== undefined && typeof consumed !== 'string') return unchecked(consumed);
    const request = consumed === undefined ? facts : { consumedRefunds: consumed, ...facts };
    return compared(request, refund, policy, group.id, source);
  } catch (error) {
    if (!isInputError(error)) throw error;
    return unchecked(...error.issues);
  }
}

/** The facts of the return that was refunded. */
function requestOf(
  { transactions, facts: ofFiles }: OrderGroup,
  { on, quantity }: ReservationTransaction,
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

function compared(
  request: FactRecord,
  { on, amount, currency }: ReservationTransaction,
  policy: RefundPolicy,
  id: string,
  source: Source,
): CheckedRefund {
  const digits = currencyDigits(currency) as number;
  const theirs = amount.replace('-', '');
  const published = refundPolicyVersions.map((version) => version.policy);
  const rows = compareRefund(request as unknown as RefundRequestInput, [policy, ...published]);
  const candidates = rows.flatMap((row) =>
    row.ok ? [{ row, ...refundOf(row, theirs, digits) }] : [],
  );
  const [own, ...others] = candidates as [Candidate, ...Candidate[]];
  const best = others.reduce((a, b) => (isNearer(b, a, digits) ? b : a), own);
  const agrees = own.difference === formatAmount(0, digits);
  const { quote } = own.row;
  return {
    ...{ ok: true, id, refundedOn: on, currency, ours: own.refund, theirs },
    ...{ difference: own.difference, agrees, policy: own.policy },
    explainedBy: { policy: best.policy, refund: best.refund, difference: best.difference },
    reason: reasonOf(own, best, agrees, quote.allowed ? undefined : quote.reason),
    source,
  };
}

type Compared = Extract<ReturnType<typeof compareRefund>[number], { readonly ok: true }>;
type Candidate = PolicyRefund & { readonly row: Compared };

function refundOf({ policy, quote }: Compared, theirs: string, digits: number): PolicyRefund {
  const { refund } = quote;
  const difference = minus(writtenAmount(refund, digits), writtenAmount(theirs, digits));
  return { policy, refund, difference: formatAmount(difference, digits) };
}

function sizeOf({ difference }: PolicyRefund, digits: number): Whole {
  return writtenAmount(difference.replace('-', ''), digits);
}

function isNearer(a: PolicyRefund, b: PolicyRefund, digits: number): boolean {
  return isLess(sizeOf(a, digits), sizeOf(b, digits));
}

function reasonOf(
  own: Candidate,
  best: Candidate,
  agrees: boolean,
  refusal: string | undefined,
): string {
  const ofOwn = refusal === undefined ? own.policy : `${own.policy}, which refuses it (${refusal})`;
  if (agrees) return `The amount is that of ${ofOwn}.`;
  const causes = (best.row.difference?.because ?? []).map(({ message }) => message);
  const because = causes.length === 0 ? '' : `: ${causes.join('; ')}`;
  if (/^0(\.0+)?$/.test(best.difference)) {
    return `The amount is that of ${best.policy}, not of ${ofOwn}${because}.`;
  }
  return `No published policy gives the amount. The nearest is ${best.policy}, with ${best.refund}${best === own ? '' : because}.`;
}
