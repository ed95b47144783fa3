import { versionAt } from '../kernel/dated-version.ts';
import type { DayInput } from '../kernel/day.ts';
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
  return versionAt(marketListVersions, 'the first list is known of', day);
}
