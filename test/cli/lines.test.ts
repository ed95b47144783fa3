import { expect, it } from 'vitest';
import { type Line, lineBatches } from '../../src/cli/lines.ts';

async function read(...chunks: string[]): Promise<Line[]> {
  const lines: Line[] = [];
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
  [['a\n\xff\n\xc3\xa9\n'], ['a', { fault: 'not-utf-8' }, 'é', '']],
  [
    ['\xc3', '\xa9\n'],
    ['é', ''],
  ],
])('cuts %j into %j', async (chunks, lines) => {
  expect(await read(...chunks)).toEqual(lines);
});

const MIB = 1024 * 1024;
const tooLong: Line = { fault: 'too-long' };

it.each([
  [
    ['a\n', 'x'.repeat(17 * MIB), 'x\nb\nc'],
    ['a', tooLong, 'b', 'c'],
  ],
  [
    ['x'.repeat(17 * MIB), '\n'],
    [tooLong, ''],
  ],
  [
    ['x'.repeat(17 * MIB), 'x', 'x\n', 'b'],
    [tooLong, 'b'],
  ],
  [
    ['a\n', 'x'.repeat(17 * MIB)],
    ['a', tooLong],
  ],
  [
    ['x'.repeat(16 * MIB), '\nb'],
    ['x'.repeat(16 * MIB), 'b'],
  ],
])(
  'passes a line of more than 16 MiB over, and keeps those around it (%#)',
  async (chunks, lines) => {
    const read16 = await read(...chunks);
    expect(read16.length).toBe(lines.length);
    expect(read16.every((line, at) => JSON.stringify(line) === JSON.stringify(lines[at]))).toBe(
      true,
    );
  },
);

it('counts the bytes of all it cuts', async () => {
  let bytes = 0;
  async function* source() {
    for (const chunk of ['ab\ncd', 'e\n', 'x'.repeat(17 * MIB), 'y\nz']) yield Buffer.from(chunk);
  }
  for await (const batch of lineBatches(source())) bytes += batch.bytes;
  expect(bytes).toBe('ab\ncde\n'.length + 17 * MIB + 'y\nz\n'.length);
});
