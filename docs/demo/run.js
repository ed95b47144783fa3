// Runs the main job on the sample data: settles the cancellations, shows what is rejected and why,
// quotes the exchanges, explains some of the results in English and Korean, and asks a question of
// each folder. Exits 0 when just the expected records were rejected.

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';

const demo = new URL('./', import.meta.url);
const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

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

function show(title, status, ...args) {
  process.stdout.write(`\n${title}\n$ partner-rules ${args.map(quoted).join(' ')}\n\n`);
  const run = partnerRules(args);
  process.stdout.write(run.stdout);
  return run.status === status;
}

const table = ['--format', 'table'];
const checks = {
  'every cancellation is answered': show(
    'Cancellations, settled in order with every customer’s yearly limit',
    0,
    'settle',
    ...table,
    'cancellations.ndjson',
  ),
  'malformed records are reported': show(
    'Malformed records, and what each is told',
    1,
    'settle',
    ...table,
    'malformed.ndjson',
  ),
  'every exchange is answered': show('Exchanges', 0, 'exchange', ...table, 'exchanges.ndjson'),
  'just the expected records are rejected': isDeepStrictEqual(
    rejects(partnerRules(['settle', 'malformed.ndjson']).stdout),
    JSON.parse(readFileSync(new URL('expected-rejects.json', demo), 'utf8')),
  ),
  'results are explained in both languages': [
    explained(
      'en',
      ...['settle', 'cancellations.ndjson', 'CR-2025-0015'],
      'The refund is 29,296.45 EUR, paid to the partner; the refund limit holds back the other',
    ),
    explained(
      'ko',
      ...['settle', 'cancellations.ndjson', 'CR-2025-0015'],
      '환불액은 29,296.45 EUR이며 파트너에게 지급됩니다. 나머지 156,703.55 EUR만큼은',
    ),
    explained(
      'en',
      ...['settle', 'cancellations.ndjson', 'CR-2024-0012'],
      'This record was answered before, and is not paid again.',
    ),
    explained('ko', ...['exchange', 'exchanges.ndjson', 'EX-2025-0003'], '교환이 거절됩니다: '),
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

/** Whether a question is answered with a text that tells what is expected of it. */
function ask(title, told, ...args) {
  process.stdout.write(`\n${title}\n$ partner-rules ${args.map(quoted).join(' ')}\n\n`);
  const { status, stdout } = partnerRules(args);
  process.stdout.write(stdout);
  return status === 0 && told.every((part) => stdout.search(part) >= 0);
}

/** Whether the last result of a record is explained with the verdict that is expected. */
function explained(locale, command, file, id, verdict) {
  const name = `"id":"${id}"`;
  const args = ['explain', '--format', 'text', '--locale', locale];
  process.stdout.write(`\n$ partner-rules ${command} ${file} | grep '${name}' | tail -1 |\n`);
  process.stdout.write(`    partner-rules ${args.join(' ')}\n\n`);
  const lines = partnerRules([command, file]).stdout.split('\n');
  const result = lines.findLast((line) => line.includes(name));
  const { status, stdout } = partnerRules(args, result);
  process.stdout.write(stdout);
  return status === 0 && stdout.startsWith(verdict);
}

/** The issue codes of each rejected line. */
function rejects(ndjson) {
  const results = ndjson
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  return Object.fromEntries(
    results
      .filter(({ ok }) => !ok)
      .map(({ line, issues }) => [line, issues.map(({ code }) => code)]),
  );
}

process.stdout.write('\n');
for (const [name, passed] of Object.entries(checks)) {
  process.stdout.write(`${passed ? 'ok    ' : 'FAILED'}  ${name}\n`);
  if (!passed) process.exitCode = 1;
}
