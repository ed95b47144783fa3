import type { Issue } from '../../kernel/issue.ts';
import type { PolicyOptions, RefundLedger } from '../../reservations/index.ts';
import { type Origin, withOrigin } from '../io/with-origin.ts';
import { LedgerDatabase } from '../ledger/ledger-database.ts';
import { LedgerFile } from '../ledger/ledger-file.ts';
import { isDatabase, ledgerPath } from '../ledger/ledger-path.ts';
import type { QuoteRun } from './quotes.ts';
import { type RecordRules, startSettlement, startStoredSettlement } from './settlements.ts';

/** Other processes use a database only for moments, a file for their whole run. */
export const DATABASE_WAIT = 30;
export const FILE_WAIT = 0;

/** A settlement whose ledgers are kept. */
export interface KeptSettlement {
  readonly run: QuoteRun;
  /** Keeps the ledgers, after every result was written. */
  finish(): void;
  /** Lets others use the ledger, whether or not the run came to its end. */
  close(): void;
}

/** Opens a ledger, waits until this run may use it, and starts a settlement from it. */
export async function keepSettlement(
  { ledger, wait }: { readonly ledger: string; readonly wait: number | undefined },
  options: PolicyOptions,
  rules: RecordRules,
  originOfPolicy: (issue: Issue) => Origin,
): Promise<KeptSettlement> {
  const path = ledgerPath(ledger);
  if (isDatabase(path)) {
    const database = await LedgerDatabase.open(path, wait ?? DATABASE_WAIT);
    return orClose(database, () => {
      const start = () => startStoredSettlement(options, database, rules);
      const run = withOrigin(start, originOfPolicy);
      // Each batch was kept before its results were written.
      return { run, finish: () => {}, close: () => database.close() };
    });
  }
  const file = await LedgerFile.openToReplace(path, wait ?? FILE_WAIT);
  return orClose(file, () => {
    // What the file holds is unknown until the run has checked it.
    const ledgers = file.read() as Iterable<RefundLedger>;
    const run = withOrigin(
      () => startSettlement(options, ledgers, rules),
      (issue) =>
        issue.path[1] === 'ledgers'
          ? { name: file.placeOf(issue.path[2] as number), path: issue.path.slice(3) }
          : originOfPolicy(issue),
    );
    return { run, finish: () => file.replace(run.ledgers()), close: () => file.close() };
  });
}

/** Runs a step, and closes what it needs if it fails. */
export function orClose<T>(resource: { close(): void }, step: () => T): T {
  try {
    return step();
  } catch (error) {
    resource.close();
    throw error;
  }
}
