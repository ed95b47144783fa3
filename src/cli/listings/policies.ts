import { documents } from '../../clauses/index.ts';
import { type RefundPolicyVersion, refundPolicyVersions } from '../../reservations/index.ts';
import { differencesOf } from '../../reservations/policy/diff-policies.ts';
import {
  type SoftwarePolicy,
  type SoftwarePolicyVersion,
  softwarePolicyVersions,
} from '../../software/index.ts';
import { Problem } from '../io/problem.ts';

type Version = RefundPolicyVersion | SoftwarePolicyVersion;

const allVersions: readonly Version[] = [...refundPolicyVersions, ...softwarePolicyVersions];

/** The published versions of the rules for refunds and for software, or the one with this id. */
export function versionsOf(id: string | undefined): readonly Version[] {
  if (id === undefined) return allVersions;
  const version = allVersions.find(({ policy }) => policy.id === id);
  if (version !== undefined) return [version];
  const ids = allVersions.map(({ policy }) => policy.id).join(', ');
  throw new Problem(`unknown policy "${id}": expected one of ${ids}`);
}

/** Lists the policies, or shows one in full, or all on one time axis. */
export function policiesText(
  words: readonly string[],
  format: 'text' | 'ndjson',
  isTimeline = false,
): string {
  const [id, ...surplus] = words;
  if (surplus.length > 0)
    throw new Problem(`expected at most one ID, got also "${surplus.join('" "')}"`);
  if (isTimeline && id !== undefined)
    throw new Problem(`--timeline shows all versions: expected no ID, got "${id}"`);
  const versions = isTimeline ? timeline() : versionsOf(id);
  if (format === 'ndjson') return versions.map((it) => `${JSON.stringify(it)}\n`).join('');
  return isTimeline ? timelineText(timeline()) : versionsText(versionsOf(id));
}

/** The versions for people: each since when and until when, with its notes; a single one in full. */
export function versionsText(versions: readonly Version[]): string {
  return versions.map(versions.length === 1 ? inFull : inBrief).join('');
}

function inBrief({ policy, from, until, notes }: Version): string {
  const span = until === null ? `since ${from}` : `from ${from} until ${until}`;
  return `${policy.id.padEnd(24)}${span}\n${notes.map((note) => `  ${note}\n`).join('')}`;
}

function inFull(version: Version): string {
  const { policy, source, lastVerified } = version;
  const { title, url } = documents[policy.document];
  const rows = Object.entries({ source, title, url, lastVerified, ...policy }).filter(
    ([name]) => name !== 'id',
  );
  const lines = rows.map(([name, value]: [string, unknown]) => {
    const text = Array.isArray(value) ? value.join(', ') : String(value ?? '');
    return `  ${name.padEnd(22)}${text === '' ? 'none' : text}\n`;
  });
  return `${inBrief(version)}${lines.join('')}`;
}

/** A version on the time axis. */
export interface TimelineEntry {
  /** `partner-center`, `azure`, `azure-service` or `software`. */
  readonly source: string;
  readonly id: string;
  readonly from: string;
  readonly until: string | null;
  /** The differences from the version of this source before it, in words; empty for the first. */
  readonly changes: readonly string[];
}

/** Returns all versions of all sources in the order of their days, with what changed. */
export function timeline(): readonly TimelineEntry[] {
  const entries = [
    ...refundPolicyVersions.map((version, at) =>
      refundEntry(version, refundPolicyVersions[at - 1]),
    ),
    ...softwarePolicyVersions.map((version, at) =>
      softwareEntry(version, softwarePolicyVersions[at - 1]),
    ),
  ];
  return entries.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}

function refundEntry(
  { source, policy, from, until }: RefundPolicyVersion,
  before: RefundPolicyVersion | undefined,
): TimelineEntry {
  const isFirst = before === undefined || before.source !== source;
  const differences = isFirst ? [] : differencesOf(before.policy, policy);
  const changes = differences
    .filter(({ field }) => field !== 'document')
    .map(({ message }) =>
      message.slice(message.indexOf(`; ${policy.id}: `) + policy.id.length + 4),
    );
  return { source, id: policy.id, from, until, changes };
}

function softwareEntry(
  { policy, from, until }: SoftwarePolicyVersion,
  before: SoftwarePolicyVersion | undefined,
): TimelineEntry {
  const fields = Object.keys(policy) as (keyof SoftwarePolicy)[];
  const changes = fields
    .filter((field) => field !== 'id' && field !== 'document')
    .filter((field) => before && textOf(before.policy[field]) !== textOf(policy[field]))
    .map((field) => `${field}: ${textOf(policy[field])}`);
  return { source: 'software', id: policy.id, from, until, changes };
}

function textOf(value: SoftwarePolicy[keyof SoftwarePolicy]): string {
  if (value === null) return 'not stated';
  return typeof value === 'object' ? value.join(', ') || 'none' : String(value);
}

const sources = ['partner-center', 'azure', 'azure-service', 'software'] as const;
const WIDTH = 15;

/** Draws the time axis for people: a line for each day, a column for each source. */
export function timelineText(entries: readonly TimelineEntry[]): string {
  const begun = new Set<string>();
  const days = [...new Set(entries.map(({ from }) => from))];
  const head = `${'day'.padEnd(12)}${sources.map((source) => source.padEnd(WIDTH)).join('')}\n`;
  const rows = days.map((day) => {
    const starting = entries.filter(({ from }) => from === day);
    const cells = sources.map((source) => {
      const isNew = starting.some((entry) => entry.source === source);
      if (isNew) begun.add(source);
      return (isNew ? '●' : begun.has(source) ? '│' : '').padEnd(WIDTH);
    });
    const texts = starting.map(
      ({ id, changes }) => `  ${id}${changes.length === 0 ? '' : `: ${changes.join('; ')}`}\n`,
    );
    return `${`${day.padEnd(12)}${cells.join('')}`.trimEnd()}\n${texts.join('')}`;
  });
  return head + rows.join('');
}
