// `node test/hostile/run.js`: makes one script of main.ts and what it needs, and runs it.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const folder = mkdtempSync(join(tmpdir(), 'partner-rules-hostile-'));
const script = join(folder, 'main.mjs');

try {
  await build({
    entryPoints: [fileURLToPath(new URL('main.ts', import.meta.url))],
    outfile: script,
    bundle: true,
    keepNames: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'warning',
  });
  process.exitCode = spawnSync(process.execPath, [script], { stdio: 'inherit' }).status ?? 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
