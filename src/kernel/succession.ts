import { type Day, formatDay, writtenDay } from './day.ts';
import { type Issue, issue } from './issue.ts';

/** A published version: its policy, its source, and the day from which it is in force. */
export interface SourcedVersion {
  readonly policy: { readonly id: string };
  readonly source: string;
  /** `YYYY-MM-DD`. */
  readonly from: string;
}

/** A later version of the same source, and its first day. */
export interface Successor {
  readonly id: string;
  readonly from: Day;
}

/**
 * Returns the later versions of a published policy's source, from oldest to newest; none for a policy
 * that is not published. `versions` go from oldest to newest within a source.
 */
export function successorsOf(
  versions: readonly SourcedVersion[],
  id: string,
): readonly Successor[] {
  const at = versions.findIndex(({ policy }) => policy.id === id);
  const own = versions[at];
  return versions
    .slice(at + 1)
    .filter(({ source }) => source === own?.source)
    .map(({ policy, from }) => ({ id: policy.id, from: writtenDay(from) }));
}

/** Returns the id of the version in force on a day if it has replaced an earlier one; otherwise `null`. */
export function supersedingOn(successors: readonly Successor[], day: Day): string | null {
  let id: string | null = null;
  for (const successor of successors) {
    if (successor.from > day) break;
    id = successor.id;
  }
  return id;
}

/** The versions of a source from oldest to newest, of which the day of each record selects one. */
export interface SourceVersions<Source extends string, Ready> {
  readonly source: Source;
  readonly versions: readonly SourceVersion<Ready>[];
}

interface SourceVersion<Ready> {
  readonly from: Day;
  readonly ready: Ready;
}

/** Returns the versions of a source, each made ready by `ready`. */
export function sourceVersions<
  Source extends string,
  Published extends Pick<SourcedVersion, 'from'>,
  Ready,
>(
  source: Source,
  published: readonly Published[],
  ready: (version: Published) => Ready,
): SourceVersions<Source, Ready> {
  const versions = published.map((one) => ({ from: writtenDay(one.from), ready: ready(one) }));
  return Object.freeze({ source, versions: Object.freeze(versions) });
}

/** Returns whether a choice is that of a source, not of one version. */
export function isSource<Source extends string, Ready, One extends object>(
  choice: One | SourceVersions<Source, Ready>,
): choice is SourceVersions<Source, Ready> {
  return 'versions' in choice;
}

/** Returns the version in force on a day, which is the fact at `path`; an issue if none is that old. */
export function versionInForce<Ready>(
  { source, versions }: SourceVersions<string, Ready>,
  day: Day,
  path: Issue['path'],
  issues: Issue[],
): Ready | undefined {
  const inForce = versions.filter(({ from }) => from <= day).at(-1);
  if (inForce !== undefined) return inForce.ready;
  const first = formatDay((versions[0] as SourceVersion<Ready>).from);
  const expected = `${first}, from which a text of ${source} is known, or a later day (or name a version by its id)`;
  issues.push(issue(path, 'before-first-version', expected, formatDay(day)));
  return undefined;
}
