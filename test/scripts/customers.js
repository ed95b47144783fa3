// `npm run test:customers -- [customers] [runs] [ledger]`: a database with the ledgers of many customers. Settles
// one record of each, and prints time and memory. Then settles single records, each in a process of its own,
// in turns with Node processes without a program, and prints what such a process takes more.
// The variable NODE names another Node than the one that runs this; a ledger that is named and there is not built again.

import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';

const customers = Number(process.argv[2] ?? 1_000_000);
const runs = Number(process.argv[3] ?? 31);
const MOST_MEGABYTES = 512;
const MOST_TIMES = 2;
const MOST_MEGABYTES_OF_ONE = 150;
const MOST_MILLISECONDS_MORE = 50;

const node = process.env.NODE ?? process.execPath;
const pathOf = (name) => fileURLToPath(new URL(name, import.meta.url));
const cli = pathOf('../../dist/cli.js');
const folder = mkdtempSync(join(tmpdir(), 'partner-rules-customers-'));
const ledger = process.argv[4] ?? join(folder, 'ledgers.db');
const settle = [cli, 'settle', '--ledger', ledger];

function recordOf(customer, id) {
  return `${JSON.stringify({
    id: `CR-${id}`,
    customerId: `customer-${customer}.onmicrosoft.com`,
    product: 'VirtualMachines',
    paid: `${1_000 + (customer % 9_000)}.00`,
    currency: 'USD',
    term: 'P3Y',
    purchasedOn: '2025-01-01',
    canceledOn: '2025-03-01',
    used: true,
    billingPlan: 'Upfront',
  })}\n`;
}

function* records() {
  const AT_ONCE = 500;
  for (let first = 0; first < customers; first += AT_ONCE) {
    const count = Math.min(AT_ONCE, customers - first);
    yield Array.from({ length: count }, (_, at) => recordOf(first + at, first + at)).join('');
  }
}

/** Whether all customers were settled within the memory, in at most twice the time that they take without a ledger. */
async function build() {
  const alone = await settleAll([cli, 'settle']);
  const kept = await settleAll(settle);
  const pace = Math.round(customers / kept.seconds);
  const ratio = kept.seconds / alone.seconds;
  console.log(`customers  ${customers}, one record each; ${kept.results} results`);
  console.log(`time       ${kept.seconds.toFixed(1)} s (${pace} records/s)`);
  console.log(
    `           ${ratio.toFixed(2)} times the ${alone.seconds.toFixed(1)} s without a ledger (bound: ${MOST_TIMES})`,
  );
  console.log(`memory     ${kept.peak.toFixed(0)} MB at most (bound: ${MOST_MEGABYTES} MB)`);
  const isWhole = [alone, kept].every(({ results }) => results === customers);
  return isWhole && kept.peak <= MOST_MEGABYTES && ratio <= MOST_TIMES;
}

async function settleAll(argv) {
  const child = spawn(node, argv, { stdio: ['pipe', 'pipe', 'inherit'] });
  let peak = 0;
  let results = 0;
  const watch = setInterval(() => {
    const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
    peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
  }, 100);
  child.stdout.on('data', (chunk) => {
    for (const byte of chunk) if (byte === 10) results += 1;
  });
  const started = performance.now();
  Readable.from(records()).pipe(child.stdin);
  const [status] = await once(child, 'close');
  clearInterval(watch);
  if (status !== 0) throw new Error(`${argv.join(' ')}: exit ${status}`);
  return { seconds: (performance.now() - started) / 1000, peak, results };
}

/** What one process took: milliseconds of time and of CPU, and megabytes. */
function usageOf(argv, input) {
  const started = performance.now();
  const { status, stderr, output } = spawnSync(
    node,
    ['--require', pathOf('report-usage.cjs'), ...argv],
    {
      input,
      encoding: 'utf8',
      stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
    },
  );
  const time = performance.now() - started;
  if (status !== 0) throw new Error(`exit ${status}: ${stderr}`);
  return { time, ...JSON.parse(output[3]) };
}

/** Whether a record costs no more than it may. */
function settleSingly() {
  const empty = [];
  const single = [];
  for (let run = 0; run < runs; run += 1) {
    empty.push(usageOf(['--eval', '']));
    const customer = (run * 7_919) % customers;
    single.push(usageOf(settle, recordOf(customer, `${Date.now()}-${run}`)));
  }
  // Other work on the machine only adds to what a process takes: the fastest run tells most.
  const least = (all, name) => Math.min(...all.map((one) => one[name]));
  const median = (all, name) => all.map((one) => one[name]).sort((a, b) => a - b)[all.length >> 1];
  const more = (name, of = least) => of(single, name) - of(empty, name);
  const told = (name) =>
    `${least(single, name).toFixed(0)} ms, ${more(name).toFixed(0)} ms more than an empty process (medians: ${more(name, median).toFixed(0)} ms more)`;
  const memory = Math.max(...single.map((one) => one.memory));
  const version = spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim();
  const size = statSync(ledger).size / 1024 ** 2;
  console.log(`one record ${version}, database of ${size.toFixed(0)} MB, fastest of ${runs} runs`);
  console.log(`time       ${told('time')}; bound: ${MOST_MILLISECONDS_MORE} ms`);
  console.log(`CPU        ${told('cpu')}`);
  console.log(`memory     ${memory.toFixed(0)} MB at most (bound: ${MOST_MEGABYTES_OF_ONE} MB)`);
  return more('time') <= MOST_MILLISECONDS_MORE && memory <= MOST_MEGABYTES_OF_ONE;
}

try {
  const isBuilt = existsSync(ledger) || (await build());
  if (!settleSingly() || !isBuilt) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
