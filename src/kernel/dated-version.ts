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

/**
 * Reads `day` and returns the newest version on it.
 *
 * @param first what happened on the day of the oldest version, for the report that none is that old.
 * @throws InputError where the day is malformed, no version is that old, or there were issues before.
 */
export function versionAt<V extends Version>(
  versions: readonly V[],
  first: string,
  day: DayInput,
  issues: Issue[] = [],
): V {
  const on = formatDay(readDay(day, ['day'], issues));
  if (issues.length > 0) throw new InputError(issues);
  const version = versionOn(versions, on);
  if (version !== undefined) return version;
  const expected = `${versions[0]?.from}, when ${first}, or a later day`;
  throw new InputError([issue(['day'], 'before-first-version', expected, day)]);
}
