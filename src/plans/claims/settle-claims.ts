import { type Claim, clippedTo } from './claim.ts';
import { type Limit, usedBefore } from './limit.ts';

/** Claims in the order in which they are settled: those that must leave most to an exchange rate come first on their day. */
function inOrder(claims: readonly Claim[]): Claim[] {
  return [...claims].sort(
    (a, b) =>
      a.day - b.day ||
      Number(isRoundable(b)) - Number(isRoundable(a)) ||
      b.need - b.use - (a.need - a.use) ||
      a.candidate.position - b.candidate.position,
  );
}

/** Returns whether less than a limit's rest may be payable in the claim's currency. */
function isRoundable({ candidate }: Claim): boolean {
  const { numerator, denominator } = candidate.facts.refund.centsPerUnit;
  return numerator !== denominator;
}

/** The US cents that claims gain over keeping their units; `null` if the policy refuses one of them. */
export function gainOf(claims: readonly Claim[], limit: Limit): number | null {
  const gains = gainsOf(inOrder(claims), limit);
  return gains === null ? null : gains.reduce((sum, gain) => sum + gain, 0);
}

/** Leaves out the claims of a plan that gain nothing: they use nothing of the limit either, or leave it to the others. */
export function gaining(claims: readonly Claim[], limit: Limit): Claim[] {
  const ordered = inOrder(claims);
  const gains = gainsOf(ordered, limit) as number[];
  return ordered.filter((_, at) => (gains[at] as number) > 0);
}

/**
 * The US cents that each of some claims in their order gains over keeping its units, settled one after another, with everything
 * rounded as a ledger rounds it; `null` if the policy refuses one of them.
 */
function gainsOf(ordered: readonly Claim[], limit: Limit): number[] | null {
  const { max, refusesFrom } = limit;
  const counted: number[] = [];
  const gains: number[] = [];
  let inWindow = 0;
  let from = 0;
  let isCountedLater = false;
  for (const [at, claim] of ordered.entries()) {
    if (max === null) {
      gains.push(claim.worth);
      continue;
    }
    const start = limit.startOn(claim.day);
    for (; (ordered[from] as Claim).day < start; from += 1) inWindow -= counted[from] as number;
    const refuses = claim.day >= refusesFrom;
    if (refuses && !isCountedLater) {
      isCountedLater = true;
      inWindow = 0;
      for (let n = from; n < at; n += 1) {
        counted[n] = (ordered[n] as Claim).laterUse;
        inWindow += counted[n] as number;
      }
    }
    const left = Math.max(0, max - usedBefore(limit, claim.day) - inWindow);
    const isOver = claim.need > left;
    if (isOver && refuses) return null;
    counted[at] = isOver ? clippedTo(left, claim) : claim.use;
    gains.push(claim.worth - claim.use + (counted[at] as number));
    inWindow += counted[at] as number;
  }
  return gains;
}
