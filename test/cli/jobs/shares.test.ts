import { closeSync, openSync, readFileSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { Output } from '../../../src/cli/io/output.ts';
import { startShares, type ThreadSetup } from '../../../src/cli/jobs/answer-share.ts';
import { answersOfThreads } from '../../../src/cli/jobs/answers-of-threads.ts';
import { folder, record, results, run } from '../run.ts';

const setup: ThreadSetup = {
  command: 'quote',
  options: {},
  notAfter: undefined,
  isCsv: false,
  explain: false,
  bom: false,
};

const lines = [JSON.stringify(record), '{"paid":', JSON.stringify({ ...record, id: '고객' })];
const share = { lines, at: [1, 2, 4], index: [0, 1, 2] };

describe('a share', () => {
  it.each(['quote', 'settle'] as const)(
    'is answered as %s answers the lines alone',
    async (command) => {
      const { bytes, ends, isRead } = startShares({ ...setup, command })(share);
      expect(isRead).toBe(false);
      const text = Buffer.from(bytes).toString();
      expect([...ends]).toHaveLength(3);
      expect(ends[2]).toBe(bytes.length);
      expect(Buffer.from(bytes.subarray(ends[1], ends[2])).toString()).toContain('"id":"고객"');
      const input = [lines[0], lines[1], '', lines[2], ''].join('\n');
      expect(results(text)).toEqual(results((await run([command], input)).stdout));
    },
  );

  it('of readable lines is read', () => {
    const read = { lines: lines.slice(0, 1), at: [1], index: [0] };
    expect(startShares(setup)(read).isRead).toBe(true);
  });
});

describe('threads', () => {
  it('report their failure where their answers are awaited, however late', async () => {
    const failure = new Error('out of memory');
    const thread = { answer: () => Promise.reject(failure), end: () => {} };
    async function* chunks(): AsyncGenerator<Buffer> {
      yield Buffer.from(`${lines[0]}\n`);
      await new Promise((resolve) => setTimeout(resolve, 5));
      yield Buffer.from(`${lines[2]}\n`);
    }
    await expect(answersOfThreads([thread], chunks(), false).next()).rejects.toBe(failure);
  });
});

it('writes the bytes of a share to a file as they are', async () => {
  const path = folder()('out');
  const fd = openSync(path, 'w');
  const output = new Output(Object.assign(new PassThrough(), { fd }));
  await output.write(new TextEncoder().encode('고객\n'));
  await output.write('text\n');
  closeSync(fd);
  expect(readFileSync(path, 'utf8')).toBe('고객\ntext\n');
});
