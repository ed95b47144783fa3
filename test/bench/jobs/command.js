import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { records } from './settlement.js';

// `partner-rules settle` on NDJSON, beside a program that parses each line and prints it again.

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
    const best = { settle: Number.POSITIVE_INFINITY, reprint: Number.POSITIVE_INFINITY };
    for (let round = 0; round < 3; round += 1) {
      best.reprint = Math.min(best.reprint, seconds([reprint, file]));
      best.settle = Math.min(best.settle, seconds([cli, 'settle', file]));
    }
    return best;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function seconds(args) {
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  if (status !== 0) throw new Error(`${args.join(' ')}: ${stderr}`);
  return Number(process.hrtime.bigint() - start) / 1e9;
}
