import { type Issue, type IssueCode, issue } from './issue.ts';
import { ROOT_PATH } from './read.ts';

/** A calendar day in UTC, as days since 1970-01-01. */
export type Day = number;

/**
 * A day: `YYYY-MM-DD`, or an instant (a `Date`, or ISO text with `Z` or an offset and up to nine
 * fraction digits), whose UTC date is used. Years 0001 to 9999.
 */
export type DayInput = string | Date;

const MS_PER_DAY = 86_400_000;
const FIRST_DAY: Day = -719_162; // 0001-01-01
const LAST_DAY: Day = 2_932_896; // 9999-12-31

export type DayFault = Extract<
  IssueCode,
  'missing-field' | 'malformed-day' | 'no-such-day' | 'no-offset' | 'year-out-of-range'
>;

const expected: Record<DayFault, string> = {
  'missing-field': 'a day as YYYY-MM-DD, or an instant with an offset',
  'malformed-day': 'a day as YYYY-MM-DD, or an instant with an offset',
  'no-such-day': 'a day and time that exist',
  'no-offset':
    'an instant with Z or an offset such as +09:00, or a day as YYYY-MM-DD (pandas: column.dt.strftime("%Y-%m-%d"))',
  'year-out-of-range': 'a year from 0001 to 9999',
};

const NO_NUMBER =
  'a day as text, YYYY-MM-DD, not a number of milliseconds or days (pandas: column.dt.strftime("%Y-%m-%d"))';

/** Reads a day from any value, or adds an issue and returns day 0. */
export function readDay(value: unknown, path: Issue['path'], issues: Issue[]): Day {
  const day = parseDay(value);
  if (typeof day === 'number') return day;
  issues.push(issue(path, day, typeof value === 'number' ? NO_NUMBER : expected[day], value));
  return 0;
}

/** Returns the day of a text that is known to be valid, such as a field of an answer. */
export function writtenDay(text: string): Day {
  return readDay(text, ROOT_PATH, []);
}

function parseDay(value: unknown): Day | DayFault {
  if (typeof value === 'string') {
    if (value.length === 10) return parseCalendarDate(value);
    const instant = parseInstant(value);
    return typeof instant === 'string' ? instant : dayOfInstant(instant);
  }
  if (value === undefined) return 'missing-field';
  const time = timeOf(value);
  return time === undefined ? 'malformed-day' : dayOfTime(time);
}

/** Returns the milliseconds of a `Date`, including one from another realm; otherwise `undefined`. */
export function timeOf(value: unknown): number | undefined {
  try {
    const time = Date.prototype.getTime.call(value);
    return Number.isNaN(time) ? undefined : time;
  } catch {
    return undefined;
  }
}

function dayOfTime(time: number): Day | DayFault {
  const day = Math.floor(time / MS_PER_DAY);
  return isWritable(day) ? day : 'year-out-of-range';
}

const DASH = 45;

/** Reads the first ten characters of a text as `YYYY-MM-DD`. */
function parseCalendarDate(text: string): Day | DayFault {
  const year = digitsAt(text, 0) * 100 + digitsAt(text, 2);
  const month = digitsAt(text, 5);
  const date = digitsAt(text, 8);
  if (
    Number.isNaN(year) ||
    Number.isNaN(month) ||
    Number.isNaN(date) ||
    text.charCodeAt(4) !== DASH ||
    text.charCodeAt(7) !== DASH
  ) {
    return 'malformed-day';
  }
  if (year === 0) return 'year-out-of-range';
  if (month < 1 || month > 12 || date < 1 || date > daysInMonth(year, month)) return 'no-such-day';
  return dayOf(year, month, date);
}

/** Reads two digits as a number; NaN if they are not digits. */
function digitsAt(text: string, position: number): number {
  const tens = text.charCodeAt(position) - 48;
  const ones = text.charCodeAt(position + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

/** A point in time: whole seconds since 1970-01-01T00:00Z, and nanoseconds of the one that runs. */
export interface Instant {
  readonly seconds: number;
  readonly nanos: number;
}

const COLON = 58;
const LETTER_T = 84;
const LETTER_Z = 90;
const PLUS = 43;
const POINT = 46;

/**
 * Reads ISO text with an offset, or returns why it is not an instant: `YYYY-MM-DDThh:mm`, seconds with up
 * to nine decimals or none, and `Z` or `±hh:mm`. Its year in UTC may lie out of range.
 */
export function parseInstant(text: string): Instant | DayFault {
  const date = parseCalendarDate(text);
  const hours = digitsAt(text, 11);
  const minutes = digitsAt(text, 14);
  if (text.charCodeAt(10) !== LETTER_T) return 'malformed-day';
  if (text.charCodeAt(13) !== COLON || !(hours < 24 && minutes < 60)) return 'malformed-day';

  let at = 16;
  let seconds = 0;
  let nanos = 0;
  if (text.charCodeAt(at) === COLON) {
    seconds = digitsAt(text, at + 1);
    if (!(seconds < 60)) return 'malformed-day';
    at += 3;
    if (text.charCodeAt(at) === POINT) {
      const from = at + 1;
      for (at = from; at - from < 9; at += 1) {
        const digit = text.charCodeAt(at) - 48;
        if (!(digit >= 0 && digit <= 9)) break;
        nanos = nanos * 10 + digit;
      }
      if (at === from) return 'malformed-day';
      nanos *= 10 ** (9 - (at - from));
    }
  }

  const offset = parseOffset(text, at);
  if (offset === 'malformed-day') return offset;
  if (typeof date === 'string') return date;
  if (offset === 'no-offset') return offset;
  const minute = date * 1_440 + hours * 60 + minutes - offset;
  return { seconds: minute * 60 + seconds, nanos };
}

/** Reads the rest of the text as an offset from UTC, in minutes. */
function parseOffset(text: string, at: number): number | 'no-offset' | 'malformed-day' {
  if (at === text.length) return 'no-offset';
  const sign = text.charCodeAt(at);
  if (sign === LETTER_Z) return at + 1 === text.length ? 0 : 'malformed-day';
  const hours = digitsAt(text, at + 1);
  const minutes = digitsAt(text, at + 4);
  const isWhole = at + 6 === text.length && text.charCodeAt(at + 3) === COLON;
  if (!isWhole || !(hours < 24 && minutes < 60)) return 'malformed-day';
  if (sign === PLUS) return hours * 60 + minutes;
  return sign === DASH ? -(hours * 60 + minutes) : 'malformed-day';
}

function dayOfInstant({ seconds }: Instant): Day | DayFault {
  return dayOfTime(seconds * 1_000);
}

/** Returns whether a day can be written as `YYYY-MM-DD` and read again. */
export function isWritable(day: Day): boolean {
  return day >= FIRST_DAY && day <= LAST_DAY;
}

/** Formats `day`; returns `value` itself if it is already `YYYY-MM-DD`. */
export function canonicalDay(value: unknown, day: Day): string {
  return typeof value === 'string' && value.length === 10 ? value : formatDay(day);
}

/** Formats a day as `YYYY-MM-DD`. */
export function formatDay(day: Day): string {
  const { year, month, date } = calendarDateOf(day);
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(date)}`;
}

export function twoDigits(n: number): string {
  return n < 10 ? `0${n}` : String(n);
}

/**
 * Returns the same day some years later, with integer arithmetic only. Years begin on 1 March here, so that only the leap
 * day can be missing: it is the last of its year, and becomes the last of the other. 2024-02-29 and a
 * year is 2025-02-28.
 */
export function addYears(day: Day, years: number): Day {
  const fromMarch0000 = day + EPOCH_FROM_MARCH_0000;
  const from = marchYearOf(fromMarch0000);
  const dayOfYear = fromMarch0000 - startOfMarchYear(from);
  const year = from + years;
  const sameDay = startOfMarchYear(year) + dayOfYear;
  return Math.min(sameDay, startOfMarchYear(year + 1) - 1) - EPOCH_FROM_MARCH_0000;
}

/**
 * The same day some months later; the last of its month if the month lacks it. 2025-01-31 and one
 * month is 2025-02-28, and two are 2025-03-31.
 */
export function addMonths(day: Day, months: number): Day {
  const { year, month, date } = calendarDateOf(day);
  const inLaterYears = month - 1 + months;
  const laterYear = year + Math.floor(inLaterYears / 12);
  const laterMonth = (inLaterYears % 12) + 1;
  return dayOf(laterYear, laterMonth, Math.min(date, daysInMonth(laterYear, laterMonth)));
}

/** The most months that can be added to `from` without passing `to`, which is not before it. */
export function wholeMonthsBetween(from: Day, to: Day): number {
  const [a, b] = [calendarDateOf(from), calendarDateOf(to)];
  const months = (b.year - a.year) * 12 + b.month - a.month;
  return Math.min(a.date, daysInMonth(b.year, b.month)) > b.date ? months - 1 : months;
}

/** Returns 1 January of a day's year. */
export function startOfYear(day: Day): Day {
  return dayOf(calendarDateOf(day).year, 1, 1);
}

interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly date: number;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

// Both directions count from 0000-03-01, so that the leap day is the last day of its year
// and months of 31 and 30 days alternate in runs of five (153 days).
const EPOCH_FROM_MARCH_0000 = 719_468;
const DAYS_IN_400_YEARS = 146_097;

function dayOf(year: number, month: number, date: number): Day {
  const marchYear = month > 2 ? year : year - 1;
  const marchMonth = month > 2 ? month - 3 : month + 9;
  return (
    startOfMarchYear(marchYear) +
    Math.floor((153 * marchMonth + 2) / 5) +
    date -
    1 -
    EPOCH_FROM_MARCH_0000
  );
}

function startOfMarchYear(year: number): number {
  return Math.floor(year * 365.25) - Math.floor(year / 100) + Math.floor(year / 400);
}

function marchYearOf(fromMarch0000: number): number {
  // No year begins two days earlier than years of average length would, and none later by one: so
  // this is the year, or for its last days the next.
  const year = Math.floor(((fromMarch0000 + 2) * 400) / DAYS_IN_400_YEARS);
  return startOfMarchYear(year) > fromMarch0000 ? year - 1 : year;
}

function calendarDateOf(day: Day): CalendarDate {
  const fromMarch0000 = day + EPOCH_FROM_MARCH_0000;
  const marchYear = marchYearOf(fromMarch0000);
  const dayOfYear = fromMarch0000 - startOfMarchYear(marchYear);
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: marchYear + (month <= 2 ? 1 : 0),
    month,
    date: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
}
