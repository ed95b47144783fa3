// Quotes the sample file, shows where plain SQL gets refunds wrong, and measures a million rows (or as
// many as are asked for) beside plain SQL. Usage: node run.js [rows]

import { askAll, counterExamples } from './counter-examples.js';
import { measureRows } from './million.js';
import { openDuckDB } from './open-duckdb.js';
import { sample } from './sample.js';

const ROUNDS = 3;
const BASIS = 'whole cents';

const connection = await openDuckDB();
try {
  const print = (line = '') => process.stdout.write(`${line}\n`);

  print('The sample file, read as text\n');
  for (const { id, refund, said } of await sample(connection)) {
    print(`${id}  ${(refund ?? 'NULL').padStart(13)}  ${said}`);
  }

  print('\nWhere plain SQL gets it wrong');
  for (const [at, [plain, ours]] of (await askAll(connection)).entries()) {
    const { title, facts } = counterExamples[at];
    print(`\n${title}: ${facts}`);
    print(`  plain SQL  ${plain}`);
    print(`  the rules  ${ours}`);
  }

  const rows = Number(process.argv[2] ?? 1_000_000);
  const measured = await measureRows(connection, rows, ROUNDS);
  print(
    `\n${rows} rows, by Parquet and by CSV; the median of ${ROUNDS} rounds, which take turns\n`,
  );
  const basis = (name) => `${name.split(':')[0]}: plain SQL, ${BASIS}`;
  for (const [name, seconds] of Object.entries(measured.seconds)) {
    const ratio = (seconds / measured.seconds[basis(name)]).toFixed(1);
    const million = ((seconds * 1e6) / rows).toFixed(2);
    print(`${name.padEnd(34)} ${million.padStart(6)} s a million ${ratio.padStart(6)} ×`);
  }

  print('\nWhat became of the rows');
  for (const from of ['parquet', 'csv'])
    print(`  ${from.padEnd(8)} ${JSON.stringify(measured[from])}`);
  for (const { path, code, rows: of } of measured.issues) print(`  ${of} × ${path}: ${code}`);
  const { exact, plain } = measured;
  print(
    `Plain SQL in DOUBLE says otherwise of ${plain.differ} well-formed rows, in whole cents of ${exact.differ}.`,
  );
  print(`It pays ${exact.malformed_total} USD for ${exact.malformed_answered} malformed rows.`);
} finally {
  connection.closeSync();
}
