import { UTCDate } from '@date-fns/utc';
import { test } from '@fast-check/vitest';
import { addYears as addYearsToDate } from 'date-fns/addYears';
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import { isLeapYear } from 'date-fns/isLeapYear';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addYears, type Day, formatDay, readDay, startOfYear } from '../../src/kernel/day.ts';
import type { Issue } from '../../src/kernel/issue.ts';

const FIRST_DAY: Day = -719_162;
const LAST_DAY: Day = 2_932_896;
const MS_PER_DAY = 86_400_000;

const days = fc.integer({ min: FIRST_DAY, max: LAST_DAY });

function dayOf(value: unknown): Day {
  const issues: Issue[] = [];
  const day = readDay(value, [], issues);
  if (issues.length > 0) expect(issues).toEqual([]); // an assertion for each of 500,000 days takes seconds
  return day;
}

const dateOf = (text: string): UTCDate => new UTCDate(`${text}T00:00:00Z`);
const textOf = (date: Date): string => date.toISOString().slice(0, 10);

describe('against date-fns on UTC dates', () => {
  const epoch = dateOf('1970-01-01');

  function disagreement(text: string): string | undefined {
    const day = dayOf(text);
    const expected = differenceInCalendarDays(dateOf(text), epoch);
    return day === expected && formatDay(day) === text
      ? undefined
      : `${text}: ${day}, ${formatDay(day)}, not ${expected}`;
  }

  it('every day from 1890 to 2110 has the same number', () => {
    const wrong: string[] = [];
    const end = Date.UTC(2111, 0, 1);
    let count = 0;
    for (let time = Date.UTC(1890, 0, 1); time < end; time += MS_PER_DAY) {
      const disagreed = disagreement(textOf(new Date(time)));
      if (disagreed !== undefined) wrong.push(disagreed);
      count += 1;
    }
    expect(wrong).toEqual([]);
    expect(count).toBe(80_718);
  });

  it('every first and last day of a month from 0001 to 9999 has the same number', () => {
    const wrong: string[] = [];
    for (let year = 1; year <= 9_999; year += 1) {
      for (let month = 1; month <= 12; month += 1) {
        const first = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`;
        const next = new Date(`${first}T00:00:00Z`);
        next.setUTCMonth(month, 0);
        for (const text of [first, textOf(next)]) {
          const disagreed = disagreement(text);
          if (disagreed !== undefined) wrong.push(disagreed);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it('29 February is there in exactly the years that have it', () => {
    const wrong: string[] = [];
    for (let year = 1; year <= 9999; year += 1) {
      const text = `${String(year).padStart(4, '0')}-02-29`;
      const issues: Issue[] = [];
      readDay(text, [], issues);
      const isDay = isLeapYear(new UTCDate(`${text.slice(0, 4)}-01-01`));
      if ((issues.length === 0) !== isDay) wrong.push(text);
    }
    expect(wrong).toEqual([]);
  });

  it.each([
    [1896, 1904],
    [1996, 2004],
    [2020, 2028],
    [2096, 2104],
  ])('years added to every day from %i to %i end on the same day', (firstYear, lastYear) => {
    const wrong: string[] = [];
    const end = Date.UTC(lastYear + 1, 0, 1);
    for (let time = Date.UTC(firstYear, 0, 1); time < end; time += MS_PER_DAY) {
      const from = textOf(new Date(time));
      for (const years of [0, 1, 3, 4, 5]) {
        const to = formatDay(addYears(dayOf(from), years));
        const expected = textOf(addYearsToDate(dateOf(from), years));
        if (to !== expected) wrong.push(`${from} + ${years}: ${to}, not ${expected}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test.prop([fc.integer({ min: FIRST_DAY, max: 2_900_000 }), fc.integer({ min: 0, max: 10 })])(
    'years added to any day end on the same day',
    (day, years) => {
      const expected = addYearsToDate(new UTCDate(day * MS_PER_DAY), years);
      expect(formatDay(addYears(day, years))).toBe(textOf(expected));
    },
  );
});

describe('days', () => {
  test.prop([days])('a formatted day reads back as itself', (day) => {
    expect(dayOf(formatDay(day))).toBe(day);
  });

  test.prop([days, days])('the texts of days sort as the days do', (a, b) => {
    expect(formatDay(a) < formatDay(b)).toBe(a < b);
  });

  test.prop([days])('the start of a year is its first of January, and its own start', (day) => {
    const start = startOfYear(day);
    expect(formatDay(start)).toBe(`${formatDay(day).slice(0, 4)}-01-01`);
    expect(startOfYear(start)).toBe(start);
  });

  test.prop([days, fc.integer({ min: 0, max: MS_PER_DAY - 1 })])(
    'every time of a day is on that day',
    (day, time) => {
      const date = new Date(day * MS_PER_DAY + time);
      expect(dayOf(date)).toBe(day);
      expect(dayOf(date.toISOString())).toBe(day);
    },
  );
});

describe('instants', () => {
  const twoDigits = (n: number): string => String(n).padStart(2, '0');

  const offsets = fc.oneof(
    fc.constant('Z'),
    fc
      .tuple(
        fc.constantFrom('+', '-'),
        fc.integer({ min: 0, max: 23 }),
        fc.integer({ min: 0, max: 59 }),
      )
      .map(([sign, hours, minutes]) => `${sign}${twoDigits(hours)}:${twoDigits(minutes)}`),
  );

  const localDays = fc.integer({ min: FIRST_DAY + 1, max: LAST_DAY - 1 }).map(formatDay);
  const seconds = fc.option(fc.integer({ min: 0, max: 59 }).map((n) => `:${twoDigits(n)}`));
  const fractions = fc.option(fc.stringMatching(/^\.[0-9]{1,9}$/));

  const instants = fc
    .tuple(
      localDays,
      fc.integer({ min: 0, max: 23 }),
      fc.integer({ min: 0, max: 59 }),
      seconds,
      fractions,
      offsets,
    )
    .map(([day, hour, minute, second, fraction, offset]) => {
      const rest = second === null ? '' : `${second}${fraction ?? ''}`;
      return `${day}T${twoDigits(hour)}:${twoDigits(minute)}${rest}${offset}`;
    });

  test.prop([instants])('puts an instant on the UTC date that Date has', (text) => {
    expect(formatDay(dayOf(text))).toBe(new Date(text).toISOString().slice(0, 10));
  });

  test.prop([instants])('an instant is on the same day as the Date of it', (text) => {
    expect(dayOf(text)).toBe(dayOf(new Date(text)));
  });

  const slips = fc
    .tuple(
      fc.oneof(localDays, instants),
      fc.nat(),
      fc.constantFrom(...'0123456789-:TZtz+. ', '', '０'),
    )
    .map(([text, position, slip]) => {
      const at = position % text.length;
      return text.slice(0, at) + slip + text.slice(at + 1);
    });

  test.prop([slips])('a text with one slip is refused, or on the UTC date of Date', (text) => {
    const issues: Issue[] = [];
    const day = readDay(text, [], issues);
    if (issues.length > 0) {
      expect(issues).toHaveLength(1);
      expect(day).toBe(0);
    } else {
      expect(formatDay(day)).toBe(new Date(text).toISOString().slice(0, 10));
    }
  });
});

describe('anything at all', () => {
  const isReadableDate = (value: unknown): boolean =>
    value instanceof Date &&
    value.getTime() >= FIRST_DAY * MS_PER_DAY &&
    value.getTime() < (LAST_DAY + 1) * MS_PER_DAY;

  test.prop([fc.anything({ withDate: true, withBigInt: true, withNullPrototype: true })])(
    'is a day or exactly one issue, and never throws',
    (value) => {
      const issues: Issue[] = [];
      readDay(value, ['on'], issues);
      expect(issues).toHaveLength(isReadableDate(value) ? 0 : 1);
    },
  );
});
