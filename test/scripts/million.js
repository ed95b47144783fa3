// Settles a million generated cancellations of 5,000 customers with the built command, as one
// stream, and prints throughput and memory. Usage: node test/scripts/million.js [records] [days]
// `days` is the span over which they spread: with 365 every id stays inside the window to the end,
// with more the memory must stay flat from the second window on.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';

const records = Number(process.argv[2] ?? 1_000_000);
const span = Number(process.argv[3] ?? 365);
const CUSTOMERS = 5_000;
// Beyond the window, ids wait for the next sweep: half as many again as are remembered.
const MOST_MEGABYTES = span > 365 ? 512 : 256;
const MOST_GROWTH = 1.1;
const PARTS = 10;
const DAY_MS = 86_400_000;
const START = Date.UTC(2025, 0, 1);

function* lines() {
  let seed = 1;
  const random = (below) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % below;
  };
  const day = (offset) => new Date(START + offset * DAY_MS).toISOString().slice(0, 10);
  let block = '';
  for (let i = 0; i < records; i += 1) {
    const canceled = Math.floor((i / records) * span);
    const currency = random(3);
    block += `${JSON.stringify({
      id: `CR-${String(i).padStart(9, '0')}`,
      customerId: `customer-${random(CUSTOMERS)}.onmicrosoft.com`,
      product: 'VirtualMachines',
      paid: currency === 2 ? String(random(2_000_000)) : `${random(20_000)}.${10 + random(90)}`,
      currency: ['USD', 'EUR', 'JPY'][currency],
      ...(currency === 0 ? {} : { usdRate: currency === 1 ? '1.0837' : '0.0067' }),
      term: ['P1Y', 'P3Y', 'P5Y'][random(3)],
      purchasedOn: day(canceled - random(300)),
      canceledOn: day(canceled),
      used: random(2) === 0,
      billingPlan: 'Upfront',
    })}\n`;
    if (block.length > 1 << 16) {
      yield block;
      block = '';
    }
  }
  yield block;
}

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const child = spawn(process.execPath, [cli, 'settle'], { stdio: ['pipe', 'pipe', 'inherit'] });
let peak = 0;
let results = 0;
const inUse = Array(PARTS).fill(0);
const watch = setInterval(() => {
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
  const megabytes = (name) =>
    Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024;
  peak = Math.max(peak, megabytes('VmHWM'));
  const part = Math.min(PARTS - 1, Math.floor((results / records) * PARTS));
  inUse[part] = Math.max(inUse[part], megabytes('VmRSS'));
}, 100);
child.stdout.on('data', (chunk) => {
  for (const byte of chunk) if (byte === 10) results += 1;
});
const started = performance.now();
Readable.from(lines()).pipe(child.stdin);
const [status] = await once(child, 'close');
clearInterval(watch);
const seconds = (performance.now() - started) / 1000;

console.log(`records   ${records} of ${CUSTOMERS} customers over ${span} days`);
console.log(`results   ${results}, exit ${status}`);
console.log(`time      ${seconds.toFixed(1)} s (${Math.round(records / seconds)} records/s)`);
console.log(`memory    ${peak.toFixed(0)} MB at most (bound: ${MOST_MEGABYTES} MB)`);
console.log(`by tenth  ${inUse.map((megabytes) => megabytes.toFixed(0)).join(' ')} MB`);

const growth = Math.max(...inUse.slice(PARTS / 2)) / Math.max(...inUse.slice(0, PARTS / 2));
const isFlat = span <= 365 || growth <= MOST_GROWTH;
if (!isFlat)
  console.log(`memory grows: the second half needs ${growth.toFixed(2)} times the first`);
if (status !== 0 || results !== records || peak > MOST_MEGABYTES || !isFlat) process.exitCode = 1;
