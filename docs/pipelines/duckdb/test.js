import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { quoteRefund, tryQuoteRefund } from '../../../dist/index.js';
import { askAll, counterExamples } from './counter-examples.js';
import { measureRows } from './million.js';
import { openDuckDB } from './open-duckdb.js';
import { sample } from './sample.js';

let connection;
before(async () => {
  connection = await openDuckDB();
});
after(() => connection.closeSync());

const ask = async (sql, of = connection) => (await of.runAndReadAll(sql)).getRowsJson();
const askOne = async (sql, of) => (await ask(sql, of))[0][0];

test('the README’s first call says what the library says', async () => {
  const call = `refund(12000.00, 'USD', 'P1Y', DATE '2025-01-01', DATE '2025-01-07', false, 0)`;
  assert.ok(readFileSync(new URL('README.md', import.meta.url), 'utf8').includes(call));
  assert.equal(await askOne(`SELECT ${call}`), '10386.4100');
});

test('every row of the sample has a refund or its issues', async () => {
  const rows = await sample(connection);
  assert.equal(rows.length, 14);
  assert.deepEqual(
    rows.filter(({ refund }) => refund !== null).map(({ refund }) => refund),
    ['12000', '11835.62', '10386.41', '5294.47', '2000', '0', '2418', '704000'].map((amount) =>
      Number(amount).toFixed(4),
    ),
  );
  assert.deepEqual(
    rows.filter(({ refund }) => refund === null).map(({ said }) => said),
    [
      'paid malformed-amount',
      'paid too-many-decimals',
      'purchasedOn no-such-day',
      'term unknown-value, used wrong-type',
      'usdRate malformed-rate',
      'used wrong-type, consumedRefunds malformed-amount',
    ],
  );
});

test('plain SQL and the rules answer each counter-example as the README says', async () => {
  const answers = await askAll(connection);
  assert.deepEqual(
    answers,
    counterExamples.map(({ says }) => says),
  );
  const page = readFileSync(new URL('README.md', import.meta.url), 'utf8');
  for (const { title, says } of counterExamples) {
    assert.notEqual(says[0], says[1]);
    const row = page.split('\n').find((line) => line.startsWith(`| ${title} |`));
    assert.ok(row?.includes(`| \`${says[0]}\` | \`${says[1]}\` |`), `the README on: ${title}`);
  }
});

const seed = { value: 1 };
function anyOf(values) {
  seed.value = (seed.value * 48_271) % 2_147_483_647;
  return values[seed.value % values.length];
}

const currencies = ['USD', 'USD', 'EUR', 'JPY', 'KWD', 'CLF', 'usd', null];
const prices = [
  '0',
  '0.01',
  '1.83',
  '12000',
  '49.41',
  '150000.005',
  '-1',
  '99999999999999.99',
  null,
];
const days = [
  '2023-12-31',
  '2024-02-28',
  '2024-02-29',
  '2024-03-05',
  '2025-02-27',
  '2025-02-28',
  null,
];

function anyRecord() {
  return {
    paid: anyOf(prices),
    currency: anyOf(currencies),
    term: anyOf(['P1Y', 'P3Y', 'P5Y', 'P5Y', 'P2Y', null]),
    purchasedOn: anyOf(days),
    canceledOn: anyOf(days),
    used: anyOf([true, false, null]),
    consumedRefunds: anyOf(['0', '0', '49999.99', '60000', '0.001', null]),
    usdRate: anyOf(['1', '1', '1.0845', '0.0067', '0', null]),
    product: anyOf(['VirtualMachines', 'RedHat', 'Bicycles', null]),
  };
}

/** What the library says of a record, as `refund_quote` tells it. */
function expected(record, options) {
  const facts = { ...record };
  if (facts.usdRate === null && facts.currency === 'USD') delete facts.usdRate;
  for (const name of ['usdRate', 'consumedRefunds', 'product']) {
    if (facts[name] === null) facts[name] = 'NULL';
  }
  const parsed = tryQuoteRefund(facts, options);
  if (!parsed.ok) return parsed.issues.map(({ path, code }) => `${path.join('.')} ${code}`);
  const { allowed, row, reason, refund, credit, fee, withheld } = parsed.value;
  return [...[refund, credit, fee, withheld].map(withFourDecimals), allowed ? row : reason];
}

function told({ refund, credit, fee, withheld, row, reason, issues }) {
  if (issues.length > 0) return issues.map(({ path, code }) => `${path} ${code}`);
  return [refund, credit, fee, withheld, row ?? reason];
}

function withFourDecimals(amount) {
  const [whole, decimals = ''] = amount.split('.');
  return `${whole}.${decimals.padEnd(4, '0')}`;
}

const literal = (value) => (value === null ? 'NULL' : `'${value}'`);
const types = {
  paid: 'DECIMAL(19, 3)',
  currency: 'VARCHAR',
  term: 'VARCHAR',
  purchasedOn: 'DATE',
  canceledOn: 'DATE',
  used: 'BOOLEAN',
  consumedRefunds: 'DECIMAL(18, 3)',
  usdRate: 'DECIMAL(18, 12)',
  product: 'VARCHAR',
};

for (const policy of ['partner-center-2020-08', 'azure-2020-07', 'partner-center-2018-10']) {
  test(`typed columns, text and single quotes say the same under ${policy}`, async () => {
    const options = { policy };
    const own = await openDuckDB(options);
    try {
      const records = Array.from({ length: 2_000 }, anyRecord);
      const names = Object.keys(types);
      const rows = records.map(
        (record, at) => `(${at}, ${names.map((name) => literal(record[name])).join(', ')})`,
      );
      await own.run(`CREATE TABLE texts AS FROM (VALUES ${rows}) AS t(id, ${names})`);
      const casts = names.map((name) => `${name}::${types[name]} AS ${name}`);
      await own.run(`CREATE TABLE typed AS SELECT id, ${casts} FROM texts`);
      const wanted = records.map((record) => expected(record, options));
      assert.ok(wanted.some(([first]) => first === '0.0000'));
      for (const table of ['typed', 'texts']) {
        const quotes = await ask(`SELECT refund_quote(${names}) FROM ${table} ORDER BY id`, own);
        assert.deepEqual(
          quotes.map(([quote]) => told(quote)),
          wanted,
        );
        const refunds = await ask(`SELECT refund(${names}) FROM ${table} ORDER BY id`, own);
        assert.deepEqual(
          refunds.map(([refund]) => refund),
          quotes.map(([quote]) => quote.refund),
        );
      }
    } finally {
      own.closeSync();
    }
  });
}

const call = (paid, consumed = '0') =>
  `refund_quote(${paid}, 'USD', 'P1Y', DATE '2025-01-01', DATE '2025-01-07', false, ${consumed})`;

test('amounts come as any exact type, as text, or as a DOUBLE that was not rounded', async () => {
  const types = [
    'TINYINT',
    'SMALLINT',
    'INTEGER',
    'BIGINT',
    'HUGEINT',
    'DECIMAL(4, 1)',
    'DECIMAL(9, 2)',
  ];
  for (const type of [...types, 'DECIMAL(18, 4)', 'DECIMAL(38, 9)', 'VARCHAR', 'DOUBLE']) {
    const { fee } = await askOne(`SELECT ${call(`100::${type}`, `0::${type}`)}`);
    assert.equal(fee, '11.8000', type);
  }
  const { issues } = await askOne(`SELECT ${call('0.1::DOUBLE + 0.2::DOUBLE')}`);
  assert.equal(issues[0].code, 'imprecise-number');
});

test('a price of the most digits is quoted to the cent', async () => {
  const quote = await askOne(`SELECT ${call('999999999999999.99')}`);
  const { credit, fee } = quoteRefund({
    paid: '999999999999999.99',
    currency: 'USD',
    term: 'P1Y',
    purchasedOn: '2025-01-01',
    canceledOn: '2025-01-07',
    used: false,
  });
  assert.deepEqual([quote.credit, quote.fee], [credit, fee].map(withFourDecimals));
});

test('a bare NULL, a time without a zone and a tenth argument are told apart from facts', async () => {
  const codes = async (sql) => (await askOne(sql)).issues.map(({ code }) => code);
  assert.deepEqual(await codes(`SELECT ${call('NULL')}`), ['wrong-type']);
  assert.deepEqual(
    await codes(
      `SELECT refund_quote(1, 'USD', 'P1Y', TIMESTAMP '2025-01-01 00:00:00', DATE '2025-01-07', false, 0)`,
    ),
    ['malformed-day'],
  );
  const many = `refund(1, 'USD', 'P1Y', DATE '2025-01-01', DATE '2025-01-07', false, 0, 1, 'MySql', 1)`;
  await assert.rejects(ask(`SELECT ${many}`), /at most 9 arguments/);
});

test('the JSON form is the whole answer of the library', async () => {
  const facts = {
    paid: '12000.00',
    currency: 'USD',
    term: 'P1Y',
    purchasedOn: '2025-01-01',
    canceledOn: '2025-01-07',
    used: false,
    consumedRefunds: '0',
  };
  const list = Object.values(facts).map((value) => (value === false ? 'false' : `'${value}'`));
  assert.deepEqual(JSON.parse(await askOne(`SELECT refund_json(${list})`)), tryQuoteRefund(facts));
});

test('of many rows none is lost, and none is another than in exact arithmetic', async () => {
  const { parquet, csv, issues, exact, plain } = await measureRows(connection, 100_000, 1);
  assert.deepEqual(csv, parquet);
  assert.equal(parquet.rows, 100_000);
  assert.equal(parquet.malformed, 1_000);
  assert.equal(parquet.refunded + parquet.refused + parquet.malformed, parquet.rows);
  assert.deepEqual(
    issues.map(({ rows }) => rows),
    Array(8).fill(125),
  );
  assert.equal(exact.differ, 0);
  assert.ok(plain.differ > 0);
  assert.equal(exact.malformed_answered, 1_000); // which is why it is not enough
});
