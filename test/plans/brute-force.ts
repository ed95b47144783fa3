import { UTCDate } from '@date-fns/utc';
import { addDays, addMonths, differenceInCalendarDays, formatISO, parseISO } from 'date-fns';
import type { PlanCandidateInput, PlanRequestInput } from '../../src/plans/index.ts';
import { openRefundLedger, type RefundLedger, settleRefund } from '../../src/reservations/index.ts';

// Every plan there is, day by day, written from the specification of the objective alone: it settles with the public
// `settleRefund` and knows nothing of the planner. Amounts are in USD; shares of units divide without a rest.

export interface Best {
  /** US cents. */
  readonly total: number;
  readonly plans: number;
}

type Candidate = PlanCandidateInput & { readonly quantity?: number };

interface Open {
  readonly candidate: Candidate;
  readonly left: number;
  readonly parts: number;
}

const dayOf = (text: string): UTCDate => new UTCDate(parseISO(`${text}T00:00:00Z`));
const textOf = (day: Date): string => formatISO(day, { representation: 'date' });
export const dayAfter = (text: string, days: number): string => textOf(addDays(dayOf(text), days));
const daysFrom = (a: string, b: string): number => differenceInCalendarDays(dayOf(b), dayOf(a));
const cents = (amount: unknown): number => Math.round(Number(amount ?? 0) * 100);
const years = { P1Y: 1, P3Y: 3, P5Y: 5 } as const;
const monthsOf = ({ term }: Candidate): number => years[term] * 12;
const quantityOf = ({ quantity = 1 }: Candidate): number => quantity;
const dueOn = ({ purchasedOn }: Candidate, k: number): string =>
  textOf(addMonths(dayOf(purchasedOn as string), k));
const endOf = (candidate: Candidate): string => dueOn(candidate, monthsOf(candidate));

/** The payments of all units that fall due after one day, up to another and on it. */
function instalmentsBetween(candidate: Candidate, after: string, upTo: string): number {
  if (candidate.billingPlan !== 'Monthly') return 0;
  let sum = 0;
  for (let k = 0; k < monthsOf(candidate); k += 1) {
    const due = dueOn(candidate, k);
    if (due > after && due <= upTo) sum += cents(candidate.instalment);
  }
  return sum;
}

/** What units cost and are worth if they stay until a day. */
function kept(candidate: Candidate, units: number, from: string, to: string): number {
  const value = cents(candidate.valuePerDay) * Math.max(0, daysFrom(from, to));
  const all = value - instalmentsBetween(candidate, from, to);
  return (all * units) / quantityOf(candidate);
}

function remembered<Result>(find: (day: string) => Result): (day: string) => Result {
  const known = new Map<string, Result>();
  return (day) => {
    const result = known.get(day) ?? find(day);
    known.set(day, result);
    return result;
  };
}

/** The best total of every plan on every day. */
export function bestOf({ asOf, until, candidates, ledger, policy }: PlanRequestInput): Best {
  const first = asOf as string;
  const next = remembered((day: string) => dayAfter(day, 1));
  const keptUntil = candidates.map((candidate) =>
    remembered((day: string) =>
      kept(candidate as Candidate, quantityOf(candidate as Candidate), first, day),
    ),
  );
  const keptOf = (candidate: Candidate, units: number, day: string): number =>
    ((keptUntil[candidates.indexOf(candidate as never)] as (day: string) => number)(day) * units) /
    quantityOf(candidate);
  const ends = candidates.map((candidate) => endOf(candidate as Candidate));
  const last = (until as string | undefined) ?? ([...ends].sort().at(-1) as string);
  const options = { policy };
  let best = Number.NEGATIVE_INFINITY;
  let plans = 0;

  /** All ways to go on from a day. */
  function from(day: string, ledgerNow: RefundLedger, open: readonly Open[], gained: number): void {
    if (day > last || open.length === 0) {
      plans += 1;
      const rest = open.reduce(
        (sum, { candidate, left }) =>
          sum + keptOf(candidate, left, ends[candidates.indexOf(candidate as never)] as string),
        0,
      );
      best = Math.max(best, gained + rest);
      return;
    }
    onDay(
      day,
      ledgerNow,
      open,
      gained,
      open.map(() => false),
    );
  }

  /** Nothing more on this day, or one more return of a candidate that was not returned on it. */
  function onDay(
    day: string,
    ledgerNow: RefundLedger,
    open: readonly Open[],
    gained: number,
    isDone: readonly boolean[],
  ): void {
    from(
      next(day),
      ledgerNow,
      open.filter(({ left }) => left > 0),
      gained,
    );
    for (const [at, { candidate, left, parts }] of open.entries()) {
      if (isDone[at] || left === 0) continue;
      const { units = 'whole', valuePerDay: _, ...facts } = candidate;
      const quantity = quantityOf(candidate);
      for (let count = units === 'any' ? 1 : quantity; count <= left; count += 1) {
        const { quote, ledger: after } = settleRefund(
          ledgerNow,
          {
            ...facts,
            id: `${candidate.id}#${parts + 1}`,
            canceledOn: day,
            ...(count === quantity ? {} : { quantityToReturn: count }),
          } as never,
          options as never,
        );
        if (!quote.allowed) continue;
        const gain = cents(quote.refund) + keptOf(candidate, count, day);
        onDay(
          day,
          after,
          open.map((one, n) =>
            n === at ? { candidate, left: left - count, parts: parts + 1 } : one,
          ),
          gained + gain,
          isDone.map((done, n) => done || n === at),
        );
      }
    }
  }

  const opened = candidates.map((candidate) => ({
    candidate: candidate as Candidate,
    left: quantityOf(candidate as Candidate),
    parts: 0,
  }));
  from(first, (ledger as RefundLedger | undefined) ?? openRefundLedger('customer'), opened, 0);
  return { total: best, plans };
}
