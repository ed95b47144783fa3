// Packs the package, installs the tarball in an empty project, and uses it there by `import`, by
// `require`, as a script and from the command line.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emptyProject, expect, expectRefund, pack, request, root } from './packed.js';

const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const empty = mkdtempSync(join(tmpdir(), 'partner-rules-package-'));

try {
  const tarball = pack(empty);
  const run = emptyProject(empty);
  const node = (script) => run(process.execPath, script);
  run('npm', 'install', '--no-audit', '--no-fund', '--prefer-offline', tarball);

  for (const entry of ['partner-rules', 'partner-rules/reservations']) {
    expectRefund(empty, entry, node);
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
    expect(`import '${entry}'`, node('esm.mjs'), 'true');
    expect(`require('${entry}')`, node('cjs.cjs'), 'true');
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
  expect('an InputError of the other format is known', node('both.mjs'), 'true');

  const bin = join(empty, 'node_modules', '.bin', 'partner-rules');
  expect('the command answers', run(bin, '--version').split('.').length, 3);
} finally {
  rmSync(empty, { recursive: true, force: true });
}
