import {
  type Day,
  type DayFault,
  formatDay,
  type Instant,
  isWritable,
  parseInstant,
  timeOf,
  twoDigits,
} from './day.ts';
import { type Issue, type IssueCode, issue } from './issue.ts';

export type { Instant };

/**
 * An instant: a `Date`, or ISO text with `Z` or an offset and up to nine
 * fraction digits. In UTC its year lies from 0001 to 9999.
 */
export type InstantInput = string | Date;

const SECONDS_PER_DAY = 86_400;

type InstantFault = Exclude<DayFault, 'malformed-day'> | 'malformed-instant';

const expected: Record<InstantFault, string> = {
  'missing-field': 'an instant such as 2025-03-01T10:00:00Z',
  'malformed-instant': 'an instant such as 2025-03-01T10:00:00Z',
  'no-such-day': 'a day and time that exist',
  'no-offset': 'an instant with Z or an offset such as +09:00',
  'year-out-of-range': 'a year from 0001 to 9999',
};

/** Reads an instant from any value, or adds an issue and returns 1970-01-01T00:00Z. */
export function readInstant(value: unknown, path: Issue['path'], issues: Issue[]): Instant {
  const instant = parse(value);
  if (typeof instant !== 'string') return instant;
  issues.push(issue(path, instant satisfies IssueCode, expected[instant], value));
  return { seconds: 0, nanos: 0 };
}

function parse(value: unknown): Instant | InstantFault {
  if (value === undefined) return 'missing-field';
  const instant = typeof value === 'string' ? parseInstant(value) : instantOfDate(value);
  if (instant === 'malformed-day') return 'malformed-instant';
  if (typeof instant !== 'string' && !isWritableInstant(instant)) return 'year-out-of-range';
  return instant;
}

function instantOfDate(value: unknown): Instant | 'malformed-instant' {
  const time = timeOf(value);
  if (time === undefined) return 'malformed-instant';
  const seconds = Math.floor(time / 1_000);
  return { seconds, nanos: (time - seconds * 1_000) * 1_000_000 };
}

/** Returns whether an instant can be written as ISO text and read again. */
export function isWritableInstant(instant: Instant): boolean {
  return isWritable(dayOf(instant));
}

/** Returns whether `a` comes before `b`; the same instant does not. */
export function isBefore(a: Instant, b: Instant): boolean {
  return a.seconds < b.seconds || (a.seconds === b.seconds && a.nanos < b.nanos);
}

/** Returns the UTC day of an instant. */
export function dayOf({ seconds }: Instant): Day {
  return Math.floor(seconds / SECONDS_PER_DAY);
}

/** Adds hours to an instant. */
export function addHours({ seconds, nanos }: Instant, hours: number): Instant {
  return { seconds: seconds + hours * 3_600, nanos };
}

/** Adds days of 24 hours to an instant. */
export function addDays({ seconds, nanos }: Instant, days: number): Instant {
  return { seconds: seconds + days * SECONDS_PER_DAY, nanos };
}

/** Formats an instant in UTC, with milliseconds or, if it has them, nanoseconds. */
export function formatInstant(instant: Instant): string {
  const { seconds, nanos } = instant;
  const day = dayOf(instant);
  const ofDay = seconds - day * SECONDS_PER_DAY;
  const hours = twoDigits(Math.floor(ofDay / 3_600));
  const minutes = twoDigits(Math.floor(ofDay / 60) % 60);
  const millis = Math.floor(nanos / 1_000_000);
  const fraction =
    millis * 1_000_000 === nanos ? threeDigits(millis) : String(nanos).padStart(9, '0');
  return `${formatDay(day)}T${hours}:${minutes}:${twoDigits(ofDay % 60)}.${fraction}Z`;
}

function threeDigits(n: number): string {
  return n < 100 ? `0${twoDigits(n)}` : String(n);
}
