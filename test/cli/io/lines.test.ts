import { fc, test } from '@fast-check/vitest';
import { expect, it } from 'vitest';
import { type Line, lineBatches } from '../../../src/cli/io/lines.ts';

/** The lines, and the bytes that they took, of chunks whose characters are their bytes. */
async function cut(chunks: readonly string[], most?: number): Promise<[Line[], number]> {
  const all: Line[] = [];
  let sum = 0;
  async function* source() {
    for (const chunk of chunks) yield Buffer.from(chunk, 'latin1');
  }
  for await (const { lines, bytes } of lineBatches(source(), most)) {
    all.push(...lines);
    sum += bytes;
  }
  return [all, sum];
}

async function read(...chunks: string[]): Promise<Line[]> {
  return (await cut(chunks))[0];
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
  [
    ['a', '\nb'],
    ['a', 'b'],
  ],
  [['\xef\xbb\xbfa\n\xef\xbb\xbfb'], ['a', '\uFEFFb']],
  [['\xef\xbb\xbfa\n\xef\xbb\xbfb\nc'], ['a', '\uFEFFb', 'c']],
  [['a\n\xff\n\xc3\xa9\n'], ['a', { fault: 'not-utf-8' }, 'é', '']],
  [['\xff'], [{ fault: 'not-utf-8' }]],
  [['a\n\n\xff\n\n'], ['a', '', { fault: 'not-utf-8' }, '', '']],
  [
    ['\xc3', '\xa9\n'],
    ['é', ''],
  ],
])('cuts %j into %j', async (chunks, lines) => {
  expect(await read(...chunks)).toEqual(lines);
});

const tooLong: Line = { fault: 'too-long' };

it.each([
  [['12345678'], ['12345678']],
  [
    ['12345', '678\nb'],
    ['12345678', 'b'],
  ],
  [['12345678', '9'], [tooLong]],
  [
    ['12345', '6789\nb'],
    [tooLong, 'b'],
  ],
  [
    ['a\n123', '456', '789', '0\n', 'b\nc'],
    ['a', tooLong, 'b', 'c'],
  ],
  [
    ['12345678', '12345678', '\nb\nc\n'],
    [tooLong, 'b', 'c', ''],
  ],
])('passes what is longer than 8 bytes over: cuts %j into %j', async (chunks, lines) => {
  expect((await cut(chunks, 8))[0]).toEqual(lines);
});

test.prop([
  fc.array(fc.string({ unit: fc.constantFrom('a', '\n', '\xff', '\xc3', '\xa9'), maxLength: 8 })),
])('cuts each line by itself, and counts its bytes, whatever the chunks', async (chunks) => {
  const whole = chunks.join('');
  const lines = whole.split('\n').map((line): Line => {
    if (line.length > 8) return tooLong;
    const text = Buffer.from(line, 'latin1').toString();
    return text.includes('\uFFFD') ? { fault: 'not-utf-8' } : text;
  });
  expect(await cut(chunks, 8)).toEqual([lines, whole.length + 1]);
});

const MIB = 1024 * 1024;

it('accepts a line of 16 MiB, and none that is longer', async () => {
  const longest = 'x'.repeat(16 * MIB);
  const lines = await read('a\n', longest, '\n', longest, 'x\n', 'b');
  expect(lines.map((line) => (line === longest ? 'longest' : line))).toEqual([
    ...['a', 'longest', tooLong, 'b'],
  ]);
});
