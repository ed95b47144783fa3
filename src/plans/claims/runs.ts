import type { Day } from '../../kernel/day.ts';
import type { PlanRules } from '../facts/plan-rules.ts';
import { breaksOf, type Candidate, type Claim, claimOn, daysAfterHoles, isExact } from './claim.ts';
import { type Limit, type Stretch, stretchesOf } from './limit.ts';

// Which days must be tried. Under a limit that clips, without a value per day and without rounding, a return can be
// moved to the first day of its stretch and never pays less (docs/guide/plans.md has the proof). Elsewhere every day may
// be the best one; but between two breaks a claim is linear up to rounding, so that its ends bound all days between them.

/** The days of a candidate between two breaks: its claims on the first and the last of them. */
export interface Run {
  readonly from: Claim;
  readonly to: Claim;
}

/** The stretches of a plan, and the runs of each of its candidates. */
export interface Horizon {
  readonly stretches: readonly Stretch[];
  readonly runs: readonly (readonly Run[])[];
}

export function horizonOf(
  candidates: readonly Candidate[],
  first: Day,
  limit: Limit,
  rules: PlanRules,
): Horizon {
  const last = Math.max(first, ...candidates.map((one) => one.last));
  const changes = rules.versions.slice(1).flatMap(({ from }) => (from <= last ? [from] : []));
  const afterHoles = candidates.flatMap((one) => daysAfterHoles(one, rules));
  const stretches = stretchesOf(limit, first, last, [...changes, ...afterHoles]);
  const isOnFirstDays =
    (limit.refusesFrom > last || limit.max === null) && candidates.every(canMoveForward);
  const runs = candidates.map((candidate) =>
    (isOnFirstDays
      ? firstDaysOf(stretches, candidate)
      : splitAt(stretches, candidate, rules)
    ).flatMap(({ from, to }) => {
      const claim = claimOn(candidate, from, candidate.quantity, rules);
      if (claim === null) return [];
      return [
        {
          from: claim,
          to: from === to ? claim : (claimOn(candidate, to, candidate.quantity, rules) as Claim),
        },
      ];
    }),
  );
  return { stretches, runs };
}

function canMoveForward(candidate: Candidate): boolean {
  return candidate.facts.valuePerDay === 0 && isExact(candidate);
}

function firstDaysOf(stretches: readonly Stretch[], { last }: Candidate): Stretch[] {
  return stretches.flatMap(({ from }) => (from <= last ? [{ from, to: from }] : []));
}

/** The stretches up to the candidate's last day, split at its breaks. */
function splitAt(stretches: readonly Stretch[], candidate: Candidate, rules: PlanRules): Stretch[] {
  const starts = new Set(stretches.map(({ from }) => from));
  for (const day of breaksOf(candidate, rules)) starts.add(day);
  const sorted = [...starts].filter((day) => day <= candidate.last).sort((a, b) => a - b);
  return sorted.map((from, at) => ({ from, to: (sorted[at + 1] ?? candidate.last + 1) - 1 }));
}

/** The claims at the ends of runs. */
export function endsOf(runs: readonly Run[]): Claim[] {
  return runs.flatMap(({ from, to }) => (from === to ? [from] : [from, to]));
}

/** Every claim of a run for all units. */
export function claimsIn({ from, to }: Run, rules: PlanRules): Claim[] {
  const claims: Claim[] = [];
  for (let day = from.day; day <= to.day; day += 1) {
    claims.push(
      day === from.day
        ? from
        : day === to.day
          ? to
          : (claimOn(from.candidate, day, from.units, rules) as Claim),
    );
  }
  return claims;
}
