import { closeSync, openSync, readFileSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { Output } from '../../../src/cli/io/output.ts';
import { Problem } from '../../../src/cli/io/problem.ts';
import { folder } from '../run.ts';

it('leaves the report to the failing write', async () => {
  const stream = new PassThrough();
  const output = new Output(stream);
  const bug = new Error('no error of the system');
  expect(stream.emit('error', bug)).toBe(true);
  stream._write = (_chunk, _encoding, done) => done(bug);
  await expect(output.write('one')).rejects.toBe(bug);
});

/** Standard output where it is a file. */
const toFile = (fd: number) => new Output(Object.assign(new PassThrough(), { fd }));

describe('an output that is a file', () => {
  it('is written past the stream, and is on the disk after sync', async () => {
    const at = folder({ out: '' });
    const fd = openSync(at('out'), 'w');
    const output = toFile(fd);
    await output.write('one\n');
    await output.write('두\n');
    output.sync();
    closeSync(fd);
    expect(readFileSync(at('out'), 'utf8')).toBe('one\n두\n');
  });

  it('reports system errors', async () => {
    const at = folder({ out: '' });
    const fd = openSync(at('out'), 'r');
    const output = toFile(fd);
    await expect(output.write('one')).rejects.toThrow(Problem);
    await expect(output.write('one')).rejects.toThrow(
      'completely (EBADF: bad file descriptor, write)',
    );
    closeSync(fd);
    expect(() => output.sync()).toThrow('completely (EBADF: bad file descriptor, fsync)');
  });
});

it('hands over to what is no file, where nothing is synced', async () => {
  const stream = new PassThrough();
  const output = new Output(stream);
  await output.write('one');
  output.sync();
  expect(String(stream.read())).toBe('one');
});
