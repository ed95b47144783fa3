// Where plain SQL gets refunds wrong: each a pair of queries over the same facts, of which the first is
// how one would write it, and the second asks the rules. `says` is what the two answer.

export const counterExamples = [
  {
    title: 'a DOUBLE falls below the tie of a cent',
    facts:
      '49.41 USD, 2024-01-01 for a year of 366 days, used, cancelled on day 5: 49.41 × 361 ÷ 366 is just 48.735',
    plain: `SELECT round(49.41 * 361 / 366, 2)`,
    ours: `SELECT refund(49.41, 'USD', 'P1Y', DATE '2024-01-01', DATE '2024-01-06', true, 0)`,
    says: ['48.73', '48.74'],
  },
  {
    title: 'half a cent is rounded up, not to even',
    facts:
      '1.83 USD, cancelled on day 1, used: 1.83 × 365 ÷ 366 is just 1.825; in whole cents, so that no DOUBLE is to blame',
    plain: `SELECT ((183 * 365 * 2 + 366) // (366 * 2))::DECIMAL(18, 2) / 100`,
    ours: `SELECT refund(1.83, 'USD', 'P1Y', DATE '2024-01-01', DATE '2024-01-02', true, 0)`,
    says: ['1.83', '1.82'],
  },
  {
    title: 'a year is taken to have 365 days',
    facts: '12,000.00 USD, 2023-03-15 for a year, cancelled on 2024-03-14, its last day',
    plain: `SELECT round(12000.00 * (365 - (DATE '2024-03-14' - DATE '2023-03-15')) / 365, 2)`,
    ours: `SELECT refund(12000.00, 'USD', 'P1Y', DATE '2023-03-15', DATE '2024-03-14', true, 0)`,
    says: ['0', '28.86'],
  },
  {
    title: 'the year of a 29 February is never over',
    facts: '12,000.00 USD, 2024-02-29 for a year, cancelled on 2025-02-28, the day after its last',
    plain: `SELECT CASE WHEN age(DATE '2025-02-28', DATE '2024-02-29') >= INTERVAL 1 YEAR THEN 'over' ELSE 'not over' END`,
    ours: `SELECT refund_quote(12000.00, 'USD', 'P1Y', DATE '2024-02-29', DATE '2025-02-28', true, 0).reason`,
    says: ['not over', 'term-ended'],
  },
  {
    title: 'the year of a 29 February ends the whole query',
    facts: 'the same, a day before, with the term end made of its parts: 1 of 365 days remains',
    plain: `SELECT make_date(year(bought) + 1, month(bought), day(bought)) FROM (SELECT DATE '2024-02-29' AS bought)`,
    ours: `SELECT refund(12000.00, 'USD', 'P1Y', DATE '2024-02-29', DATE '2025-02-27', true, 0)`,
    says: ['Conversion Error: Date out of range: 2025-2-29', '28.93'],
  },
  {
    title: 'elapsed days are no calendar days',
    facts:
      '12,000.00 USD, bought on 2025-01-01 at 23:00 UTC, cancelled on 2025-01-07 at 01:00 UTC, unused: 5 days and 2 hours, but day 6',
    plain: `SELECT CASE WHEN date_sub('day', TIMESTAMPTZ '2025-01-01 23:00:00Z', TIMESTAMPTZ '2025-01-07 01:00:00Z') <= 5 THEN 12000.00 END`,
    ours: `SELECT refund(12000.00, 'USD', 'P1Y', TIMESTAMPTZ '2025-01-01 23:00:00Z', TIMESTAMPTZ '2025-01-07 01:00:00Z', false, 0)`,
    says: ['12000.00', '10386.41'],
  },
  {
    title: 'the day depends on the time zone of the session',
    facts:
      'the same from 2025-01-01 at 20:00 UTC, in a session of Asia/Seoul, where that is 2 January',
    zone: 'Asia/Seoul',
    plain: `SELECT CASE WHEN TIMESTAMPTZ '2025-01-07 10:00:00Z'::DATE - TIMESTAMPTZ '2025-01-01 20:00:00Z'::DATE <= 5 THEN 12000.00 END`,
    ours: `SELECT refund(12000.00, 'USD', 'P1Y', TIMESTAMPTZ '2025-01-01 20:00:00Z', TIMESTAMPTZ '2025-01-07 10:00:00Z', false, 0)`,
    says: ['12000.00', '10386.41'],
  },
  {
    title: 'what was refused counts against the limit',
    facts:
      '40,000, 20,000 and 45,000 USD come back on 2025-01-10, 2025-01-20 and 2026-01-15, when the first is given back: of the second only 10,000 were paid',
    plain: `SELECT sum(paid) FROM (
      SELECT greatest(0, least(paid, 50000 - coalesce(sum(paid) OVER (
        ORDER BY canceled_on RANGE BETWEEN INTERVAL 364 DAYS PRECEDING AND INTERVAL 1 DAY PRECEDING
      ), 0))) AS paid
      FROM claims)`,
    ours: `SELECT sum((result ->> '$.quote.refund')::DECIMAL(18, 2)) FROM (
      SELECT unnest(settle_refunds(list(record ORDER BY canceled_on))) AS result FROM claims)`,
    says: ['80000.00', '90000.00'],
  },
  {
    title: 'the year of the limit is 365 days, not INTERVAL 1 YEAR',
    facts: '50,000 USD come back on 2023-06-01, and 10,000 on 2024-05-31, which is 365 days later',
    plain: `SELECT CASE WHEN DATE '2023-06-01' > DATE '2024-05-31' - INTERVAL 1 YEAR THEN 50000.00 ELSE 60000.00 END`,
    ours: `SELECT sum((result ->> '$.quote.refund')::DECIMAL(18, 2)) FROM (
      SELECT unnest(settle_refunds(list(record ORDER BY canceled_on))) AS result FROM leap_claims)`,
    says: ['50000.00', '60000.00'],
  },
  {
    title: 'after the term the refund is below zero',
    facts: '12,000.00 USD, 2025-01-01 for a year, cancelled on 2026-01-31',
    plain: `SELECT round(12000.00 * (DATE '2026-01-01' - DATE '2026-01-31') / 365, 2)`,
    ours: `SELECT refund_quote(12000.00, 'USD', 'P1Y', DATE '2025-01-01', DATE '2026-01-31', true, 0).reason`,
    says: ['-986.3', 'term-ended'],
  },
  {
    title: 'a price that is not known is refunded up to the limit',
    facts: 'NULL USD, 2025-01-01 for a year, cancelled on day 1: least() passes over what is NULL',
    plain: `SELECT least(NULL::DECIMAL(18, 2), 50000.00)`,
    ours: `SELECT refund_quote(NULL, 'USD', 'P1Y', DATE '2025-01-01', DATE '2025-01-02', false, 0).issues[1].message`,
    says: [
      '50000.00',
      'paid: expected an amount in USD of at most 15 whole digits and 2 decimals, got null',
    ],
  },
  {
    title: 'a cast rounds a malformed price',
    facts: "'12000.005' USD, unused, cancelled on day 1",
    plain: `SELECT '12000.005'::DECIMAL(18, 2)`,
    ours: `SELECT refund_quote('12000.005', 'USD', 'P1Y', '2025-01-01', '2025-01-02', false, 0).issues[1].code`,
    says: ['12000.01', 'too-many-decimals'],
  },
];

/** Unused reservations that come back a day after they were bought, with their records for `settle_refunds`. */
const claims = (table, values) => `
  CREATE OR REPLACE TEMP TABLE ${table} AS
  SELECT paid, canceled_on, json_object(
    'customerId', 'contoso', 'paid', paid::VARCHAR, 'currency', 'USD', 'term', 'P1Y',
    'purchasedOn', (canceled_on - 1)::VARCHAR, 'canceledOn', canceled_on::VARCHAR, 'used', false
  ) AS record
  FROM (VALUES ${values}) AS given(paid, canceled_on)`;

/** Asks both queries of each counter-example: what they answer, or the error that ends them. */
export async function askAll(connection) {
  await connection.run(
    claims(
      'claims',
      `(40000.00, DATE '2025-01-10'), (20000.00, DATE '2025-01-20'), (45000.00, DATE '2026-01-15')`,
    ),
  );
  await connection.run(
    claims('leap_claims', `(50000.00, DATE '2023-06-01'), (10000.00, DATE '2024-05-31')`),
  );
  const answers = [];
  for (const { zone = 'UTC', plain, ours } of counterExamples) {
    await connection.run(`SET TimeZone = '${zone}'`);
    answers.push([await answerTo(connection, plain), await answerTo(connection, ours)]);
  }
  await connection.run(`SET TimeZone = 'UTC'`);
  return answers;
}

async function answerTo(connection, sql) {
  try {
    const [[answer]] = (await connection.runAndReadAll(sql)).getRowsJson();
    return withCents(String(answer));
  } catch (error) {
    return error.message;
  }
}

/** Amounts of the functions have four decimals, for the currencies that do. */
const withCents = (text) => text.replace(/^(-?\d+\.\d\d)00$/, '$1');
