import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, statSync, utimesSync } from 'node:fs';
import { expect, it } from 'vitest';
import { folder, ndjson, record, results } from './run.ts';

// The built command in processes of its own: `npm test` builds it first.
const cli = new URL('../../dist/cli.js', import.meta.url).pathname;

function records(count: number): string {
  const many = Array.from({ length: count }, (_, n) => ({
    ...record,
    id: `CR-${n}`,
    customerId: `customer ${n % 50}`,
  }));
  return ndjson(...many);
}

it('exits with 0 if all is answered, 1 if something is malformed, 2 if the command is wrong', () => {
  const status = (args: readonly string[], input: string) =>
    spawnSync(process.execPath, [cli, ...args], { input }).status;
  expect(status(['settle'], ndjson(record))).toBe(0);
  expect(status(['settle'], '{}')).toBe(1);
  expect(status(['settle'], '{')).toBe(2);
  expect(status(['settel'], '')).toBe(2);
});

it('ends quietly when its reader has seen enough', () => {
  const at = folder({ 'in.ndjson': records(20_000) });
  const ledger = at('ledger');
  const { stdout, stderr } = spawnSync(
    'sh',
    [
      '-c',
      '"$0" "$1" settle --ledger "$2" "$3" | head -n 1',
      process.execPath,
      cli,
      ledger,
      at('in.ndjson'),
    ],
    { encoding: 'utf8' },
  );
  expect(results(stdout)).toMatchObject([{ ok: true, index: 0, id: 'CR-0' }]);
  expect(stderr).toBe('');
  expect(existsSync(ledger)).toBe(false);
});

it('prints its help without a word more to a reader that has gone', () => {
  const { stdout, stderr } = spawnSync(
    'sh',
    ['-c', '("$0" "$1" --help; echo "exit $?" >&2) | true', process.execPath, cli],
    { encoding: 'utf8' },
  );
  expect({ stdout, stderr: stderr.replace(/exit (0|141)\n/, '') }).toEqual({
    stdout: '',
    stderr: '',
  });
});

it('fails on a full disk, and leaves the ledger unchanged', () => {
  const at = folder({ 'in.ndjson': ndjson(record) });
  const shell = 'ulimit -f 1; exec "$0" "$1" settle --ledger "$2" "$3" > "$4"';
  const argv = [process.execPath, cli, at('ledger'), at('in.ndjson'), at('out')];
  const { status, stderr } = spawnSync('sh', ['-c', shell, ...argv], { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({
    status: 3,
    stderr:
      'partner-rules: the output could not be written completely (EFBIG: file too large, write)\n',
  });
  expect(statSync(at('out')).size).toBeLessThanOrEqual(1024);
  expect(existsSync(at('ledger'))).toBe(false);
});

it('removes nothing from the working directory if the ledger has no name', () => {
  const leftover = '.01234567-89ab-cdef-0123-456789abcdef.new';
  const at = folder({ [leftover]: '' });
  const days = Date.now() / 1_000 - 86_401;
  utimesSync(at(leftover), days, days);
  const argv = [cli, 'settle', '--ledger', ''];
  expect(spawnSync(process.execPath, argv, { cwd: at('.'), input: '' }).status).toBe(2);
  expect(readdirSync(at('.'))).toEqual([leftover]);
});

it('exits with the same status if stderr is closed', () => {
  const { status } = spawnSync('sh', [
    '-c',
    '"$0" "$1" settle no-such-file 2> /dev/full',
    process.execPath,
    cli,
  ]);
  expect(status).toBe(2);
});

it('leaves the old ledger whole when it is killed, and then answers the same again', async () => {
  const at = folder({ 'in.ndjson': records(20_000) });
  const argv = [cli, 'settle', '--ledger', at('ledger')];
  spawnSync(process.execPath, argv, { input: ndjson({ ...record, canceledOn: '2025-01-03' }) });
  const before = readFileSync(at('ledger'), 'utf8');

  const child = spawn(process.execPath, [...argv, at('in.ndjson')]);
  let begun = '';
  child.stdout.on('data', (chunk) => {
    begun += String(chunk);
    child.kill('SIGKILL');
  });
  await once(child, 'close');
  expect(readFileSync(at('ledger'), 'utf8')).toBe(before);

  const again = spawnSync(process.execPath, [...argv, at('in.ndjson')], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  expect(again.status).toBe(0);
  expect(begun.length).toBeGreaterThan(0);
  expect(again.stdout.startsWith(begun)).toBe(true);
  expect(readFileSync(at('ledger'), 'utf8')).not.toBe(before);
  expect(readdirSync(at('.')).sort()).toEqual(['in.ndjson', 'ledger']);
});
