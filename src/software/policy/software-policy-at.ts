import { versionAt } from '../../kernel/dated-version.ts';
import type { DayInput } from '../../kernel/day.ts';
import { type SoftwarePolicyVersion, softwarePolicyVersions } from './policies.ts';

/**
 * Returns the newest published software policy on a day, by the dates of the documents. No rule
 * chooses a policy by date itself (R-WHICH).
 *
 * @throws InputError if the day is malformed, or no version is that old.
 *
 * Clauses: the numbers that SOF-1 to SOF-3, SOF-9 (`software`), SOF-13 to SOF-19 (its other
 * revisions) give.
 *
 * @example
 * softwarePolicyAt('2021-12-31').policy.perpetualDays; //=> 30
 * softwarePolicyAt('2020-06-26').notes; //=> ['First seen in public on 2020-06-26.']
 */
export function softwarePolicyAt(day: DayInput): SoftwarePolicyVersion {
  return versionAt(softwarePolicyVersions, 'the first text is known', day);
}
