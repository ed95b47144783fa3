// Many cancellations, made by SQL, written to Parquet and CSV and read back: how quick the functions are
// beside plain SQL in the same process, and what becomes of the malformed rows.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const CALL = 'paid, currency, term, purchased_on, canceled_on, used, consumed';

// One row in a hundred is malformed, each of eight kinds in turn.
const make = (rows) => `
  CREATE OR REPLACE TABLE made AS
  WITH whole AS (
    SELECT
      i AS id,
      CASE WHEN i % 100 = 99 THEN i // 100 % 8 END AS fault,
      DATE '2023-01-01' + (i * 7 % 1096)::INTEGER AS bought
    FROM range(${rows}) made(i)
  )
  SELECT
    id,
    fault,
    CASE fault WHEN 0 THEN NULL WHEN 1 THEN -1 ELSE (id * 104729 % 9000000 + 1)::DECIMAL(18, 2) / 100 END
      ::DECIMAL(18, 2) AS paid,
    CASE fault WHEN 2 THEN 'usd' ELSE 'USD' END AS currency,
    CASE fault WHEN 3 THEN 'P2Y' ELSE ['P1Y', 'P3Y', 'P5Y'][1 + id % 3] END AS term,
    CASE fault WHEN 4 THEN NULL ELSE bought END AS purchased_on,
    bought + CASE fault WHEN 5 THEN -1 ELSE id * 13 % 380 END::INTEGER AS canceled_on,
    CASE fault WHEN 6 THEN NULL ELSE id % 2 = 0 END AS used,
    CASE fault WHEN 7 THEN NULL ELSE id % 6 * 10000 END::DECIMAL(18, 2) AS consumed
  FROM whole`;

/** Runs everything on so many rows, each query so many times, and gives the figures. */
export async function measureRows(connection, rows, rounds) {
  const all = async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJson();
  const one = async (sql) => (await all(sql))[0];
  const folder = mkdtempSync(join(tmpdir(), 'partner-rules-duckdb-'));
  try {
    await connection.run(make(rows));
    await connection.run(`COPY made TO '${folder}/made.parquet' (FORMAT parquet)`);
    await connection.run(`COPY made TO '${folder}/made.csv'`);
    await connection.run(`
      CREATE OR REPLACE TEMP VIEW parquet AS FROM '${folder}/made.parquet';
      CREATE OR REPLACE TEMP VIEW csv AS FROM read_csv('${folder}/made.csv', all_varchar = true);
      CREATE OR REPLACE TEMP VIEW csv_cast AS SELECT
        id, try_cast(paid AS DECIMAL(18, 2)) AS paid, term,
        try_cast(purchased_on AS DATE) AS purchased_on, try_cast(canceled_on AS DATE) AS canceled_on,
        try_cast(used AS BOOLEAN) AS used, try_cast(consumed AS DECIMAL(18, 2)) AS consumed
      FROM csv`);

    const sums = {
      'Parquet: plain SQL, DOUBLE': `SELECT sum(refund) FROM plain_refunds('parquet')`,
      'Parquet: plain SQL, whole cents': `SELECT sum(refund) FROM exact_refunds('parquet')`,
      'Parquet: refund()': `SELECT sum(refund(${CALL})) FROM parquet`,
      'Parquet: refund_quote()': `SELECT sum(refund_quote(${CALL}).refund) FROM parquet`,
      'CSV: plain SQL, whole cents': `SELECT sum(refund) FROM exact_refunds('csv_cast')`,
      'CSV: refund() of the text': `SELECT sum(refund(${CALL})) FROM csv`,
    };
    return {
      rows,
      seconds: await timed(all, sums, rounds),
      parquet: await one(tally('parquet')),
      csv: await one(tally('csv')),
      issues: await all(`
        SELECT issue.path, issue.code, count(*)::INTEGER AS rows
        FROM (SELECT unnest(refund_quote(${CALL}).issues) AS issue FROM parquet)
        GROUP BY ALL ORDER BY ALL`),
      exact: await one(beside('exact_refunds')),
      plain: await one(beside('plain_refunds')),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Every row has an answer or an issue: what is refunded, refused and malformed adds up to the rows. */
const tally = (view) => `
  SELECT
    count(*)::INTEGER AS rows,
    count(quote.row)::INTEGER AS refunded,
    count(quote.reason)::INTEGER AS refused,
    count(*) FILTER (len(quote.issues) > 0)::INTEGER AS malformed,
    sum(quote.refund)::DECIMAL(38, 2) AS total
  FROM (SELECT refund_quote(${CALL}) AS quote FROM ${view})`;

/** What plain SQL says otherwise of well-formed rows, and what it pays for malformed ones. */
const beside = (macro) => `
  SELECT
    count(*) FILTER (fault IS NULL AND plain.refund::DECIMAL(18, 2) <> ours.refund)::INTEGER AS differ,
    count(*) FILTER (fault IS NOT NULL AND plain.refund IS NOT NULL)::INTEGER AS malformed_answered,
    sum(plain.refund) FILTER (fault IS NOT NULL)::DECIMAL(38, 2) AS malformed_total
  FROM ${macro}('parquet') AS plain
  JOIN (SELECT id, fault, refund(${CALL}) AS refund FROM parquet) AS ours USING (id)`;

/** The median seconds of each query, which take turns. */
async function timed(ask, queries, rounds) {
  const seconds = Object.fromEntries(Object.keys(queries).map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, sql] of Object.entries(queries)) {
      const start = performance.now();
      await ask(sql);
      seconds[name].push((performance.now() - start) / 1000);
    }
  }
  const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
  return Object.fromEntries(Object.entries(seconds).map(([name, all]) => [name, median(all)]));
}
