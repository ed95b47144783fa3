import { type Claim, clippedTo } from './claim.ts';
import { type Limit, usedBefore } from './limit.ts';

/** Claims in the order in which they are settled: those that an exchange rate rounds down come first on their day. */
export function inOrder(claims: readonly Claim[]): Claim[] {
  return [...claims].sort(
    (a, b) =>
      a.day - b.day ||
      Number(isRoundable(b)) - Number(isRoundable(a)) ||
      a.candidate.position - b.candidate.position,
  );
}

/** Returns whether less than a limit's rest may be payable in the claim's currency. */
function isRoundable({ candidate }: Claim): boolean {
  const { numerator, denominator } = candidate.facts.refund.centsPerUnit;
  return numerator !== denominator;
}

/**
 * The US cents that claims gain over keeping their units, settled one after another, with everything rounded as a ledger
 * rounds it; `null` if the policy refuses one of them.
 */
export function gainOf(claims: readonly Claim[], limit: Limit): number | null {
  const ordered = inOrder(claims);
  const { max, refusesFrom } = limit;
  const counted: number[] = [];
  let gain = 0;
  let inWindow = 0;
  let from = 0;
  let isCountedLater = false;
  for (const [at, claim] of ordered.entries()) {
    gain += claim.worth;
    if (max === null) continue;
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
    gain -= claim.use - (counted[at] as number);
    inWindow += counted[at] as number;
  }
  return gain;
}
