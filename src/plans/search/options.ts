import { type Candidate, type Claim, claimOn, roundingOf } from '../claims/claim.ts';
import { claimsIn, type Run } from '../claims/runs.ts';
import type { PlanRules } from '../facts/plan-rules.ts';
import { type Prices, priceOn, reducedOf } from './prices.ts';

/** One way to return a candidate: its claims, in the order of their days, and their worth at the prices. */
export interface Option {
  readonly claims: readonly Claim[];
  readonly reduced: number;
}

export function worthOf({ claims }: Option): number {
  return claims.reduce((sum, { worth }) => sum + worth, 0);
}

export function useOf({ claims }: Option): number {
  return claims.reduce((sum, { use }) => sum + use, 0);
}

/** The most that a candidate gains at the prices, on any day, and the runs that could reach it. */
export interface CandidateBound {
  readonly candidate: Candidate;
  readonly most: number;
  readonly runs: readonly { readonly run: Run; readonly most: number }[];
  /** True if rounding is included in `most`. */
  readonly isRounded: boolean;
}

/** Bounds a candidate's gain over all days from the ends of its runs. */
export function boundOf(
  candidate: Candidate,
  own: readonly Run[],
  prices: Prices,
  rules: PlanRules,
): CandidateBound {
  const rounding = roundingOf(candidate, rules);
  const isAny = isInParts(candidate);
  const days = own.reduce((sum, { from, to }) => sum + to.day - from.day + 1, 0);
  const runs = own.map((run) => {
    const price = priceOn(prices, run.from.day);
    const ends = [run.from, run.to].map((claim) => reducedOf(claim, price));
    const hasInner = run.to.day - run.from.day > 1;
    const slip = hasInner ? 2 * rounding * (1 + price) : 0;
    return { run, most: Math.max(...ends) + slip, slip, price };
  });
  const slips = runs.map(({ price }) => rounding * (1 + price));
  const parts = isAny ? (Math.min(candidate.quantity, days) + 1) * Math.max(0, ...slips) : 0;
  const most = Math.max(0, ...runs.map((one) => one.most)) + (own.length === 0 ? 0 : parts);
  return { candidate, most, runs, isRounded: parts > 0 || runs.some(({ slip }) => slip > 0) };
}

export function isInParts({ facts, quantity }: Candidate): boolean {
  return facts.isAny && quantity > 1;
}

/**
 * Every option of a candidate whose gain at the prices lies less than `gap` below the most; `null` if there are more than
 * `room` of them.
 */
export function optionsOf(
  { candidate, most, runs }: CandidateBound,
  gap: number,
  prices: Prices,
  rules: PlanRules,
  room: number,
): readonly Option[] | null {
  const isAny = isInParts(candidate);
  const near = isAny ? runs : runs.filter((one) => most - one.most < gap);
  const days = near.reduce((sum, { run }) => sum + run.to.day - run.from.day + 1, 0);
  if (days > room) return null;
  const whole = near.flatMap(({ run }) => claimsIn(run, rules));
  const options = isAny
    ? partsOf(candidate, whole, prices, rules, room)
    : whole.map((claim) => ({
        claims: [claim],
        reduced: reducedOf(claim, priceOn(prices, claim.day)),
      }));
  if (options === null) return null;
  const kept: Option = { claims: [], reduced: 0 };
  return [kept, ...options]
    .filter(({ reduced }) => most - reduced < gap)
    .sort((a, b) => b.reduced - a.reduced);
}

/** Every way to return some units on some of the days. */
function partsOf(
  candidate: Candidate,
  whole: readonly Claim[],
  prices: Prices,
  rules: PlanRules,
  room: number,
): Option[] | null {
  const { quantity } = candidate;
  if (quantity * whole.length > room) return null;
  const priced = whole.map(({ day }) => {
    const price = priceOn(prices, day);
    return Array.from({ length: quantity }, (_, less): Option => {
      const claim = claimOn(candidate, day, less + 1, rules) as Claim;
      return { claims: [claim], reduced: reducedOf(claim, price) };
    });
  });
  let open: { readonly option: Option; readonly left: number }[] = [
    { option: { claims: [], reduced: 0 }, left: quantity },
  ];
  for (const ofDay of priced) {
    const next = open.flatMap(({ option, left }) =>
      ofDay.slice(0, left).map((one, less) => ({
        option: {
          claims: [...option.claims, ...one.claims],
          reduced: option.reduced + one.reduced,
        },
        left: left - less - 1,
      })),
    );
    open = [...open, ...next];
    if (open.length > room) return null;
  }
  return open.slice(1).map(({ option }) => option);
}
