import { runInNewContext } from 'node:vm';
import { afterEach, describe, expect, it } from 'vitest';
import {
  addYears,
  type Day,
  formatDay,
  isWritable,
  readDay,
  startOfYear,
} from '../../src/kernel/day.ts';
import type { Issue } from '../../src/kernel/issue.ts';

/** The day in canonical text, or the code of the one issue. */
function read(value: unknown): string {
  const issues: Issue[] = [];
  const day = readDay(value, ['on'], issues);
  if (issues.length === 0) return formatDay(day);
  expect(day).toBe(0);
  return issues.map(({ code }) => code).join();
}

function dayOf(text: string): Day {
  const issues: Issue[] = [];
  const day = readDay(text, [], issues);
  expect(issues).toEqual([]);
  return day;
}

describe('readDay of a calendar date', () => {
  it.each([
    ['1970-01-01', 0],
    ['1970-01-02', 1],
    ['1969-12-31', -1],
    ['2000-02-29', 11_016],
    ['2000-03-01', 11_017],
    ['2025-01-01', 20_089],
    ['0001-01-01', -719_162],
    ['9999-12-31', 2_932_896],
  ])('%s is day %i', (text, day) => {
    expect(dayOf(text)).toBe(day);
  });

  it.each([
    '2025-01-31',
    '2025-02-28',
    '2024-02-29',
    '2000-02-29',
    '2025-03-31',
    '2025-04-30',
    '2025-05-31',
    '2025-06-30',
    '2025-07-31',
    '2025-08-31',
    '2025-09-30',
    '2025-10-31',
    '2025-11-30',
    '2025-12-31',
  ])('%s is the last day of its month', (text) => {
    expect(read(text)).toBe(text);
    expect(formatDay(dayOf(text) + 1)).toMatch(/-01$/);
  });

  it.each([
    '2025-01-32',
    '2025-02-29',
    '2024-02-30',
    '1900-02-29',
    '2100-02-29',
    '2000-02-30',
    '2025-03-32',
    '2025-04-31',
    '2025-05-32',
    '2025-06-31',
    '2025-07-32',
    '2025-08-32',
    '2025-09-31',
    '2025-10-32',
    '2025-11-31',
    '2025-12-32',
    '2025-13-01',
    '2025-00-10',
    '2025-01-00',
    '2025-99-99',
  ])('%s does not exist', (text) => {
    expect(read(text)).toBe('no-such-day');
  });

  it.each(['0000-01-01', '0000-12-31', '0000-02-29', '0000-13-01'])('%s is of no year', (text) => {
    expect(read(text)).toBe('year-out-of-range');
  });

  it.each([
    ['empty', ''],
    ['a month of one digit', '2025-1-01'],
    ['a day of one digit', '2025-01-1'],
    ['one digit short, ten characters', '2025-01-1 '],
    ['slashes', '2025/01/01'],
    ['only the first separator', '2025-01/01'],
    ['only the second separator', '2025/01-01'],
    ['a space before', ' 2025-01-01'],
    ['a space after', '2025-01-01 '],
    ['a line break after', '2025-01-01\n'],
    ['a space inside', '2025- 1-01'],
    ['full-width digits', '２０２５-０１-０１'],
    ['one full-width digit', '2025-01-0１'],
    ['Arabic digits', '٢٠٢٥-٠١-٠١'],
    ['a hyphen that is none', '2025‐01‐01'],
    ['no separators', '20250101'],
    ['a year of two digits', '25-01-01'],
    ['an expanded year', '+002025-01-01'],
    ['a negative year', '-0001-01-01'],
    ['a year of five digits', '10000-01-01'],
    ['an ordinal date', '2025-001'],
    ['a week date of ten characters', '2025-W01-1'],
    ['another order', '01-01-2025'],
    ['a letter for a digit', '2O25-01-01'],
    ['a letter in the last place', '2025-01-0x'],
    ['the character before 0', '2025-01-0/'],
    ['the character before 0 for tens', '2025-01-/1'],
    ['the character after 9', '2025-01-0:'],
    ['the character after 9 for tens', '2025-01-:1'],
    ['words', 'January 1, 2025'],
    ['ten letters', 'yyyy-mm-dd'],
    ['10 MB', '2025-01-01'.repeat(1_000_000)],
  ])('is malformed: %s', (_, text) => {
    expect(read(text)).toBe('malformed-day');
  });
});

describe('readDay of an instant', () => {
  it.each([
    ['2025-06-15T00:00Z', '2025-06-15'],
    ['2025-06-15T23:59Z', '2025-06-15'],
    ['2025-06-15T00:00:00Z', '2025-06-15'],
    ['2025-06-15T23:59:59Z', '2025-06-15'],
    ['2025-06-15T23:59:59+00:00', '2025-06-15'],
    ['2025-06-15T23:59:59-00:00', '2025-06-15'],
    ['2025-06-15T12:00:00+09:00', '2025-06-15'],
    // One minute on either side of midnight, both ways round the world.
    ['2025-06-15T08:59:00+09:00', '2025-06-14'],
    ['2025-06-15T09:00:00+09:00', '2025-06-15'],
    ['2025-06-15T09:01:00+09:00', '2025-06-15'],
    ['2025-06-15T17:59:00-06:00', '2025-06-15'],
    ['2025-06-15T18:00:00-06:00', '2025-06-16'],
    ['2025-06-15T18:01:00-06:00', '2025-06-16'],
    ['2025-06-15T05:29:59+05:30', '2025-06-14'],
    ['2025-06-15T05:30:00+05:30', '2025-06-15'],
    ['2025-06-15T00:00:00+23:59', '2025-06-14'],
    ['2025-06-15T23:58:00+23:59', '2025-06-14'],
    ['2025-06-15T23:59:00+23:59', '2025-06-15'],
    ['2025-06-15T00:00:00-23:59', '2025-06-15'],
    ['2025-06-15T00:01:00-23:59', '2025-06-16'],
    // Over the end of a month, of February and of a year.
    ['2025-07-01T00:00:00+00:01', '2025-06-30'],
    ['2025-06-30T23:59:00-00:01', '2025-07-01'],
    ['2024-03-01T00:00:00+01:00', '2024-02-29'],
    ['2025-03-01T00:00:00+01:00', '2025-02-28'],
    ['2024-02-28T23:00:00-01:00', '2024-02-29'],
    ['2025-02-28T23:00:00-01:00', '2025-03-01'],
    ['2025-01-01T00:59:59+01:00', '2024-12-31'],
    ['2025-12-31T23:00:00-01:00', '2026-01-01'],
    // The ends of the calendar.
    ['0001-01-01T00:00:00Z', '0001-01-01'],
    ['0001-01-01T00:01:00+00:01', '0001-01-01'],
    ['9999-12-31T23:59:59.999999999Z', '9999-12-31'],
    ['9999-12-31T23:58:59-00:01', '9999-12-31'],
  ])('%s is on %s', (text, day) => {
    expect(read(text)).toBe(day);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9])('takes a fraction of %i digits', (digits) => {
    expect(read(`2025-06-15T23:59:59.${'9'.repeat(digits)}Z`)).toBe('2025-06-15');
    expect(read(`2025-06-15T23:59:59.${'9'.repeat(digits)}+00:00`)).toBe('2025-06-15');
    expect(read(`2025-06-15T00:00:00.${'0'.repeat(digits)}Z`)).toBe('2025-06-15');
  });

  it.each([
    ['2025-12-31T23:59:59.999999999Z', '2025-12-31'],
    ['2024-02-29T23:59:59.999999999Z', '2024-02-29'],
    ['2025-06-15T08:59:59.999999999+09:00', '2025-06-14'],
    ['1969-12-31T23:59:59.999999999Z', '1969-12-31'],
  ])('%s stays on its day, %s', (text, day) => {
    expect(read(text)).toBe(day);
  });

  it.each([
    ['9999-12-31T23:59:00-00:01'],
    ['9999-12-31T23:59:59-00:01'],
    ['0001-01-01T00:00:00+00:01'],
    ['0001-01-01T00:00:59+00:01'],
    ['0000-12-31T23:59:59Z'],
  ])('%s falls out of the years 0001 to 9999', (text) => {
    expect(read(text)).toBe('year-out-of-range');
  });

  it.each([
    '2025-06-15T12:00',
    '2025-06-15T12:00:00',
    '2025-06-15T12:00:00.000',
    '2025-06-15T12:00:00.123456789',
  ])('%s lacks its offset', (text) => {
    expect(read(text)).toBe('no-offset');
  });

  it.each([
    '2025-02-29T12:00:00Z',
    '1900-02-29T12:00:00Z',
    '2025-04-31T00:00:00+14:00',
    '2025-13-01T12:00:00Z',
    '2025-00-10T12:00:00Z',
    '2025-01-00T12:00:00Z',
    '2025-02-29T12:00:00',
  ])('%s does not exist', (text) => {
    expect(read(text)).toBe('no-such-day');
  });

  it.each([
    ['a lower-case t', '2025-06-15t12:00:00Z'],
    ['a lower-case z', '2025-06-15T12:00:00z'],
    ['a space for T', '2025-06-15 12:00:00Z'],
    ['no time', '2025-06-15Z'],
    ['an empty time', '2025-06-15TZ'],
    ['only an hour', '2025-06-15T12Z'],
    ['hour 24', '2025-06-15T24:00:00Z'],
    ['hour 24 without seconds', '2025-06-15T24:00Z'],
    ['hour 25', '2025-06-15T25:00:00Z'],
    ['minute 60', '2025-06-15T12:60:00Z'],
    ['second 60', '2025-06-15T23:59:60Z'],
    ['an hour of one digit', '2025-06-15T1:00:00Z'],
    ['no colons', '2025-06-15T120000Z'],
    ['a fraction of 10 digits', '2025-06-15T12:00:00.1234567890Z'],
    ['a fraction of 10 digits and an offset', '2025-06-15T12:00:00.1234567890+09:00'],
    ['a fraction of no digits', '2025-06-15T12:00:00.Z'],
    ['a fraction of a minute', '2025-06-15T12:00.5Z'],
    ['a comma for the point', '2025-06-15T12:00:00,5Z'],
    ['an offset of 24 hours', '2025-06-15T12:00:00+24:00'],
    ['an offset of minus 24 hours', '2025-06-15T12:00:00-24:00'],
    ['an offset of 60 minutes', '2025-06-15T12:00:00+09:60'],
    ['an offset without a colon', '2025-06-15T12:00:00+0900'],
    ['an offset of hours only', '2025-06-15T12:00:00+09'],
    ['an offset with seconds', '2025-06-15T12:00:00+09:00:00'],
    ['an offset without a sign', '2025-06-15T12:00:00 09:00'],
    ['a minus sign that is none', '2025-06-15T12:00:00−09:00'],
    ['Z and an offset', '2025-06-15T12:00:00Z+09:00'],
    ['a zone name', '2025-06-15T12:00:00[UTC]'],
    ['a zone name after Z', '2025-06-15T12:00:00Z[UTC]'],
    ['full-width digits in the time', '2025-06-15T１２:00:00Z'],
    ['a malformed date', '2025/06/15T12:00:00Z'],
    ['a space before', ' 2025-06-15T12:00:00Z'],
    ['a line break after', '2025-06-15T12:00:00Z\n'],
    ['one character too many', '2025-06-15T12:00:00.123456789+09:000'],
    ['10 MB', `2025-06-15T12:00:00.${'0'.repeat(10_000_000)}Z`],
  ])('is malformed: %s', (_, text) => {
    expect(read(text)).toBe('malformed-day');
  });
});

describe('readDay of a Date', () => {
  const FIRST = Date.parse('0001-01-01T00:00:00Z');
  const AFTER_LAST = Date.parse('9999-12-31T23:59:59.999Z') + 1;

  it.each([
    [-1, '1969-12-31'],
    [0, '1970-01-01'],
    [86_399_999, '1970-01-01'],
    [86_400_000, '1970-01-02'],
    [FIRST, '0001-01-01'],
    [FIRST - 1, 'year-out-of-range'],
    [AFTER_LAST - 1, '9999-12-31'],
    [AFTER_LAST, 'year-out-of-range'],
    [8.64e15, 'year-out-of-range'],
    [-8.64e15, 'year-out-of-range'],
    [Number.NaN, 'malformed-day'],
  ])('of the time %d: %s', (time, day) => {
    expect(read(new Date(time))).toBe(day);
  });

  it('accepts one of another realm', () => {
    expect(read(runInNewContext("new Date('2024-02-29T23:59:59.999Z')"))).toBe('2024-02-29');
    expect(read(runInNewContext('new Date(NaN)'))).toBe('malformed-day');
  });

  it('reads the time value itself, not an overridden method', () => {
    class Liar extends Date {
      override getTime(): number {
        return 0;
      }
    }
    expect(read(new Liar('2024-02-29T12:00:00Z'))).toBe('2024-02-29');
  });
});

describe('readDay of anything else', () => {
  const revoked = Proxy.revocable({}, {});
  revoked.revoke();

  it('is a missing field if there is no value', () => {
    expect(read(undefined)).toBe('missing-field');
  });

  it.each([
    ['null', null],
    ['a number', 20_250_101],
    ['NaN', Number.NaN],
    ['a bigint', 20_250_101n],
    ['a boolean', true],
    ['a symbol', Symbol('2025-01-01')],
    ['a function', () => '2025-01-01'],
    ['an object', {}],
    ['an array of a day', ['2025-01-01']],
    ['a boxed String', new String('2025-01-01')],
    ['an object with getTime', { getTime: () => 0 }],
    ['an object with toISOString', { toISOString: () => '2025-01-01T00:00:00Z' }],
    ['an object that inherits from Date', Object.create(Date.prototype)],
    ['a Proxy of a Date', new Proxy(new Date(0), {})],
    ['a revoked Proxy', revoked.proxy],
  ])('is malformed: %s', (_, value) => {
    expect(read(value)).toBe('malformed-day');
  });
});

describe('the issue of a day', () => {
  function issueOf(value: unknown): Issue | undefined {
    const issues: Issue[] = [];
    readDay(value, ['entries', 2, 'on'], issues);
    expect(issues).toHaveLength(1);
    return issues[0];
  }

  it('has the path, what was expected and what was received', () => {
    expect(issueOf('2025-02-29')).toEqual({
      path: ['entries', 2, 'on'],
      code: 'no-such-day',
      expected: 'a day and time that exist',
      received: '"2025-02-29"',
      message: 'entries[2].on: expected a day and time that exist, got "2025-02-29"',
    });
  });

  it.each([
    [undefined, 'a day as YYYY-MM-DD, or an instant with an offset', 'nothing'],
    [
      // What pandas writes unless told otherwise.
      1_736_208_000_000,
      'a day as text, YYYY-MM-DD, not a number of milliseconds or days (pandas: column.dt.strftime("%Y-%m-%d"))',
      '1736208000000',
    ],
    [new Date(Number.NaN), 'a day as YYYY-MM-DD, or an instant with an offset', 'an invalid Date'],
    [
      '2025-01-07T00:00:00.000',
      'an instant with Z or an offset such as +09:00, or a day as YYYY-MM-DD (pandas: column.dt.strftime("%Y-%m-%d"))',
      '"2025-01-07T00:00:00.000"',
    ],
    ['0000-01-01', 'a year from 0001 to 9999', '"0000-01-01"'],
    [new Date(8.64e15), 'a year from 0001 to 9999', 'a Date'],
  ])('of %s expects %s', (value, expected, received) => {
    expect(issueOf(value)).toMatchObject({ expected, received });
  });

  it('stays short, however long the text', () => {
    expect(issueOf('2'.repeat(10_000_000))?.message).toBe(
      `entries[2].on: expected a day as YYYY-MM-DD, or an instant with an offset, got "${'2'.repeat(60)}… (10000000 characters)"`,
    );
  });

  it('is added to those already found', () => {
    const issues: Issue[] = [];
    readDay('', ['a'], issues);
    readDay('2025-01-01', ['b'], issues);
    readDay(undefined, ['c'], issues);
    expect(issues.map(({ path }) => path)).toEqual([['a'], ['c']]);
  });
});

describe('addYears', () => {
  it.each([
    ['2025-01-15', 0, '2025-01-15'],
    ['2025-01-15', 1, '2026-01-15'],
    ['2025-12-31', 1, '2026-12-31'],
    ['2025-02-28', 1, '2026-02-28'],
    ['2023-02-28', 1, '2024-02-28'],
    ['2023-03-01', 1, '2024-03-01'],
    ['2024-02-28', 1, '2025-02-28'],
    ['2024-02-29', 1, '2025-02-28'],
    ['2024-03-01', 1, '2025-03-01'],
    ['2024-02-29', 3, '2027-02-28'],
    ['2024-02-29', 4, '2028-02-29'],
    ['2024-02-29', 5, '2029-02-28'],
    ['2096-02-29', 4, '2100-02-28'],
    ['1996-02-29', 4, '2000-02-29'],
    ['0001-01-01', 1, '0002-01-01'],
    ['9994-12-31', 5, '9999-12-31'],
  ])('%s and %i years is %s', (from, years, to) => {
    expect(formatDay(addYears(dayOf(from), years))).toBe(to);
  });

  it('continues beyond the last year that can be read', () => {
    expect(addYears(dayOf('9999-12-31'), 1) - dayOf('9999-12-31')).toBe(366);
    expect(addYears(dayOf('9999-01-01'), 1) - dayOf('9999-12-31')).toBe(1);
  });
});

describe('isWritable', () => {
  it.each([
    ['0001-01-01', -1, false],
    ['0001-01-01', 0, true],
    ['0001-01-01', 1, true],
    ['9999-12-31', -1, true],
    ['9999-12-31', 0, true],
    ['9999-12-31', 1, false],
  ])('of %s and %i days is %s', (day, more, writable) => {
    expect(isWritable(dayOf(day) + more)).toBe(writable);
  });
});

describe('startOfYear', () => {
  it.each([
    ['2024-12-31', '2024-01-01'],
    ['2025-01-01', '2025-01-01'],
    ['2025-01-02', '2025-01-01'],
    ['2024-02-29', '2024-01-01'],
    ['2024-03-01', '2024-01-01'],
    ['0001-12-31', '0001-01-01'],
    ['9999-12-31', '9999-01-01'],
  ])('of %s is %s', (day, start) => {
    expect(formatDay(startOfYear(dayOf(day)))).toBe(start);
  });
});

describe('the zone of the host', () => {
  const zone = process.env['TZ'];

  afterEach(() => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  // Zones that left out a day, are off by half an hour, or moved their clocks at midnight.
  it.each([
    ['Pacific/Apia', -840],
    ['America/St_Johns', 210],
    ['Asia/Kolkata', -330],
    ['America/Sao_Paulo', 120],
  ])('%s changes no day', (name, offset) => {
    process.env['TZ'] = name;
    expect(new Date('2018-12-15T12:00:00Z').getTimezoneOffset()).toBe(offset);
    expect([
      read('2011-12-30'),
      read('2018-11-04'),
      read('2018-11-04T00:00:00Z'),
      read('2018-11-04T02:59:59.999999999Z'),
      read('2018-11-04T23:30:00-03:00'),
      read('2011-12-30T12:00:00+14:00'),
      read('0001-01-01T00:00:00Z'),
      read('1890-01-01T23:59:59Z'),
      read(new Date('2018-11-04T00:00:00Z')),
      read(new Date('2018-11-04T23:59:59.999Z')),
      read('2018-11-04T00:00:00'),
      formatDay(addYears(dayOf('2010-12-30'), 1)),
      formatDay(addYears(dayOf('2017-11-04'), 1)),
      formatDay(startOfYear(dayOf('2018-11-04'))),
    ]).toEqual([
      '2011-12-30',
      '2018-11-04',
      '2018-11-04',
      '2018-11-04',
      '2018-11-05',
      '2011-12-29',
      '0001-01-01',
      '1890-01-01',
      '2018-11-04',
      '2018-11-04',
      'no-offset',
      '2011-12-30',
      '2018-11-04',
      '2018-01-01',
    ]);
  });
});
