// Runs the main job on the sample data: settles the cancellations, shows what is rejected and why,
// quotes the exchanges. Exits 0 when just the expected records were rejected.

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';

const demo = new URL('./', import.meta.url);
const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

function partnerRules(...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    cwd: demo,
    encoding: 'utf8',
  });
  process.stderr.write(stderr);
  return { status, stdout };
}

function show(title, status, ...args) {
  process.stdout.write(`\n${title}\n$ partner-rules ${args.join(' ')}\n\n`);
  const run = partnerRules(...args);
  process.stdout.write(run.stdout);
  return run.status === status;
}

const table = ['--format', 'table'];
const checks = {
  'every cancellation is answered': show(
    'Cancellations, settled in order with every customer’s yearly limit',
    0,
    'settle',
    ...table,
    'cancellations.ndjson',
  ),
  'malformed records are reported': show(
    'Malformed records, and what each is told',
    1,
    'settle',
    ...table,
    'malformed.ndjson',
  ),
  'every exchange is answered': show('Exchanges', 0, 'exchange', ...table, 'exchanges.ndjson'),
  'just the expected records are rejected': isDeepStrictEqual(
    rejects(partnerRules('settle', 'malformed.ndjson').stdout),
    JSON.parse(readFileSync(new URL('expected-rejects.json', demo), 'utf8')),
  ),
};

/** The issue codes of each rejected line. */
function rejects(ndjson) {
  const results = ndjson
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  return Object.fromEntries(
    results
      .filter(({ ok }) => !ok)
      .map(({ line, issues }) => [line, issues.map(({ code }) => code)]),
  );
}

process.stdout.write('\n');
for (const [name, passed] of Object.entries(checks)) {
  process.stdout.write(`${passed ? 'ok    ' : 'FAILED'}  ${name}\n`);
  if (!passed) process.exitCode = 1;
}
