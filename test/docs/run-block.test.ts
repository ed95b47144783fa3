import { describe, expect, it } from 'vitest';
import { withResults } from './run-block.ts';

const rewritten = (code: string, file = 'page.md'): Promise<string> =>
  withResults({ file, line: 0, margin: '', code });

describe('withResults', () => {
  it.each([
    'const two: number = 2;\ntwo + 1; //=> 3\ntwo;\n',
    "['a'].map((a) => a);\n//=> ['a']\n",
    "({ a: 1, b: { c: 'd', e: 2 } });\n//=> { a: 1,\n//     b: { …, e: 2 } }\n",
    "import { isTaxIncluded as is } from 'partner-rules';\nif (true) is('BR'); //=> true\n",
    "console.log('a', 1); // a comment\n// a 1\n",
  ])('leaves a block that shows its results as it is: %s', async (code) => {
    expect(await rewritten(code)).toBe(code);
  });

  it.each([
    ['1 + 1; //=> 3\n', '1 + 1; //=> 2\n'],
    ["['a'];\n//=> ['b',\n//     'c']\n", "['a'];\n//=> ['a']\n"],
    ['({ a: 1, b: 2 }); //=> { a: 2, … }\n', '({ a: 1, b: 2 }); //=> { a: 1, b: 2 }\n'],
    ['[1, 2]; //=> Array [1, 2]\n', '[1, 2]; //=> [1, 2]\n'],
    ['console.log(1);\n// 2\n', 'console.log(1);\n// 1\n'],
    ['console.log(1);\n// 1\n// 2\n', 'console.log(1);\n// 1\n'],
    ['console.log(1);\n', 'console.log(1);\n// 1\n'],
  ])('corrects a result: %s', async (code, corrected) => {
    expect(await rewritten(code)).toBe(corrected);
  });

  it('knows in a doc comment what the library and its file export', async () => {
    const code = "isTaxIncluded('BR') && dayToText; //=> false\n";
    await expect(rewritten(code, 'src/markets/is-tax-included.ts')).rejects.toThrow('dayToText');
    await expect(rewritten(code)).rejects.toThrow('isTaxIncluded');
  });

  it.each([
    ['const two = 2; //=> 3', 'a result stands after'],
    ['if (false) 2; //=> 2', 'never comes to'],
    ['saved;', 'saved is not defined'],
  ])('rejects %s', async (code, message) => {
    await expect(rewritten(code)).rejects.toThrow(message);
  });
});
