import { test } from '@fast-check/vitest';
import { parseISO } from 'date-fns/parseISO';
import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { addDays, formatInstant, isBefore, readInstant } from '../../src/kernel/instant.ts';
import type { Issue } from '../../src/kernel/issue.ts';

const two = (most: number): fc.Arbitrary<string> =>
  fc.integer({ min: 0, max: most }).map((n) => String(n).padStart(2, '0'));

const dates = fc
  .date({ min: new Date('0001-01-03'), max: new Date('9999-12-26'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const fractions = fc.stringMatching(/^[0-9]{1,9}$/).map((digits) => `.${digits}`);
const seconds = fc.oneof(
  fc.constant(''),
  fc.tuple(two(59), fc.oneof(fc.constant(''), fractions)).map(([s, f]) => `:${s}${f}`),
);
const offsets = fc.oneof(
  fc.constant('Z'),
  fc
    .tuple(fc.constantFrom('+', '-'), two(23), two(59))
    .map(([sign, hours, minutes]) => `${sign}${hours}:${minutes}`),
);
const texts = fc
  .tuple(dates, two(23), two(59), seconds, offsets)
  .map(([date, h, m, s, offset]) => `${date}T${h}:${m}${s}${offset}`);

/** A text with one character changed, taken out or put in. */
const nearly = fc
  .tuple(
    texts,
    fc.nat(40),
    fc.constantFrom('0', '5', '9', ':', '.', 'Z', 'T', '+', '-', ' ', 'z', ''),
    fc.boolean(),
  )
  .map(([text, at, character, replaces]) => {
    const from = at % (text.length + 1);
    return text.slice(0, from) + character + text.slice(replaces ? from + 1 : from);
  });

const GRAMMAR =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

function read(value: unknown): string {
  const issues: Issue[] = [];
  const instant = readInstant(value, [], issues);
  return issues[0]?.code ?? formatInstant(instant);
}

const instantOf = (text: string) => readInstant(text, [], []);

describe('readInstant', () => {
  test.prop([texts])('is the instant that date-fns reads, to the nanosecond', (text) => {
    const fraction = /\.(\d+)/.exec(text)?.[1]?.padEnd(9, '0') ?? '000000000';
    const whole = parseISO(text.replace(/\.\d+/, '')).toISOString().slice(0, 19);
    const digits = fraction.endsWith('000000') ? fraction.slice(0, 3) : fraction;
    expect(read(text)).toBe(`${whole}.${digits}Z`);
  });

  test.prop([nearly])('accepts what the grammar accepts and nothing else', (text) => {
    const [, date = ''] = GRAMMAR.exec(text) ?? [];
    const isThere = date !== '' && !Number.isNaN(Date.parse(`${date}T00:00Z`));
    const isReal = isThere && new Date(`${date}T00:00Z`).toISOString().slice(0, 10) === date;
    const result = read(text);
    if (isReal && !date.startsWith('0000')) expect(result).toMatch(/Z$|year-out-of-range/);
    else expect(result).toMatch(/^(malformed-instant|no-such-day|no-offset|year-out-of-range)$/);
  });

  test.prop([
    fc.date({
      min: new Date('0001-01-01'),
      max: new Date('9999-12-31T23:59:59.999Z'),
      noInvalidDate: true,
    }),
  ])('reads a Date as its ISO text', (date) => {
    expect(read(date)).toBe(date.toISOString());
    expect(read(date.toISOString())).toBe(date.toISOString());
  });
});

describe('instants', () => {
  test.prop([texts, texts])('are ordered like their canonical texts', (a, b) => {
    const [left, right] = [a, b].map((text) => read(text).replace('Z', '').padEnd(29, '0'));
    expect(isBefore(instantOf(a), instantOf(b))).toBe(`${left}` < `${right}`);
  });

  test.prop([texts, fc.integer({ min: 0, max: 2 })])(
    'are as much later as days are added',
    (text, days) => {
      const later = addDays(instantOf(text), days);
      const read = Date.parse(`${formatInstant(instantOf(text)).slice(0, 23)}Z`);
      expect(Date.parse(`${formatInstant(later).slice(0, 23)}Z`)).toBe(read + days * 86_400_000);
    },
  );
});
