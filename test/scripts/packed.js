// What the checks of the packed tarball share: packing it, empty projects, and using it there.

import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** Packs the package into a folder and gives the tarball's path. */
export function pack(folder) {
  execFileSync('npm', ['pack', '--pack-destination', folder], { cwd: root, stdio: 'ignore' });
  return join(
    folder,
    readdirSync(folder).find((name) => name.endsWith('.tgz')),
  );
}

/** Makes an empty project, and gives what runs a command in it and tells what that wrote. */
export function emptyProject(folder) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "name": "empty", "private": true }');
  return (command, ...args) =>
    execFileSync(command, args, { cwd: folder, encoding: 'utf8', stdio: 'pipe' }).trim();
}

export function expect(what, actual, expected) {
  if (actual !== expected) throw new Error(`${what}: expected ${expected}, got ${actual}`);
  console.log(`ok  ${what}`);
}

export const request = `{
  paid: '12000.00', currency: 'USD', term: 'P1Y', used: false,
  purchasedOn: '2025-01-01', canceledOn: '2025-01-07',
}`;

/** Quotes a refund by `import` and by `require`. `node` runs a script of the folder. */
export function expectRefund(folder, entry, node, where = '') {
  const use = `console.log(quoteRefund(${request}).refund);`;
  writeFileSync(join(folder, 'esm.mjs'), `import { quoteRefund } from '${entry}'; ${use}`);
  writeFileSync(join(folder, 'cjs.cjs'), `const { quoteRefund } = require('${entry}'); ${use}`);
  expect(`${where}import '${entry}'`, node('esm.mjs'), '10386.41');
  expect(`${where}require('${entry}')`, node('cjs.cjs'), '10386.41');
}
