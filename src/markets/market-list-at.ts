import { versionAt } from '../kernel/dated-version.ts';
import type { DayInput } from '../kernel/day.ts';
import { type MarketListVersion, pageLists } from './lists.ts';

/**
 * Returns the newest list of markets without Azure reservations that the partners' page had on a day.
 *
 * @throws InputError if the day is malformed, or no list is that old.
 *
 * Clauses: MKT-1 (`software`, Azure reservations unavailable markets), MKT-3 to MKT-5 (older
 * revisions).
 *
 * @example
 * marketListAt('2019-08-01').count; //=> 12
 * marketListAt('2019-07-24').count; //=> 11
 */
export function marketListAt(day: DayInput): MarketListVersion {
  return versionAt(pageLists, 'the first list was published', day);
}
