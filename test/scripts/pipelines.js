// Runs the tests of the pipelines, `docs/pipelines/*/test.js`, one after another. Each installs the
// packages that it needs. Usage: node test/scripts/pipelines.js [name...]

import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const pipelines = fileURLToPath(new URL('../../docs/pipelines/', import.meta.url));
const wanted = process.argv.slice(2);

function run(folder, command, ...args) {
  return spawnSync(command, args, { cwd: folder, stdio: 'inherit' }).status === 0;
}

const results = [];
for (const name of readdirSync(pipelines).sort()) {
  const folder = join(pipelines, name);
  if (!existsSync(join(folder, 'test.js'))) continue;
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`\n${name}`);
  const started = performance.now();
  const isInstalled =
    !existsSync(join(folder, 'package.json')) ||
    run(folder, 'npm', 'ci', '--no-audit', '--no-fund');
  const passed = isInstalled && run(folder, process.execPath, 'test.js');
  results.push({ name, passed, seconds: (performance.now() - started) / 1000 });
}

console.log('');
for (const { name, passed, seconds } of results) {
  console.log(`${passed ? 'ok    ' : 'FAILED'}  ${name.padEnd(10)} ${seconds.toFixed(1)} s`);
}
const known = results.map(({ name }) => name);
const unknown = wanted.filter((name) => !known.includes(name));
if (unknown.length > 0) console.log(`no pipeline with a test: ${unknown.join(', ')}`);
if (results.length === 0 || unknown.length > 0 || results.some(({ passed }) => !passed)) {
  process.exitCode = 1;
}
