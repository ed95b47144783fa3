import { describe, expect, it } from 'vitest';
import {
  attempt,
  describe as describeValue,
  InputError,
  isInputError,
  issue,
  missing,
  unwrap,
} from '../../src/kernel/issue.ts';
import { hostileProxy, revokedProxy, throwing } from './hostile.ts';

describe('describe', () => {
  it.each([
    ['nothing', undefined],
    ['null', null],
    ['true', true],
    ['false', false],
    ['0', 0],
    ['-12.5', -12.5],
    ['NaN', Number.NaN],
    ['-Infinity', Number.NEGATIVE_INFINITY],
    ['1e+21', 1e21],
    ['12n', 12n],
    ['-12n', -12n],
    ['an empty string', ''],
    ['" "', ' '],
    ['"12.00"', '12.00'],
    ['"대한민국"', '대한민국'],
    ['"١٢"', '١٢'],
    ['"🙂"', '🙂'],
    ['a symbol', Symbol('secret')],
    ['a function', throwing],
    ['a function', class {}],
    ['an array', []],
    ['an object', {}],
    ['an object', Object.create(null)],
    ['an object', new Map()],
    ['a Date', new Date(0)],
    ['an invalid Date', new Date(Number.NaN)],
    ['a boxed Number', new Number(12)],
  ])('writes %s', (text, value) => {
    expect(describeValue(value)).toBe(text);
  });

  it.each([
    ['a Proxy whose traps throw', hostileProxy()],
    ['a revoked Proxy', revokedProxy()],
    ['a revoked Proxy of an array', revokedProxy([])],
    ['an object that only inherits from Date', Object.create(Date.prototype)],
  ])('does not throw over %s', (_, value) => {
    expect(describeValue(value)).toBe('an unreadable object');
  });

  it('writes a bigint of 40 digits and no longer one', () => {
    const most = 10n ** 40n - 1n;
    expect(describeValue(most)).toBe(`${'9'.repeat(40)}n`);
    expect(describeValue(-most)).toBe(`-${'9'.repeat(40)}n`);
    expect(describeValue(most + 1n)).toBe('a giant bigint');
    expect(describeValue(-most - 1n)).toBe('a giant bigint');
    expect(describeValue(1n << 10_000_000n)).toBe('a giant bigint');
  });

  it('writes 60 characters of a text and no more', () => {
    expect(describeValue('x'.repeat(59))).toBe(`"${'x'.repeat(59)}"`);
    expect(describeValue('x'.repeat(60))).toBe(`"${'x'.repeat(60)}"`);
    expect(describeValue('x'.repeat(61))).toBe(`"${'x'.repeat(60)}… (61 characters)"`);
    expect(describeValue('x'.repeat(10_000_000))).toBe(
      `"${'x'.repeat(60)}… (10000000 characters)"`,
    );
  });

  it('does not cut a character in two', () => {
    const text = `${'x'.repeat(59)}🙂🙂`;
    expect(describeValue(text)).toBe(`"${'x'.repeat(59)}… (63 characters)"`);
  });

  it.each([
    ['a NUL', '\0', '0'],
    ['a tab', '\t', '9'],
    ['a line break', '\n', 'a'],
    ['an escape', '\x1b', '1b'],
    ['a delete', '\x7f', '7f'],
    ['a C1 control', '\x85', '85'],
    ['a soft hyphen', '\u00ad', 'ad'],
    ['a zero-width space', '\u200b', '200b'],
    ['a zero-width joiner', '\u200d', '200d'],
    ['a left-to-right mark', '\u200e', '200e'],
    ['a right-to-left override', '\u202e', '202e'],
    ['an isolate', '\u2067', '2067'],
    ['a line separator', '\u2028', '2028'],
    ['a paragraph separator', '\u2029', '2029'],
    ['a byte order mark', '\ufeff', 'feff'],
    ['a tag', '\u{e0041}', 'e0041'],
    ['a lone high surrogate', '\ud83d', 'd83d'],
    ['a lone low surrogate', '\ude42', 'de42'],
    ['a Hangul filler', '\u3164', '3164'],
    ['a half-width Hangul filler', '\uffa0', 'ffa0'],
    ['a grapheme joiner', '\u034f', '34f'],
    ['a variation selector', '\ufe0f', 'fe0f'],
  ])('escapes %s', (_, hidden, code) => {
    expect(describeValue(`12${hidden}00`)).toBe(`"12\\u{${code}}00"`);
    expect(describeValue(`${hidden}${hidden}`)).toBe(`"\\u{${code}}\\u{${code}}"`);
  });
});

describe('issue', () => {
  it('is one sentence with the path, what was expected and what was received', () => {
    expect(issue(['paid'], 'empty', 'an amount', '')).toEqual({
      path: ['paid'],
      code: 'empty',
      expected: 'an amount',
      received: 'an empty string',
      message: 'paid: expected an amount, got an empty string',
    });
  });

  it.each([
    [[], 'expected x, got 1'],
    [['a'], 'a: expected x, got 1'],
    [['a', 'b', 'c'], 'a.b.c: expected x, got 1'],
    [['days', 0], 'days[0]: expected x, got 1'],
    [['days', 10, 'usd'], 'days[10].usd: expected x, got 1'],
    [[0], '[0]: expected x, got 1'],
    [[0, 'usd'], '[0].usd: expected x, got 1'],
    [[1, 2], '[1][2]: expected x, got 1'],
  ])('tells the place %j', (path, message) => {
    expect(issue(path, 'wrong-type', 'x', 1).message).toBe(message);
  });

  it('shows the path of a field with an empty name', () => {
    expect(issue([''], 'unknown-field', 'x', 1).message).not.toMatch(/^:/);
    expect(issue(['', 'a'], 'unknown-field', 'x', 1).message).not.toBe(
      issue(['a'], 'unknown-field', 'x', 1).message,
    );
  });

  it('shows a field name as it shows a text, and keeps the name itself in the path', () => {
    const name = `\u202e${'x'.repeat(100)}`;
    const { path, message } = issue(['a', name], 'unknown-field', 'no field', 1);
    expect(path).toEqual(['a', name]);
    expect(message).toBe(
      `a.\\u{202e}${'x'.repeat(59)}… (101 characters): expected no field, got 1`,
    );
  });
});

describe('missing', () => {
  it('distinguishes a missing value from a wrong one', () => {
    expect(missing(undefined, 'wrong-type')).toBe('missing-field');
    expect(missing(null, 'wrong-type')).toBe('wrong-type');
    expect(missing('', 'empty')).toBe('empty');
  });
});

describe('InputError', () => {
  const issues = [
    issue(['paid'], 'missing-field', 'an amount', undefined),
    issue(['used'], 'wrong-type', 'true or false', 1),
  ];

  it('holds every issue and lists them all', () => {
    const error = new InputError(issues);
    expect(error).toBeInstanceOf(Error);
    expect(error.name).toBe('InputError');
    expect(error.issues).toEqual(issues);
    expect(error.message).toBe(
      'paid: expected an amount, got nothing; used: expected true or false, got 1',
    );
    expect(String(error)).toBe(`InputError: ${error.message}`);
  });
});

describe('isInputError', () => {
  it('is true of an InputError', () => {
    expect(isInputError(new InputError([]))).toBe(true);
  });

  it('uses a brand that is the same in every version', () => {
    expect(Symbol.for('partner-rules.InputError') in new InputError([])).toBe(true);
  });

  it('is true of one that another copy of this package threw', async () => {
    // @ts-expect-error: a copy of its own
    const first = await import('../../src/kernel/issue.ts?first');
    // @ts-expect-error: another one
    const second = await import('../../src/kernel/issue.ts?second');
    const error = new second.InputError([]);
    expect(first.InputError).not.toBe(second.InputError);
    expect(error).not.toBeInstanceOf(first.InputError);
    expect(error).not.toBeInstanceOf(InputError);
    expect(first.isInputError(error)).toBe(true);
    expect(isInputError(error)).toBe(true);
    expect(second.isInputError(new InputError([]))).toBe(true);
  });

  it.each([
    ['an Error', new Error('InputError')],
    ['an Error of this name', Object.assign(new Error(''), { name: 'InputError', issues: [] })],
    ['an object', { issues: [] }],
    ['null', null],
    ['nothing', undefined],
    ['a text', 'InputError'],
    ['a function', InputError],
    ['the symbol itself', Symbol.for('partner-rules.InputError')],
  ])('is false of %s', (_, value) => {
    expect(isInputError(value)).toBe(false);
  });

  it('is false for a value whose traps throw', () => {
    expect(isInputError(revokedProxy())).toBe(false);
    expect(isInputError(hostileProxy())).toBe(false);
  });
});

describe('unwrap', () => {
  it('returns the value, even undefined', () => {
    expect(unwrap({ ok: true, value: 12 })).toBe(12);
    expect(unwrap({ ok: true, value: undefined })).toBeUndefined();
  });

  it('throws every issue', () => {
    const issues = [issue([], 'empty', 'a text', ''), issue(['a'], 'empty', 'a text', '')];
    try {
      unwrap({ ok: false, issues });
      expect.unreachable();
    } catch (error) {
      expect(isInputError(error) && error.issues).toEqual(issues);
    }
  });
});

describe('attempt', () => {
  it('returns the value, or the issues of an InputError', () => {
    expect(attempt(() => 12)).toEqual({ ok: true, value: 12 });
    const issues = [issue(['a'], 'empty', 'a text', '')];
    expect(attempt(() => unwrap({ ok: false, issues }))).toEqual({ ok: false, issues });
  });

  it('throws every other error', () => {
    const error = new TypeError('a bug');
    expect(() =>
      attempt(() => {
        throw error;
      }),
    ).toThrow(error);
  });
});

describe('an InputError of very many issues', () => {
  it('lists the first twenty and counts the rest', () => {
    const many = (count: number) =>
      new InputError(Array.from({ length: count }, (_, n) => issue([n], 'wrong-type', 'x', n)));
    expect(many(20).message.split('; ')).toHaveLength(20);
    expect(many(21).message).toMatch(/; \[19\]: expected x, got 19; and 1 more issues$/);
    const million = many(1_000_000);
    expect(million.message.length).toBeLessThan(1_000);
    expect(million.issues).toHaveLength(1_000_000);
  });
});
