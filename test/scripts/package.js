// Packs the package, installs the tarball in an empty project, and uses it there by `import`, by
// `require`, as a script and from the command line.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const empty = mkdtempSync(join(tmpdir(), 'partner-rules-package-'));

function run(command, ...args) {
  return execFileSync(command, args, { cwd: empty, encoding: 'utf8' }).trim();
}

function expect(what, actual, expected) {
  if (actual !== expected) throw new Error(`${what}: expected ${expected}, got ${actual}`);
  console.log(`ok  ${what}`);
}

const request = `{
  paid: '12000.00', currency: 'USD', term: 'P1Y', used: false,
  purchasedOn: '2025-01-01', canceledOn: '2025-01-07',
}`;

try {
  execFileSync('npm', ['pack', '--pack-destination', empty], { cwd: root, stdio: 'ignore' });
  const tarball = readdirSync(empty).find((name) => name.endsWith('.tgz'));
  writeFileSync(join(empty, 'package.json'), '{ "name": "empty", "private": true }');
  run('npm', 'install', '--no-audit', '--no-fund', '--prefer-offline', `./${tarball}`);

  for (const entry of ['partner-rules', 'partner-rules/reservations']) {
    writeFileSync(
      join(empty, 'esm.mjs'),
      `import { quoteRefund } from '${entry}'; console.log(quoteRefund(${request}).refund);`,
    );
    writeFileSync(
      join(empty, 'cjs.cjs'),
      `const { quoteRefund } = require('${entry}'); console.log(quoteRefund(${request}).refund);`,
    );
    expect(`import '${entry}'`, run(process.execPath, 'esm.mjs'), '10386.41');
    expect(`require('${entry}')`, run(process.execPath, 'cjs.cjs'), '10386.41');
  }

  for (const path of Object.keys(exports)) {
    if (/\.js(on)?$/.test(path)) continue;
    const entry = path.replace('.', 'partner-rules');
    const count = 'Object.keys(all).length > 0';
    writeFileSync(
      join(empty, 'esm.mjs'),
      `import * as all from '${entry}'; console.log(${count});`,
    );
    writeFileSync(
      join(empty, 'cjs.cjs'),
      `const all = require('${entry}'); console.log(${count});`,
    );
    expect(`import '${entry}'`, run(process.execPath, 'esm.mjs'), 'true');
    expect(`require('${entry}')`, run(process.execPath, 'cjs.cjs'), 'true');
  }

  writeFileSync(
    join(empty, 'schema.mjs'),
    `import schema from 'partner-rules/schemas/refund-request.json' with { type: 'json' };
    console.log(schema.title);`,
  );
  expect('a JSON Schema can be imported', run(process.execPath, 'schema.mjs'), 'Refund request');

  writeFileSync(
    join(empty, 'script.mjs'),
    `import { readFileSync } from 'node:fs';
    import { runInThisContext } from 'node:vm';
    const script = new URL(import.meta.resolve('partner-rules/iife/reservations.js'));
    runInThisContext(readFileSync(script, 'utf8'));
    console.log(partnerRulesReservations.quoteRefund(${request}).refund);`,
  );
  expect('the script for hosts without modules', run(process.execPath, 'script.mjs'), '10386.41');

  writeFileSync(
    join(empty, 'both.mjs'),
    `import { createRequire } from 'node:module';
    import { isInputError } from 'partner-rules';
    const { InputError } = createRequire(import.meta.url)('partner-rules');
    console.log(isInputError(new InputError([])));`,
  );
  expect('an InputError of the other format is known', run(process.execPath, 'both.mjs'), 'true');

  const bin = join(empty, 'node_modules', '.bin', 'partner-rules');
  expect('the command answers', run(bin, '--version').split('.').length, 3);
} finally {
  rmSync(empty, { recursive: true, force: true });
}
