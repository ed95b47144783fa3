import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { parseJson } from '../../../src/cli/io/parse-json.ts';

describe('parseJson', () => {
  it.each([
    ['{"paid":"1.00","paid":"40000.00"}', 'paid'],
    ['{"paid":"1.00","pa\\u0069d":"40000.00"}', 'paid'],
    ['{ "a" : 1 , "b" : [ { "c" : 1 , "c" : 1 } ] }', 'b[0].c'],
    ['[1, {"a":{}}, {"a":1, "b":[2, 3], "b":{}}]', '[2].b'],
    ['{"__proto__":1,"__proto__":2}', '__proto__'],
    ['{"":1,"":2}', '[""]'],
    ['{"a\\"b":1,"x":"\\\\","a\\"b":2}', 'a"b'],
  ])('names the key that %s has twice', (text, path) => {
    expect(parseJson(text).repeated?.message).toMatch(`${path}: expected a key that is named once`);
  });

  it.each([
    '{"a":{"a":{"a":1}},"b":{"a":1}}',
    '[{"a":1},{"a":1}]',
    '{"a":"\\"a\\":","b":"{\\"b\\":1}"}',
    '{"__proto__":1,"constructor":2}',
    ' {\t"a"\n:\r1 } ',
    '"a:b"',
    '0',
  ])('has nothing against %s', (text) => {
    expect(parseJson(text)).toEqual({ value: JSON.parse(text) });
  });

  it('throws for text that is not JSON, as JSON.parse does', () => {
    expect(() => parseJson('{"a":1,')).toThrow(SyntaxError);
  });

  test.prop([fc.json(), fc.boolean()])(
    'gives the value that JSON.parse gives',
    (json, isSpaced) => {
      const value: unknown = JSON.parse(json);
      const text = isSpaced ? JSON.stringify(value, null, 2) : json;
      expect(parseJson(text).value).toEqual(value);
      expect(parseJson(JSON.stringify(value, null, 2)).repeated).toBeUndefined();
    },
  );

  test.prop([fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 }), fc.nat()])(
    'finds a key that was put into an object again',
    (record, choice) => {
      const keys = Object.keys(record);
      const key = JSON.stringify(keys[choice % keys.length]);
      const text = `${JSON.stringify(record).slice(0, -1)},${key}:0}`;
      expect(parseJson(text).repeated).toBeDefined();
    },
  );
});
