import { type Day, formatDay, writtenDay } from '../../kernel/day.ts';
import { InputError, type Issue } from '../../kernel/issue.ts';
import { formatAmount, isLess, minus } from '../../kernel/money.ts';
import {
  type LedgerId,
  type PolicyOptions,
  type PublishedRefundPolicyId,
  type RefundLedger,
  refundPolicies,
} from '../../reservations/index.ts';
import { dayOfEntry, type Entry, readEntry } from '../../reservations/ledger/entry.ts';
import { writeDay, writtenCounts } from '../../reservations/ledger/refund-ledger.ts';
import { isSource, refundPolicyOf } from '../../reservations/policy/policy-choice.ts';
import type { ReadyRefundPolicy } from '../../reservations/policy/ready-policy.ts';
import {
  answerRefund,
  type Counted,
  countedCents,
} from '../../reservations/quote/answer-refund.ts';
import { Problem } from '../io/problem.ts';

/** An entry that was removed from a ledger, the USD that it had refunded, and why it was removed. */
export interface Forgotten extends LedgerId {
  readonly customerId: string;
  readonly usd: string;
  readonly reason: string;
  readonly forgottenAt: string;
}

/** A ledger without one of its entries, the entry, and the USD that it had refunded. */
export interface Forgetting {
  readonly ledger: RefundLedger;
  readonly entry: LedgerId;
  readonly usd: string;
}

/**
 * Removes an entry from a ledger that was read, with what it used of the limit, as if its record had never come.
 * Throws a `Problem` if there is no such entry, or if the entry and the ledger do not agree.
 */
export function forgetEntry(ledger: RefundLedger, id: string, options: PolicyOptions): Forgetting {
  const entry = ledger.ids.find((known) => known.id === id);
  if (entry === undefined) {
    throw new Problem(`customer ${ledger.customerId} has no entry with the id ${id}`);
  }
  const read = readEntry(entry.facts, [], []) as Entry;
  const on = formatDay(read.facts.returnedOn);
  const counted = read.amounts ?? countedUnder(read, policyOf(entry, options));
  const usd = formatAmount(counted.refundedCents, 2);
  const ids = ledger.ids.filter((known) => known !== entry);
  const days = ledger.days.flatMap((day) => {
    if (day.on !== on) return [day];
    const before = writtenCounts(day);
    const refundedCents = minus(before.refundedCents, counted.refundedCents);
    const canceledCents = minus(before.canceledCents, counted.canceledCents);
    if (isLess(refundedCents, 0) || isLess(canceledCents, 0)) {
      const canceledUsd = formatAmount(counted.canceledCents, 2);
      throw new Problem(
        `the entry ${id} has ${usd} USD refunded and ${canceledUsd} USD cancelled, but the ledger has ${day.usd} and ${day.canceledUsd ?? day.usd} on ${on}`,
      );
    }
    const isOver = refundedCents === 0 && canceledCents === 0;
    return isOver ? [] : [writeDay({ on: before.on, refundedCents, canceledCents })];
  });
  const lastDay = on === ledger.lastDay ? latestOf(days, ids, ledger.lastDay) : ledger.lastDay;
  return { ledger: { ...ledger, lastDay, days, ids }, entry, usd };
}

function policyOf(entry: LedgerId, options: PolicyOptions): ReadyRefundPolicy {
  const isPublished = Object.hasOwn(refundPolicies, entry.policy);
  const issues: Issue[] = [];
  const policy = refundPolicyOf(
    isPublished ? { policy: entry.policy as PublishedRefundPolicyId } : options,
    issues,
  );
  if (policy === undefined) throw new InputError(issues);
  // The versions of a source are published, and named in the entry.
  if (!isSource(policy) && (policy.key === entry.policy || policy.oldKey === entry.policy))
    return policy;
  throw new Problem(
    `the entry ${entry.id} was answered under the policy ${entry.policy}: name its file with --policy`,
  );
}

/** Returns the amount that an entry of version 0.1.0 used of the limit: its days have one figure for both. */
function countedUnder({ facts, consumed }: Entry, policy: ReadyRefundPolicy): Counted {
  const cents = countedCents(answerRefund(facts, policy, consumed), policy.policy);
  return { refundedCents: cents, canceledCents: cents };
}

/** The last day that the rest of a ledger knows of, up to its own. */
function latestOf(
  days: RefundLedger['days'],
  ids: RefundLedger['ids'],
  lastDay: string,
): string | null {
  const known: Day[] = [
    ...days.map(({ on }) => writtenDay(on)),
    ...ids.map(({ facts }) => dayOfEntry(facts)),
  ].filter((day) => day <= writtenDay(lastDay));
  return known.length === 0 ? null : formatDay(Math.max(...known));
}
