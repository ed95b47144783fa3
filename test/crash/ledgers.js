// Ledger files that are cut off, unreadable, or somebody else's.

import { chmodSync, chownSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { check, passOver } from './check.js';
import { linesOf, shell } from './settle.js';

const CUTS = 30;
const NOBODY = 65_534;

export async function checkLedgers(folder, random) {
  const at = (name) => join(folder, name);
  const names = { LEDGER: at('ledger'), IN: at('in') };
  const run = (options) => shell('settle --ledger "$LEDGER" "$IN"', names, options);
  const facts = { count: 300, customers: 100, days: 60 };
  writeFileSync(at('in'), linesOf(random, { ...facts, first: 0 }));
  await run();
  const whole = readFileSync(at('ledger'));
  writeFileSync(at('in'), linesOf(random, { ...facts, first: 60 }));

  const faults = [];
  for (let times = 0; times < CUTS; times += 1) {
    const cut = whole.subarray(0, withinLine(whole, 1 + Math.floor(random() * (whole.length - 2))));
    writeFileSync(at('ledger'), cut);
    const { status, stdout, stderr } = await run();
    const line = cut.toString('latin1').split('\n').length;
    const told = new RegExp(`^partner-rules: .*ledger, line ${line}: expected .*\\n$`).test(stderr);
    if (status !== 2 || stdout !== '' || !told) faults.push(`${cut.length}: ${status} ${stderr}`);
    if (!readFileSync(at('ledger')).equals(cut)) faults.push(`${cut.length}: another ledger`);
  }
  check(`a ledger cut off within a line, ${CUTS} times: exit 2, its line, untouched`, faults, []);
  writeFileSync(at('ledger'), '');
  const { status: cutOff, stdout } = await run();
  check(
    'a ledger cut off to nothing: exit 2, untouched',
    [cutOff, stdout, readFileSync(at('ledger'), 'utf8')],
    [2, '', ''],
  );

  if (process.getuid?.() !== 0) {
    passOver('ledgers of other users', 'only root can be several users');
    return;
  }
  const asNobody = { uid: NOBODY, gid: NOBODY };
  chmodSync(folder, 0o755);
  mkdirSync(at('theirs'));
  chownSync(at('theirs'), NOBODY, NOBODY);
  names.LEDGER = at('theirs/ledger');
  const prepare = (owner, mode) => {
    writeFileSync(names.LEDGER, whole);
    chownSync(names.LEDGER, owner, owner);
    chmodSync(names.LEDGER, mode);
  };
  if ((await shell('settle --version', {}, asNobody)).status !== 0) {
    passOver('ledgers of other users', 'the user nobody cannot read the command');
    return;
  }

  for (const [what, owner, mode] of [
    ['of one’s own that cannot be read', NOBODY, 0o200],
    ['of one’s own that cannot be written', NOBODY, 0o400],
    ['of another user that cannot be read', 0, 0o600],
    ['of another user that can be read only', 0, 0o644],
  ]) {
    prepare(owner, mode);
    const { status, stdout, stderr } = await run(asNobody);
    check(
      `a ledger ${what}: exit 2, a message, untouched`,
      [status, stdout, stderr, readFileSync(names.LEDGER).equals(whole)],
      [2, '', `partner-rules: EACCES: permission denied, access '${names.LEDGER}'\n`, true],
    );
  }

  prepare(NOBODY, 0o640);
  const { status } = await run();
  const { uid, gid, mode } = statSync(names.LEDGER);
  check(
    'a ledger of another user, settled by root: still theirs, with its mode',
    [status, uid, gid, mode & 0o777],
    [0, NOBODY, NOBODY, 0o640],
  );
}

/** The nearest place from `at` on whose line is cut: neither whole nor begun. */
function withinLine(bytes, at) {
  const isEnd = (place) => bytes[place] === 10 || bytes[place - 1] === 10;
  let place = at;
  while (isEnd(place)) place += 1;
  return place;
}
