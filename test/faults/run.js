// `npm run test:faults -- [word...]`: makes one plausible mistake at a time in a copy of the project, and counts the kinds of tests that
// see it. With words, only the mistakes whose names contain one of them.

import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { faults as all } from './faults.js';

const words = process.argv.slice(2);
const faults = all.filter(
  ({ name }) => words.length === 0 || words.some((word) => name.includes(word)),
);

const root = fileURLToPath(new URL('../../', import.meta.url));
const copy = mkdtempSync(join(tmpdir(), 'partner-rules-faults-'));
const isSource = (path) => !/\/(node_modules|dist|coverage|\.git)$/.test(path);
cpSync(root, copy, { recursive: true, filter: isSource });
symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));

/** Whether a command succeeds in the copy; in a zone that is not UTC, so that local days are seen. */
function passes(command, args, runs = '100') {
  const env = { ...process.env, TZ: 'Pacific/Apia', RUNS: runs };
  return spawnSync(command, args, { cwd: copy, env, stdio: 'ignore' }).status === 0;
}

const files = readdirSync(join(copy, 'test'), { recursive: true });
const vitest = (chosen) =>
  chosen.length === 0 ||
  passes('npx', ['vitest', 'run', '--bail', '1', ...chosen.map((file) => `test/${file}`)]);
const ofRule = ({ tests }, ending) =>
  files.filter((file) => file.endsWith(ending) && tests.some((start) => file.startsWith(start)));

const rungs = {
  examples: (fault) =>
    vitest(ofRule(fault, '.test.ts').filter((file) => !file.endsWith('.prop.test.ts'))),
  properties: (fault) => vitest(ofRule(fault, '.prop.test.ts')),
  documents: () => vitest(['docs/examples.test.ts']),
  architecture: () => vitest(['architecture.test.ts']),
  oracle: () =>
    passes('npx', [
      'esbuild',
      'src/index.ts',
      '--bundle',
      '--format=esm',
      '--external:decimal.js',
      '--outfile=dist/index.js',
    ]) && passes('node', ['test/oracle/compare.js', '5000', '1']),
};
const quick = ['examples', 'properties', 'oracle'];
const slow = ['documents', 'architecture'];

/** The rungs that see a fault; the slow ones are asked where the quick ones are not two. */
function seenBy(fault) {
  const seen = quick.filter((rung) => !rungs[rung](fault));
  return seen.length >= 2 ? seen : [...seen, ...slow.filter((rung) => !rungs[rung](fault))];
}

let killed = 0;
try {
  const everything = { tests: [...new Set(faults.flatMap(({ tests }) => tests))] };
  for (const rung of Object.keys(rungs)) {
    if (!rungs[rung](everything)) throw new Error(`${rung} fail without any fault`);
  }
  for (const fault of faults) {
    const path = join(copy, 'src', fault.file);
    const text = readFileSync(path, 'utf8');
    if (text.split(fault.from).length !== 2)
      throw new Error(`not once in ${fault.file}: ${fault.from}`);
    writeFileSync(
      path,
      text.replace(fault.from, () => fault.to),
    );
    const seen = seenBy(fault);
    writeFileSync(path, text);
    if (seen.length >= 2) killed += 1;
    console.log(
      `${seen.length >= 2 ? 'killed' : 'ALIVE '} ${fault.name}: ${seen.join(', ') || 'seen by none'}`,
    );
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}
console.log(`\n${killed} of ${faults.length} faults are each seen by two rungs or more`);
if (killed < faults.length) process.exitCode = 1;
