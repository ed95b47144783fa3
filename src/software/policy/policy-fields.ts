import { type Issue, issue, missing } from '../../kernel/issue.ts';
import { type Fields, readArray, readName, readWord } from '../../kernel/read.ts';
import type { PublishedSoftwarePolicyId } from './policies.ts';
import { type SoftwarePolicy, softwareDocuments, softwareKinds } from './software-policy.ts';

export type SoftwarePolicyField = keyof SoftwarePolicy | 'basedOn';

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
  | SoftwarePolicy
  | DerivedSoftwarePolicy;

export const softwarePolicyFields: ReadonlySet<string> = new Set<SoftwarePolicyField>([
  'basedOn',
  'id',
  'document',
  'perpetualDays',
  'subscriptionDays',
  'perpetualCredit',
  'subscriptionCredit',
  'nonCancellable',
  'linkDays',
  'linkDaysFrom',
  'linkDownloads',
]);

/** Within the shortest term, of which more could not be left than nothing. */
const LONGEST_WINDOW = 365;
const LONGEST_LINK = 366;
const MOST_DOWNLOADS = 1_000_000;

/** Reads every field of a policy; none has a default. */
export function readSoftwarePolicyFields(
  given: Fields<SoftwarePolicyField>,
  path: Issue['path'],
  issues: Issue[],
): SoftwarePolicy {
  const at = (name: SoftwarePolicyField): Issue['path'] => [...path, name];
  const whole = (name: SoftwarePolicyField, least: number, most: number): number | null =>
    readWhole(given[name], least, most, at(name), issues);
  return Object.freeze({
    id: readName(given.id, at('id'), issues),
    document: readWord(given.document, softwareDocuments, at('document'), issues),
    perpetualDays: whole('perpetualDays', 0, LONGEST_WINDOW),
    subscriptionDays: whole('subscriptionDays', 0, LONGEST_WINDOW),
    perpetualCredit: readWord(
      given.perpetualCredit,
      ['full', 'unstated'],
      at('perpetualCredit'),
      issues,
    ),
    subscriptionCredit: readWord(
      given.subscriptionCredit,
      ['full', 'pro-rated', 'unstated'],
      at('subscriptionCredit'),
      issues,
    ),
    nonCancellable: Object.freeze(
      readArray(given.nonCancellable, at('nonCancellable'), issues, (kind, position) =>
        readWord(kind, softwareKinds, position, issues),
      ),
    ),
    linkDays: whole('linkDays', 1, LONGEST_LINK),
    linkDaysFrom: readWord(
      given.linkDaysFrom,
      ['issue', 'first-download'],
      at('linkDaysFrom'),
      issues,
    ),
    linkDownloads: whole('linkDownloads', 1, MOST_DOWNLOADS),
  });
}

function readWhole(
  value: unknown,
  least: number,
  most: number,
  path: Issue['path'],
  issues: Issue[],
): number | null {
  if (value === null) return null;
  if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) {
    return value + 0; // never -0
  }
  const expected = `a whole number from ${least} to ${most}, or null if it is not stated`;
  issues.push(issue(path, missing(value, 'wrong-type'), expected, value));
  return null;
}
