import { type Candidate, type Claim, claimOn } from '../claims/claim.ts';
import type { Limit } from '../claims/limit.ts';
import type { Run } from '../claims/runs.ts';
import { gainOf } from '../claims/settle-claims.ts';
import type { PlanRules } from '../facts/plan-rules.ts';
import type { Found } from './improve.ts';
import { isInParts } from './options.ts';

/** Some units of a candidate that are planned as if they were a candidate of their own. */
export interface Portion {
  readonly candidate: Candidate;
  readonly of: Candidate;
  readonly runs: readonly Run[];
}

/** The portions of all candidates together, if there are fewer candidates than that. */
const MOST_PORTIONS = 2_000;
/** Up to so many portions of a candidate have one unit; the next ones are twice as large each time, up to a share of all units. */
const SINGLE_UNITS = 4;
const LARGEST_SHARE = 16;

/** Splits candidates that can be returned in parts, so that their portions add up to any number of units. */
export function portionsOf(
  candidates: readonly Candidate[],
  runs: readonly (readonly Run[])[],
  rules: PlanRules,
): Portion[] {
  const most = Math.max(1, Math.floor(MOST_PORTIONS / Math.max(1, candidates.length)));
  return candidates.flatMap((of, at): Portion[] => {
    const own = runs[at] as readonly Run[];
    if (!isInParts(of)) return [{ candidate: of, of, runs: own }];
    return sizesOf(of.quantity, most).map((units) => {
      const candidate = { ...of, facts: { ...of.facts, isAny: false } };
      const claimFor = ({ day }: Claim): Claim => claimOn(candidate, day, units, rules) as Claim;
      return {
        candidate,
        of,
        runs: own.map(({ from, to }) => ({ from: claimFor(from), to: claimFor(to) })),
      };
    });
  });
}

function sizesOf(quantity: number, most: number): number[] {
  const sizes: number[] = [];
  let left = quantity;
  for (let size = 1; left > 0; left -= sizes[sizes.length - 1] as number) {
    if (sizes.length >= SINGLE_UNITS)
      size = Math.min(2 * size, Math.ceil(quantity / LARGEST_SHARE));
    sizes.push(Math.min(size, left));
  }
  while (sizes.length > most) {
    const [a = 0, b = 0, ...others] = sizes;
    sizes.splice(0, sizes.length, ...[...others, a + b].sort((one, other) => one - other));
  }
  return sizes;
}

/** Puts the portions of a plan together again: those of a candidate on a day are one claim. */
export function joined(
  { claims, gain }: Found,
  portions: readonly Portion[],
  limit: Limit,
  rules: PlanRules,
): Found {
  const originals = new Map(portions.map(({ candidate, of }) => [candidate, of]));
  const byDay = new Map<string, Claim>();
  for (const claim of claims) {
    const candidate = originals.get(claim.candidate) as Candidate;
    const name = `${candidate.position} ${claim.day}`;
    const units = claim.units + (byDay.get(name)?.units ?? 0);
    byDay.set(name, claimOn(candidate, claim.day, units, rules) as Claim);
  }
  const together = [...byDay.values()];
  const gained = gainOf(together, limit);
  if (gained !== null) return { claims: together, gain: gained };
  // Rounded together they are refused; settled one by one they are not.
  const apart = claims.map((claim) => ({
    ...claim,
    candidate: originals.get(claim.candidate) as Candidate,
  }));
  return { claims: apart, gain };
}
