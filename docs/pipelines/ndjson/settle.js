// The reducer: settles the lines of one partition, of however many customers, with their ledgers among
// them. Usage: node settle.js < KEYED
// Comes out: INDEX, a tab and the result of each record, as if the file had never been split; then -1,
// a tab and each customer's ledger.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, createWriteStream, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LineWriter } from './line-writer.js';
import { lines } from './lines.js';

const output = new LineWriter(process.stdout);
const partnerRules = fileURLToPath(new URL('../../../dist/cli.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'partner-rules-settle-'));
const ledgerFile = join(folder, 'ledgers.ndjson');
const recordFile = join(folder, 'records.ndjson');

try {
  const positions = await partition();
  const argv = [partnerRules, 'settle', '--ledger', ledgerFile, recordFile];
  const command = spawn(process.execPath, argv, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(command, 'close');
  let at = 0;
  for await (const result of lines(command.stdout)) {
    const { index, line } = positions[at];
    await output.write(`${index}\t${placed(result.toString(), index, line)}`);
    at += 1;
  }
  const [status] = await ended;
  // 1 says that some records were malformed: their results say so too.
  if (status !== 0 && status !== 1) process.exitCode = status ?? 3;
  else if (at !== positions.length) throw new Error(`${at} results of ${positions.length} records`);
  else if (existsSync(ledgerFile)) {
    for await (const ledger of lines(createReadStream(ledgerFile))) {
      if (ledger.length > 0) await output.write(`-1\t${ledger}`);
    }
  }
  await output.flush();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Parts ledgers from records, into files, and gives the position of each record. */
async function partition() {
  const positions = [];
  const files = [createWriteStream(ledgerFile), createWriteStream(recordFile)];
  const [ledgers, records] = files.map((file) => new LineWriter(file));
  // The command refuses a file of ledgers that was cut off to nothing: none are an empty line.
  await ledgers.write('');
  // A mark is passed over at the beginning of a file: no record may come to stand there.
  await records.write('');
  for await (const keyed of lines(process.stdin)) {
    const [afterKey, afterIndex, afterLine] = tabsIn(keyed);
    const index = Number(keyed.subarray(afterKey, afterIndex));
    const line = Number(keyed.subarray(afterIndex, afterLine));
    if (!Number.isSafeInteger(index)) throw new Error(`expected a line of key.js, got ${keyed}`);
    const text = keyed.subarray(afterLine);
    if (index < 0) await ledgers.write(text);
    else {
      positions.push({ index, line });
      await records.write(text);
    }
  }
  await ledgers.flush();
  await records.flush();
  await Promise.all(files.map((file) => once(file.end(), 'finish')));
  return positions;
}

/** Where the text begins that follows each of the first three tabs. */
function tabsIn(keyed) {
  const after = [];
  for (let from = 0; after.length < 3; ) {
    from = keyed.indexOf('\t', from) + 1;
    after.push(from);
  }
  return after;
}

/** A result with the position that its record has in the whole file. */
function placed(result, index, line) {
  return result
    .replace(/^(\{"ok":(?:true|false),"index":)\d+/, `$1${index}`)
    .replace(/^(\{"ok":false,"index":\d+,"line":)\d+/, `$1${line}`);
}
