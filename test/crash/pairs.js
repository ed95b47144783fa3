// Pairs of runs that start at the same moment on one ledger, for the same customer: together they ask
// for more than the limit.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from './check.js';
import { exportedFrom, startSettle } from './settle.js';

const REFUND = 40_000;
const LIMIT = 50_000;
const REFUSED = /^partner-rules: .* is (in use|about to be used) by another run.*\n$/;

/** Runs pairs on a ledger file or, if its name ends in `.db`, a database. */
export async function checkPairs(folder, random, name, pairs) {
  const at = (file) => join(folder, file);
  const ledger = at(name);
  const isDatabase = name.endsWith('.db');
  const faults = [];
  const seen = { refused: 0, waited: 0 };
  const printed = new Map();

  for (let pair = 0; pair < pairs; pair += 1) {
    const customer = `customer-${pair}`;
    const fault = (what) => faults.push(`pair ${pair}: ${what}`);
    // Every other pair waits for each other; a file is refused at once otherwise.
    const waits = isDatabase || random() < 0.5;
    const start = (side) => {
      const input = at(`in-${side}`);
      writeFileSync(input, `${JSON.stringify(recordOf(`CR-${pair}-${side}`, customer))}\n`);
      const more = waits && !isDatabase ? ['--wait', '60'] : [];
      return startSettle({ ledger, input, out: at(`out-${side}`), more });
    };
    const runs = ['a', 'b'].map((side) => ({ side, run: start(side) }));
    for (const { side, run } of runs) {
      const { status, stderr } = await run.done;
      const out = readFileSync(at(`out-${side}`), 'utf8');
      if (status === 0) {
        keep(printed, customer, out);
        if (waits) seen.waited += 1;
        continue;
      }
      seen.refused += 1;
      if (waits || status !== 3) fault(`${side}: exit ${status}, ${stderr}`);
      if (!REFUSED.test(stderr)) fault(`${side}: told ${stderr}`);
      if (out !== '') fault(`${side}: printed although it was refused`);
    }
  }

  const ledgers = await exportedFrom(ledger);
  for (const [customer, paid] of printed) {
    if (paid > LIMIT) faults.push(`${customer}: ${paid} USD paid`);
    const kept = ledgers.get(customer)?.days.map(({ usd }) => Number(usd)) ?? [];
    if (kept.length !== 1 || kept[0] !== paid) {
      faults.push(`${customer}: printed ${paid} USD, kept ${kept}`);
    }
  }
  if (printed.size !== pairs)
    faults.push(`${pairs - printed.size} pairs of which no run was answered`);
  console.log(
    `${name}: pairs ${pairs}, runs refused ${seen.refused}, runs that waited ${seen.waited}`,
  );
  check(`${name}: nobody above the limit, nothing printed by a refused run`, faults, []);
}

function recordOf(id, customerId) {
  return {
    ...{ id, customerId, paid: `${REFUND}.00`, currency: 'USD', term: 'P1Y', used: false },
    ...{ purchasedOn: '2025-01-01', canceledOn: '2025-01-03' },
  };
}

/** Adds up what was printed for a customer. */
function keep(printed, customer, out) {
  const { quote } = JSON.parse(out);
  printed.set(customer, (printed.get(customer) ?? 0) + Number(quote.refund));
}
