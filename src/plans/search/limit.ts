import type { Day } from '../../kernel/day.ts';
import { givenBackOn, windowStart } from '../../reservations/ledger/limit-window.ts';
import type { RefundLedger } from '../../reservations/ledger/refund-ledger.ts';
import { writtenCounts } from '../../reservations/ledger/refund-ledger.ts';
import type { ReadyRefundPolicy } from '../../reservations/policy/ready-policy.ts';
import { countedCents } from '../../reservations/quote/answer-refund.ts';

/** US cents that one day uses of the limit. */
interface Use {
  readonly day: Day;
  readonly use: number;
}

/** A customer's limit over the days of a plan. Amounts are whole US cents. */
export interface Limit {
  /** `null` if the policy has none. */
  readonly max: number | null;
  readonly clips: boolean;
  /** The amounts that the ledger's days use, in their order. */
  readonly ledger: readonly Use[];
  /** The first day whose use counts on a day. */
  readonly startOn: (day: Day) => Day;
  /** The first day after a day on which its use no longer counts; infinity if that never is. */
  readonly givenBackOn: (day: Day) => Day;
}

export function limitOf({ policy, limit }: ReadyRefundPolicy, { days }: RefundLedger): Limit {
  const { limitWindow } = policy;
  return {
    // A limit or a use beyond all candidates together changes nothing.
    max: limit === null ? null : Math.min(Number(limit), MOST),
    clips: policy.overLimit === 'clip',
    ledger: days.map(writtenCounts).map((day) => ({
      day: day.on,
      use: Math.min(Number(countedCents(day, policy)), MOST),
    })),
    startOn: (day) => windowStart(day, limitWindow),
    givenBackOn: (day) => givenBackOn(day, limitWindow),
  };
}

const MOST = 1e15;

/** US cents that the ledger uses of the limit on a day. */
export function usedBefore({ ledger, startOn }: Limit, day: Day): number {
  const start = startOn(day);
  return ledger.reduce((sum, one) => (one.day >= start ? sum + one.use : sum), 0);
}

/** A run of days in which nothing is given back that was used by the ledger or on the first day of a run. */
export interface Stretch {
  readonly from: Day;
  readonly to: Day;
}

/** The stretches from one day to another. `further` are days on which a stretch begins as well. */
export function stretchesOf(
  limit: Limit,
  first: Day,
  last: Day,
  further: readonly Day[],
): Stretch[] {
  const starts = new Set<Day>();
  const begin = (day: Day): void => {
    for (let at = day; at <= last && !starts.has(at); at = limit.givenBackOn(at)) {
      if (at >= first) starts.add(at);
    }
  };
  begin(first);
  for (const { day, use } of limit.ledger) if (use > 0) begin(limit.givenBackOn(day));
  for (const day of further) begin(day);
  const sorted = [...starts].sort((a, b) => a - b);
  return sorted.map((from, at) => ({ from, to: (sorted[at + 1] ?? last + 1) - 1 }));
}
