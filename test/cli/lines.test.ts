import { expect, it } from 'vitest';
import { lineBatches } from '../../src/cli/lines.ts';

async function read(...chunks: string[]): Promise<(string | null)[]> {
  const lines: (string | null)[] = [];
  async function* source() {
    for (const chunk of chunks) yield Buffer.from(chunk, 'latin1');
  }
  for await (const batch of lineBatches(source())) lines.push(...batch.lines);
  return lines;
}

it.each([
  [[], ['']],
  [['a'], ['a']],
  [['a\n'], ['a', '']],
  [['a\nb'], ['a', 'b']],
  [
    ['a', 'b', '\nc\n', 'd'],
    ['ab', 'c', 'd'],
  ],
  [['\n\n'], ['', '', '']],
  [['\xef\xbb\xbfa\n\xef\xbb\xbfb'], ['a', '\uFEFFb']],
  [['a\n\xff\n\xc3\xa9\n'], ['a', null, 'é', '']],
  [
    ['\xc3', '\xa9\n'],
    ['é', ''],
  ],
])('cuts %j into %j', async (chunks, lines) => {
  expect(await read(...chunks)).toEqual(lines);
});
