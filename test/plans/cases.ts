import type { PlanCandidateInput, PlanRequestInput } from '../../src/plans/index.ts';
import { type RefundPolicySource, refundPolicyVersions } from '../../src/reservations/index.ts';
import { dayAfter } from './brute-force.ts';

/** Whole numbers from a seed (mulberry32), the same on every machine. */
class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** A whole number from 0 to below `n`. */
  below(n: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * n) | 0;
  }

  from(low: number, high: number): number {
    return low + this.below(high - low + 1);
  }

  of<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }
}

const usd = (cents: number): string => (cents / 100).toFixed(2);

const base = {
  basedOn: 'partner-center-2020-08',
} as const;

/** Published policies, and some of the caller's own. */
const policies: readonly unknown[] = [
  'partner-center-2020-08',
  'partner-center-2018-10',
  'azure-2020-02',
  'azure-2020-07',
  'azure-2024-12',
  'azure-service-2023',
  { id: 'refusing', ...base, overLimit: 'refuse' },
  { id: 'by-year', ...base, limitWindow: 'calendar-year' },
  { id: 'for-good', ...base, limitWindow: 'none' },
  { id: 'unlimited', ...base, limitUsd: null },
];

/** A small case: up to 3 candidates, 20 days, and something that happens on one of them. */
export function smallCase(seed: number): PlanRequestInput {
  const dice = new Dice(seed);
  const asOf = dice.of(['2025-06-20', '2025-12-20', '2024-02-20', '2025-01-25']);
  const horizon = dice.from(3, 19);
  const count = dice.from(1, 3);
  const isParts = count < 3 && dice.below(3) === 0;
  const span = isParts
    ? Math.min(horizon, count === 1 ? 7 : 4)
    : count === 3
      ? Math.min(horizon, 12)
      : horizon;
  const until = dayAfter(asOf, span);
  const candidates = Array.from({ length: count }, (_, at) =>
    candidateOf(dice, `R${at}`, asOf, span, isParts),
  );
  return {
    asOf,
    until,
    candidates,
    ...(dice.below(4) === 0 ? {} : { ledger: ledgerOf(dice, asOf, span) }),
    policy: dice.of(policies) as never,
  };
}

/** The days on which a version of a source begins, except its first. */
const boundaries: readonly (readonly [source: RefundPolicySource, day: string])[] = (
  ['azure', 'partner-center'] as const
).flatMap((source) =>
  refundPolicyVersions
    .filter((version) => version.source === source && version.policy.feeRate !== null)
    .slice(1)
    .map(({ from }) => [source, from] as const),
);

const sometimesBarred = [
  undefined,
  undefined,
  'VMwareCloudSimple',
  'RedHatOsa',
  'Sentinel',
] as const;

/** A small case of a source, a version of which begins on one of its days. */
export function boundaryCase(seed: number): PlanRequestInput {
  const dice = new Dice(seed);
  const [policy, boundary] = dice.of(boundaries);
  const count = dice.from(1, 3);
  const isParts = count < 3 && dice.below(4) === 0;
  const span = isParts ? (count === 1 ? 7 : 4) : dice.from(3, count === 3 ? 11 : 19);
  const asOf = dayAfter(boundary, -dice.from(1, span));
  const candidates = Array.from({ length: count }, (_, at) => {
    const one = candidateOf(dice, `R${at}`, asOf, span, isParts);
    const product = dice.of(sometimesBarred);
    const isKnown = product !== undefined && one.billingPlan !== 'Monthly';
    return isKnown ? { ...one, product } : one;
  });
  const { days, ...ledger } = ledgerOf(dice, asOf, span);
  const both = days.map(({ on, usd: refunded }) => ({
    on,
    usd: refunded,
    canceledUsd: usd(Math.round(Number(refunded) * 100 * dice.of([1, 1.25, 2]))),
  }));
  return {
    asOf,
    until: dayAfter(asOf, span),
    candidates,
    ...(dice.below(4) === 0 ? {} : { ledger: { ...ledger, days: both } }),
    policy,
  };
}

function candidateOf(
  dice: Dice,
  id: string,
  asOf: string,
  span: number,
  isParts: boolean,
): PlanCandidateInput {
  const term = dice.of(['P1Y', 'P1Y', 'P3Y'] as const);
  const days = term === 'P1Y' ? 365 : 1095;
  // Bought some days ago (a window ends), some months ago, or so long ago that the term ends meanwhile.
  const since = dice.of([
    dice.from(0, 8),
    dice.from(20, 40),
    dice.from(100, 330),
    days - dice.from(1, span + 3),
  ]);
  const quantity = isParts ? dice.from(2, 3) : dice.of([1, 1, 2]);
  const isMonthly = dice.below(3) === 0;
  const amount = dice.from(1_000, 90_000) * dice.of([1, 10, 100]) * 6;
  return {
    id,
    currency: 'USD',
    term,
    purchasedOn: dayAfter(asOf, -since),
    used: dice.below(2) === 0,
    ...(quantity === 1 ? {} : { quantity }),
    ...(isParts ? { units: 'any' as const } : {}),
    ...(dice.below(3) === 0
      ? { valuePerDay: usd(dice.from(1, 200) * 6 * dice.of([1, 10, 100])) }
      : {}),
    ...(isMonthly
      ? { billingPlan: 'Monthly' as const, instalment: usd(Math.ceil(amount / 60) * 6) }
      : { paid: usd(amount) }),
  };
}

function ledgerOf(dice: Dice, asOf: string, span: number): NonNullable<PlanRequestInput['ledger']> {
  const back = [...new Set([dice.from(1, span), dice.from(1, span), dice.from(30, 300)])].sort(
    (a, b) => a - b,
  );
  const days = back.slice(0, dice.from(1, 3)).map((after) => ({
    on: dayAfter(asOf, after - 365),
    usd: usd(dice.from(1, 25) * 100_000),
  }));
  return { customerId: 'customer', lastDay: days.at(-1)?.on ?? null, days, ids: [] };
}

/** A larger case with upfront reservations of a year in USD, as many as are asked for. */
export function largeCase(seed: number, count: number, policy?: string): PlanRequestInput {
  const dice = new Dice(seed);
  const asOf = '2025-06-20';
  const candidates = Array.from({ length: count }, (_, at) => ({
    id: `R${at}`,
    paid: usd(dice.from(100_000, 1_000_000)),
    currency: 'USD' as const,
    term: 'P1Y' as const,
    purchasedOn: dayAfter(asOf, -dice.from(1, 335)),
    used: dice.below(2) === 0,
  }));
  const days = [
    { on: dayAfter(asOf, -300), usd: '20000.00' },
    { on: dayAfter(asOf, -100), usd: '15000.00' },
  ];
  return {
    asOf,
    candidates,
    ledger: { customerId: 'customer', lastDay: days[1]?.on ?? null, days, ids: [] },
    ...(policy === undefined ? {} : { policy: policy as never }),
  };
}

/** Reservations over two years and their ledger: of whole units, upfront, or also monthly and with a value per day. */
export function yearsCase(
  seed: number,
  count: number,
  policy: string,
  isMixed = false,
): PlanRequestInput & { readonly until: string } {
  const dice = new Dice(seed * 7919 + count);
  const asOf = '2025-06-20';
  const candidates = Array.from({ length: count }, (_, at): PlanCandidateInput => {
    const term = dice.of(['P1Y', 'P3Y', 'P3Y'] as const);
    const [days, months] = term === 'P1Y' ? [365, 12] : [1095, 36];
    const amount = dice.from(300_000, 6_000_000);
    const facts = {
      id: `R${at}`,
      currency: 'USD',
      term,
      purchasedOn: dayAfter(asOf, -dice.from(1, days - 60)),
      used: true,
      ...(isMixed && dice.below(3) === 0 ? { valuePerDay: usd(dice.from(1, 4_000)) } : {}),
    } as const;
    return isMixed && dice.below(3) === 0
      ? { ...facts, billingPlan: 'Monthly', instalment: usd(Math.ceil(amount / months)) }
      : { ...facts, paid: usd(amount) };
  });
  const days = [300, 100].map((ago) => ({
    on: dayAfter(asOf, -ago),
    usd: usd(dice.from(0, 20) * 100_000),
  }));
  const ledger = { customerId: 'customer', lastDay: days[1]?.on ?? null, days, ids: [] };
  const until = dayAfter(asOf, 730);
  return { asOf, until, candidates, policy, ...(dice.below(2) === 0 ? {} : { ledger }) } as never;
}
