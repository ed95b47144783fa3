// `npm run bench`: every job with its contenders side by side, targets next to the results.
// Writes docs/performance.json and the tables of docs/performance.md.

import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { sizeOf } from '../scripts/size.js';
import { coldImport } from './jobs/cold-import.js';
import { columnsOf, outOf, quoteColumns, quoteUnchecked } from './jobs/columns.js';
import { time as timeCommand } from './jobs/command.js';
import * as links from './jobs/links.js';
import * as markets from './jobs/markets.js';
import * as monthly from './jobs/monthly.js';
import { time as timePlans } from './jobs/plans.js';
import * as refund from './jobs/refund.js';
import * as roles from './jobs/roles.js';
import { records, settleAll, settleUnchecked } from './jobs/settlement.js';
import * as validation from './jobs/validation.js';
import * as wholeRefund from './jobs/whole-refund.js';
import { compare, measure } from './measure.js';

const results = { jobs: {}, targets: [] };

function job(name, { contenders, cases }) {
  compare(name, contenders, cases);
  const timed = measure(contenders, cases);
  results.jobs[name] = timed;
  console.log(`\n${name}`);
  const [[, { ns: own }]] = Object.entries(timed);
  for (const [contender, { ns, spread }] of Object.entries(timed)) {
    const row = [contender.padEnd(34), `${ns.toFixed(0)} ns`.padStart(12)];
    row.push(
      `± ${(spread * 50).toFixed(0)} %`.padStart(8),
      `${(ns / own).toFixed(2)} ×`.padStart(10),
    );
    console.log(row.join(' '));
  }
  return timed;
}

function target(name, wanted, measured, met) {
  results.targets.push({ name, wanted, measured, met });
}

const ratio = (a, b) => a.ns / b.ns;
const times = (value) => `${value.toFixed(2)} ×`;

const refunds = job('refund', refund);
for (const [name, ask] of Object.entries(refund.asyncContenders)) {
  for (const one of refund.cases.slice(0, 50)) {
    const answer = await ask(one);
    if (answer !== refund.asyncExpected(one)) throw new Error(`${name} says ${answer}`);
  }
  const start = process.hrtime.bigint();
  const calls = 20_000;
  for (let at = 0; at < calls; at += 1) await ask(refund.cases[at % refund.cases.length]);
  const ns = Number(process.hrtime.bigint() - start) / calls;
  results.jobs.refund[name] = { ns, spread: 0 };
  console.log(`${name.padEnd(34)} ${`${ns.toFixed(0)} ns`.padStart(12)}`);
}
const whole = job('refund, the whole answer', wholeRefund);
let value = ratio(whole['partner-rules'], whole.unchecked);
target('quote, beside the same whole answer unchecked', '≤ 2 ×', times(value), value <= 2);
value = ratio(whole['decimal.js + date-fns'], whole['partner-rules']);
target(
  'quote, beside decimal.js + date-fns, the whole answer',
  '≥ 15 × faster',
  times(value),
  value >= 15,
);
value = ratio(refunds['decimal.js + date-fns'], refunds['partner-rules']);
target(
  'quote, beside decimal.js + date-fns, the amount alone',
  '≥ 12 × faster',
  times(value),
  value >= 12,
);

const payment = measure(monthly.contenders, monthly.cases);
value = ratio(payment.monthly, payment.upfront);
target('quote of a monthly plan, beside one paid up front', '≤ 1.3 ×', times(value), value <= 1.3);

const access = job('role check', roles);
value = ratio(access['partner-rules isAllowed'], access['bitmask by hand']);
target('isAllowed from role strings', '≤ 1.5 × bitmask', times(value), value <= 1.5);
value = ratio(access['CASL, cached'], access['partner-rules isAllowed']);
target('isAllowed beside cached CASL', '≥ 4 × faster', times(value), value >= 4);
value = ratio(access['partner-rules decideAccess'], access['CASL, cached']);
target('decideAccess beside cached CASL’s boolean', '≤ 0.8 ×', times(value), value <= 0.8);

const byCode = job('market by code', markets.code);
value = ratio(byCode['partner-rules'], byCode['Set.has']);
target('market by code', '≤ 2 × Set.has', times(value), value <= 2);
const byName = job('market by name', markets.name);
value = ratio(byName['partner-rules'], byName['Map, lower case']);
target('market by name', '≤ 2 × Map with lower-casing', times(value), value <= 2);

const link = job('download link', links);
value = ratio(link['partner-rules'], link['the same answer, unchecked']);
target('downloadLinkStatus, beside the same answer unchecked', '≤ 2 ×', times(value), value <= 2);

job('validation', validation);

console.log('\nsettlement');
const all = records(1_000_000);
if (settleAll(all.slice(0, 50_000)) !== settleUnchecked(all.slice(0, 50_000))) {
  throw new Error('the settlements differ');
}
const best = {
  settle: Number.POSITIVE_INFINITY,
  unchecked: Number.POSITIVE_INFINITY,
  small: Number.POSITIVE_INFINITY,
  large: Number.POSITIVE_INFINITY,
};
const few = records(10_000, 100);
const many = records(1_000_000, 10_000);
for (let round = 0; round < 3; round += 1) {
  best.unchecked = Math.min(
    best.unchecked,
    seconds(() => settleUnchecked(all)),
  );
  best.settle = Math.min(
    best.settle,
    seconds(() => settleAll(all)),
  );
  best.small = Math.min(
    best.small,
    seconds(() => settleAll(few)),
  );
  best.large = Math.min(
    best.large,
    seconds(() => settleAll(many)),
  );
}
function seconds(run) {
  const start = process.hrtime.bigint();
  run();
  return Number(process.hrtime.bigint() - start) / 1e9;
}
results.jobs.settlement = best;
console.log(
  `partner-rules ${best.settle.toFixed(2)} s, unchecked ${best.unchecked.toFixed(2)} s for 1,000,000 records`,
);
value = best.unchecked / best.settle;
target('settlement, 1M records, ids kept', '≥ 0.5 × unchecked', times(value), value >= 0.5);
value = best.large / 1_000_000 / (best.small / 10_000);
target(
  'growth, 100 records per customer, 10k to 1M records',
  '≤ 1.2 × per record',
  times(value),
  value <= 1.2,
);

console.log('\ncolumns');
const columns = columnsOf(1_000_000);
const out = { columns: outOf(1_000_000), unchecked: outOf(1_000_000) };
quoteColumns(columns, out.columns);
quoteUnchecked(columns, out.unchecked);
for (const [name, column] of Object.entries(out.columns)) {
  if (column.some((figure, at) => figure !== out.unchecked[name][at])) {
    throw new Error(`the columns differ in ${name}`);
  }
}
const fastest = { columns: Number.POSITIVE_INFINITY, unchecked: Number.POSITIVE_INFINITY };
for (let round = 0; round < 15; round += 1) {
  fastest.unchecked = Math.min(
    fastest.unchecked,
    seconds(() => quoteUnchecked(columns, out.unchecked)),
  );
  fastest.columns = Math.min(
    fastest.columns,
    seconds(() => quoteColumns(columns, out.columns)),
  );
}
results.jobs.columns = fastest;
console.log(
  `partner-rules ${fastest.columns.toFixed(3)} s, unchecked ${fastest.unchecked.toFixed(3)} s for 1,000,000 records`,
);
value = fastest.unchecked / fastest.columns;
target('columns, 1M records', '≥ 0.8 × unchecked', times(value), value >= 0.8);
const bytes = Object.values(out.columns).reduce((sum, { byteLength }) => sum + byteLength, 0);
value = bytes / 1_000_000;
target('columns, what comes out', '≤ 28 bytes a record', `${value} bytes`, value <= 28);

const command = timeCommand(1_000_000);
results.jobs.command = command;
console.log(
  `\ncommand: settle ${command.settle.toFixed(1)} s, on all cores ${command.jobs.toFixed(1)} s, the same bytes ${command.reprint.toFixed(1)} s, jq -c . ${command.jq?.toFixed(1) ?? 'not there'} s`,
);
value = command.reprint / command.settle;
target('settle, 1M records, beside printing the same bytes', '≥ 0.6 ×', times(value), value >= 0.6);
value = command.settle / command.jobs;
target(
  `settle --jobs ${availableParallelism()}, beside one thread`,
  '≥ 1.7 ×',
  times(value),
  value >= 1.7,
);
if (command.jq !== undefined) {
  value = command.jq / command.settle;
  target('settle, 1M records, beside jq -c . on the file', '> 1 ×', times(value), value > 1);
}

const plans = await timePlans();
results.jobs.plans = plans;
for (const [policy, { ms, gap, highs }] of Object.entries(plans)) {
  target(`plan for 200, ${policy}`, '≤ 200 ms', `${ms.toFixed(0)} ms`, ms <= 200);
  const percent = `${(gap * 100).toFixed(3)} %`;
  target(`its bound above its total, ${policy}`, '≤ 0.1 %', percent, gap <= 0.001);
  if (highs === undefined) continue;
  value = ms / highs.ms;
  target(`plan beside one solve by HiGHS, ${policy}`, '≤ 1 ×', times(value), value <= 1);
}

const questions = [
  { from: 'reservations', names: 'quoteRefund', most: 18 },
  { from: 'roles', names: 'isAllowed', most: 2 },
  { from: 'markets', names: 'isMarketAvailable', most: 8 },
];
results.jobs.size = {};
for (const { from, names, most } of questions) {
  const size = await sizeOf({ from, names, external: [] });
  results.jobs.size[names] = size;
  target(
    `size of ${names}, min + gzip, with decimal.js`,
    `≤ ${most} kB`,
    `${size.toFixed(1)} kB`,
    size <= most,
  );
}

const ms = coldImport();
results.jobs.import = ms;
target('import of everything, cold', '≤ 25 ms', `${ms.toFixed(1)} ms`, ms <= 25);

console.log('');
for (const { name, wanted, measured, met } of results.targets) {
  console.log(`${met ? 'ok    ' : 'missed'} ${name.padEnd(54)} ${wanted.padEnd(30)} ${measured}`);
}

const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.version}`;
const date = new Date().toISOString().slice(0, 10);
writeFileSync(
  new URL('../../docs/performance.json', import.meta.url),
  `${JSON.stringify({ date, machine, ...results }, null, 2)}\n`,
);

const page = new URL('../../docs/performance.md', import.meta.url);
const rows = (lines) => lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
const timed = Object.entries(results.jobs).flatMap(([name, contenders]) => {
  const [first] = Object.values(contenders);
  if (first?.ns === undefined) return [];
  return Object.entries(contenders).map(([contender, { ns }]) => [
    name,
    contender,
    `${ns.toFixed(0)} ns`,
    `${(ns / first.ns).toFixed(2)} ×`,
  ]);
});
const tables = `Measured on ${date}: ${machine}.

| job | target | measured | |
| --- | --- | --- | --- |
${rows(results.targets.map(({ name, wanted, measured, met }) => [name, wanted, measured, met ? 'met' : '**missed**']))}

| job | contender | a call | beside partner-rules |
| --- | --- | --- | --- |
${rows(timed)}
`;
const [before] = readFileSync(page, 'utf8').split('<!-- measured -->');
writeFileSync(page, `${before}<!-- measured -->\n\n${tables}`);
