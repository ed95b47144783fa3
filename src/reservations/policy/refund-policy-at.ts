import { versionAt } from '../../kernel/dated-version.ts';
import type { DayInput } from '../../kernel/day.ts';
import type { Issue } from '../../kernel/issue.ts';
import { readWord } from '../../kernel/read.ts';
import { type PolicySource, type RefundPolicyVersion, refundPolicyVersions } from './policies.ts';

const sources: readonly [PolicySource, ...PolicySource[]] = [
  'partner-center',
  'azure',
  'azure-service',
];

/**
 * Returns the published version of the refund rules that a source had on a day: the newest one whose
 * text was dated by then. No quote looks one up by itself (R-WHICH).
 *
 * @throws InputError if the source is unknown, the day is malformed, or no version is that old.
 *
 * Clauses: the numbers that RES-1 to RES-6, RES-13 to RES-15 (`reservations` and its older revisions), AZR-1 to AZR-8
 * (the vendor's own page) and AZS-1 (its live service) give.
 *
 * @example
 * refundPolicyAt('azure', '2020-03-01').policy.feeRate; //=> '0'
 * refundPolicyAt('partner-center', '2018-10-31').notes;
 * //=> ['The table has rows for fewer and for more than five days, and none for the fifth.']
 */
export function refundPolicyAt(source: PolicySource, day: DayInput): RefundPolicyVersion {
  const issues: Issue[] = [];
  const asked = readWord(source, sources, ['source'], issues);
  const versions = refundPolicyVersions.filter((version) => version.source === asked);
  return versionAt(versions, `the first text of ${asked} is known`, day, issues);
}
