#!/usr/bin/env node
import * as modules from 'node:module';

// Node 22.8 and later keep the compiled code of a command for its next run.
(modules as { enableCompileCache?: () => unknown }).enableCompileCache?.();
const { main } = await import('./main.ts');

// Collect garbage when the heap has grown by a fifth rather than doubled: a long settlement then
// needs little more memory than its ledgers. A short one ends before this is loaded.
setTimeout(async () => {
  const { setFlagsFromString } = await import('node:v8');
  setFlagsFromString('--heap-growing-percent=20');
}, 100).unref();

// For a bug of ours: neither all nor some answered.
const BUG = 70;

process.stderr.on('error', () => {
  // Where nobody can be told, the exit status still tells.
});

try {
  process.exitCode = await main(process.argv.slice(2), process);
} catch (error) {
  process.stderr.write(
    `partner-rules: internal error (please report it): ${(error as Error).stack}\n`,
  );
  process.exitCode = BUG;
}
