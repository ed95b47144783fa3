// What the files of this folder share: records, and the built command in processes of its own.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const DAY_MS = 86_400_000;
const START = Date.UTC(2025, 0, 1);

/** Numbers from 0 up to, and without, 1: the same ones for a seed. */
export function randomOf(seed) {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** Cancellations of some customers on the days from `first` on, one a line. */
export function linesOf(random, { count, customers, first, days }) {
  const below = (most) => Math.floor(random() * most);
  const day = (offset) => new Date(START + offset * DAY_MS).toISOString().slice(0, 10);
  const lines = Array.from({ length: count }, (_, n) => {
    const canceled = first + Math.floor((n / count) * days);
    return JSON.stringify({
      id: `CR-${first}-${n}`,
      customerId: `고객-${below(customers)}`,
      paid: `${1_000 + below(60_000)}.${10 + below(90)}`,
      currency: 'USD',
      term: ['P1Y', 'P3Y'][below(2)],
      purchasedOn: day(canceled - below(300)),
      canceledOn: day(canceled),
      used: below(2) === 0,
    });
  });
  return `${lines.join('\n')}\n`;
}

/** Starts `partner-rules settle --ledger ledger input > out`; `done` tells how it ended. */
export function startSettle({ ledger, input, out, more = [] }) {
  const file = openSync(out, 'w');
  const argv = [cli, 'settle', '--ledger', ledger, ...more, input];
  const child = spawn(process.execPath, argv, { stdio: ['ignore', file, 'pipe'] });
  closeSync(file);
  return { child, done: ended(child) };
}

/** The ledgers of a file or a database by customer, without what they have forgotten. */
export async function exportedFrom(ledger) {
  const file = `${ledger}.exported`;
  const names = { LEDGER: ledger, FILE: file };
  const line =
    'rm -f "$FILE"; "$NODE" "$CLI" ledger export --ledger "$LEDGER" > "$FILE" && settle --quiet --ledger "$FILE" < /dev/null && cat "$FILE"';
  const { status, stdout, stderr } = await shell(line, names);
  if (status !== 0) throw new Error(stderr);
  const ledgers = stdout.split('\n').filter((line) => line !== '');
  return new Map(ledgers.map((line) => JSON.parse(line)).map((one) => [one.customerId, one]));
}

/** Runs a line of bash in which `settle` stands for `partner-rules settle`, with some variables. */
export function shell(line, variables, options = {}) {
  const env = { ...process.env, ...variables, NODE: process.execPath, CLI: cli };
  const command = `settle() { "$NODE" "$CLI" settle "$@"; }\n${line}`;
  const stdio = ['ignore', 'pipe', 'pipe'];
  return ended(spawn('bash', ['-c', command], { cwd: '/', env, stdio, ...options }));
}

async function ended(child) {
  const texts = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr']) {
    child[name]?.setEncoding('utf8').on('data', (text) => {
      texts[name] += text;
    });
  }
  const [status, signal] = await once(child, 'close');
  return { status, signal, ...texts };
}
