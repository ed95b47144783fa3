import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { records } from './settlement.js';

// `partner-rules settle` on NDJSON, on one thread and on one for each core, beside a program that parses and prints the lines that it prints, and jq on its input.

const cli = fileURLToPath(new URL('../../../dist/cli.js', import.meta.url));
const reprint = fileURLToPath(new URL('../reprint.js', import.meta.url));

/** Seconds for one run each, in turns; the best of three counts. */
export function time(count) {
  const folder = mkdtempSync(join(tmpdir(), 'partner-rules-bench-'));
  try {
    const file = join(folder, 'in.ndjson');
    writeFileSync(
      file,
      records(count)
        .map((record) => `${JSON.stringify(record)}\n`)
        .join(''),
    );
    const results = join(folder, 'out.ndjson');
    seconds(process.execPath, [cli, 'settle', file], openSync(results, 'w'));
    const commands = {
      settle: [process.execPath, [cli, 'settle', file]],
      jobs: [process.execPath, [cli, 'settle', '--jobs', String(availableParallelism()), file]],
      reprint: [process.execPath, [reprint, results]],
    };
    if (spawnSync('jq', ['--version']).status === 0) commands.jq = ['jq', ['-c', '.', file]];
    const best = {};
    for (let round = 0; round < 3; round += 1) {
      for (const [name, [program, args]] of Object.entries(commands)) {
        const time = seconds(program, args, openSync('/dev/null', 'w'));
        best[name] = Math.min(best[name] ?? Number.POSITIVE_INFINITY, time);
      }
    }
    return best;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function seconds(program, args, stdout) {
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(program, args, { stdio: ['ignore', stdout, 'pipe'] });
  closeSync(stdout);
  if (status !== 0) throw new Error(`${args.join(' ')}: ${stderr}`);
  return Number(process.hrtime.bigint() - start) / 1e9;
}
