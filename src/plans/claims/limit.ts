import type { Day } from '../../kernel/day.ts';
import { givenBackOn, windowStart } from '../../reservations/ledger/limit-window.ts';
import type { RefundLedger } from '../../reservations/ledger/refund-ledger.ts';
import { writtenCounts } from '../../reservations/ledger/refund-ledger.ts';
import { countedCents } from '../../reservations/quote/answer-refund.ts';
import type { PlanRules, PlanVersion } from '../facts/plan-rules.ts';

/** US cents that one day uses of the limit, while it clips and once it refuses. */
interface Use {
  readonly day: Day;
  readonly use: number;
  readonly laterUse: number;
}

/** A customer's limit over the days of a plan. Amounts are whole US cents. */
export interface Limit {
  /** `null` if the policy has none. */
  readonly max: number | null;
  /** The first day on which a claim beyond the limit is refused; it is clipped before. */
  readonly refusesFrom: Day;
  /** The amounts that the ledger's days use, in their order. */
  readonly ledger: readonly Use[];
  /** The first day whose use counts on a day. */
  readonly startOn: (day: Day) => Day;
  /** The first day after a day on which its use no longer counts; infinity if that never is. */
  readonly givenBackOn: (day: Day) => Day;
}

/** All versions of a source have the same limit and window; those that clip come first. */
export function limitOf({ versions }: PlanRules, { days }: RefundLedger): Limit {
  const [{ ready: first }] = versions;
  const { ready: last } = versions[versions.length - 1] as PlanVersion;
  const { limit } = first;
  const { limitWindow } = first.policy;
  return {
    // A limit or a use beyond all candidates together changes nothing.
    max: limit === null ? null : Math.min(Number(limit), MOST),
    refusesFrom: refusesFrom(versions),
    ledger: days.map(writtenCounts).map((day) => ({
      day: day.on,
      use: Math.min(Number(countedCents(day, first.policy)), MOST),
      laterUse: Math.min(Number(countedCents(day, last.policy)), MOST),
    })),
    startOn: (day) => windowStart(day, limitWindow),
    givenBackOn: (day) => givenBackOn(day, limitWindow),
  };
}

const MOST = 1e15;

function refusesFrom(versions: PlanRules['versions']): Day {
  const at = versions.findIndex(({ ready }) => ready.policy.overLimit === 'refuse');
  if (at < 0) return Number.POSITIVE_INFINITY;
  return at === 0 ? Number.NEGATIVE_INFINITY : (versions[at] as PlanVersion).from;
}

/** US cents that the ledger uses of the limit on a day. */
export function usedBefore({ ledger, startOn, refusesFrom }: Limit, day: Day): number {
  const start = startOn(day);
  const field = day >= refusesFrom ? 'laterUse' : 'use';
  return ledger.reduce((sum, one) => (one.day >= start ? sum + one[field] : sum), 0);
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
  for (const { day, use, laterUse } of limit.ledger) {
    if (use > 0 || laterUse > 0) begin(limit.givenBackOn(day));
  }
  for (const day of further) {
    // A window that ends before such a day begins with a stretch as well.
    let from = day;
    while (limit.startOn(from - 1) > first) from = limit.startOn(from - 1);
    begin(from);
  }
  const sorted = [...starts].sort((a, b) => a - b);
  return sorted.map((from, at) => ({ from, to: (sorted[at + 1] ?? last + 1) - 1 }));
}
