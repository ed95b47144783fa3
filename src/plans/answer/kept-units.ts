import { formatDay } from '../../kernel/day.ts';
import { formatAmount } from '../../kernel/money.ts';
import { upToTheLastDay } from '../../reservations/facts/days.ts';
import { exchangeCreditOf } from '../../reservations/quote/answer-exchange.ts';
import { isSurelyExchangeable } from '../../reservations/quote/exchange-rule.ts';
import type { CandidateFacts } from '../facts/read-candidate.ts';
import type { PlanFacts } from '../facts/read-plan-request.ts';
import type { ExchangeHint, KeptReason, KeptUnits } from '../return-plan.ts';
import type { Solved } from '../search/solve.ts';

/** The units that a plan leaves, and why. */
export function keptUnits(facts: PlanFacts, { claims, worthReturning }: Solved): KeptUnits[] {
  const returned = new Map<number, number>();
  for (const { candidate, units } of claims) {
    returned.set(candidate.position, (returned.get(candidate.position) ?? 0) + units);
  }
  return facts.candidates.flatMap((candidate, position) => {
    const quantity = candidate.refund.units.quantity - (returned.get(position) ?? 0);
    if (quantity === 0) return [];
    const because = reasonOf(candidate, facts, worthReturning.has(position));
    const exchange = because === 'worth-keeping' ? null : exchangeHint(candidate, quantity, facts);
    return [{ id: candidate.id, quantity, because, exchange }];
  });
}

function reasonOf(
  { refund, termEnd }: CandidateFacts,
  { asOf, policy: { policy } }: PlanFacts,
  isWorthReturning: boolean,
): KeptReason {
  if (termEnd <= asOf) return 'term-ended';
  if (refund.product !== undefined && policy.nonReturnable.includes(refund.product)) {
    return 'not-returnable';
  }
  if (isWorthReturning) return 'limit';
  const isWithoutRow = asOf - refund.purchasedOn === policy.dayWithoutRow;
  return isWithoutRow ? 'undefined-by-text' : 'worth-keeping';
}

/** RES-9: the credit of an exchange of the units on `asOf`. */
function exchangeHint(
  { refund, termEnd }: CandidateFacts,
  quantityToReturn: number,
  { asOf, policy: { policy } }: PlanFacts,
): ExchangeHint | null {
  const isBarred = refund.product !== undefined && policy.nonExchangeable.includes(refund.product);
  const facts = { ...refund, returnedOn: asOf, savingsPlanEligible: undefined };
  if (termEnd <= asOf || isBarred || !isSurelyExchangeable(facts, policy)) return null;
  const { quantity } = refund.units;
  const credit = exchangeCreditOf({ ...facts, units: { quantity, quantityToReturn } }, policy);
  return {
    currency: refund.currency,
    credit: formatAmount(credit, refund.digits),
    until: formatDay(upToTheLastDay(termEnd - 1)),
  };
}
