import { describe, expect, it } from 'vitest';
import {
  addDays,
  formatInstant,
  isBefore,
  isWritableInstant,
  readInstant,
} from '../../src/kernel/instant.ts';
import type { Issue } from '../../src/kernel/issue.ts';

/** The instant in canonical text, or the code of the one issue. */
function read(value: unknown): string {
  const issues: Issue[] = [];
  const instant = readInstant(value, ['at'], issues);
  if (issues.length === 0) return formatInstant(instant);
  expect(instant).toEqual({ seconds: 0, nanos: 0 });
  expect(issues.map(({ path }) => path)).toEqual([['at']]);
  return issues.map(({ code }) => code).join();
}

describe('readInstant', () => {
  it.each([
    ['2025-03-01T10:00:00Z', '2025-03-01T10:00:00.000Z'],
    ['2025-03-01T10:00Z', '2025-03-01T10:00:00.000Z'],
    ['2025-03-01T10:00:59.9Z', '2025-03-01T10:00:59.900Z'],
    ['2025-03-01T10:00:59.099Z', '2025-03-01T10:00:59.099Z'],
    ['2025-03-01T10:00:59.1Z', '2025-03-01T10:00:59.100Z'],
    ['2025-03-01T10:00:00.0000001Z', '2025-03-01T10:00:00.000000100Z'],
    ['2025-03-01T10:00:00.999999999Z', '2025-03-01T10:00:00.999999999Z'],
    ['2025-03-01T01:02:03.004+09:00', '2025-02-28T16:02:03.004Z'],
    ['2024-02-29T23:59:59.999-00:01', '2024-03-01T00:00:59.999Z'],
    ['1969-12-31T23:59:59.999Z', '1969-12-31T23:59:59.999Z'],
    ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00.000Z'],
    ['9999-12-31T23:59:59.999999999Z', '9999-12-31T23:59:59.999999999Z'],
    [new Date(-1), '1969-12-31T23:59:59.999Z'],
    [new Date('2025-03-15T09:59:59.999Z'), '2025-03-15T09:59:59.999Z'],
  ])('%s is %s', (value, text) => {
    expect(read(value)).toBe(text);
    expect(read(text)).toBe(text);
  });

  it.each([
    [undefined, 'missing-field'],
    ['2025-03-01', 'malformed-instant'],
    ['2025-03-01 10:00Z', 'malformed-instant'],
    ['2025-03-01T24:00Z', 'malformed-instant'],
    ['2025-03-01T10:00:60Z', 'malformed-instant'],
    ['2025-03-01T10:00:00.1234567890Z', 'malformed-instant'],
    ['', 'malformed-instant'],
    [null, 'malformed-instant'],
    [0, 'malformed-instant'],
    [{}, 'malformed-instant'],
    [new Date(Number.NaN), 'malformed-instant'],
    ['2025-02-29T10:00Z', 'no-such-day'],
    ['2025-03-01T10:00:00', 'no-offset'],
    ['0000-12-31T10:00Z', 'year-out-of-range'],
    ['0001-01-01T00:00+00:01', 'year-out-of-range'],
    ['9999-12-31T23:59-00:01', 'year-out-of-range'],
    [new Date(8.64e15), 'year-out-of-range'],
  ])('%s is %s', (value, code) => {
    expect(read(value)).toBe(code);
  });
});

describe('the expectation for an instant', () => {
  it.each([
    [undefined, 'an instant such as 2025-03-01T10:00:00Z'],
    [0, 'an instant such as 2025-03-01T10:00:00Z'],
    ['2025-02-29T10:00Z', 'a day and time that exist'],
    ['2025-03-01T10:00:00', 'an instant with Z or an offset such as +09:00'],
    ['0000-12-31T10:00Z', 'a year from 0001 to 9999'],
  ])('where it was %s', (value, expected) => {
    const issues: Issue[] = [];
    readInstant(value, ['asOf'], issues);
    expect(issues).toMatchObject([{ expected }]);
  });
});

describe('isBefore', () => {
  const at = { seconds: 5, nanos: 500 };

  it.each([
    [{ seconds: 4, nanos: 900 }, true],
    [{ seconds: 5, nanos: 499 }, true],
    [{ seconds: 5, nanos: 500 }, false],
    [{ seconds: 5, nanos: 501 }, false],
    [{ seconds: 6, nanos: 0 }, false],
  ])('%j comes before it: %s', (other, expected) => {
    expect(isBefore(other, at)).toBe(expected);
  });
});

it('adds days of 24 hours and keeps the nanoseconds', () => {
  const later = addDays({ seconds: 0, nanos: 7 }, 14);
  expect(formatInstant(later)).toBe('1970-01-15T00:00:00.000000007Z');
});

it('rejects what cannot be written', () => {
  const last = { seconds: 253_402_300_799, nanos: 999_999_999 };
  expect(formatInstant(last)).toBe('9999-12-31T23:59:59.999999999Z');
  expect(isWritableInstant(last)).toBe(true);
  expect(isWritableInstant({ seconds: last.seconds + 1, nanos: 0 })).toBe(false);
});
