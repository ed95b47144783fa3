import { runInNewContext } from 'node:vm';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Issue } from '../../src/kernel/issue.ts';
import {
  isName,
  nearest,
  readArray,
  readBoolean,
  readCount,
  readFields,
  readIterable,
  readName,
  readOptional,
  readText,
  readWord,
} from '../../src/kernel/read.ts';
import { hostileProxy, revokedProxy, throwing } from './hostile.ts';

const codesOf = (issues: readonly Issue[]): string[] => issues.map(({ code }) => code);

describe('readFields', () => {
  const known = new Set(['paid', 'usedFor', 'consumedRefunds']);

  function read(input: unknown, path: Issue['path'] = []) {
    const issues: Issue[] = [];
    return { fields: readFields(input, known, path, issues), issues };
  }

  it('copies the known fields', () => {
    const input = { paid: '12.00', usedFor: undefined };
    const { fields, issues } = read(input);
    expect(issues).toEqual([]);
    expect(Object.entries(fields ?? {})).toEqual([
      ['paid', '12.00'],
      ['usedFor', undefined],
    ]);
    expect(Object.getPrototypeOf(fields)).toBeNull();
    expect(fields).not.toBe(input);
  });

  it.each([
    ['without a prototype', Object.assign(Object.create(null), { paid: 1 })],
    ['of another realm', runInNewContext('({ paid: 1 })')],
  ])('accepts an object %s', (_, input) => {
    expect(read(input)).toEqual({ fields: { paid: 1 }, issues: [] });
  });

  class Request {
    paid = 1;
  }
  it.each([
    ['an instance of a class', new Request()],
    ['an object that inherits its fields', Object.create({ paid: 1 })],
    ['one that inherits them from no prototype', Object.create(Object.create(null))],
    ['a Map', new Map([['paid', 1]])],
    ['a Promise', Promise.resolve({ paid: 1 })],
    ['a Date', new Date(0)],
  ])('rejects %s', (_, input) => {
    const { fields, issues } = read(input, ['request']);
    expect(fields).toBeUndefined();
    expect(issues).toMatchObject([
      { path: ['request'], code: 'not-an-object', expected: 'a plain object, not one of a class' },
    ]);
  });

  it('reports a field that is not enumerable', () => {
    const hidden = Object.defineProperty({ paid: 1 }, 'consumedRefunds', { value: '2.00' });
    expect(read(hidden, ['request']).issues).toMatchObject([
      {
        path: ['request', 'consumedRefunds'],
        code: 'unreadable',
        expected: 'an enumerable field',
      },
    ]);
  });

  it('ignores an unknown field that gives nothing', () => {
    expect(read({ paid: 1, other: undefined }).issues).toEqual([]);
    expect(codesOf(read({ paid: 1, other: null }).issues)).toEqual(['unknown-field']);
  });

  describe('with an enumerable property on Object.prototype', () => {
    const everyObject = Object.prototype as { paid?: string };
    afterEach(() => {
      delete everyObject.paid;
    });

    it('does not take it for one of the input', () => {
      everyObject.paid = '12.00';
      const { fields, issues } = read({});
      expect((fields as { paid?: unknown }).paid).toBeUndefined();
      expect(issues).toEqual([]);
    });

    it('does not take one that is not enumerable either', () => {
      Object.defineProperty(Object.prototype, 'paid', { value: 1, configurable: true });
      expect((read({}).fields as { paid?: unknown }).paid).toBeUndefined();
    });

    it('still takes own fields, and reports unknown ones', () => {
      everyObject.paid = '12.00';
      const { fields, issues } = read(JSON.parse('{"paid":"5.00","__proto__":1}'));
      expect((fields as { paid?: unknown }).paid).toBe('5.00');
      expect(issues).toMatchObject([{ path: ['__proto__'], code: 'unknown-field' }]);
    });
  });

  it('calls each getter once', () => {
    const asked = { paid: vi.fn(() => '12.00'), other: vi.fn(() => 1) };
    const { fields, issues } = read({
      get paid() {
        return asked.paid();
      },
      get other() {
        return asked.other();
      },
    });
    const { paid } = fields as { paid?: unknown };
    expect([paid, (fields as { paid?: unknown }).paid]).toEqual(['12.00', '12.00']);
    expect(codesOf(issues)).toEqual(['unknown-field']);
    expect(asked.paid).toHaveBeenCalledTimes(1);
    expect(asked.other).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['null', null, 'null'],
    ['nothing', undefined, 'nothing'],
    ['a text', '{}', '"{}"'],
    ['a number', 1, '1'],
    ['an array', [{ paid: 1 }], 'an array'],
    ['a function', throwing, 'a function'],
  ])('wants an object, not %s', (_, input, received) => {
    const { fields, issues } = read(input, [3]);
    expect(fields).toBeUndefined();
    expect(issues).toEqual([
      {
        path: [3],
        code: 'not-an-object',
        expected: 'an object',
        received,
        message: `[3]: expected an object, got ${received}`,
      },
    ]);
  });

  it.each([
    [
      'a getter that throws',
      {
        get paid() {
          return throwing();
        },
      },
      'an object',
    ],
    ['a Proxy that throws', hostileProxy(), 'an unreadable object'],
    ['a Proxy whose fields cannot be listed', new Proxy({}, { ownKeys: throwing }), 'an object'],
    ['a revoked Proxy', revokedProxy(), 'an unreadable object'],
    ['a revoked Proxy of an array', revokedProxy([]), 'an unreadable object'],
  ])('reports %s', (_, input, received) => {
    const { fields, issues } = read(input, ['a']);
    expect(fields).toBeUndefined();
    expect(issues).toEqual([
      {
        path: ['a'],
        code: 'unreadable',
        expected: 'an object whose fields can be read',
        received,
        message: `a: expected an object whose fields can be read, got ${received}`,
      },
    ]);
  });

  it('names the field that a misspelt one is nearest to', () => {
    const { fields, issues } = read({ consumedRefund: '1', paid: '2' }, ['request']);
    expect(fields).toHaveProperty('paid', '2');
    expect(issues).toEqual([
      {
        path: ['request', 'consumedRefund'],
        code: 'unknown-field',
        expected: 'the field consumedRefunds',
        received: '"1"',
        message: 'request.consumedRefund: expected the field consumedRefunds, got "1"',
      },
    ]);
  });

  it.each([
    ['of 256 characters whole', 'x'.repeat(256), 'x'.repeat(256)],
    ['that is longer by its beginning', 'x'.repeat(257), `${'x'.repeat(59)}…`],
    ['without half a character', `${'x'.repeat(58)}${'🙂'.repeat(100)}`, `${'x'.repeat(58)}…`],
    ['with whole characters', `🙂${'x'.repeat(256)}`, `🙂${'x'.repeat(57)}…`],
  ])('has a name %s in the path', (_, name, step) => {
    expect(read({ [name]: 1 }, ['request']).issues[0]?.path).toEqual(['request', step]);
  });

  it('reports every unknown field', () => {
    const { issues } = read({ refundPaid: 1, paid: 2, Paid: 3 });
    expect(issues.map(({ path, expected }) => [...path, expected])).toEqual([
      ['refundPaid', 'no such field'],
      ['Paid', 'the field paid'],
    ]);
  });

  it.each([
    ['__proto__', '{"__proto__":1}', '1'],
    ['__proto__', '{"__proto__":{"paid":1}}', 'an object'],
    ['constructor', '{"constructor":1}', '1'],
    ['toString', '{"toString":null}', 'null'],
  ])('reports the field %s of %s and takes nothing from it', (name, text, received) => {
    const { fields, issues } = read(JSON.parse(text));
    expect(issues).toMatchObject([{ path: [name], code: 'unknown-field', received }]);
    expect((fields as { paid?: unknown }).paid).toBeUndefined();
    expect(({} as { paid?: unknown }).paid).toBeUndefined();
  });
});

describe('readArray', () => {
  const readEach = (element: unknown, path: Issue['path']): unknown => [element, path];

  it('reads each element at its place', () => {
    const issues: Issue[] = [];
    expect(readArray(['x', 'y'], ['days'], issues, readEach)).toEqual([
      ['x', ['days', 0]],
      ['y', ['days', 1]],
    ]);
    expect(readArray([], ['days'], issues, readEach)).toEqual([]);
    expect(issues).toEqual([]);
  });

  it('reads a gap as nothing', () => {
    expect(readArray(new Array(1), [], [], readEach)).toEqual([[undefined, [0]]]);
  });

  it('accepts one of another realm', () => {
    expect(readArray(runInNewContext('[1]'), [], [], readEach)).toEqual([[1, [0]]]);
  });

  it.each([
    ['nothing', undefined, 'missing-field', 'nothing'],
    ['null', null, 'not-an-array', 'null'],
    ['an object', { length: 1, 0: 'x' }, 'not-an-array', 'an object'],
    ['a text', 'xy', 'not-an-array', '"xy"'],
    ['a Set', new Set(['x']), 'not-an-array', 'an object'],
  ])('wants an array, not %s', (_, input, code, received) => {
    const issues: Issue[] = [];
    expect(readArray(input, ['days'], issues, throwing)).toEqual([]);
    expect(issues).toEqual([
      {
        path: ['days'],
        code,
        expected: 'an array',
        received,
        message: `days: expected an array, got ${received}`,
      },
    ]);
  });

  it.each([
    ['a Proxy that throws', hostileProxy([]), 'an array'],
    ['a revoked Proxy', revokedProxy([]), 'an unreadable object'],
    ['an element that throws', Object.defineProperty([], 0, { get: throwing }), 'an array'],
  ])('reports %s', (_, input, received) => {
    const issues: Issue[] = [];
    expect(readArray(input, ['days'], issues, throwing)).toEqual([]);
    expect(issues).toMatchObject([
      {
        path: ['days'],
        code: 'unreadable',
        expected: 'an array whose elements can be read',
        received,
      },
    ]);
  });

  it('does not take a throw of the reader for one of the array', () => {
    expect(() => readArray([1], [], [], throwing)).toThrow('asked');
  });

  it('reads by position, whatever iterator an array was given', () => {
    const array = Object.assign(['a', 'b'], {
      *[Symbol.iterator](): Generator<string> {
        for (;;) yield 'c';
      },
    });
    expect(readArray(array, [], [], (element) => element)).toEqual(['a', 'b']);
  });

  it('accepts an array of ten million elements', () => {
    const endless = Object.assign([], { length: 10_000_000 });
    const array = new Proxy(endless, {
      get: (target, name) => (name === 'length' ? target.length : throwing()),
    });
    const issues: Issue[] = [];
    expect(readArray(array, [], issues, readEach)).toEqual([]);
    expect(codesOf(issues)).toEqual(['unreadable']); // and not too long to be read at all
  });

  it('rejects a sparse array of billions', () => {
    for (const [length, codes] of [
      [10_000_001, ['too-long']],
      [2 ** 32 - 1, ['too-long']],
    ] as const) {
      const sparse: unknown[] = [];
      sparse.length = length;
      const issues: Issue[] = [];
      expect(readArray(sparse, ['days'], issues, (element) => element)).toEqual([]);
      expect(issues.map(({ code }) => code)).toEqual(codes);
      expect(issues[0]?.expected).toBe('an array of at most 10000000 elements');
    }
  });
});

describe('readIterable', () => {
  it.each([
    ['an array', [1]],
    ['a Set', new Set([1])],
    ['a Map', new Map()],
    ['an iterator', [1].values()],
    ['an object that can be walked through', { *[Symbol.iterator]() {} }],
    ['a boxed String', new String('ab')],
  ])('takes %s as it is', (_, input) => {
    const issues: Issue[] = [];
    expect(readIterable(input, ['ledgers'], issues)).toBe(input);
    expect(issues).toEqual([]);
  });

  it.each([
    ['nothing', undefined, 'nothing'],
    ['null', null, 'null'],
    ['a text', 'ab', '"ab"'],
    ['a number', 1, '1'],
    ['an object', {}, 'an object'],
    ['an object of a wrong iterator', { [Symbol.iterator]: 1 }, 'an object'],
    ['a function', throwing, 'a function'],
    ['a Proxy that throws', hostileProxy(), 'an unreadable object'],
    ['a revoked Proxy', revokedProxy([]), 'an unreadable object'],
  ])('reports %s', (_, input, received) => {
    const issues: Issue[] = [];
    expect([...readIterable(input as Iterable<unknown>, ['ledgers'], issues)]).toEqual([]);
    expect(issues).toEqual([
      {
        path: ['ledgers'],
        code: 'not-iterable',
        expected: 'an array or another iterable',
        received,
        message: `ledgers: expected an array or another iterable, got ${received}`,
      },
    ]);
  });
});

describe('readName', () => {
  it.each(['a', ' a ', '\0', '__proto__', '대한민국', '\ud83d', 'x'.repeat(255), 'x'.repeat(256)])(
    'takes %j as it is',
    (name) => {
      const issues: Issue[] = [];
      expect(readName(name, ['id'], issues)).toBe(name);
      expect(issues).toEqual([]);
    },
  );

  it.each([
    ['missing-field', undefined, 'nothing'],
    ['wrong-type', null, 'null'],
    ['wrong-type', 12, '12'],
    ['wrong-type', 12n, '12n'],
    ['wrong-type', ['a'], 'an array'],
    ['wrong-type', new String('a'), 'an object'],
    ['empty', '', 'an empty string'],
    ['too-long', 'x'.repeat(257), `"${'x'.repeat(60)}… (257 characters)"`],
  ])('reports %s of %s', (code, value, received) => {
    const issues: Issue[] = [];
    expect(readName(value, ['id'], issues)).toBe('');
    expect(issues).toEqual([
      {
        path: ['id'],
        code,
        expected: 'a text of 1 to 256 characters',
        received,
        message: `id: expected a text of 1 to 256 characters, got ${received}`,
      },
    ]);
  });
});

describe('isName', () => {
  it('is true of a text of 1 to 256 characters', () => {
    expect(['a', ' ', 'x'.repeat(256)].map(isName)).toEqual([true, true, true]);
    expect(['', 'x'.repeat(257), undefined, null, 1, ['a'], new String('a')].map(isName)).toEqual(
      new Array(7).fill(false),
    );
  });
});

describe('readBoolean', () => {
  it.each([true, false])('takes %s', (value) => {
    const issues: Issue[] = [];
    expect(readBoolean(value, ['used'], issues)).toBe(value);
    expect(issues).toEqual([]);
  });

  it.each([
    ['missing-field', undefined, 'nothing'],
    ['wrong-type', null, 'null'],
    ['wrong-type', 'true', '"true"'],
    ['wrong-type', 1, '1'],
    ['wrong-type', new Boolean(true), 'an object'],
  ])('reports %s of %s', (code, value, received) => {
    const issues: Issue[] = [];
    expect(readBoolean(value, ['used'], issues)).toBe(false);
    expect(issues).toEqual([
      {
        path: ['used'],
        code,
        expected: 'true or false',
        received,
        message: `used: expected true or false, got ${received}`,
      },
    ]);
  });
});

describe('readWord', () => {
  const read = (value: unknown, issues: Issue[] = []) =>
    readWord(value, ['P1Y', 'P3Y', 'Upfront'], ['term'], issues);

  it.each(['P1Y', 'P3Y', 'Upfront'])('takes %s', (word) => {
    const issues: Issue[] = [];
    expect(read(word, issues)).toBe(word);
    expect(issues).toEqual([]);
  });

  it.each([
    ['missing-field', undefined, '', 'nothing'],
    ['unknown-value', null, '', 'null'],
    ['unknown-value', 1, '', '1'],
    ['unknown-value', ['P1Y'], '', 'an array'],
    ['unknown-value', '', '', 'an empty string'],
    ['unknown-value', 'Monthly', '', '"Monthly"'],
    ['unknown-value', 'upfront', ' (did you mean "Upfront"?)', '"upfront"'],
    ['unknown-value', 'p1y', ' (did you mean "P1Y"?)', '"p1y"'],
    ['unknown-value', 'P1Y ', ' (did you mean "P1Y"?)', '"P1Y "'],
    ['unknown-value', 'P4Y', '', '"P4Y"'],
  ])('reports %s of %s%s', (code, value, hint, received) => {
    const issues: Issue[] = [];
    expect(read(value, issues)).toBe('P1Y');
    expect(issues).toEqual([
      {
        path: ['term'],
        code,
        expected: `one of P1Y, P3Y, Upfront${hint}`,
        received,
        message: `term: expected one of P1Y, P3Y, Upfront${hint}, got ${received}`,
      },
    ]);
  });

  it('lists up to eight words, and of more the nearest five', () => {
    const expectedOf = (
      words: readonly [string, ...string[]],
      word: unknown = 'thre',
    ): string | undefined => {
      const issues: Issue[] = [];
      readWord(word, words, ['word'], issues);
      return issues[0]?.expected;
    };
    const eight = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'] as const;
    expect(expectedOf(eight)).toBe(
      'one of one, two, three, four, five, six, seven, eight (did you mean "three"?)',
    );
    const nine = [...eight, 'nine'] as const;
    expect(expectedOf(nine)).toBe(
      'one of the 9 known words, such as three, one, two, five, nine (did you mean "three"?)',
    );
    expect(expectedOf(nine, 'FIVR')).toBe(
      'one of the 9 known words, such as five, four, six, nine, one (did you mean "five"?)',
    );
    for (const strange of [7, null, '', 'x'.repeat(100_000)]) {
      expect(expectedOf(nine, strange)).toMatch(/^one of the 9 known words, such as [a-z, ]+$/);
    }
  });
});

describe('nearest', () => {
  const known = ['purchasedOn', 'canceledOn', 'currency', 'used', 'id'];

  it.each([
    ['the word itself', 'currency', 'currency'],
    ['the case', 'CURRENCY', 'currency'],
    ['the case of a short word', 'ID', 'id'],
    ['one letter missing', 'curency', 'currency'],
    ['one letter too many', 'currrency', 'currency'],
    ['one letter wrong', 'curremcy', 'currency'],
    ['the first letter missing', 'anceledOn', 'canceledOn'],
    ['the last letter missing', 'canceledO', 'canceledOn'],
    ['two letters too many', 'cancelledOnn', 'canceledOn'],
    ['two letters turned round', 'canceldeOn', 'canceledOn'],
    ['two letters missing', 'purchsedO', 'purchasedOn'],
    ['three letters missing', 'purchsed', undefined],
    ['three letters wrong', 'currxxxy', undefined],
    ['three letters wrong of many', 'purxxxsedOn', undefined],
    ['another word', 'meta', undefined],
    ['a word of no length', '', undefined],
    ['a short word that shares no letter', 'xy', undefined],
  ])('%s: %s', (_, word, near) => {
    expect(nearest(word, known)).toBe(near);
  });

  it.each([
    ['abX', 'abc', undefined],
    ['abcX', 'abcd', 'abcd'],
    ['abXX', 'abcd', undefined],
    ['abcdefX', 'abcdefg', 'abcdefg'],
    ['abcdeXX', 'abcdefg', undefined],
    ['abcdefXX', 'abcdefgh', 'abcdefgh'],
    ['abcdeXXX', 'abcdefgh', undefined],
    ['abcdefghiXXX', 'abcdefghijkl', undefined],
    ['XXabcdef', 'abcdef', 'abcdef'],
    ['XXabcdeX', 'abcdef', undefined],
  ])('of %s and %s is %s: one letter in four, and at most two', (word, candidate, near) => {
    expect(nearest(word, [candidate])).toBe(near);
  });

  it('chooses the nearer of two in any order, and the first of equals', () => {
    expect(nearest('abcdefgh', ['abcdefxx', 'abcdefgx'])).toBe('abcdefgx');
    expect(nearest('abcdefgh', ['abcdefgx', 'abcdefxx'])).toBe('abcdefgx');
    expect(nearest('abcdefgh', ['abcdefgx', 'abcdefgy'])).toBe('abcdefgx');
  });

  it('finds nothing among no words, and nothing for a long text', () => {
    expect(nearest('abcd', [])).toBeUndefined();
    expect(nearest('x'.repeat(10_000_000), known)).toBeUndefined();
  });
});

describe('readCount', () => {
  const read = (value: unknown): [count: number, codes: string[]] => {
    const issues: Issue[] = [];
    return [readCount(value, ['downloads'], issues), codesOf(issues)];
  };

  it.each([0, 1, 50, Number.MAX_SAFE_INTEGER])('takes %s', (count) => {
    expect(read(count)).toEqual([count, []]);
  });

  it('reads a negative zero as zero', () => {
    expect(read(-0)).toEqual([0, []]);
  });

  it.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, '1', 1n, null, [1]])(
    'refuses %s',
    (value) => {
      expect(read(value)).toEqual([0, ['malformed-count']]);
    },
  );

  it('states what it expected', () => {
    const issues: Issue[] = [];
    readCount(-1, ['downloads'], issues);
    expect(issues[0]?.message).toBe('downloads: expected a whole number from 0, got -1');
  });

  it('reports a missing value', () => {
    expect(read(undefined)).toEqual([0, ['missing-field']]);
  });
});

describe('readOptional', () => {
  const read = (value: unknown): [read: unknown, codes: string[]] => {
    const issues: Issue[] = [];
    return [readOptional(value, ['used'], issues, readBoolean), codesOf(issues)];
  };

  it('reads a given value, and nothing if it is missing', () => {
    expect(read(true)).toEqual([true, []]);
    expect(read(undefined)).toEqual([undefined, []]);
    expect(read(null)).toEqual([undefined, []]);
  });
});

describe('readText', () => {
  it.each([
    ['a', []],
    [' a ', []],
    ['', ['empty']],
    [' ', ['empty']],
    ['\u3000\n\t', ['empty']],
    [1, ['wrong-type']],
    ['x'.repeat(257), ['too-long']],
  ])('of %j gives the issues %j', (value, codes) => {
    const issues: Issue[] = [];
    const text = readText(value, ['title'], issues);
    expect(codesOf(issues)).toEqual(codes);
    if (codes.length === 0) expect(text).toBe(value);
  });

  it('states what it expected', () => {
    const issues: Issue[] = [];
    readText(' ', ['title'], issues);
    expect(issues[0]?.message).toBe('title: expected a text that is not blank, got " "');
  });
});
