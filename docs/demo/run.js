// Runs the main job on the sample data: settles the cancellations, shows what is rejected and why,
// quotes the exchanges. Exits 0 when just the expected records were rejected.

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';

const demo = new URL('./', import.meta.url);
const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

function partnerRules(...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    cwd: demo,
    encoding: 'utf8',
  });
  process.stderr.write(stderr);
  return { status, stdout };
}

const quoted = (word) => (/[ ,]/.test(word) ? `"${word}"` : word);

function show(title, status, ...args) {
  process.stdout.write(`\n${title}\n$ partner-rules ${args.map(quoted).join(' ')}\n\n`);
  const run = partnerRules(...args);
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
    rejects(partnerRules('settle', 'malformed.ndjson').stdout),
    JSON.parse(readFileSync(new URL('expected-rejects.json', demo), 'utf8')),
  ),
  'one question of each folder is answered': [
    ask(
      'Roles: may an admin agent see who downloaded software?',
      'no: not-granted',
      ...['can', 'Admin agent', 'software-activity.view'],
    ),
    ask('Markets: can reservations be had in South Korea?', 'yes', ...['market', '대한민국']),
    ask(
      'Reservations: what comes back of one that is cancelled a day too late?',
      'yes',
      ...['quote', 'paid=12000.00', 'currency=USD', 'term=P1Y', 'used=false'],
      ...['purchasedOn=2025-01-01', 'canceledOn=2025-01-07'],
    ),
    ask(
      'Software: can this subscription still be cancelled?',
      'no: window-passed',
      ...['cancel-software', 'kind=subscription', 'roles=admin-agent', 'purchasedOn=2025-03-01'],
      ...['canceledOn=2025-05-01', 'paid=1200.00', 'currency=USD', 'term=P1Y'],
    ),
    ask(
      'Customers: may they buy a reservation before the permission is on?',
      'no: permission-off',
      ...['customer-purchase', 'permission=off', 'subscription.offer=azure-plan'],
      ...['subscription.boughtBy=partner', 'subscription.userRole=owner', 'market=KR'],
    ),
    ask(
      'Resellers: what does a request need?',
      'no: link-missing',
      ...['partnership', 'state.enrolled=true', 'state.hasAccount=true', 'state.stage=none'],
      ...['event.kind=send-request', 'event.text=Join us', 'event.link=https://example.com/us'],
    ),
    ask(
      'Support: what is still missing from a request?',
      'yes',
      ...['support', 'reservation-refund', 'contact.preferredContactMethod=email'],
      ...['contact.name=Kim', 'contact.email=kim@example.com'],
    ),
  ].every(Boolean),
};

/** Whether a question is answered with the verdict that is expected. */
function ask(title, verdict, ...args) {
  process.stdout.write(`\n${title}\n$ partner-rules ${args.map(quoted).join(' ')}\n\n`);
  const { status, stdout } = partnerRules(...args);
  process.stdout.write(stdout);
  return status === 0 && stdout.startsWith(`${verdict}\n`);
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
