import { describe, expect, it } from 'vitest';
import { readSource, usageOf } from '../../../src/cli/commands/question.ts';

/** The record of a question, as it is handed on: by way of JSON. */
function question(words: readonly string[], fields: readonly string[] = []): unknown {
  const source = readSource(words, fields);
  expect(source).toHaveProperty('question');
  return JSON.parse(JSON.stringify('question' in source ? source.question : null));
}

describe('a file', () => {
  it.each([
    [[], [], '-'],
    [['-'], [], '-'],
    [['in.ndjson'], [], 'in.ndjson'],
    [['./a=b'], [], './a=b'],
    [['=x'], [], '=x'],
    [[], ['market'], '-'],
    [['-'], ['market'], '-'],
    [['-'], ['roles...', 'action'], '-'],
  ])('is meant by %j of a command of %j', (words, fields, file) => {
    expect(readSource(words, fields)).toEqual({ file });
  });

  it.each([
    [['a', 'b'], []],
    [
      ['-', 'b'],
      ['roles...', 'action'],
    ],
  ])('is one at most: %j', (words, fields) => {
    expect(() => readSource(words, fields)).toThrow('expected at most one FILE, got also "b"');
  });
});

describe('a question', () => {
  it('reads its first words as facts', () => {
    expect(question(['대한민국'], ['market'])).toEqual({ market: '대한민국' });
    expect(question(['cancel', 'a=b'], ['task'])).toEqual({ task: 'cancel', a: 'b' });
    expect(question(['a=b', 'cancel'], ['task'])).toEqual({ task: 'cancel', a: 'b' });
    expect(question(['x', 'y'], ['a', 'b'])).toEqual({ a: 'x', b: 'y' });
  });

  it('gives a list all words that the other fields leave', () => {
    const fields = ['roles...', 'action'];
    expect(question(['a', 'x'], fields)).toEqual({ roles: ['a'], action: 'x' });
    expect(question(['a', 'b', 'c', 'x'], fields)).toEqual({ roles: ['a', 'b', 'c'], action: 'x' });
    expect(question(['a', 'b'], ['roles...'])).toEqual({ roles: ['a', 'b'] });
  });

  it('accepts every fact by name', () => {
    expect(question(['market=KR'], ['market'])).toEqual({ market: 'KR' });
  });

  it('reads text, truth and JSON', () => {
    const words = [
      'a=1.50',
      'b=true',
      'c=false',
      'd:=49',
      'e:=["x",null]',
      'f=',
      'g=a=b',
      'h=가\n나',
    ];
    expect(question(words)).toEqual({
      a: '1.50',
      b: true,
      c: false,
      d: 49,
      e: ['x', null],
      f: '',
      g: 'a=b',
      h: '가\n나',
    });
  });

  it('reads records within records', () => {
    const words = ['a.b.c=1', 'a.b.d=2', 'a.e=3', 'f:={"g":1}', 'f.h=2', 'f.toString=3'];
    expect(question(words)).toEqual({
      a: { b: { c: '1', d: '2' }, e: '3' },
      f: { g: 1, h: '2', toString: '3' },
    });
  });

  it('treats the names of prototypes as names', () => {
    const { question: record } = readSource(
      ['__proto__.a=1', 'constructor=2', 'toString.b=3'],
      [],
    ) as {
      question: object;
    };
    expect(JSON.stringify(record)).toBe(
      '{"__proto__":{"a":"1"},"constructor":"2","toString":{"b":"3"}}',
    );
    expect(Object.prototype).not.toHaveProperty('a');
  });

  it('reads them the same in a record from JSON', () => {
    const { question: record } = readSource(['a:={}', 'a.__proto__.b=1'], []) as {
      question: object;
    };
    expect(JSON.stringify(record)).toBe('{"a":{"__proto__":{"b":"1"}}}');
  });

  it.each([
    [['a', 'b'], ['market'], 'expected MARKET, got "a" "b"'],
    [['a'], ['roles...', 'action'], 'expected ROLES... ACTION, got "a"'],
    [['a', 'b=c'], [], 'expected only FIELD=VALUE, got "a"'],
    [['a=b', 'a=c'], [], 'a is given more than once'],
    [['x', 'task=y'], ['task'], 'task is given more than once'],
    [['a=b', 'a.c=d'], [], 'a.c: a is already given and is not a record'],
    [['a:=null', 'a.c=d'], [], 'a.c: a is already given and is not a record'],
    [['a:=[1]', 'a.c=d'], [], 'a.c: a is already given and is not a record'],
    [['a.c=d', 'a=b'], [], 'a is given more than once'],
    [['a:={'], [], 'a: expected JSON after :=, got "{"'],
    [[`a:=${'['.repeat(501)}${']'.repeat(501)}`], [], 'expected facts nested at most 500 deep'],
    [[`a:=${'['.repeat(50_000)}${']'.repeat(50_000)}`], [], 'nested at most 500 deep'],
    [[`${'a.'.repeat(50_000)}b=1`], [], 'expected facts nested at most 500 deep'],
  ])('%j of a command of %j is refused: %s', (words, fields, problem) => {
    expect(() => readSource(words, fields)).toThrow(problem);
  });
});

it.each([499, 500])('reads facts %s deep', (depth) => {
  const words = [`a:=${'['.repeat(depth - 1)}${']'.repeat(depth - 1)}`];
  expect(readSource(words, [])).toHaveProperty('question');
});

it('shows the usage of its words', () => {
  expect(usageOf(['roles...', 'action'])).toBe('ROLES... ACTION');
  expect(usageOf([])).toBe('');
});
