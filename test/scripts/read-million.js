import { spawnSync } from 'node:child_process';
import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse';

// `npm run test:read`: reads 100,000 and 1,000,000 rows of reservation transactions through the command line, and with the CSV
// parser alone. Memory must stay flat, and `read` must have at least half of the parser's speed.

const LEAST_RATIO = 0.5;
const MOST_GROWTH = 1.25;
const HEADER =
  'Amount,ArmSkuName,BillingFrequency,BillingProfileId,BillingProfileName,Currency,Description,EventDate,EventType,Invoice,InvoiceId,InvoiceSectionId,InvoiceSectionName,PurchasingSubscriptionGuid,PurchasingSubscriptionName,Quantity,Region,ReservationOrderId,ReservationOrderName,Term\n';

if (process.argv[2] === 'parser') {
  let rows = 0;
  for await (const _ of createReadStream(process.argv[3]).pipe(parse({ bom: true }))) rows += 1;
  console.log(rows);
} else {
  const folder = mkdtempSync(join(tmpdir(), 'partner-rules-'));
  try {
    await measure(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(folder) {
  const self = fileURLToPath(import.meta.url);
  const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
  const peaks = [];
  for (const rows of [100_000, 1_000_000]) {
    const file = join(folder, `${rows}.csv`);
    await writeRows(file, rows);
    const read = timed([cli, 'read', file]);
    const alone = timed([self, 'parser', file]);
    const ratio = alone.seconds / read.seconds;
    const size = Math.round(statSync(file).size / 1e6);
    console.log(
      `${rows} rows, ${size} MB: read ${read.seconds.toFixed(1)} s, ${read.megabytes} MB; parser alone ${alone.seconds.toFixed(1)} s, ${alone.megabytes} MB; ratio ${ratio.toFixed(2)}`,
    );
    peaks.push(read.megabytes);
    if (rows === 1_000_000 && ratio < LEAST_RATIO) fail(`ratio below ${LEAST_RATIO}`);
  }
  const [few, many] = peaks;
  if (many > few * MOST_GROWTH) fail(`memory grew from ${few} to ${many} MB`);
}

function fail(message) {
  console.error(message);
  process.exitCode = 1;
}

/** Runs a program of Node and gives its processor time, which other work does not change much, and peak memory. */
function timed(args) {
  const format = '%M %U %S';
  const { status, stderr } = spawnSync('/usr/bin/time', ['-f', format, process.execPath, ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  const [kilobytes, user, system] = stderr.trim().split('\n').at(-1).split(' ').map(Number);
  return { seconds: user + system, megabytes: Math.round(kilobytes / 1_024) };
}

/** Writes rows of orders that are all different. */
async function writeRows(file, count) {
  const out = createWriteStream(file);
  let text = HEADER;
  for (let n = 0; n < count; n += 1) {
    const day = new Date(Date.UTC(2025, 0, 1 + (n % 365))).toISOString().slice(0, 10);
    const order = `8a1d5f0e-0000-4000-8000-${String(n).padStart(12, '0')}`;
    text += `${1_000 + (n % 977)}.${String(n % 100).padStart(2, '0')},Standard_D2s_v3,OneTime,BP-1,Contoso,USD,"Reservation, VM, West Europe",${day},Purchase,,INV-${n},SEC-1,Sales,6f8b4f0c-0000-4000-8000-000000000000,Prod,${1 + (n % 9)},westeurope,${order},VM_RI,P1Y\n`;
    if (text.length < 1 << 20) continue;
    if (!out.write(text)) await new Promise((resolve) => out.once('drain', resolve));
    text = '';
  }
  out.end(text);
  await new Promise((resolve) => out.once('finish', resolve));
}
