// `node test/crash/concurrent.js [pairs] [records] [kills] [seed]`: several runs at once on one ledger, as
// a file and as a database. Prints a line for each check, and its figures.

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkPairs } from './pairs.js';
import { randomOf } from './settle.js';
import { checkSharedDatabase } from './shared-database.js';

const [pairs, records, kills, seed] = [200, 20_000, 40, 1].map((usual, at) =>
  Number(process.argv[2 + at] ?? usual),
);

const folder = mkdtempSync(join(tmpdir(), 'partner-rules-concurrent-'));
const room = (name) => {
  mkdirSync(join(folder, name));
  return join(folder, name);
};
try {
  console.log(`seed ${seed}`);
  await checkPairs(room('file'), randomOf(seed), 'ledgers.ndjson', pairs);
  await checkPairs(room('database'), randomOf(seed), 'ledgers.db', pairs);
  await checkSharedDatabase(room('shared'), randomOf(seed), records, kills);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
