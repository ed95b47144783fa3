import type { PlanRequestInput } from '../../src/plans/index.ts';
import {
  parseRefundPolicy,
  quoteRefund,
  type RefundPolicyInput,
} from '../../src/reservations/index.ts';
import { dayAfter } from './brute-force.ts';

interface DayClaim {
  /** Days after `asOf`. */
  readonly day: number;
  readonly refund: number;
  readonly use: number;
}

const WINDOW = 365;
const cents = (amount: unknown): number => Math.round(Number(amount) * 100);

/**
 * US cents of the best plan for up to three upfront reservations in USD, returned whole on any days under a policy that
 * refuses what exceeds the limit. Every pair of days is tried, and with each the first day of the third that fits, as an
 * upfront refund only falls.
 */
export function bestOfEveryDay(request: PlanRequestInput & { readonly until: string }): number {
  const asOf = request.asOf as string;
  const parsed = parseRefundPolicy(request.policy as RefundPolicyInput);
  if (!parsed.ok) throw new Error('unknown policy');
  const { limitUsd, limitCounts } = parsed.value;
  const unlimited = { ...parsed.value, id: 'unlimited', limitUsd: null };
  const days: string[] = [];
  for (let day = asOf; day <= request.until; day = dayAfter(day, 1)) days.push(day);
  const before = request.ledger?.days ?? [];
  const left = days.map((day) => {
    const start = dayAfter(day, 1 - WINDOW);
    const counted = before.filter(({ on }) => (on as string) >= start);
    return counted.reduce((sum, { usd }) => sum - cents(usd), cents(limitUsd));
  });
  const [a = [], b = [], c = []] = request.candidates.map((candidate) =>
    days.flatMap((canceledOn, day): DayClaim[] => {
      const quote = quoteRefund({ ...candidate, canceledOn } as never, {
        policy: unlimited as never,
      });
      if (!quote.allowed) return [];
      const use = cents(limitCounts === 'refund' ? quote.refund : quote.canceledCommitment);
      return [{ day, refund: cents(quote.refund), use }];
    }),
  );

  const fits = (claims: readonly DayClaim[]): boolean =>
    claims.every(({ day }) => {
      let used = 0;
      for (const one of claims) if (one.day <= day && one.day > day - WINDOW) used += one.use;
      return used <= (left[day] as number);
    });
  let best = 0;
  for (const one of [undefined, ...a]) {
    for (const two of [undefined, ...b]) {
      const pair = [one, two].filter((claim) => claim !== undefined);
      if (!fits(pair)) continue;
      const sum = pair.reduce((total, { refund }) => total + refund, 0);
      best = Math.max(best, sum);
      for (const three of c) {
        if (sum + three.refund <= best) break;
        if (fits([...pair, three])) best = sum + three.refund;
      }
    }
  }
  return best;
}
