// Kills settlements into a database at random moments and takes the room from under it: whatever was
// printed is in the database, the database is in order, and another run ends like one without trouble.

import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { check, passOver } from './check.js';
import { exportedFrom, linesOf, shell, startSettle } from './settle.js';

const FILES = 4;
const RECORDS = 5_000;
const CUSTOMERS = 2_500;
const DAYS = 120;
/** How many kills go by before the run starts from the beginning. */
const RESTORED_AFTER = 5;

const SIZES = 12;
const DISK_BYTES = 4 << 20;
const NO_ROOM =
  /^partner-rules: .*(because the disk is full|could not be read or written|could not be opened) \(SQLite: .*\)\n$/;

export async function checkDatabaseKills(folder, random, kills) {
  const at = (name) => join(folder, name);
  const start = (ledger, n, out) =>
    startSettle({ ledger: at(ledger), input: at(`in-${n}`), out: at(out) });

  const seen = { kills: 0, partly: 0, tooLate: 0, faults: [] };
  for (let n = 0; n < FILES; n += 1) {
    const fault = (what) => seen.faults.push(`file ${n}, kill ${seen.kills}: ${what}`);
    const facts = { count: RECORDS, customers: CUSTOMERS, first: n * DAYS, days: DAYS };
    writeFileSync(at(`in-${n}`), linesOf(random, facts));
    const started = performance.now();
    await start('calm.db', n, 'calm').done;
    const time = performance.now() - started;
    const results = answersIn(at('calm'));
    const before = existsSync(at('l.db'));
    if (before) copyFileSync(at('l.db'), at('before.db'));

    for (let times = 0; times < kills / FILES; times += 1) {
      if (times % RESTORED_AFTER === 0) restore(before);
      const { child, done } = start('l.db', n, 'out');
      await setTimeout(random() * 1.1 * time);
      child.kill('SIGKILL');
      const { signal } = await done;
      if (signal !== 'SIGKILL') {
        seen.tooLate += 1;
        continue;
      }
      seen.kills += 1;
      const printed = answersIn(at('out'), true);
      if (printed.length > 0 && printed.length < results.length) seen.partly += 1;
      if (!isDeepStrictEqual(printed, results.slice(0, printed.length))) fault('other results');
      if (!existsSync(at('l.db'))) continue;
      const ledgers = await exportedFrom(at('l.db'));
      const isKept = ({ id, customerId }) =>
        ledgers.get(customerId)?.ids.some((entry) => entry.id === id);
      const lost = printed.filter(({ settled, ...names }) => settled && !isKept(names));
      if (lost.length > 0) fault(`printed, but not kept: ${lost[0].id}`);
    }
    const { status } = await start('l.db', n, 'out').done;
    if (status !== 0) fault(`exit ${status}`);
    if (!isDeepStrictEqual(answersIn(at('out')), results)) fault('other results in the end');
    const [ledgers, expected] = [await exportedFrom(at('l.db')), await exportedFrom(at('calm.db'))];
    if (!isDeepStrictEqual(inOrder(ledgers), inOrder(expected))) fault('other ledgers in the end');
  }
  console.log(
    `database: kills ${seen.kills}, of which ${seen.partly} between two batches that were printed; ended before their kill ${seen.tooLate}`,
  );
  check(
    'database: what was printed is kept, and the end is that of runs without kills',
    seen.faults,
    [],
  );

  function restore(before) {
    for (const suffix of ['', '-wal', '-shm']) rmSync(at(`l.db${suffix}`), { force: true });
    if (before) copyFileSync(at('before.db'), at('l.db'));
  }
}

export async function checkDatabaseDisks(folder, random) {
  const at = (name) => join(folder, name);
  const facts = { count: 1_500, customers: 400, days: 60 };
  writeFileSync(at('first'), linesOf(random, { ...facts, first: 0 }));
  writeFileSync(at('second'), linesOf(random, { ...facts, first: 60 }));
  const settle = (ledger, input) =>
    shell('settle --ledger "$LEDGER" "$IN" > "$OUT"', {
      ...{ LEDGER: ledger, IN: at(input), OUT: at('out') },
    });
  await settle(at('calm.db'), 'first');
  copyFileSync(at('calm.db'), at('before.db'));
  await settle(at('calm.db'), 'second');
  const results = answersIn(at('out'));

  const disk = at('disk');
  mkdirSync(disk);
  try {
    const argv = ['-t', 'tmpfs', '-o', `size=${DISK_BYTES}`, 'tmpfs', disk];
    execFileSync('mount', argv, { stdio: 'ignore' });
  } catch {
    passOver('a database on a small disk that is full', 'nothing can be mounted here');
    return;
  }
  try {
    const faults = [];
    const onDisk = join(disk, 'l.db');
    let full = 0;
    for (let times = 0; times < SIZES; times += 1) {
      for (const name of ['l.db', 'l.db-wal', 'l.db-shm', 'filler']) {
        rmSync(join(disk, name), { force: true });
      }
      copyFileSync(at('before.db'), onDisk);
      const { bavail, bsize } = statfsSync(disk);
      const left = Math.floor(random() * 600_000);
      writeFileSync(join(disk, 'filler'), Buffer.alloc(Math.max(0, bavail * bsize - left)));
      const { status, stderr } = await settle(onDisk, 'second');
      if (status !== 0) {
        full += 1;
        if (status !== 3) faults.push(`exit ${status}`);
        if (!NO_ROOM.test(stderr)) faults.push(`told ${stderr}`);
      }
      const printed = answersIn(at('out'), true);
      if (!isDeepStrictEqual(printed, results.slice(0, printed.length)))
        faults.push('other results');
      rmSync(join(disk, 'filler'));
      const again = await settle(onDisk, 'second');
      if (again.status !== 0) faults.push(`with room again: exit ${again.status} ${again.stderr}`);
      if (!isDeepStrictEqual(answersIn(at('out')), results))
        faults.push('other results in the end');
      const [ledgers, expected] = [await exportedFrom(onDisk), await exportedFrom(at('calm.db'))];
      if (!isDeepStrictEqual(inOrder(ledgers), inOrder(expected))) faults.push('other ledgers');
    }
    check(
      `a full disk under the database, ${SIZES} times: exit 3, a message, and with room again the same end`,
      [faults, full > 0],
      [[], true],
    );
  } finally {
    execFileSync('umount', [disk]);
  }
}

/** Answers, whether given for the first time or again; `isCut` if the last line may be a part. */
function answersIn(path, isCut = false) {
  const lines = readFileSync(path, 'utf8').split('\n');
  const last = lines.pop();
  if (!isCut && last !== '') throw new Error(`${path} ends within a line`);
  return lines
    .map((line) => JSON.parse(line))
    .map(({ id, customerId, ok, issues, quote }) => ({
      ...{ id, customerId, answer: ok ? quote : issues },
      settled: ok && quote.row !== null,
    }));
}

/** By customer, in no order that depends on when batches were cut off. */
function inOrder(ledgers) {
  const byName = (one, other) => (one < other ? -1 : 1);
  return Array.from(ledgers.keys())
    .sort(byName)
    .map((customer) => {
      const ledger = ledgers.get(customer);
      return { ...ledger, ids: [...ledger.ids].sort((one, other) => byName(one.id, other.id)) };
    });
}
