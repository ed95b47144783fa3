// Runs the main job on the sample data: settles the cancellations, shows what is rejected and why,
// quotes the exchanges, explains some of the results in English and Korean, and asks a question of
// each folder. Fits 80 columns and ends with the results. Exits 0 if every check holds.

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';

const demo = new URL('./', import.meta.url);
const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

const COLUMNS = 80;
const WIDE = /[\u1100-\u115f\u2e80-\ud7a3\uf900-\ufaff\uff00-\uff60]/g;
const widthOf = (text) => text.length + (text.match(WIDE)?.length ?? 0);

/** Breaks a long line between words; the rest of it stands two columns further in. */
function wrapped(line, end = '') {
  const [indent] = /^ */.exec(line);
  const lines = [];
  let rest = indent;
  for (const word of line.trim().split(' ')) {
    const longer = rest.trim() === '' ? rest + word : `${rest} ${word}`;
    if (widthOf(longer) + end.length <= COLUMNS) {
      rest = longer;
    } else {
      lines.push(rest + end);
      rest = `${indent}  ${word}`;
    }
  }
  return [...lines, rest].join('\n');
}

const print = (text) =>
  process.stdout.write(
    `${text
      .split('\n')
      .map((line) => wrapped(line))
      .join('\n')}\n`,
  );

function partnerRules(args, input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    cwd: demo,
    encoding: 'utf8',
    input,
  });
  process.stderr.write(stderr);
  return { status, stdout };
}

const quoted = (word) => (/[ ,]/.test(word) ? `"${word}"` : word);
const commandLine = (args) => wrapped(`$ partner-rules ${args.map(quoted).join(' ')}`, ' \\');

/** The results of a command for each record of a file. */
function answer(command, file) {
  const { status, stdout } = partnerRules([command, file]);
  const lines = stdout.trim().split('\n');
  return { status, lines, results: lines.map((line) => JSON.parse(line)) };
}

const grouped = (amount) => amount.replace(/\B(?<!\..*)(?=(\d{3})+(?!\d))/g, ',');

/** Prints some columns of each result, and the issues of the rejected ones. */
function show(title, command, file, fields, { results }) {
  print(`\n${title}\n${commandLine([command, file])}\n`);
  const row = (id, outcome, amounts, currency) =>
    [id.padEnd(12), outcome.padEnd(33), ...amounts.map((amount) => amount.padStart(11)), currency]
      .join('  ')
      .trimEnd();
  print(
    row(
      'Id',
      'Outcome',
      fields.map(([, name]) => name),
      '',
    ),
  );
  for (const { ok, line, id = `line ${line}`, repeated, quote, issues } of results) {
    if (ok) {
      const amounts = fields.map(([field]) => grouped(quote[field] ?? ''));
      print(row(id, outcomeOf(quote, repeated), amounts, quote.currency));
    } else {
      print(row(id, 'rejected', [], ''));
      for (const { message } of issues) print(`  ${message}`);
    }
  }
  const superseded = results.filter(({ quote }) => quote?.notes?.includes('superseded')).length;
  if (superseded === 0) return;
  print(`\n${superseded} follow the default of 2020, which a later version has replaced.`);
  print('--policy partner-center follows the version in force on each day.');
}

function outcomeOf({ allowed, reason, row, notes = [] }, repeated) {
  if (repeated) return 'repeated, not paid again';
  const ofLimit = notes.filter((note) => note.startsWith('limit-'));
  return allowed ? [row ?? 'exchanged', ...ofLimit].join(', ') : `refused: ${reason}`;
}

const cancellations = answer('settle', 'cancellations.ndjson');
const malformed = answer('settle', 'malformed.ndjson');
const exchanges = answer('exchange', 'exchanges.ndjson');

const refundFields = [
  ['refund', 'Refund'],
  ['withheld', 'Withheld'],
];
show(
  'Cancellations, settled in order with every customer’s yearly limit',
  ...['settle', 'cancellations.ndjson', refundFields, cancellations],
);
show(
  'Malformed records, and their issues',
  ...['settle', 'malformed.ndjson', refundFields, malformed],
);
show(
  'Exchanges',
  ...['exchange', 'exchanges.ndjson'],
  [
    ['credit', 'Credit'],
    ['netPayable', 'To pay'],
  ],
  exchanges,
);

const checks = {
  'every cancellation is answered': cancellations.status === 0,
  'malformed records are reported': malformed.status === 1,
  'every exchange is answered': exchanges.status === 0,
  'just the expected records are rejected': isDeepStrictEqual(
    rejects(malformed.results),
    JSON.parse(readFileSync(new URL('expected-rejects.json', demo), 'utf8')),
  ),
  'results are explained in both languages': [
    explained(
      'en',
      ...['settle', 'cancellations.ndjson', cancellations, 'CR-2025-0015'],
      'The refund is 29,296.45 EUR, paid to the partner. The refund limit withholds 156,703.55 EUR.',
    ),
    explained(
      'ko',
      ...['settle', 'cancellations.ndjson', cancellations, 'CR-2025-0015'],
      '환불액은 29,296.45 EUR이며 파트너에게 지급됩니다. 환불 한도에 따라 지급되지 않는 나머지 금액: 156,703.55 EUR.',
    ),
    explained(
      'en',
      ...['settle', 'cancellations.ndjson', cancellations, 'CR-2024-0012'],
      'This record was already settled and is not paid again.',
    ),
    explained(
      'ko',
      ...['exchange', 'exchanges.ndjson', exchanges, 'EX-2025-0003'],
      '교환할 수 없습니다: ',
    ),
  ].every(Boolean),
  'one question of each folder is answered': [
    ask(
      'Roles: may an admin agent see who downloaded software?',
      [/^No: /, 'ROL-8'],
      ...['can', 'Admin agent', 'software-activity.view'],
    ),
    ask(
      'Markets: can reservations be had in South Korea?',
      [/^Yes/, 'MKT-1'],
      ...['market', '대한민국'],
    ),
    ask(
      'Reservations: what comes back of one that is cancelled a day too late?',
      ['10,386.41 USD', 'RES-3'],
      ...['quote', 'paid=12000.00', 'currency=USD', 'term=P1Y', 'used=false'],
      ...['purchasedOn=2025-01-01', 'canceledOn=2025-01-07'],
    ),
    ask(
      'Software: can this subscription still be cancelled?',
      [/^No, /, 'SOF-1'],
      ...['cancel-software', 'kind=subscription', 'roles=admin-agent', 'purchasedOn=2025-03-01'],
      ...['canceledOn=2025-05-01', 'paid=1200.00', 'currency=USD', 'term=P1Y'],
    ),
    ask(
      'Customers: may they buy a reservation before the permission is on?',
      [/^No, /, 'CUS-3'],
      ...['customer-purchase', 'permission=off', 'subscription.offer=azure-plan'],
      ...['subscription.boughtBy=partner', 'subscription.userRole=owner', 'market=KR'],
    ),
    ask(
      'Resellers: what does a request need?',
      [/^No: /, 'RSL-3'],
      ...['partnership', 'state.enrolled=true', 'state.hasAccount=true', 'state.stage=none'],
      ...['event.kind=send-request', 'event.text=Join us', 'event.link=https://example.com/us'],
    ),
    ask(
      'Support: what is still missing from a request?',
      ['SUP-1', 'phone'],
      ...['support', 'reservation-refund', 'contact.preferredContactMethod=email'],
      ...['contact.name=Kim', 'contact.email=kim@example.com'],
    ),
  ].every(Boolean),
};

/** Whether the answer to a question has every expected part. */
function ask(title, expected, ...args) {
  print(`\n${title}\n${commandLine(args)}\n`);
  const { status, stdout } = partnerRules(args);
  print(stdout.trimEnd());
  return status === 0 && expected.every((part) => stdout.search(part) >= 0);
}

/** Whether the explanation of a record's last result begins with the expected verdict. */
function explained(locale, command, file, { lines }, id, verdict) {
  const name = `"id":"${id}"`;
  const args = ['explain', '--format', 'text', '--locale', locale];
  print(`\n$ partner-rules ${command} ${file} |`);
  print(`    grep '${name}' | tail -1 |`);
  print(`    partner-rules ${args.join(' ')}\n`);
  const { status, stdout } = partnerRules(
    args,
    lines.findLast((line) => line.includes(name)),
  );
  print(stdout.trimEnd());
  return status === 0 && stdout.startsWith(verdict);
}

/** The issue codes of each rejected line. */
function rejects(results) {
  return Object.fromEntries(
    results
      .filter(({ ok }) => !ok)
      .map(({ line, issues }) => [line, issues.map(({ code }) => code)]),
  );
}

/** The sum of amounts of one currency, which all have its decimals. */
function sum(amounts) {
  const [, decimals = ''] = amounts[0].split('.');
  const total = amounts.reduce((minor, amount) => minor + BigInt(amount.replace('.', '')), 0n);
  const text = String(total).padStart(decimals.length + 1, '0');
  const at = text.length - decimals.length;
  return grouped(decimals === '' ? text : `${text.slice(0, at)}.${text.slice(at)}`);
}

const paid = cancellations.results.filter(({ ok, repeated }) => ok && !repeated);
const repeated = cancellations.results.filter((result) => result.repeated);
const quotes = paid.map(({ quote }) => quote);
const rejected = malformed.results.filter(({ ok }) => !ok);
const refused = exchanges.results.filter(({ quote }) => !quote.allowed);

print('\nResults\n');
print(`${cancellations.results.length} cancellations: ${repeated.length} repeated, not paid again`);
for (const currency of new Set(quotes.map((quote) => quote.currency))) {
  const ofCurrency = quotes.filter((quote) => quote.currency === currency);
  const [refund, withheld] = ['refund', 'withheld'].map((field) =>
    sum(ofCurrency.map((quote) => quote[field])).padStart(12),
  );
  print(`  ${refund} ${currency} refunded, ${withheld} ${currency} withheld by the limit`);
}
print(`${malformed.results.length} malformed records: ${rejected.length} rejected`);
print(`${exchanges.results.length} exchanges: ${refused.length} refused\n`);
for (const [name, passed] of Object.entries(checks)) {
  print(`${passed ? 'ok    ' : 'FAILED'}  ${name}`);
  if (!passed) process.exitCode = 1;
}
