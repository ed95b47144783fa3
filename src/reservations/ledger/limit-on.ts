import {
  type Day,
  type DayInput,
  formatDay,
  isWritable,
  readDay,
  writtenDay,
} from '../../kernel/day.ts';
import { InputError, type Issue, issue } from '../../kernel/issue.ts';
import { formatAmount, leftOf, plus, type Whole } from '../../kernel/money.ts';
import { type PolicyOptions, policyOf, policyOn, readOptions } from '../policy/policy-choice.ts';
import { countedCents } from '../quote/answer-refund.ts';
import { givenBackOn, windowStart } from './limit-window.ts';
import { type RefundLedger, readLedger, writtenCounts } from './refund-ledger.ts';

/** The part of the limit that is released on one UTC day, in USD. */
export interface GivenBack {
  readonly on: string;
  readonly usd: string;
}

/** A customer's limit on one day, in USD. */
export interface LimitState {
  /** `null` where the policy has no limit. */
  readonly max: string | null;
  /** The part of it that earlier refunds use, including those of the day itself. */
  readonly consumed: string;
  /** The part of it that is left; `null` if the policy has no limit. */
  readonly available: string | null;
  /** The days on which the used part is released, and the amounts. */
  readonly givenBack: readonly GivenBack[];
}

/**
 * Returns what is left of a customer's refund limit on a day, and when the rest becomes available again.
 * Amounts are in USD, days are UTC calendar days.
 *
 * @throws InputError if the ledger, the day or the policy is malformed, or the day lies before
 * the ledger's last one (what was used before it may be forgotten already).
 *
 * Clause: RES-5 (`reservations`, How cancellations work); interpretations R-YEAR, R-WHOSE, R-COUNTS.
 *
 * @example
 * const { ledger } = settleRefund(openRefundLedger('contoso'), {
 *   paid: '12000.00', currency: 'USD', term: 'P1Y', used: true,
 *   purchasedOn: '2025-01-01', canceledOn: '2025-07-02',
 * });
 * limitOn(ledger, '2025-12-31');
 * //=> { max: '50000.00', consumed: '5294.47', available: '44705.53',
 * //     givenBack: [{ on: '2026-07-02', usd: '5294.47' }] }
 */
export function limitOn(ledger: RefundLedger, day: DayInput, options?: PolicyOptions): LimitState {
  const issues: Issue[] = [];
  const opened = readLedger(ledger, ['ledger'], issues);
  const on = readDay(day, ['day'], issues);
  const choice = policyOf(readOptions(options, issues), issues);
  const ready = issues.length > 0 ? undefined : policyOn(choice, on, ['day'], issues);
  if (opened === undefined || ready === undefined) throw new InputError(issues);
  const { policy, limit } = ready;
  if (opened.lastDay !== null && on < writtenDay(opened.lastDay)) {
    const expected = `${opened.lastDay}, the customer's last settled day, or a later one`;
    throw new InputError([issue(['day'], 'out-of-order', expected, day)]);
  }
  const { limitWindow } = policy;
  const start = windowStart(on, limitWindow);
  const back = new Map<Day, Whole>();
  let consumed: Whole = 0;
  for (const day of opened.days) {
    const counts = writtenCounts(day);
    if (counts.on < start) continue;
    const cents = countedCents(counts, policy);
    if (cents === 0) continue;
    const comesBack = givenBackOn(counts.on, limitWindow);
    // What comes back after the year 9999 cannot be dated.
    if (isWritable(comesBack)) back.set(comesBack, plus(back.get(comesBack) ?? 0, cents));
    consumed = plus(consumed, cents);
  }
  return {
    max: policy.limitUsd,
    consumed: formatAmount(consumed, 2),
    available: limit === null ? null : formatAmount(leftOf(limit, consumed), 2),
    givenBack: Array.from(back, ([comesBack, cents]) => ({
      on: formatDay(comesBack),
      usd: formatAmount(cents, 2),
    })),
  };
}
