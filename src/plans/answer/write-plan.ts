import { formatDay } from '../../kernel/day.ts';
import {
  formatAmount,
  isLess,
  leftOf,
  minus,
  plus,
  type Whole,
  writtenAmount,
} from '../../kernel/money.ts';
import { ownField } from '../../kernel/read.ts';
import type { RefundFacts } from '../../reservations/facts/refund-facts.ts';
import { type LedgerAnswer, RunningLedger } from '../../reservations/ledger/running-ledger.ts';
import { isCoverageAssumed } from '../../reservations/quote/exchange-rule.ts';
import type { Assumed, RefundQuote } from '../../reservations/quote/quote.ts';
import { type Candidate, type Claim, claimOn } from '../claims/claim.ts';
import { rulesOn, sourceOf } from '../facts/plan-rules.ts';
import type { PlanFacts } from '../facts/read-plan-request.ts';
import type {
  KeptUnits,
  PlanCurrency,
  PlanLimit,
  PlannedReturn,
  PlanWait,
  ReturnPlan,
} from '../return-plan.ts';
import type { Solved } from '../search/solve.ts';
import { clausesOfHints, isHinted } from './exchange-hint.ts';
import { figuresOf, type Settled } from './figures.ts';
import { keptUnits } from './kept-units.ts';
import { planLimit } from './plan-limit.ts';
import { refundFactsOn } from './request-on-day.ts';

interface SettledClaim extends Settled {
  readonly id: string;
  readonly claim: Claim;
}

/** Settles the claims of a plan one after another, and writes the plan with its figures. */
export function writePlan(facts: PlanFacts, solved: Solved): ReturnPlan {
  const { rules, request, candidates } = facts;
  const settled = settleAll(facts, solved);
  const baseline = settleToday(facts);
  const { figures, total } = figuresOf(candidates, settled);
  const today = figuresOf(candidates, baseline);
  const bound = plus(total, solved.bound - solved.gain);
  const limit = planLimit(facts, settled);
  const kept = keptUnits(facts, solved);
  // What is kept is kept for what its return on `asOf` would come to.
  const keptIds = new Set(kept.map(({ id }) => id));
  const quotes = [...settled, ...baseline.filter((one) => keptIds.has(one.facts.id))].map(
    ({ quote }) => quote,
  );
  const hints = clausesOfHints(kept, rules.versions[0].ready.policy);
  return {
    kind: 'return-plan',
    because: [...new Set([...quotes.flatMap(({ because }) => because), ...hints])],
    interpretations: [...new Set(quotes.flatMap(({ interpretations }) => interpretations))],
    returns: settled.map((one) => plannedReturn(one, facts, limit)),
    kept,
    ...figures,
    byCurrency: byCurrency(settled),
    limit,
    baseline: {
      returns: baseline.map(({ facts: { id }, quote }) => ({ id, quote })),
      ...today.figures,
    },
    gain: formatAmount(minus(total, today.total), 2),
    bound: formatAmount(bound, 2),
    optimal: solved.bound === solved.gain,
    explored: solved.explored,
    assumed: assumedIn(facts, baseline, kept),
    request,
    policy: rules.versions[0].ready.policy,
    policySource: sourceOf(rules),
  };
}

/** Settles each claim as `settleRefund` would, after those before it. */
function settleAll(facts: PlanFacts, { claims }: Solved): SettledClaim[] {
  const ledger = new RunningLedger(facts.ledger, facts.rules.choice);
  const parts = new Map<Candidate, Claim[]>();
  for (const claim of claims) {
    parts.set(claim.candidate, [...(parts.get(claim.candidate) ?? []), claim]);
  }
  return claims.map((claim) => {
    const { candidate, day, units } = claim;
    const own = parts.get(candidate) as Claim[];
    const { id } = candidate.facts;
    const named = own.length === 1 ? id : `${id}#${own.indexOf(claim) + 1}`;
    const quote = settle(ledger, refundFactsOn(candidate.facts, day, units, named));
    return { id: named, claim, facts: candidate.facts, quote };
  });
}

function settleToday({ candidates, ledger, rules, asOf }: PlanFacts): Settled[] {
  const running = new RunningLedger(ledger, rules.choice);
  return candidates.map((facts) => {
    const { quantity } = facts.refund.units;
    return { facts, quote: settle(running, refundFactsOn(facts, asOf, quantity, facts.id)) };
  });
}

/** Every id is new and no day lies before the last, so that the ledger has a quote for everything. */
function settle(ledger: RunningLedger, facts: RefundFacts): RefundQuote {
  return (ledger.settle(facts) as LedgerAnswer).quote;
}

function plannedReturn(
  { id, claim, quote }: SettledClaim,
  facts: PlanFacts,
  limit: PlanLimit | null,
): PlannedReturn {
  const { candidate, day, units } = claim;
  return {
    id,
    candidate: candidate.facts.id,
    on: formatDay(day),
    quantityToReturn: units,
    waitsFor: day === facts.asOf ? null : waitOf(claim, quote, facts, limit),
    quote,
  };
}

function waitOf(
  claim: Claim,
  { limit }: RefundQuote,
  { rules }: PlanFacts,
  ofPlan: PlanLimit | null,
): PlanWait {
  const { candidate, day, units } = claim;
  const today = ofPlan?.days.find(({ on }) => on === formatDay(day));
  if (today !== undefined && today.givenBack !== '0.00') return 'limit-given-back';
  if (rules.versions.some(({ from }) => from === day)) return 'version-changed';
  const before = claimOn(candidate, day - 1, units, rules);
  if (before === null) return 'day-without-rule';
  if (limit === null) return 'worth-waiting';
  const left = leftOf(writtenAmount(limit.max, 2), writtenAmount(limit.consumedBefore, 2));
  const isRefused = rulesOn(rules, day).policy.overLimit === 'refuse';
  if (isRefused && isLess(left, before.need)) return 'claim-fits';
  const gainOf = ({ worth, use }: Claim): number => worth - Math.max(0, use - Number(left));
  return gainOf(before) > gainOf(claim) ? 'leaves-room' : 'worth-waiting';
}

function byCurrency(settled: readonly Settled[]): PlanCurrency[] {
  const names = ['refund', 'withheld', 'remainingCommitment'] as const;
  const sums = new Map<string, { readonly digits: number; readonly amounts: Whole[] }>();
  for (const { facts, quote } of settled) {
    const { currency, digits } = facts.refund;
    const { amounts } = sums.get(currency) ?? { amounts: names.map((): Whole => 0) };
    const added = names.map((name, at) =>
      plus(amounts[at] as Whole, writtenAmount(quote[name], digits)),
    );
    sums.set(currency, { digits, amounts: added });
  }
  return Array.from(sums, ([currency, { digits, amounts }]) => {
    const [refund, withheld, remainingCommitment] = amounts.map((amount) =>
      formatAmount(amount, digits),
    ) as [string, string, string];
    return { currency, refund, withheld, remainingCommitment };
  });
}

const everyAssumption: readonly Assumed[] = [
  'policy',
  'product',
  'billingPlan',
  'consumedRefunds',
  'currentPrice',
  'savingsPlanEligible',
];

/** Returns the facts that were assumed of any candidate, or of the limit. */
function assumedIn(
  { request, rules, candidates }: PlanFacts,
  quoted: readonly Settled[],
  kept: readonly KeptUnits[],
): Assumed[] {
  const assumed = new Set(quoted.flatMap(({ quote }) => quote.assumed));
  const [{ ready }] = rules.versions;
  if (ownField(request, 'ledger') === undefined && ready.limit !== null)
    assumed.add('consumedRefunds');
  // The list of known services decided on an exchange.
  const hinted = new Set(kept.flatMap((one) => (isHinted(one) ? [one.id] : [])));
  const isListed = candidates.some(
    ({ id, refund, savingsPlanEligible }) =>
      hinted.has(id) && isCoverageAssumed({ ...refund, savingsPlanEligible }, ready.policy),
  );
  if (isListed) assumed.add('savingsPlanEligible');
  return everyAssumption.filter((fact) => assumed.has(fact));
}
