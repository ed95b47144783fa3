import { addYears, type Day, startOfYear } from '../../kernel/day.ts';
import type { LimitWindow } from '../policy/refund-policy.ts';

// R-YEAR: a refund of day d uses the limit on the days d … d+364 and is given back on d+365;
// or, where a policy says so, it uses the limit until the calendar year (UTC) ends, or for good.

const ROLLING_DAYS = 365;

/** The first day whose refunds use the limit on the given day. */
export function windowStart(day: Day, window: LimitWindow): Day {
  if (window === '365-days') return day - (ROLLING_DAYS - 1);
  return window === 'none' ? Number.NEGATIVE_INFINITY : startOfYear(day);
}

/** The day on which what a refund used is given back: none that there is, where it never is. */
export function givenBackOn(day: Day, window: LimitWindow): Day {
  if (window === '365-days') return day + ROLLING_DAYS;
  return window === 'none' ? Number.POSITIVE_INFINITY : addYears(startOfYear(day), 1);
}

/** The first day that any window needs on the given day: what is older can be forgotten. */
export function memoryStart(day: Day): Day {
  return Math.min(windowStart(day, '365-days'), windowStart(day, 'calendar-year'));
}
