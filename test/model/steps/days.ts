import { dayOf, dayText } from '../../reservations/arbitraries.ts';

const LAST_DAY = dayOf('9999-12-31');

/** No day beyond the last that can be written. */
export function dayIn(day: string, days: number): string {
  return dayText(Math.min(dayOf(day) + days, LAST_DAY));
}

/** A day so many years later. */
export function dayOfYear(from: string, years: number, monthAndDay: string): string {
  const year = Math.min(9999, Number(from.slice(0, 4)) + years);
  return `${String(year).padStart(4, '0')}-${monthAndDay}`;
}
