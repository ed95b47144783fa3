import type { PlanRequestInput } from '../../src/plans/index.ts';
import {
  parseRefundPolicy,
  quoteRefund,
  type RefundPolicyInput,
} from '../../src/reservations/index.ts';
import { dayAfter } from './brute-force.ts';

// A plan as a mixed-integer program in the LP format that solvers read: x says whether a candidate is returned on a day, p
// how much of the claim is paid. Candidates are upfront, in USD and whole. Under a limit that clips, the days are those on
// which something is given back, as the guide proves; under one that refuses, every day is listed.

const WINDOW = 365;

/** The program, to be maximized; its value is in USD. */
export function programOf(request: PlanRequestInput): string {
  const { candidates, ledger } = request;
  const asOf = request.asOf as string;
  const parsed = parseRefundPolicy(request.policy as RefundPolicyInput);
  if (!parsed.ok) throw new Error(parsed.issues[0]?.message ?? '');
  const policy = parsed.value;
  const unlimited = { ...policy, id: 'unlimited', limitUsd: null };
  const isClipped = policy.overLimit === 'clip';
  const until = request.until as string;
  const used = (ledger?.days ?? []).map(({ on, usd }) => ({
    on: on as string,
    usd: Number(usd),
  }));
  const days = isClipped
    ? releases(
        asOf,
        until,
        used.map(({ on }) => on),
      )
    : everyDay(asOf, until);

  const objective: string[] = [];
  const once: string[] = [];
  const claims: { day: string; name: string; at: string; amount: string }[] = [];
  const binaries: string[] = [];
  for (const [at, { units: _, valuePerDay: __, ...facts }] of candidates.entries()) {
    const own: string[] = [];
    for (const [n, day] of days.entries()) {
      const quote = quoteRefund({ ...facts, canceledOn: day } as never, {
        policy: unlimited as never,
      });
      if (!quote.allowed) continue;
      const name = `${at}_${n}`;
      claims.push({
        day,
        name: isClipped ? `p${name}` : `x${name}`,
        at: name,
        amount: quote.refund,
      });
      objective.push(isClipped ? `p${name}` : `${quote.refund} x${name}`);
      own.push(`x${name}`);
      binaries.push(`x${name}`);
    }
    if (own.length > 0) once.push(`${own.join(' + ')} <= 1`);
  }
  const paid = isClipped ? claims.map(({ at, amount }) => `p${at} - ${amount} x${at} <= 0`) : [];
  const windows = days.map((day) => {
    const start = dayAfter(day, 1 - WINDOW);
    const before = used.filter(({ on }) => on >= start).reduce((sum, { usd }) => sum + usd, 0);
    const inside = claims.filter((claim) => claim.day >= start && claim.day <= day);
    const terms = inside.map(({ name, amount }) => (isClipped ? name : `${amount} ${name}`));
    return terms.length === 0
      ? ''
      : `${terms.join(' + ')} <= ${(Number(policy.limitUsd) - before).toFixed(2)}`;
  });
  const rows = [...once, ...paid, ...windows].filter((row) => row !== '');
  return [
    'Maximize',
    ` obj: ${objective.join('\n + ')}`,
    'Subject To',
    ...rows.map((row, n) => ` r${n}: ${row.replaceAll(' + ', '\n + ')}`),
    'Binary',
    ...binaries.map((name) => ` ${name}`),
    'End',
  ].join('\n');
}

function everyDay(from: string, to: string): string[] {
  const days = [from];
  for (let day = from; day < to; ) {
    day = dayAfter(day, 1);
    days.push(day);
  }
  return days;
}

/** The first day, and every day on which something may be given back. */
function releases(asOf: string, until: string, used: readonly string[]): string[] {
  const days = new Set<string>();
  for (const start of [asOf, ...used]) {
    for (let day = start; day <= until; day = dayAfter(day, WINDOW)) if (day >= asOf) days.add(day);
  }
  return [...days].sort();
}
