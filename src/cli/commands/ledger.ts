import { existsSync } from 'node:fs';
import { issueAt, unwrap } from '../../kernel/issue.ts';
import { limitOn, parseRefundLedger, type RefundLedger } from '../../reservations/index.ts';
import type { Output } from '../io/output.ts';
import { Failure, Problem } from '../io/problem.ts';
import { withOrigin } from '../io/with-origin.ts';
import { type Forgotten, forgetEntry } from '../ledger/forget-entry.ts';
import { LedgerDatabase } from '../ledger/ledger-database.ts';
import { LedgerFile } from '../ledger/ledger-file.ts';
import { isDatabase, ledgerPath } from '../ledger/ledger-path.ts';
import { openKeptLedger } from './kept-ledger.ts';
import { DATABASE_WAIT, FILE_WAIT } from './kept-settlement.ts';
import type { LedgerInvocation } from './ledger-arguments.ts';
import { readPolicyOptions } from './policy-option.ts';

const DONE = 0;
const FAULTY = 1;
const WRITE_CHUNK = 1 << 16;

type Job = (output: Output) => Promise<number>;

/** Prepares a command about a ledger as it is kept. */
export function prepareLedger(invocation: LedgerInvocation): Job {
  const path = ledgerPath(invocation.ledger);
  if (invocation.action !== 'import' && !existsSync(path)) {
    throw new Problem(`there is no ledger ${path}`);
  }
  const jobs = { import: importLedgers, export: exportLedgers, show, check, forget };
  return (output) => jobs[invocation.action](invocation, path, output);
}

async function importLedgers(
  { words, wait }: LedgerInvocation,
  path: string,
  output: Output,
): Promise<number> {
  if (!isDatabase(path)) {
    throw new Problem(`import fills a database: expected a name that ends in .db, got ${path}`);
  }
  const file = new LedgerFile(ledgerPath(words[0] as string));
  const database = await LedgerDatabase.open(path, wait ?? DATABASE_WAIT);
  let count = 0;
  try {
    database.begin();
    for (const given of file.read()) {
      database.add(readAt(given, file.placeOf(count)));
      count += 1;
    }
    database.commit();
  } finally {
    database.close();
  }
  await output.write(`${counted(count, 'customer')} imported\n`);
  return DONE;
}

async function exportLedgers(
  invocation: LedgerInvocation,
  path: string,
  output: Output,
): Promise<number> {
  const kept = await openKeptLedger(invocation, path);
  let pending = '';
  let isEmpty = true;
  try {
    for (const { place, ledger } of kept.ledgers()) {
      pending += `${JSON.stringify(readAt(ledger, place))}\n`;
      if (pending.length < WRITE_CHUNK) continue;
      await output.write(pending);
      pending = '';
      isEmpty = false;
    }
    // A file of no customers is not empty, so that one that was cut off is told from it.
    await output.write(isEmpty && pending === '' ? '\n' : pending);
    output.sync();
  } finally {
    kept.close();
  }
  return DONE;
}

async function show(invocation: LedgerInvocation, path: string, output: Output): Promise<number> {
  const customerId = invocation.words[0] as string;
  const options = readPolicyOptions(invocation);
  const kept = await openKeptLedger(invocation, path);
  try {
    const ledger = kept.ledgerOf(customerId);
    if (ledger === undefined) throw new Failure(`${path} has no customer ${customerId}`);
    const parsed = parseRefundLedger(ledger);
    const day = invocation.on ?? ledger.lastDay;
    const limit =
      parsed.ok && day !== null
        ? withOrigin(
            () => limitOn(parsed.value, day, options),
            () => ({ name: '--on', path: [] }),
          )
        : null;
    const faults = parsed.ok ? [] : parsed.issues.map(({ message }) => message);
    const forgotten = kept.forgottenOf(customerId);
    const shown = { ledger, faults, day, limit, forgotten };
    await output.write(`${JSON.stringify(shown, null, 2)}\n`);
    return parsed.ok ? DONE : FAULTY;
  } finally {
    kept.close();
  }
}

async function check(invocation: LedgerInvocation, path: string, output: Output): Promise<number> {
  const kept = await openKeptLedger(invocation, path);
  const customers = new Set<string>();
  let entries = 0;
  let faults = 0;
  const tell = async (fault: string) => {
    faults += 1;
    await output.write(`${new Problem(fault).message}\n`);
  };
  try {
    for (const fault of kept.faults()) await tell(`${path}: ${fault}`);
    for (const { place, ledger } of kept.ledgers()) {
      const parsed = parseRefundLedger(ledger);
      if (parsed.ok) {
        const { customerId, ids } = parsed.value;
        if (customers.has(customerId)) await tell(`${place}: customer ${customerId} comes twice`);
        customers.add(customerId);
        entries += ids.length;
      } else {
        for (const one of parsed.issues) await tell(`${place}: ${issueAt(one.path, one).message}`);
      }
    }
  } finally {
    kept.close();
  }
  const found = faults === 0 ? 'no fault' : counted(faults, 'fault');
  await output.write(
    `${counted(customers.size, 'customer')}, ${counted(entries, 'entry', 'entries')}: ${found}\n`,
  );
  return faults === 0 ? DONE : FAULTY;
}

function counted(count: number, one: string, several = `${one}s`): string {
  return `${count} ${count === 1 ? one : several}`;
}

async function forget(invocation: LedgerInvocation, path: string, output: Output): Promise<number> {
  const [customerId, id] = invocation.words as readonly [string, string];
  const options = readPolicyOptions(invocation);
  const { wait, reason = '' } = invocation;
  const forgottenAt = new Date().toISOString();
  const step = (
    ledger: RefundLedger | undefined,
  ): { after: RefundLedger; forgotten: Forgotten } => {
    if (ledger === undefined) throw new Failure(`${path} has no customer ${customerId}`);
    const { entry, usd, ledger: after } = forgetEntry(ledger, id, options);
    return { after, forgotten: { customerId, ...entry, usd, reason, forgottenAt } };
  };
  let forgotten: Forgotten;
  let after: RefundLedger;
  if (isDatabase(path)) {
    const database = await LedgerDatabase.open(path, wait ?? DATABASE_WAIT);
    try {
      database.begin();
      const whole = database.whole(customerId);
      const name = `${path}, customer ${customerId}`;
      ({ after, forgotten } = step(whole && readAt(whole, name)));
      database.save(after);
      database.keepForgotten(forgotten);
      database.commit();
    } finally {
      database.close();
    }
  } else {
    const file = await LedgerFile.openToReplace(path, wait ?? FILE_WAIT);
    try {
      const ledgers = readWhole(file);
      const at = ledgers.findIndex((ledger) => ledger.customerId === customerId);
      ({ after, forgotten } = step(ledgers[at]));
      ledgers[at] = after;
      file.keepForgotten(forgotten);
      file.replace(ledgers);
    } finally {
      file.close();
    }
  }
  await output.write(`${JSON.stringify({ forgotten, ledger: after }, null, 2)}\n`);
  return DONE;
}

function readWhole(file: LedgerFile): RefundLedger[] {
  return Array.from(file.read(), (given, at) => readAt(given, file.placeOf(at)));
}

/** Reads a ledger; its issues name the place where it is kept. */
function readAt(ledger: unknown, name: string): RefundLedger {
  const read = () => unwrap(parseRefundLedger(ledger));
  return withOrigin(read, ({ path }) => ({ name, path }));
}
