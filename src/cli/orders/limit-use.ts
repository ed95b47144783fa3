import type { ReservationTransaction } from '../../interop/exports/read-reservation-transaction.ts';
import { type Day, readDay, writtenDay } from '../../kernel/day.ts';
import { type Issue, issue } from '../../kernel/issue.ts';
import { formatAmount, plus, type Whole, writtenAmount } from '../../kernel/money.ts';
import { ROOT_PATH } from '../../kernel/read.ts';
import type { RefundPolicy } from '../../reservations/index.ts';
import { windowStart } from '../../reservations/ledger/limit-window.ts';
import type { Source } from '../input/records.ts';
import type { BookEntry, FactRecord, OrderGroup } from './order-book.ts';

/** A refund that the vendor has made. */
interface PastRefund {
  readonly transaction: ReservationTransaction;
  readonly source: Source;
  /** The customer or account whose limit it used. */
  readonly scope: string;
}

/** The refunds that transactions list, and what they use of the limits (R-COUNTS, R-YEAR). */
export class LimitUse {
  readonly #refunds: PastRefund[] = [];
  /** Refunds that look like a part of an exchange, which uses no limit. */
  readonly exchanges: PastRefund[] = [];

  /** @param countsExchanges true if refunds on the day of another purchase are refunds all the same. */
  constructor(entries: readonly BookEntry[], set: FactRecord, countsExchanges: boolean) {
    const groups = entries.filter((entry) => entry.kind === 'order');
    const bought = new Set(groups.flatMap((group) => purchasesIn(group)));
    for (const group of groups) {
      for (const { transaction, source } of group.transactions) {
        if (transaction.event !== 'Refund') continue;
        const refund = { transaction, source, scope: scopeOf(group, set) };
        const isExchange = !countsExchanges && bought.has(placeOf(transaction));
        (isExchange ? this.exchanges : this.#refunds).push(refund);
      }
    }
  }

  /**
   * Returns the US dollars that the refunds up to a day use of the limit of an order's customer; `undefined` if the
   * transactions list none, or an issue if they do not state the figure.
   */
  consumedOn(
    day: unknown,
    group: OrderGroup,
    set: FactRecord,
    policy: RefundPolicy,
  ): string | Issue | undefined {
    return this.#consumed(() => true, day, group, set, policy);
  }

  /** {@link consumedOn} before a refund of that day, which is one of the transactions. */
  consumedBefore(
    refund: Source,
    day: unknown,
    group: OrderGroup,
    set: FactRecord,
    policy: RefundPolicy,
  ): string | Issue | undefined {
    const isOther = ({ source, transaction: { on } }: PastRefund): boolean =>
      source !== refund && (on !== day || source.row < refund.row);
    return this.#consumed(isOther, day, group, set, policy);
  }

  #consumed(
    isCounted: (refund: PastRefund) => boolean,
    day: unknown,
    group: OrderGroup,
    set: FactRecord,
    { limitUsd, limitWindow, limitCounts }: RefundPolicy,
  ): string | Issue | undefined {
    const found: Issue[] = [];
    const last = readDay(day, ROOT_PATH, found);
    if (found.length > 0 || limitUsd === null) return undefined;
    const first = windowStart(last, limitWindow);
    const scope = scopeOf(group, set);
    const counted = this.#refunds.filter(
      (refund) =>
        isCounted(refund) &&
        refund.scope === scope &&
        isWithin(writtenDay(refund.transaction.on), first, last),
    );
    if (counted.length === 0) return undefined;
    const rows = counted.map(({ source }) => source.row).join(', ');
    const unknown = counted.find(({ transaction }) => transaction.currency !== 'USD');
    if (unknown !== undefined) {
      const { currency } = unknown.transaction;
      const expected = `the USD that the refunds of rows ${rows} use of the limit, as they are in ${currency}`;
      return issue(['consumedRefunds'], 'missing-field', expected, undefined);
    }
    const isMonthly = counted.some(({ transaction }) => transaction.billingPlan === 'Monthly');
    if (limitCounts === 'canceled-commitment' && isMonthly) {
      const expected = `what the refunds of rows ${rows} use of the limit, which also counts the cancelled payments`;
      return issue(['consumedRefunds'], 'missing-field', expected, undefined);
    }
    const sum = counted.reduce<Whole>(
      (all, { transaction }) => plus(all, writtenAmount(transaction.amount.replace('-', ''), 2)),
      0,
    );
    return formatAmount(sum, 2);
  }
}

function isWithin(day: Day, first: Day, last: Day): boolean {
  return first <= day && day <= last;
}

/** The customer whose limit the refunds of an order use, as far as the inputs name one. */
function scopeOf({ facts, transactions }: OrderGroup, set: FactRecord): string {
  const customer = facts['customerId'] ?? set['customerId'];
  if (typeof customer === 'string') return `customer ${customer}`;
  return `billed to ${transactions[0]?.transaction.billedTo}`;
}

function placeOf({ on, billedTo }: ReservationTransaction): string {
  return `${on} ${billedTo}`;
}

/** The days of purchases; of later payments only the first is one. */
function purchasesIn({ transactions }: OrderGroup): string[] {
  const purchases = transactions
    .map(({ transaction }) => transaction)
    .filter(({ event }) => event === 'Purchase')
    .sort((a, b) => (a.on < b.on ? -1 : 1));
  const upfront = purchases.filter(({ billingPlan }) => billingPlan === 'Upfront');
  return [...new Set([...upfront, ...purchases.slice(0, 1)].map(placeOf))];
}
