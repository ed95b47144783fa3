import { type Day, formatDay, writtenDay } from '../../kernel/day.ts';
import { InputError, type Issue } from '../../kernel/issue.ts';
import { formatAmount, isLess, minus, type Whole, writtenAmount } from '../../kernel/money.ts';
import {
  type LedgerId,
  type PolicyOptions,
  type PublishedRefundPolicyId,
  type RefundLedger,
  refundPolicies,
} from '../../reservations/index.ts';
import { type ReadyRefundPolicy, refundPolicyOf } from '../../reservations/policy/ready-policy.ts';
import { answerRefund } from '../../reservations/quote/answer-refund.ts';
import { readRefundFacts } from '../../reservations/quote/facts.ts';
import { Problem } from '../io/problem.ts';

/** An entry that was removed from a ledger, what it used of the limit, and why it was removed. */
export interface Forgotten extends LedgerId {
  readonly customerId: string;
  readonly usd: string;
  readonly reason: string;
  readonly forgottenAt: string;
}

/** A ledger without one of its entries, the entry, and the USD that it used of the limit. */
export interface Forgetting {
  readonly ledger: RefundLedger;
  readonly entry: LedgerId;
  readonly usd: string;
}

/**
 * Removes an entry from a ledger, with what it used of the limit, as if its record had never come.
 * Throws a `Problem` if there is no such entry, or if the entry and the ledger do not agree.
 */
export function forgetEntry(ledger: RefundLedger, id: string, options: PolicyOptions): Forgetting {
  const entry = ledger.ids.find((known) => known.id === id);
  if (entry === undefined) {
    throw new Problem(`customer ${ledger.customerId} has no entry with the id ${id}`);
  }
  const { on, cents } = countedIn(entry, policyOf(entry, options));
  const usd = formatAmount(cents, 2);
  const ids = ledger.ids.filter((known) => known !== entry);
  const days = ledger.days.flatMap((day) => {
    if (day.on !== on) return [day];
    const before = writtenAmount(day.usd, 2);
    if (isLess(before, cents)) {
      throw new Problem(`the entry ${id} used ${usd} USD, but the ledger has ${day.usd} on ${on}`);
    }
    const rest = minus(before, cents);
    return rest === 0 ? [] : [{ on, usd: formatAmount(rest, 2) }];
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
  if (policy.key === entry.policy) return policy;
  throw new Problem(
    `the entry ${entry.id} was answered under the policy ${entry.policy}: name its file with --policy`,
  );
}

interface Counted {
  readonly on: string;
  readonly cents: Whole;
}

/** The day and the US cents of the limit that an entry used. */
function countedIn({ facts }: LedgerId, policy: ReadyRefundPolicy): Counted {
  const [canceled, consumed, paid, currency, term, purchased, used, usdRate, product] = facts.split(
    ' ',
  ) as [string, string, string, string, string, string, string, string, string];
  const issues: Issue[] = [];
  const on = formatDay(Number(canceled));
  const read = readRefundFacts(
    {
      ...{ paid, currency, term, used: used === 'used', canceledOn: on },
      purchasedOn: formatDay(Number(purchased)),
      ...(currency === 'USD' ? {} : { usdRate }),
      ...(product === '-' ? {} : { product }),
    },
    'conflicts-with-ledger',
    issues,
  );
  if (read === undefined) throw new InputError(issues);
  const { countedCents } = answerRefund(read, policy, writtenAmount(consumed, 2));
  return { on, cents: countedCents };
}

/** The last day that the rest of a ledger knows of, up to its own. */
function latestOf(
  days: RefundLedger['days'],
  ids: RefundLedger['ids'],
  lastDay: string,
): string | null {
  const known: Day[] = [
    ...days.map(({ on }) => writtenDay(on)),
    ...ids.map(({ facts }) => Number.parseInt(facts, 10)),
  ].filter((day) => day <= writtenDay(lastDay));
  return known.length === 0 ? null : formatDay(Math.max(...known));
}
