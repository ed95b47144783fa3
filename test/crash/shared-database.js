// Several processes settle into one database at once, and are killed at random moments and started
// again until all are through: the end is that of a single run.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { check } from './check.js';
import { exportedFrom, linesOf, startSettle } from './settle.js';

const PROCESSES = 4;
const DAYS = 120;
const LIMIT = 50_000;
/** What all processes refund to the same customers, on one day, so that any order of records does. */
const SHARED = 20;

export async function checkSharedDatabase(folder, random, records, kills) {
  const at = (name) => join(folder, name);
  const inputs = Array.from({ length: PROCESSES }, (_, n) => {
    const facts = { count: records, customers: Math.ceil(records / 20), first: 0, days: DAYS };
    const own = linesOf(random, facts).replaceAll('고객-', `customer-${n}-`).trimEnd().split('\n');
    const shared = Array.from({ length: 2 * SHARED }, (_, at) => sharedRecord(n, at, random));
    const lines = own.flatMap((line, at) =>
      at % 37 === 0 && shared.length > 0 ? [line, shared.pop()] : [line],
    );
    writeFileSync(at(`in-${n}`), `${lines.join('\n')}\n`);
    return at(`in-${n}`);
  });

  const calm = [];
  for (const [n, input] of inputs.entries()) {
    await startSettle({ ledger: at('calm.db'), input, out: at(`calm-${n}`) }).done;
    calm.push(ownResults(at(`calm-${n}`)));
  }

  const seen = { kills: 0, runs: 0 };
  const faults = [];
  const more = ['--wait', '120'];
  await Promise.all(
    inputs.map(async (input, n) => {
      let left = Math.ceil(kills / PROCESSES);
      for (;;) {
        seen.runs += 1;
        const { child, done } = startSettle({
          ledger: at('l.db'),
          input,
          out: at(`out-${n}`),
          more,
        });
        if (left > 0) {
          left -= 1;
          await Promise.race([setTimeout(100 + random() * 1_500), done]);
          child.kill('SIGKILL');
        }
        const { status, signal, stderr } = await done;
        if (signal === 'SIGKILL') seen.kills += 1;
        else if (status !== 0) faults.push(`process ${n}: exit ${status}, ${stderr}`);
        if (signal !== 'SIGKILL' && left === 0) return;
      }
    }),
  );

  for (const [n, expected] of calm.entries()) {
    const results = ownResults(at(`out-${n}`));
    if (!isDeepStrictEqual(results, expected)) faults.push(`process ${n}: other results`);
  }
  const [ledgers, expected] = [await exportedFrom(at('l.db')), await exportedFrom(at('calm.db'))];
  if (ledgers.size !== expected.size)
    faults.push(`${ledgers.size} customers, not ${expected.size}`);
  for (const [customer, ledger] of expected) {
    const own = ledgers.get(customer);
    if (!customer.startsWith('shared-')) {
      if (!isDeepStrictEqual(own, ledger)) faults.push(`${customer}: another ledger`);
      continue;
    }
    const used = own.days.reduce((sum, { usd }) => sum + Number(usd), 0);
    if (used > LIMIT) faults.push(`${customer}: ${used} USD paid`);
    if (own.ids.length !== ledger.ids.length) faults.push(`${customer}: ${own.ids.length} answers`);
  }
  console.log(
    `processes ${PROCESSES} of ${records} records at once on one database, kills ${seen.kills}, runs ${seen.runs}`,
  );
  check('results and ledgers are those of a single run without kills', faults, []);
}

function sharedRecord(process, at, random) {
  return JSON.stringify({
    ...{ id: `CR-shared-${process}-${at}`, customerId: `shared-${at % SHARED}` },
    ...{ paid: `${5_000 + Math.floor(random() * 20_000)}.00`, currency: 'USD', term: 'P1Y' },
    ...{ used: false, purchasedOn: '2025-01-01', canceledOn: '2025-01-03' },
  });
}

/** What was answered for the customers of one process only, whether for the first time or again. */
function ownResults(path) {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
    .filter(({ customerId }) => !customerId.startsWith('shared-'))
    .map(({ id, ok, quote }) => ({ id, ok, quote }));
}
