import { type DayInput, formatDay, readDay } from './day.ts';
import { InputError, type Issue, issue } from './issue.ts';

/** A published version and its date, as `YYYY-MM-DD`. */
export interface Version {
  readonly from: string;
}

/** Returns the newest version on a day (`YYYY-MM-DD`); `undefined` before the first. `versions` go from oldest to newest. */
export function versionOn<V extends Version>(versions: readonly V[], day: string): V | undefined {
  return versions.filter(({ from }) => from <= day).at(-1);
}

/** A day in canonical form and the newest version on it. */
export interface DatedVersion<V extends Version> {
  /** As `YYYY-MM-DD` (UTC). */
  readonly day: string;
  readonly version: V;
}

/**
 * Reads a day and finds the newest version on it; `undefined` with an issue if the day is malformed or
 * older than all versions.
 *
 * @param first what happened on the day of the oldest version, for the report that none is that old.
 */
export function readVersionOn<V extends Version>(
  versions: readonly V[],
  first: string,
  value: unknown,
  path: Issue['path'],
  issues: Issue[],
): DatedVersion<V> | undefined {
  const before = issues.length;
  const day = formatDay(readDay(value, path, issues));
  if (issues.length > before) return undefined;
  const version = versionOn(versions, day);
  if (version !== undefined) return { day, version };
  const expected = `${versions[0]?.from}, when ${first}, or a later day`;
  issues.push(issue(path, 'before-first-version', expected, value));
  return undefined;
}

/**
 * Reads `day` and returns the newest version on it.
 *
 * @param first what happened on the day of the oldest version, for the report that none is that old.
 * @throws InputError if the day is malformed, no version is that old, or there were issues before.
 */
export function versionAt<V extends Version>(
  versions: readonly V[],
  first: string,
  day: DayInput,
  issues: Issue[] = [],
): V {
  const dated = readVersionOn(versions, first, day, ['day'], issues);
  if (dated === undefined || issues.length > 0) throw new InputError(issues);
  return dated.version;
}
