import { rulesOn } from '../facts/plan-rules.ts';
import type { CandidateFacts } from '../facts/read-candidate.ts';
import type { PlanFacts } from '../facts/read-plan-request.ts';
import type { KeptReason, KeptUnits } from '../return-plan.ts';
import type { Solved } from '../search/solve.ts';
import { exchangeHint, noHint } from './exchange-hint.ts';

/** The units that a plan leaves, and why. */
export function keptUnits(facts: PlanFacts, solved: Solved): KeptUnits[] {
  const returned = new Map<number, number>();
  for (const { candidate, units } of solved.claims) {
    returned.set(candidate.position, (returned.get(candidate.position) ?? 0) + units);
  }
  return facts.candidates.flatMap((candidate, position) => {
    const quantity = candidate.refund.units.quantity - (returned.get(position) ?? 0);
    if (quantity === 0) return [];
    const because = reasonOf(candidate, position, facts, solved);
    const hint = because === 'worth-keeping' ? noHint : exchangeHint(candidate, quantity, facts);
    return [{ id: candidate.id, quantity, because, ...hint }];
  });
}

function reasonOf(
  { refund, termEnd }: CandidateFacts,
  position: number,
  { asOf, rules }: PlanFacts,
  { returnable, worthReturning }: Solved,
): KeptReason {
  if (termEnd <= asOf) return 'term-ended';
  if (!returnable.has(position)) return 'not-returnable';
  if (worthReturning.has(position)) return 'limit';
  const { dayWithoutRow } = rulesOn(rules, asOf).policy;
  const isWithoutRow = asOf - refund.purchasedOn === dayWithoutRow;
  return isWithoutRow ? 'undefined-by-text' : 'worth-keeping';
}
