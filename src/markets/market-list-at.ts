import { versionAt } from '../kernel/dated-version.ts';
import type { DayInput } from '../kernel/day.ts';
import { type MarketListVersion, marketListVersions } from './lists.ts';

/**
 * Returns the newest list of markets without Azure reservations on a day, by the dates of the
 * documents. The markets of the lists before 2019-07-25 are not known; their `markets` are `null`.
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
