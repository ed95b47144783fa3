import { formatDay, writtenDay } from '../../kernel/day.ts';
import { formatAmount } from '../../kernel/money.ts';
import { upToTheLastDay } from '../../reservations/facts/days.ts';
import type { ExchangedFacts } from '../../reservations/facts/exchange-facts.ts';
import { citations } from '../../reservations/policy/citations.ts';
import type { RefundPolicy } from '../../reservations/policy/refund-policy.ts';
import { exchangeCreditOf } from '../../reservations/quote/answer-exchange.ts';
import { isBoughtAfterEnd, isCovered } from '../../reservations/quote/exchange-rule.ts';
import type { ClauseId } from '../../vocabulary/clauses.ts';
import type { PlanVersion } from '../facts/plan-rules.ts';
import type { CandidateFacts } from '../facts/read-candidate.ts';
import type { PlanFacts } from '../facts/read-plan-request.ts';
import type { ExchangeBar, KeptUnits } from '../return-plan.ts';

type Hint = Pick<KeptUnits, 'exchange' | 'exchangeBar'>;

export const noHint: Hint = { exchange: null, exchangeBar: null };

/** RES-9, AZR-10: the credit of an exchange of some units on `asOf`, and for how long the rules allow one. */
export function exchangeHint(
  { refund, termEnd, savingsPlanEligible }: CandidateFacts,
  quantityToReturn: number,
  { asOf, rules: { versions } }: PlanFacts,
): Hint {
  if (termEnd <= asOf) return noHint;
  const facts = { ...refund, savingsPlanEligible };
  const bars = versions.map((version) => barOf(facts, version));
  const [bar] = bars;
  if (bar === 'not-exchangeable') return noHint;
  if (bar != null) return { exchange: null, exchangeBar: bar };
  const [{ ready }] = versions;
  const { quantity } = refund.units;
  const credit = exchangeCreditOf(
    { ...facts, units: { quantity, quantityToReturn } },
    ready.policy,
  );
  const barred = versions.find((_, at) => bars[at] !== null);
  const last = Math.min(termEnd, barred?.from ?? termEnd) - 1;
  const ends = versions.flatMap(({ ready: { policy } }) => policy.exchangeEnd ?? []);
  const [end] = isCovered(facts) === false ? [] : ends;
  return {
    exchange: {
      currency: refund.currency,
      credit: formatAmount(credit, refund.digits),
      until: formatDay(upToTheLastDay(last)),
      onceFrom: end === undefined || writtenDay(end) > last ? null : end,
    },
    exchangeBar: null,
  };
}

/** Returns whether it is decided if units can be exchanged. */
export function isHinted({ exchange, exchangeBar }: KeptUnits): boolean {
  return exchange !== null || exchangeBar === 'covered-by-savings-plans';
}

/** The clauses of the hints of a plan. */
export function clausesOfHints(
  kept: readonly KeptUnits[],
  { document }: RefundPolicy,
): readonly ClauseId[] {
  const isEnded = kept.some(({ exchange, exchangeBar }) => exchange?.onceFrom || exchangeBar);
  return [
    ...(kept.some(({ exchange }) => exchange !== null) ? [citations[document].exchange] : []),
    ...(isEnded ? (['AZR-10'] as const) : []),
  ];
}

/** Returns the reason why a version allows no exchange on its first day of the plan; `null` if it allows one. */
function barOf(
  facts: ExchangedFacts,
  { from, ready: { policy } }: PlanVersion,
): ExchangeBar | 'not-exchangeable' | null {
  const { product } = facts;
  if (product !== undefined && policy.nonExchangeable.includes(product)) return 'not-exchangeable';
  if (!isBoughtAfterEnd({ ...facts, returnedOn: from }, policy)) return null;
  const covered = isCovered(facts);
  if (covered === false) return null;
  return covered ? 'covered-by-savings-plans' : 'coverage-unknown';
}
