import { type DayInput, formatDay, readDay } from '../kernel/day.ts';
import { InputError, type Issue, issue } from '../kernel/parse.ts';
import { type MarketListVersion, marketListVersions } from './lists.ts';

/**
 * Answers which list of markets without Azure reservations was the newest on a day: the last one
 * whose text was dated by then. Which markets the lists before 2019-07-25 had is not known; their
 * `markets` are `null`.
 *
 * @throws InputError where the day is malformed, or no list is that old.
 *
 * Clauses: MKT-1 (`software`, Azure reservations unavailable markets), MKT-3 (an older revision).
 *
 * @example
 * marketListAt('2019-08-01').count; //=> 12
 * marketListAt('2019-07-24').markets; //=> null
 */
export function marketListAt(day: DayInput): MarketListVersion {
  const issues: Issue[] = [];
  const on = formatDay(readDay(day, ['day'], issues));
  if (issues.length > 0) throw new InputError(issues);
  const list = listOn(on);
  if (list !== undefined) return list;
  const expected = `${marketListVersions[0]?.from}, when the first list is known of, or a later day`;
  throw new InputError([issue(['day'], 'before-first-version', expected, day)]);
}

/** The newest list on a day, written as `YYYY-MM-DD`; `undefined` where none is that old. */
export function listOn(day: string): MarketListVersion | undefined {
  return marketListVersions.filter(({ from }) => from <= day).at(-1);
}
