// Deals lines out to files by their key: every line of a key into the same file, in order.
// Usage: node split.js PARTITIONS FOLDER < KEYED

import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { LineWriter } from './line-writer.js';
import { lines } from './lines.js';

const [partitions, folder] = process.argv.slice(2);
const files = Array.from({ length: Number(partitions) }, (_, at) => {
  return new LineWriter(createWriteStream(join(folder, `${at}.keyed`)));
});

/** Any function of the key will do. */
function hash(key) {
  let value = 0;
  for (const byte of key) value = (value * 31 + byte) % 1_000_003;
  return value;
}

const TAB = '\t';
for await (const line of lines(process.stdin)) {
  const key = line.subarray(0, line.indexOf(TAB));
  await files[hash(key) % files.length].write(line);
}
for (const file of files) await file.flush();
