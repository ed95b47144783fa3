// Disks that are full, of which no byte is lost without a word and no old ledger is harmed.

import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { check, passOver } from './check.js';
import { linesOf, shell } from './settle.js';

const SIZES = 12;
const DISK_BYTES = 4 << 20;
const BLOCK = 1024;
const NO_ROOM =
  /^partner-rules: .*(could not be (written completely|replaced and is unchanged) \(E(NOSPC|FBIG): .*\)\n)$/;

export async function checkDisks(folder, random) {
  const at = (name) => join(folder, name);
  const read = (name) => readFileSync(at(name), 'utf8');
  const facts = { count: 1_500, customers: 400, days: 60 };
  writeFileSync(at('first'), linesOf(random, { ...facts, first: 0 }));
  writeFileSync(at('second'), linesOf(random, { ...facts, first: 60 }));
  const names = { LEDGER: at('ledger'), IN: at('second'), OUT: at('out') };
  const run = (line, more) => shell(line, { ...names, ...more });
  await run('settle --quiet --ledger "$LEDGER" "$IN"', { IN: at('first') });
  const before = read('ledger');
  await run('settle --ledger "$LEDGER" "$IN" > "$OUT"');
  const [after, results] = [read('ledger'), read('out')];

  /** Runs it where there is too little room, and tells what is wrong about how it took it. */
  const faultsOf = async (line, more) => {
    const ledger = more?.LEDGER ?? names.LEDGER;
    writeFileSync(ledger, before);
    const { status, stderr } = await run(line, more);
    const faults = [];
    if (status !== 3) faults.push(`exit ${status}`);
    if (!NO_ROOM.test(stderr)) faults.push(`told ${stderr}`);
    if (readFileSync(ledger, 'utf8') !== before) faults.push('another ledger');
    const left = readdirSync(join(ledger, '..')).filter((name) => name.endsWith('.new'));
    return left.length === 0 ? faults : [...faults, `left ${left}`];
  };

  check(
    'results into /dev/full: exit 3, a message, the old ledger',
    await faultsOf('settle --ledger "$LEDGER" "$IN" > /dev/full'),
    [],
  );

  await checkLimits('results', results, (blocks) =>
    faultsOf(`ulimit -f ${blocks}; settle --ledger "$LEDGER" "$IN" > "$OUT"`),
  );
  await checkLimits('the ledger', after, (blocks) =>
    faultsOf(
      `(ulimit -f ${blocks}; settle --ledger "$LEDGER" "$IN") | cat > "$OUT"; exit \${PIPESTATUS[0]}`,
    ),
  );

  async function checkLimits(what, whole, faultsWithin) {
    const most = Math.floor(Buffer.byteLength(whole) / BLOCK);
    const limits = [0, most, ...Array.from({ length: SIZES }, () => Math.floor(random() * most))];
    const faults = [];
    for (const blocks of limits) faults.push(...(await faultsWithin(blocks)));
    check(
      `${what} cut off at ${limits.length} sizes of a file: exit 3, a message, the old ledger`,
      faults,
      [],
    );
  }

  const disk = at('disk');
  mkdirSync(disk);
  try {
    const argv = ['-t', 'tmpfs', '-o', `size=${DISK_BYTES}`, 'tmpfs', disk];
    execFileSync('mount', argv, { stdio: 'ignore' });
  } catch {
    passOver('a small disk that is full', 'nothing can be mounted here');
    return;
  }
  try {
    const room = () => statfsSync(disk).bavail * statfsSync(disk).bsize;
    const onDisk = join(disk, 'ledger');
    const leave = (bytes) => {
      rmSync(join(disk, 'filler'), { force: true });
      writeFileSync(join(disk, 'filler'), Buffer.alloc(Math.max(0, room() - bytes)));
    };
    writeFileSync(onDisk, before);
    const faults = { ledger: [], out: [] };
    for (let times = 0; times < SIZES; times += 1) {
      leave(random() * 0.95 * after.length);
      faults.ledger.push(
        ...(await faultsOf('settle --ledger "$LEDGER" "$IN" > "$OUT"', { LEDGER: onDisk })),
      );
      if (read('out') !== results) faults.ledger.push('other results');
    }
    const told = 'exit 3, a message, the old ledger';
    check(`a full disk under the ledger, ${SIZES} times: ${told}, all results`, faults.ledger, []);

    for (let times = 0; times < SIZES; times += 1) {
      const out = join(disk, 'out');
      rmSync(out, { force: true });
      // Every other time only the end of the results finds no room.
      leave((times % 2 === 0 ? random() : 0.99) * Buffer.byteLength(results));
      faults.out.push(
        ...(await faultsOf('settle --ledger "$LEDGER" "$IN" > "$OUT"', { OUT: out })),
      );
      rmSync(out, { force: true });
    }
    check(`a full disk under the results, ${SIZES} times: ${told}`, faults.out, []);

    leave(2 * after.length);
    await run('settle --ledger "$LEDGER" "$IN" > "$OUT"', { LEDGER: onDisk });
    check(
      'with room again, the same results and ledger as ever',
      [read('out') === results, readFileSync(onDisk, 'utf8') === after],
      [true, true],
    );
  } finally {
    execFileSync('umount', [disk]);
  }
}
