import type { ReservationTransaction } from '../../interop/exports/read-reservation-transaction.ts';
import { type Day, readDay, writtenDay } from '../../kernel/day.ts';
import { type Issue, issue } from '../../kernel/issue.ts';
import { formatAmount, minus, plus, type Whole, writtenAmount } from '../../kernel/money.ts';
import { ROOT_PATH } from '../../kernel/read.ts';
import type { RefundPolicy } from '../../reservations/index.ts';
import { windowStart } from '../../reservations/ledger/limit-window.ts';
import type { Source } from '../input/records.ts';
import type { BookEntry, FactRecord, OrderGroup, SourceTransaction } from './order-book.ts';

/** A refund that the vendor has made, and the sums up to it of those that use the same limit. */
interface PastRefund {
  readonly day: Day;
  readonly transaction: ReservationTransaction;
  readonly source: Source;
  /** The US cents of it and of those before it. */
  cents: Whole;
  /** The number of these in another currency, and of those of monthly payments. */
  foreign: number;
  monthly: number;
}

/** The refunds that transactions list, and what they use of the limits (R-COUNTS, R-YEAR). */
export class LimitUse {
  /** The refunds that use each limit, by day and row. */
  readonly #refunds = new Map<string, PastRefund[]>();
  /** Refunds that look like a part of an exchange, which uses no limit. */
  readonly exchanges: SourceTransaction[] = [];

  /** @param countsExchanges true if refunds on the day of another purchase are refunds all the same. */
  constructor(entries: readonly BookEntry[], set: FactRecord, countsExchanges: boolean) {
    const groups = entries.filter((entry) => entry.kind === 'order');
    const refunding = groups.filter(({ transactions }) =>
      transactions.some(({ transaction }) => transaction.event === 'Refund'),
    );
    if (refunding.length === 0) return;
    const bought = countsExchanges ? new Set() : new Set(groups.flatMap(purchasesIn));
    for (const group of refunding) {
      for (const placed of group.transactions) {
        const { transaction } = placed;
        if (transaction.event !== 'Refund') continue;
        if (bought.has(placeOf(transaction))) this.exchanges.push(placed);
        else this.#add(scopeOf(group, set), placed);
      }
    }
    for (const refunds of this.#refunds.values()) addUp(refunds);
  }

  #add(scope: string, { transaction, source }: SourceTransaction): void {
    const day = writtenDay(transaction.on);
    const refund = { day, transaction, source, cents: 0, foreign: 0, monthly: 0 };
    const known = this.#refunds.get(scope);
    if (known === undefined) this.#refunds.set(scope, [refund]);
    else known.push(refund);
  }

  /**
   * Returns the US dollars that the refunds up to a day use of the limit of an order's customer; `undefined` if the
   * transactions list none, or an issue if they do not state the figure.
   */
  consumedOn(
    on: unknown,
    group: OrderGroup,
    set: FactRecord,
    policy: RefundPolicy,
  ): string | Issue | undefined {
    return this.#consumed(Number.POSITIVE_INFINITY, on, group, set, policy);
  }

  /** {@link consumedOn} before a refund of that day, which is one of the transactions. */
  consumedBefore(
    { row }: Source,
    on: unknown,
    group: OrderGroup,
    set: FactRecord,
    policy: RefundPolicy,
  ): string | Issue | undefined {
    return this.#consumed(row, on, group, set, policy);
  }

  #consumed(
    beforeRow: number,
    on: unknown,
    group: OrderGroup,
    set: FactRecord,
    { limitUsd, limitWindow, limitCounts }: RefundPolicy,
  ): string | Issue | undefined {
    const refunds = this.#refunds.get(scopeOf(group, set));
    if (refunds === undefined || limitUsd === null) return undefined;
    const day = readDay(on, ROOT_PATH, []); // by which the policy was found
    const from = placeBefore(refunds, windowStart(day, limitWindow), 0);
    const until = placeBefore(refunds, day, beforeRow);
    const last = refunds[until - 1];
    if (last === undefined || until <= from) return undefined;
    const before = refunds[from - 1] ?? { cents: 0, foreign: 0, monthly: 0 };
    const needed = (write: (rows: string) => string): Issue => {
      const expected = write(rowsOf(refunds.slice(from, until)));
      return issue(['consumedRefunds'], 'missing-field', expected, undefined);
    };
    if (last.foreign > before.foreign) {
      const other = refunds.find(({ foreign }) => foreign > before.foreign) as PastRefund;
      const { currency } = other.transaction;
      return needed(
        (rows) =>
          `the USD that the refunds of ${rows} use of the limit, as they are in ${currency}`,
      );
    }
    if (limitCounts === 'canceled-commitment' && last.monthly > before.monthly) {
      return needed(
        (rows) =>
          `what the refunds of ${rows} use of the limit, which also counts the cancelled payments`,
      );
    }
    return formatAmount(minus(last.cents, before.cents), 2);
  }
}

/** Sorts the refunds that use one limit, and gives each the sums up to it. */
function addUp(refunds: PastRefund[]): void {
  refunds.sort((a, b) => a.day - b.day || a.source.row - b.source.row);
  let [cents, foreign, monthly]: [Whole, number, number] = [0, 0, 0];
  for (const refund of refunds) {
    const { currency, amount, billingPlan } = refund.transaction;
    if (currency === 'USD') cents = plus(cents, writtenAmount(amount.replace('-', ''), 2));
    else foreign += 1;
    if (billingPlan === 'Monthly') monthly += 1;
    Object.assign(refund, { cents, foreign, monthly });
  }
}

/** The place of the first refund of a day that is not before a row. */
function placeBefore(refunds: readonly PastRefund[], day: Day, row: number): number {
  let [low, high] = [0, refunds.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const refund = refunds[middle] as PastRefund;
    const isBefore = refund.day < day || (refund.day === day && refund.source.row < row);
    if (isBefore) low = middle + 1;
    else high = middle;
  }
  return low;
}

const MOST_ROWS = 5;

function rowsOf(refunds: readonly PastRefund[]): string {
  const rows = refunds.slice(0, MOST_ROWS).map(({ source }) => source.row);
  const more = refunds.length > MOST_ROWS ? ` and ${refunds.length - MOST_ROWS} more` : '';
  return `rows ${rows.join(', ')}${more}`;
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
    .sort((a, b) => writtenDay(a.on) - writtenDay(b.on));
  const upfront = purchases.filter(({ billingPlan }) => billingPlan === 'Upfront');
  return [...upfront, ...purchases.slice(0, 1)].map(placeOf);
}
