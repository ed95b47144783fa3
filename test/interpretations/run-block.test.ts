import { describe, expect, it } from 'vitest';
import { runBlock } from './run-block.ts';

describe('runBlock', () => {
  it('gives what an expression gives, and what its comment says', () => {
    expect(runBlock('const two: number = 2;\ntwo + 1; //=> 4\ntwo;\n')).toEqual([
      { expression: 'two + 1', got: 3, said: 4 },
    ]);
  });

  it('takes a comment on the next line', () => {
    expect(runBlock("['a'].map((a) => a);\n//=> ['a']\n")).toEqual([
      { expression: "['a'].map((a) => a)", got: ['a'], said: ['a'] },
    ]);
  });

  it('imports from the library alone', () => {
    const code = "import { isTaxIncluded } from 'partner-rules';\nisTaxIncluded('BR'); //=> true\n";
    expect(runBlock(code)).toMatchObject([{ got: true, said: true }]);
    expect(() => runBlock("import { readFileSync } from 'node:fs';")).toThrow('node:fs');
  });

  it('leaves no result unread that stands after something else', () => {
    expect(() => runBlock('const two = 2; //=> 3')).toThrow('const two = 2;');
  });
});
