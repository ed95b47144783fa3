import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const entry = new URL('../../../dist/index.js', import.meta.url).href;
const script = `const start = process.hrtime.bigint();
await import(process.argv[1]);
console.log(Number(process.hrtime.bigint() - start) / 1e6);`;

/** Milliseconds until the library can be called, in fresh processes; the median of eleven. */
export function coldImport() {
  const times = Array.from({ length: 11 }, () => {
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script, entry], {
      cwd: fileURLToPath(new URL('../', import.meta.url)),
      encoding: 'utf8',
    });
    return Number(stdout);
  });
  return times.sort((a, b) => a - b)[5];
}
