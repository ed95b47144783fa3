import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { folder, ndjson, record, results } from '../run.ts';

// The built command in processes of its own: `npm test` builds it first.
const cli = new URL('../../../dist/cli.js', import.meta.url).pathname;

interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Settles one refund of 40,000.00, of a limit of 50,000.00. */
function settle(ledger: string, id: string, ...options: readonly string[]): Promise<Ended> {
  const argv = [cli, 'settle', '--ledger', ledger, ...options];
  const child = spawn(process.execPath, argv, { stdio: 'pipe' });
  child.stdin.end(ndjson({ ...record, id, paid: '40000.00', canceledOn: '2025-01-03' }));
  const ended = { stdout: '', stderr: '' };
  child.stdout.on('data', (text) => {
    ended.stdout += String(text);
  });
  child.stderr.on('data', (text) => {
    ended.stderr += String(text);
  });
  return new Promise((resolve) => {
    child.on('close', (status) => resolve({ status, ...ended }));
  });
}

function refundIn({ stdout }: Ended): number {
  const found = results(stdout) as { quote: { refund: string } }[];
  return found.reduce((sum, { quote }) => sum + Number(quote.refund), 0);
}

const PAIRS = 7;

describe('two runs at once for one customer', () => {
  it('never pay more than the limit from a file: one is refused before it prints', async () => {
    for (let pair = 0; pair < PAIRS; pair += 1) {
      const ledger = folder()('l.ndjson');
      const runs = await Promise.all([settle(ledger, 'a'), settle(ledger, 'b')]);
      for (const { status, stdout, stderr } of runs) {
        if (status === 0) continue;
        expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
        expect(stderr).toMatch(/is (in use|about to be used) by another run/);
      }
      const kept = JSON.parse(readFileSync(ledger, 'utf8')).days[0].usd;
      expect(runs.reduce((sum, run) => sum + refundIn(run), 0)).toBe(Number(kept));
      expect(Number(kept)).toBeLessThanOrEqual(50_000);
    }
  });

  it.each(['l.db', 'l.ndjson'])('are both answered from %s when they wait', async (name) => {
    for (let pair = 0; pair < PAIRS; pair += 1) {
      const ledger = folder()(name);
      const wait = ['--wait', '50'];
      const runs = await Promise.all([settle(ledger, 'a', ...wait), settle(ledger, 'b', ...wait)]);
      expect(runs.map(({ status, stderr }) => [status, stderr])).toEqual([
        [0, ''],
        [0, ''],
      ]);
      expect(runs.map(refundIn).sort()).toEqual([10_000, 40_000]);
    }
  });

  it('take over the lock of a killed run, one after the other', async () => {
    const at = folder();
    // It reads standard input, which does not end, while it holds the lock.
    const killed = spawn(process.execPath, [cli, 'settle', '--ledger', at('l')], { stdio: 'pipe' });
    while (!existsSync(at('l.lock'))) await new Promise((resolve) => setTimeout(resolve, 5));
    const refused = await settle(at('l'), 'a');
    expect(refused).toMatchObject({ status: 3, stdout: '' });
    expect(refused.stderr).toContain(`is in use by another run, process ${killed.pid} on `);
    killed.kill('SIGKILL');
    await new Promise((resolve) => killed.on('close', resolve));
    expect(existsSync(at('l.lock'))).toBe(true);
    const ids = ['a', 'b', 'c', 'd'];
    const runs = await Promise.all(ids.map((id) => settle(at('l'), id, '--wait', '50')));
    expect(runs.map(({ status, stderr }) => [status, stderr])).toEqual(ids.map(() => [0, '']));
    expect(runs.reduce((sum, run) => sum + refundIn(run), 0)).toBe(50_000);
    expect(existsSync(at('l.lock'))).toBe(false);
  });
});

describe('results that nobody gets', () => {
  it.each(['> /dev/null', '>&-'])('are not settled into a ledger: %s', (redirection) => {
    for (const name of ['l.db', 'l.ndjson']) {
      const at = folder();
      const run = (option: string) => {
        const line = `"$0" "$1" settle ${option} --ledger "$2" ${redirection}`;
        const input = ndjson(record);
        return spawnSync('sh', ['-c', line, process.execPath, cli, at(name)], { input });
      };
      const { status, stderr } = run('');
      expect(status).toBe(2);
      expect(String(stderr)).toBe(
        'partner-rules: the results would be lost: standard output is closed or null (see --quiet)\n',
      );
      expect(existsSync(at(name))).toBe(false);
      expect(run('--quiet').status).toBe(0);
      expect(existsSync(at(name))).toBe(true);
    }
  });
});
