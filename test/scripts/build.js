// `npm run build`: builds `dist`, unless it is complete and newer than everything it is made from.
// Prints nothing if all is well. Delete `dist` to force a build.

import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';

// Written last, so that an interrupted build does not count. The package leaves it out.
const stamp = 'dist/.built';
const inputs = [
  'test/scripts/build.js',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'tsup.config.ts',
];

function isUpToDate() {
  if (!existsSync(stamp)) return false;
  const builtAt = statSync(stamp).mtimeMs;
  // Folders count too: their time changes when a file in them is deleted or renamed.
  const sources = readdirSync('src', { recursive: true }).map((path) => `src/${path}`);
  return [...inputs, 'src', ...sources].every((path) => statSync(path).mtimeMs < builtAt);
}

if (!isUpToDate()) {
  rmSync('dist', { recursive: true, force: true });
  const { status, error } = spawnSync('tsup', { stdio: 'inherit', shell: true });
  if (error) throw error;
  if (status === 0) writeFileSync(stamp, '');
  else process.exitCode = 1;
}
