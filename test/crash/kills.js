// Kills settlements at random moments, then runs them again: the ledger is always the old one or the
// new one, what was written of the results is their beginning, and the end is that of a run without kills.

import {
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { check } from './check.js';
import { linesOf, startSettle } from './settle.js';

const FILES = 4;
const RECORDS = 5_000;
const CUSTOMERS = 2_500;
const DAYS = 120;

export async function checkKills(folder, random, kills) {
  const at = (name) => join(folder, name);
  const read = (name) => (existsSync(at(name)) ? readFileSync(at(name), 'utf8') : '');
  const start = (ledger, n, out) =>
    startSettle({ ledger: at(ledger), input: at(`in-${n}`), out: at(out) });

  const expected = [];
  for (let n = 0; n < FILES; n += 1) {
    const facts = { count: RECORDS, customers: CUSTOMERS, first: n * DAYS, days: DAYS };
    writeFileSync(at(`in-${n}`), linesOf(random, facts));
    const before = read('calm');
    const started = performance.now();
    await start('calm', n, 'out').done;
    const time = performance.now() - started;
    const [after, results] = [read('calm'), read('out')];
    await start('calm', n, 'out').done;
    expected.push({ before, after, results, repeated: read('out'), time });
  }

  const seen = { kills: 0, writing: 0, replaced: 0, tooLate: 0, runs: 0, faults: [] };
  const fault = (n, what) => seen.faults.push(`file ${n}, run ${seen.runs}: ${what}`);
  for (const [n, { before, after, results, repeated, time }] of expected.entries()) {
    for (let times = 0; times < kills / FILES; times += 1) {
      seen.runs += 1;
      const earlier = halfWritten(folder);
      const { child, done } = start('ledger', n, 'out');
      const own = () => halfWritten(folder).find((name) => !earlier.includes(name));
      await moment(random, time, {
        child,
        size: Buffer.byteLength(after),
        written: () => sizeOf(own()),
      });
      child.kill('SIGKILL');
      const { signal } = await done;

      const now = read('ledger');
      const isWriting = sizeOf(own()) > 0;
      if (signal !== 'SIGKILL') seen.tooLate += 1;
      else {
        seen.kills += 1;
        if (isWriting) seen.writing += 1;
        else if (now === after) seen.replaced += 1;
      }
      if (now === before) {
        if (!results.startsWith(read('out'))) fault(n, 'other results than without kills');
        continue;
      }
      if (now !== after) fault(n, 'neither the old ledger nor the new one');
      if (read('out') !== results) fault(n, 'a new ledger without all results');
      // It was through before the kill: another run finds every record known.
      seen.runs += 1;
      await start('ledger', n, 'out').done;
      if (read('out') !== repeated) fault(n, 'not each record repeated');
      if (read('ledger') !== after) fault(n, 'another ledger after a repeat');
      if (before === '') rmSync(at('ledger'));
      else writeFileSync(at('ledger'), before);
    }
    // What was left a day ago is removed.
    for (const left of halfWritten(folder)) utimesSync(left, 0, 0);
    seen.runs += 1;
    const { status } = await start('ledger', n, 'out').done;
    if (status !== 0) fault(n, `exit ${status}`);
    if (read('out') !== results) fault(n, 'other results in the end');
    if (read('ledger') !== after) fault(n, 'another ledger in the end');
    if (halfWritten(folder).length > 0) fault(n, `left behind: ${halfWritten(folder)}`);
  }

  const { runs, writing, replaced, tooLate } = seen;
  console.log(
    `kills ${seen.kills}, of which ${writing} while it wrote its ledger and ${replaced} after; runs ${runs}, ended before their kill ${tooLate}`,
  );
  console.log(`files ${FILES} of ${RECORDS} records of ${CUSTOMERS} customers`);
  check('results and ledgers are, byte for byte, those of runs without kills', seen.faults, []);
  check('some kills came while it wrote its ledger', writing > 0);
}

/** Ledgers that were begun and not put in their place. */
function halfWritten(folder) {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.new'))
    .map((name) => join(folder, name));
}

function sizeOf(path) {
  return path === undefined ? 0 : (statSync(path, { throwIfNoEntry: false })?.size ?? 0);
}

/** Waits for a random moment of a run, every other time for one in which it writes its ledger. */
async function moment(random, time, { child, size, written }) {
  if (random() < 0.5) {
    await setTimeout(random() * 1.1 * time);
    return;
  }
  // Beyond its whole size: once it is in the ledger's place.
  const wanted = Math.ceil(random() * 1.4 * size);
  let last = 0;
  while (child.exitCode === null && child.signalCode === null) {
    const now = written();
    if (now > 0 && now >= wanted) return;
    if (last > 0 && now === 0) return;
    last = now;
    await setImmediate();
  }
}
