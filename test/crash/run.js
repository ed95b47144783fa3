// `npm run test:crash -- [kills] [seed]`: the built command is killed, its disk is full, its reader goes
// away, its ledger is damaged, two of it run at once. Prints a line for each check, and its figures.

import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkDatabaseDisks, checkDatabaseKills } from './database.js';
import { checkDisks } from './disks.js';
import { checkKills } from './kills.js';
import { checkLedgers } from './ledgers.js';
import { checkPairs } from './pairs.js';
import { checkReaders } from './readers.js';
import { randomOf } from './settle.js';

const kills = Number(process.argv[2] ?? 100);
const seed = Number(process.argv[3] ?? 1);

const PAIRS = 20;

const folder = mkdtempSync(join(tmpdir(), 'partner-rules-crash-'));
chmodSync(folder, 0o755); // some checks run as another user
const room = (name) => {
  mkdirSync(join(folder, name));
  return join(folder, name);
};
try {
  console.log(`seed ${seed}`);
  await checkKills(room('kills'), randomOf(seed), kills);
  await checkDatabaseKills(room('database-kills'), randomOf(seed), kills);
  await checkDisks(room('disks'), randomOf(seed));
  await checkDatabaseDisks(room('database-disks'), randomOf(seed));
  await checkReaders(room('readers'), randomOf(seed));
  await checkLedgers(room('ledgers'), randomOf(seed));
  await checkPairs(room('pairs'), randomOf(seed), 'ledgers.ndjson', PAIRS);
  await checkPairs(room('database-pairs'), randomOf(seed), 'ledgers.db', PAIRS);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
