import type { Day } from '../../kernel/day.ts';
import { type Candidate, type Claim, claimOn } from '../claims/claim.ts';
import { type Limit, usedBefore } from '../claims/limit.ts';
import type { Run } from '../claims/runs.ts';
import { gainOf } from '../claims/settle-claims.ts';
import type { PlanRules } from '../facts/plan-rules.ts';
import type { Found } from './improve.ts';
import type { Portion } from './portions.ts';

// Claims fall daily: one that does not fit what the limit leaves today may fit it, nearly to the cent, on a later day. So a
// claim of a plan, or none, is replaced by the first claim of any candidate that fits, if that gains.

/** A claim that replaces others. */
interface Move {
  readonly without: readonly Claim[];
  readonly claim: Claim;
  readonly gain: number;
}

/** Fills up what the limit leaves, as long as that gains and the budget lasts. */
export function topUp(
  portions: readonly Portion[],
  limit: Limit,
  rules: PlanRules,
  start: Found,
  budget: number,
): Found & { readonly steps: number } {
  const size = portions.reduce((sum, { runs }) => sum + runs.length, 0);
  // Less than some passes over all of them gain little.
  if (limit.max === null || 4 * size > budget) return { ...start, steps: 0 };
  let steps = 0;
  let claims = [...start.claims];

  /** The best move into what is left if a claim is taken out. */
  const bestMove = (out: Claim | undefined): Move | undefined => {
    const rest = claims.filter((one) => one !== out);
    const slack = new Slack(rest, limit);
    let best: Move | undefined;
    for (const { candidate, runs: own } of portions) {
      const old = rest.find((one) => one.candidate === candidate);
      const lost = (out?.worth ?? 0) + (old?.worth ?? 0);
      for (const run of own) {
        steps += 1;
        const left = slack.on(run.from.day);
        const least = lost + (best?.gain ?? 0);
        if (Math.max(run.from.worth, run.to.worth) <= least) continue;
        const day = dayThatFits(run, left);
        if (day === null) continue;
        const claim = claimThatFits(candidate, day, run, slack, rules);
        if (claim === null || claim.worth <= least) continue;
        best = {
          without: [out, old].filter((one) => one !== undefined),
          claim,
          gain: claim.worth - lost,
        };
      }
    }
    return best;
  };

  for (let isBetter = true; isBetter && steps < budget; ) {
    isBetter = false;
    for (const out of [undefined, ...claims]) {
      if (steps >= budget) break;
      if (out !== undefined && !claims.includes(out)) continue;
      const move = bestMove(out);
      if (move === undefined) continue;
      const next = [...claims.filter((one) => !move.without.includes(one)), move.claim];
      if (gainOf(next, limit) === null) continue;
      claims = next;
      isBetter = true;
    }
  }
  const gain = gainOf(claims, limit);
  return gain !== null && gain > start.gain ? { claims, gain, steps } : { ...start, steps };
}

/** The first day of a run on which its claim is not above an amount, by its linear course. */
function dayThatFits({ from, to }: Run, left: number): Day | null {
  if (from.use <= left) return from.day;
  if (to.use > left) return null;
  const days = to.day - from.day;
  return from.day + Math.ceil(((from.use - left) / (from.use - to.use)) * days);
}

function claimThatFits(
  candidate: Candidate,
  day: Day,
  { from, to }: Run,
  slack: Slack,
  rules: PlanRules,
): Claim | null {
  // Rounding can set it off by a cent, and so by a day.
  for (const on of [day, day + 1]) {
    if (on > to.day) return null;
    const claim = on === from.day ? from : claimOn(candidate, on, from.units, rules);
    if (claim !== null && claim.need <= slack.on(on)) return claim;
  }
  return null;
}

/** The part of a limit that is left for one more claim, day by day. */
class Slack {
  readonly #claims: readonly Claim[];
  readonly #limit: Limit;
  readonly #known: Map<Day, number> = new Map();

  constructor(claims: readonly Claim[], limit: Limit) {
    this.#claims = [...claims].sort((a, b) => a.day - b.day);
    this.#limit = limit;
  }

  /** US cents that fit on a day, whatever is claimed later. */
  on(day: Day): number {
    const known = this.#known.get(day);
    if (known !== undefined) return known;
    let left = this.#leftOn(day);
    for (const one of this.#claims) {
      if (one.day > day && this.#limit.startOn(one.day) <= day) {
        left = Math.min(left, this.#leftOn(one.day));
      }
    }
    this.#known.set(day, left);
    return left;
  }

  #leftOn(day: Day): number {
    const start = this.#limit.startOn(day);
    let left = (this.#limit.max as number) - usedBefore(this.#limit, day);
    for (const one of this.#claims) {
      if (one.day >= start && one.day <= day) left -= one.use;
    }
    return left;
  }
}
