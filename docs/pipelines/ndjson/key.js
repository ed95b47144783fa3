// The mapper: puts before each record the customer by whom it is to be partitioned, and its position.
// Usage: node key.js [LEDGERS] < RECORDS
// Each line that comes out is KEY, INDEX, LINE and the text itself, parted by tabs. Ledgers come first,
// with an index of -1. What names no customer has the key "".

import { createReadStream, existsSync } from 'node:fs';
import { LineWriter } from './line-writer.js';
import { lines } from './lines.js';

const output = new LineWriter(process.stdout);
const MARK = Buffer.from('\uFEFF');

/** The customer as the command reads it: of two fields of one name JSON takes the last. */
function keyOf(text) {
  try {
    const { customerId } = JSON.parse(text);
    if (typeof customerId === 'string') return JSON.stringify(customerId);
  } catch {
    // The command will say what is wrong with it.
  }
  return '""';
}

async function printLine(index, line, text) {
  await output.write(
    Buffer.concat([Buffer.from(`${keyOf(text.toString())}\t${index}\t${line}\t`), text]),
  );
}

const [ledgers] = process.argv.slice(2);
if (ledgers !== undefined && existsSync(ledgers)) {
  for await (const ledger of lines(createReadStream(ledgers))) {
    if (ledger.length > 0) await printLine(-1, 0, ledger);
  }
}
let index = 0;
let line = 0;
for await (const bytes of lines(process.stdin)) {
  line += 1;
  const text = line === 1 && bytes.indexOf(MARK) === 0 ? bytes.subarray(MARK.length) : bytes;
  if (text.toString().trim() === '') continue; // the command passes over it
  await printLine(index, line, text);
  index += 1;
}
await output.flush();
