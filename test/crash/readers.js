// Readers that have seen enough, and those that nobody can tell anything.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from './check.js';
import { linesOf, shell } from './settle.js';

const CLOSED_PIPE = 141;

export async function checkReaders(folder, random) {
  const ledger = join(folder, 'ledger');
  const input = join(folder, 'in');
  const facts = { count: 3_000, customers: 300, days: 60 };
  writeFileSync(input, linesOf(random, { ...facts, first: 0 }));
  await shell('settle --ledger "$LEDGER" "$IN"', { LEDGER: ledger, IN: input });
  const before = readFileSync(ledger, 'utf8');
  writeFileSync(input, linesOf(random, { ...facts, first: 60 }));

  for (const reader of ['head -n 1', 'head -c 100000', 'head -n 200', 'true']) {
    const { status, stderr } = await shell(
      `settle --ledger "$LEDGER" "$IN" | ${reader} > /dev/null; exit \${PIPESTATUS[0]}`,
      { LEDGER: ledger, IN: input },
    );
    check(
      `| ${reader}: exit ${CLOSED_PIPE}, not a word, the old ledger`,
      [status, stderr, readFileSync(ledger, 'utf8') === before],
      [CLOSED_PIPE, '', true],
    );
  }

  const unheard = { LEDGER: ledger };
  for (const stderr of ['2> /dev/full', '2>&-', '2> >(true)']) {
    const { status } = await shell(`settle --ledger "$LEDGER" no-such-file ${stderr}`, unheard);
    check(`a problem that cannot be told (${stderr}): exit 2`, status, 2);
  }
}
