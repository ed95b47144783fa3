import { issue, missing } from '../../kernel/issue.ts';
import { readName } from '../../kernel/read.ts';
import {
  fieldsOf,
  listOf,
  oneOf,
  type Read,
  type RecordFields,
  required,
  wordOr,
} from '../../kernel/record.ts';
import { softwareDocuments } from './citations.ts';
import type { PublishedSoftwarePolicyId } from './policies.ts';
import { type SoftwarePolicy, softwareKinds } from './software-policy.ts';

/** The fields that came after version 0.1.0. A policy that leaves them out keeps its meaning. */
const newFields = [
  'creditPeriod',
  'fullCreditHours',
  'cancellationDay',
  'rounding',
  'windowEnd',
  'subscriptionNamedBy',
] as const;

/** Every field of a policy, as callers give it. */
export interface SoftwarePolicyFields
  extends Omit<SoftwarePolicy, (typeof newFields)[number]>,
    Partial<Pick<SoftwarePolicy, (typeof newFields)[number]>> {}

/** The fields that differ from a published policy. */
export type DerivedSoftwarePolicy = {
  readonly [Field in keyof SoftwarePolicy]?: SoftwarePolicy[Field] | undefined;
} & {
  /** The published policy that supplies the other fields. */
  readonly basedOn: PublishedSoftwarePolicyId;
};

/** A software policy: the id of a published one, all fields, or the fields that differ from one. */
export type SoftwarePolicyInput =
  | PublishedSoftwarePolicyId
  | SoftwarePolicyFields
  | DerivedSoftwarePolicy;

/** Within the shortest term, of which more could not be left than nothing. */
const LONGEST_WINDOW = 365;
const LONGEST_FULL_CREDIT = 24 * LONGEST_WINDOW;
const LONGEST_LINK = 366;
const MOST_DOWNLOADS = 1_000_000;

export const softwarePolicyFields: RecordFields<SoftwarePolicy> =
  /* @__PURE__ */ fieldsOf<SoftwarePolicy>({
    id: required(readName),
    document: required(oneOf(softwareDocuments)),
    perpetualDays: required(wholeOrNull(0, LONGEST_WINDOW)),
    subscriptionDays: required(wholeOrNull(0, LONGEST_WINDOW)),
    perpetualCredit: required(oneOf(['full', 'unstated'])),
    subscriptionCredit: required(oneOf(['full', 'pro-rated', 'unstated'])),
    creditPeriod: required(wordOr('term', ['term', 'charge-cycle'])),
    fullCreditHours: required((value, path, issues) =>
      wholeOrNull(1, LONGEST_FULL_CREDIT)(value ?? null, path, issues),
    ),
    cancellationDay: required(wordOr('not-charged', ['not-charged', 'charged'])),
    rounding: required(wordOr('half-even', ['unit-down', 'total-down', 'half-even'])),
    windowEnd: required(wordOr('days', ['days', 'hours'])),
    subscriptionNamedBy: required(wordOr('order', ['order', 'subscription'])),
    nonCancellable: required(listOf(oneOf(softwareKinds))),
    linkDays: required(wholeOrNull(1, LONGEST_LINK)),
    linkDaysFrom: required(oneOf(['issue', 'first-download'])),
    linkDownloads: required(wholeOrNull(1, MOST_DOWNLOADS)),
  });

/** The fields in which `null` has a meaning of its own: not stated. */
export const nullableFields: readonly (keyof SoftwarePolicy)[] = Object.freeze([
  'perpetualDays',
  'subscriptionDays',
  'fullCreditHours',
  'linkDays',
  'linkDownloads',
]);

function wholeOrNull(least: number, most: number): Read<number | null> {
  return (value, path, issues) => {
    if (value === null) return null;
    if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) {
      return value + 0; // never -0
    }
    const expected = `a whole number from ${least} to ${most}, or null if it is not stated`;
    issues.push(issue(path, missing(value, 'wrong-type'), expected, value));
    return null;
  };
}
