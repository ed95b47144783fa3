import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('./', import.meta.url));
const partnerRules = fileURLToPath(new URL('../../../dist/cli.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'partner-rules-ndjson-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const at = (name) => join(folder, name);

const RECORDS = 20_000;
const CUSTOMERS = 300;
const DAYS = 500; // so that what is refunded first is given back before the end

/** Chance that is the same in every run. */
function chance(seed) {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

const dayOf = (offset) => new Date(Date.UTC(2024, 0, 1 + offset)).toISOString().slice(0, 10);

/** Cancellations in order of their days, one line in fifty not as it should be. */
function makeLines() {
  const random = chance(7);
  const lines = [];
  for (let n = 0; n < RECORDS; n += 1) {
    const canceled = Math.floor((n / RECORDS) * DAYS);
    const record = {
      id: `CR-${n}`,
      customerId: random(40) === 0 ? '고객 “quoted”\t\u2028' : `customer ${random(CUSTOMERS)}`,
      paid: `${random(9_000)}.${10 + random(90)}`,
      currency: 'USD',
      term: ['P1Y', 'P3Y', 'P5Y'][random(3)],
      purchasedOn: dayOf(canceled - random(300)),
      canceledOn: dayOf(canceled),
      used: random(2) === 0,
      meta: { customerId: 'somebody else' },
    };
    const text = JSON.stringify(record);
    lines.push(Buffer.from(n % 50 === 49 ? spoilt(text, record, lines, random) : text));
  }
  lines[0] = Buffer.concat([Buffer.from('\uFEFF'), lines[0]]); // passed over here, and only here
  return lines;
}

function spoilt(text, record, before, random) {
  const other = before[before.length - 1 - random(Math.min(before.length, 2_000))];
  const ways = [
    () => other, // delivered twice
    () => other.toString().replace('"used":true', '"used":false'), // perhaps with other facts
    () => text.slice(0, -20),
    () => text.replace(/"paid":"[^"]*"/, '"paid":"1e3"'),
    () => text.replace(record.canceledOn, '2024-02-30'),
    () => text.replace(/"customerId":"[^"]*",/, ''),
    () => text.replace('{', '{"customerId":"the first of two",'),
    () => text.replace('"customer ', '"\\u0063ustomer '),
    () => `\uFEFF${text}`,
    () => Buffer.concat([Buffer.from(text), Buffer.from([0xff])]),
    () => ' \t\r',
    () => `${text}\r`,
    () => 'null',
  ];
  return ways[random(ways.length)]();
}

const joined = (lines) => Buffer.concat(lines.flatMap((line) => [line, Buffer.from('\n')]));
const splitLines = (bytes) => {
  const lines = [];
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf('\n', from);
    lines.push(bytes.subarray(from, end));
    from = end + 1;
  }
  return lines;
};

function run(argv, input) {
  const { status, stdout, stderr } = spawnSync(process.execPath, argv, {
    input,
    maxBuffer: 2 ** 30,
  });
  assert.equal(String(stderr), '');
  return { status, stdout };
}

const made = makeLines();
writeFileSync(at('records.ndjson'), joined(made));

// The one run that every partitioning is held against.
const whole = run([partnerRules, 'settle', '--ledger', at('whole'), at('records.ndjson')]);
const wholeLedgers = readFileSync(at('whole'), 'utf8').trim().split('\n').sort().join('\n');

const keyed = splitLines(run([join(here, 'key.js')], joined(made)).stdout);
const keyOf = (line) => line.subarray(0, line.indexOf('\t')).toString();
const keys = [...new Set(keyed.map(keyOf))].sort();

function deal(lines, partitions, place) {
  const parts = Array.from({ length: partitions }, () => []);
  for (const line of lines) parts[place(keyOf(line)) % partitions].push(line);
  return parts;
}

/** Settles each partition by itself and gives results and ledgers, in order. */
function settled(parts) {
  const lines = parts
    .filter((part) => part.length > 0)
    .flatMap((part) => splitLines(run([join(here, 'settle.js')], joined(part)).stdout));
  const rows = lines.map((line) => {
    const tab = line.indexOf('\t');
    return { index: Number(line.subarray(0, tab)), text: line.subarray(tab + 1) };
  });
  rows.sort((a, b) => a.index - b.index);
  const texts = (isLedger) =>
    rows.filter(({ index }) => index < 0 === isLedger).map(({ text }) => text);
  return { results: joined(texts(false)), ledgers: texts(true) };
}

const sorted = (ledgers) => ledgers.map(String).sort().join('\n');

/** US cents. */
function totalOf(results) {
  return splitLines(results)
    .map((line) => JSON.parse(line))
    .filter(({ ok, repeated }) => ok && !repeated)
    .reduce((sum, { quote }) => sum + BigInt(quote.refund.replace('.', '')), 0n);
}

const placements = {
  'a sum of bytes': (key) => [...Buffer.from(key)].reduce((sum, byte) => sum + byte, 0),
  'a polynomial': (key) => [...Buffer.from(key)].reduce((h, b) => (h * 31 + b) % 1_000_003, 0),
  'ranges of keys': (key) => Math.floor((keys.indexOf(key) * 7) / keys.length),
  chance: atRandom(1),
};

function atRandom(seed) {
  const random = chance(seed);
  const places = new Map(keys.map((key) => [key, random(1_000)]));
  return (key) => places.get(key);
}

test('the whole file has what the test is about', () => {
  assert.equal(whole.status, 1);
  const results = splitLines(whole.stdout).map((line) => JSON.parse(line));
  assert.equal(results.length, keyed.length);
  assert.ok(results.length < RECORDS); // some lines are empty
  const codes = new Set(results.flatMap(({ issues = [] }) => issues.map(({ code }) => code)));
  const wanted = ['malformed-json', 'not-utf-8', 'malformed-amount', 'no-such-day'];
  for (const code of [...wanted, 'missing-field', 'id-conflict', 'not-an-object']) {
    assert.ok(codes.has(code), code);
  }
  const notes = new Set(results.flatMap(({ quote }) => quote?.notes ?? []));
  assert.deepEqual([...notes].sort(), ['limit-clipped', 'limit-reached', 'superseded']);
  assert.ok(results.some(({ repeated }) => repeated));
  assert.ok(totalOf(whole.stdout) > 0n);
});

for (const [name, place] of Object.entries(placements)) {
  for (const partitions of [2, 3, 7]) {
    test(`${partitions} partitions by ${name} give the bytes of the whole`, () => {
      const { results, ledgers } = settled(deal(keyed, partitions, place));
      assert.ok(results.equals(whole.stdout));
      assert.equal(totalOf(results), totalOf(whole.stdout));
      assert.equal(sorted(ledgers), wholeLedgers);
    });
  }
}

test('sorted by customer, as Hadoop hands lines over, they give the bytes of the whole', () => {
  const { stdout } = spawnSync('sort', ['-t', '\t', '-k', '1,1', '-k', '2,2n'], {
    input: joined(keyed),
    env: { ...process.env, LC_ALL: 'C' },
    maxBuffer: 2 ** 30,
  });
  const lines = splitLines(stdout);
  assert.notDeepEqual(lines[0], keyed[0]);
  const { results } = settled(deal(lines, 3, placements['ranges of keys']));
  assert.ok(results.equals(whole.stdout));
});

test('batches by day with the ledgers carried over, partitioned anew each time, give them too', () => {
  const random = chance(11);
  const names = Object.keys(placements);
  let ledgers = [];
  let results = Buffer.alloc(0);
  for (let batch = 0; batch < 10; batch += 1) {
    const from = Math.floor((batch * keyed.length) / 10);
    const to = Math.floor(((batch + 1) * keyed.length) / 10);
    writeFileSync(at('ledgers'), joined(ledgers));
    const state = splitLines(run([join(here, 'key.js'), at('ledgers')], '').stdout);
    assert.equal(state.length, ledgers.length);
    const lines = [...state, ...keyed.slice(from, to)];
    const place = placements[names[random(names.length)]];
    const after = settled(deal(lines, 1 + random(7), place));
    ledgers = after.ledgers;
    results = Buffer.concat([results, after.results]);
  }
  assert.ok(results.equals(whole.stdout));
  assert.equal(sorted(ledgers), wholeLedgers);
});

test('a partition that holds half of a customer is noticed here: the split must be by customer', () => {
  const halves = [keyed.filter((_, n) => n % 2 === 0), keyed.filter((_, n) => n % 2 === 1)];
  const { results } = settled(halves);
  assert.ok(!results.equals(whole.stdout));
  assert.ok(totalOf(results) > totalOf(whole.stdout)); // more is paid than the limits allow
});

for (const partitions of [1, 2, 3, 7]) {
  test(`run.sh in ${partitions} gives the bytes and ledgers of the whole, and then knows them`, () => {
    const ledgers = at(`ledgers-${partitions}`);
    const argv = [join(here, 'run.sh'), String(partitions), ledgers, at('records.ndjson')];
    const first = spawnSync('bash', argv, { maxBuffer: 2 ** 30 });
    assert.equal(String(first.stderr), '');
    assert.equal(first.status, 1);
    assert.ok(first.stdout.equals(whole.stdout));
    assert.equal(readFileSync(ledgers, 'utf8').trim(), wholeLedgers);
  });
}

const hasParallel = spawnSync('parallel', ['--version']).status === 0;
test('GNU parallel deals lines out too, out of order', {
  skip: !hasParallel && 'not installed',
}, () => {
  const page = readFileSync(join(here, 'README.md'), 'utf8');
  const [, command] = /^ {2}(parallel .*) \|$/m.exec(page);
  const { status, stdout } = spawnSync('sh', ['-c', `${command} | sort -n -s -k 1,1`], {
    cwd: here,
    env: { ...process.env, LC_ALL: 'C' },
    input: joined(keyed),
    maxBuffer: 2 ** 30,
  });
  assert.equal(status, 0);
  const results = splitLines(stdout).filter((line) => !line.toString().startsWith('-1\t'));
  const texts = results.map((line) => line.subarray(line.indexOf('\t') + 1));
  assert.ok(joined(texts).equals(whole.stdout));
});

test('run.sh settles the sample, and a second run pays nothing again', () => {
  const results = () => {
    const argv = [join(here, 'run.sh'), '2', at('sample-ledgers')];
    const { status, stdout } = spawnSync('bash', argv, { encoding: 'utf8' });
    assert.equal(status, 1);
    return stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
      .map(({ id, line, repeated, quote }) => [id ?? line, quote?.refund, repeated ?? false]);
  };
  const first = [
    ['A-1', '50000.00', false],
    ['B-1', '10386.41', false],
    ['A-2', '0.00', false],
    ['C-1', '704000', false],
    ['B-1', '10386.41', true],
    ['C-2', undefined, false],
    [7, undefined, false],
    ['A-3', '0.00', false],
  ];
  assert.deepEqual(results(), first);
  assert.deepEqual(
    results(),
    first.map(([id, refund]) => [id, refund, refund !== undefined]),
  );
});

test('an empty file gives no result and no error', () => {
  writeFileSync(at('empty'), '');
  const argv = [join(here, 'run.sh'), '3', at('no-ledgers'), at('empty')];
  const { status, stdout, stderr } = spawnSync('bash', argv, { encoding: 'utf8' });
  assert.deepEqual([status, stdout, stderr], [0, '', '']);
});
