import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type { LedgerId, RefundLedger } from '../../reservations/index.ts';
import { Failure, Problem } from '../io/problem.ts';
import { createSchema, faultOfSchema, nameFrom, storedName } from './database-schema.ts';
import type { Forgotten } from './forget-entry.ts';
import { removeLeftovers, syncDirectory } from './ledger-file.ts';
import { LedgerLock } from './ledger-lock.ts';
import { refuseOtherThanFile } from './ledger-path.ts';
import { type Database, loadSqlite, type Row, type Sqlite, withSqlite } from './sqlite.ts';
import { type Statements, statementsOf } from './statements.ts';

/** Creating a database takes milliseconds, so that another run that does it is waited for. */
const CREATE_SECONDS = 10;
const CACHE_KIB = 32_768;

/** The loaded part of a customer's ledger, and the row it came from. */
interface Loaded {
  readonly customer: number;
  readonly ledger: RefundLedger;
}

/**
 * Customers' ledgers in an SQLite database, which several processes use at the same time. What is
 * written between `begin` and `commit` is kept as a whole or not at all.
 */
export class LedgerDatabase {
  readonly path: string;
  readonly #database: Database;
  readonly #statements: Statements;
  readonly #inode: number;
  /** Since `begin`, by customer. */
  readonly #loaded: Map<string, Loaded> = new Map();
  #isOpen = false;

  private constructor(path: string, database: Database) {
    this.path = path;
    this.#database = database;
    this.#statements = withSqlite(path, () => statementsOf(database));
    this.#inode = inodeOf(path);
  }

  /** Opens a database, and waits for others at every step for at most some seconds. */
  static async open(path: string, waitSeconds: number): Promise<LedgerDatabase> {
    const sqlite = await loadSqlite();
    if (!existsSync(path)) await create(path, sqlite);
    return openAt(path, sqlite, waitSeconds, (database) => new LedgerDatabase(path, database));
  }

  /** Begins a batch: no other process writes before its end. */
  begin(): void {
    this.#loaded.clear();
    this.#use(() => this.#database.exec('BEGIN IMMEDIATE'));
    this.#isOpen = true;
    if (inodeOf(this.path) === this.#inode) return;
    throw new Failure(`${this.path} was replaced meanwhile by another program`);
  }

  commit(): void {
    this.#use(() => this.#database.exec('COMMIT'));
    this.#isOpen = false;
  }

  /** Closes the database; a batch that was not committed is undone. */
  close(): void {
    if (this.#isOpen) this.#rollBack();
    this.#database.close();
  }

  /**
   * Returns what a customer's next answers can depend on: the days, the entries of some ids, the
   * newest entry, from which a ledger knows how far back it must remember, and for each id one of
   * the oldest, so that those which are forgotten can be removed.
   */
  load(customerId: string, ids: ReadonlySet<string>): RefundLedger | undefined {
    return this.#use(() => {
      const row = this.#statements.customer.get(storedName(customerId));
      if (row === undefined) return undefined;
      const customer = row['customer'] as number;
      const entries = [
        ...this.#statements.newest.all(customer),
        ...this.#statements.oldest.all(customer, ids.size + 1),
      ];
      for (const id of ids) {
        const entry = this.#statements.entry.get(customer, storedName(id));
        if (entry !== undefined) entries.push(entry);
      }
      const byNumber = new Map(entries.map((entry) => [entry['answer'] as number, entry]));
      const inOrder = Array.from(byNumber.keys()).sort((one, other) => one - other);
      const ledger = this.#ledgerOf(
        row,
        inOrder.map((answer) => byNumber.get(answer) as Row),
      );
      this.#loaded.set(customerId, { customer, ledger });
      return ledger;
    });
  }

  /** Writes what has changed in a ledger since it was loaded, or a new one. */
  save(ledger: RefundLedger): void {
    const { customerId, lastDay } = ledger;
    this.#use(() => {
      const loaded = this.#loaded.get(customerId);
      const days = JSON.stringify(ledger.days);
      const customer = loaded?.customer ?? this.#add(customerId, lastDay, days);
      if (loaded !== undefined && hasOtherDays(loaded.ledger, lastDay, days)) {
        this.#statements.setDays.run(lastDay, days, customer);
      }
      const stored = new Map(loaded?.ledger.ids.map((entry) => [entry.id, entry]));
      const added = ledger.ids.filter((entry) => {
        if (!isSame(stored.get(entry.id), entry)) return true;
        stored.delete(entry.id);
        return false;
      });
      for (const id of stored.keys()) this.#statements.remove.run(customer, storedName(id));
      for (const { id, policy, facts } of added) {
        this.#statements.addEntry.run(customer, storedName(id), storedName(policy), facts);
      }
      this.#loaded.set(customerId, { customer, ledger });
    });
  }

  /** Adds the whole ledger of a customer that has none. */
  add(ledger: RefundLedger): void {
    const { customerId } = ledger;
    if (this.#use(() => this.#statements.customer.get(storedName(customerId))) !== undefined) {
      throw new Failure(`${this.path}: customer ${customerId} has a ledger already`);
    }
    this.save(ledger);
    this.#loaded.delete(customerId);
  }

  #add(customerId: string, lastDay: string | null, days: string): number {
    const added = this.#statements.addCustomer.run(storedName(customerId), lastDay, days);
    return Number(added.lastInsertRowid);
  }

  /** Returns a customer's whole ledger, as it is stored. */
  whole(customerId: string): RefundLedger | undefined {
    return this.#use(() => {
      const row = this.#statements.customer.get(storedName(customerId));
      if (row === undefined) return undefined;
      const customer = row['customer'] as number;
      const ledger = this.#ledgerOf(row, this.#statements.entries.all(customer));
      this.#loaded.set(customerId, { customer, ledger });
      return ledger;
    });
  }

  /** Returns the ledgers of all customers as they are at the first step, in order of appearance. */
  *ledgers(): Generator<RefundLedger, void, undefined> {
    // One transaction sees one state, whatever other processes write meanwhile.
    this.#use(() => this.#database.exec('BEGIN'));
    try {
      let last = 0;
      for (;;) {
        const row = this.#use(() => this.#statements.nextCustomer.get(last));
        if (row === undefined) break;
        last = row['customer'] as number;
        yield this.#use(() => this.#ledgerOf(row, this.#statements.entries.all(last)));
      }
    } finally {
      this.#rollBack();
    }
  }

  keepForgotten({ customerId, id, policy, facts, usd, reason, forgottenAt }: Forgotten): void {
    const names = [customerId, id, policy].map(storedName) as [string, string, string];
    this.#use(() => this.#statements.addForgotten.run(...names, facts, usd, reason, forgottenAt));
  }

  /** Returns what was removed from a customer's ledger, and why. */
  forgottenOf(customerId: string): Forgotten[] {
    const rows = this.#use(() => this.#statements.forgotten.all(storedName(customerId)));
    return rows.map((row) => ({
      customerId,
      id: nameFrom(row['id'] as string) as string,
      policy: nameFrom(row['policy'] as string) as string,
      facts: row['facts'] as string,
      usd: row['usd'] as string,
      reason: row['reason'] as string,
      forgottenAt: row['forgotten_at'] as string,
    }));
  }

  /** Returns the faults that SQLite itself finds in the file. */
  faults(): string[] {
    const rows = this.#use(() => this.#database.prepare('PRAGMA integrity_check(10)').all());
    return rows.map((row) => String(row['integrity_check'])).filter((fault) => fault !== 'ok');
  }

  #ledgerOf(row: Row, entries: readonly Row[]): RefundLedger {
    try {
      return {
        customerId: nameFrom(row['customer_id'] as string) as string,
        lastDay: row['last_day'] as string | null,
        days: JSON.parse(row['days'] as string),
        ids: entries.map((entry) => ({
          id: nameFrom(entry['id'] as string) as string,
          policy: nameFrom(entry['policy'] as string) as string,
          facts: entry['facts'] as string,
        })),
      };
    } catch (error) {
      const { message } = error as SyntaxError;
      throw new Failure(`${this.path}: customer ${row['customer_id']}: ${message}`);
    }
  }

  #rollBack(): void {
    try {
      this.#database.exec('ROLLBACK');
    } catch {
      // SQLite itself has ended the transaction, as it does on a full disk.
    }
  }

  #use<T>(step: () => T): T {
    return withSqlite(this.path, step);
  }
}

function hasOtherDays(stored: RefundLedger, lastDay: string | null, days: string): boolean {
  return lastDay !== stored.lastDay || days !== JSON.stringify(stored.days);
}

function isSame(stored: LedgerId | undefined, entry: LedgerId): boolean {
  return stored?.facts === entry.facts && stored.policy === entry.policy;
}

function inodeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.ino ?? -1;
}

function openAt<T>(
  path: string,
  { DatabaseSync }: Sqlite,
  waitSeconds: number,
  use: (database: Database) => T,
): T {
  const stats = statSync(path);
  refuseOtherThanFile(path, stats);
  if (stats.size === 0) {
    throw new Failure(`${path} is empty, as if it was cut off: remove it to begin anew`);
  }
  try {
    accessSync(path, constants.R_OK | constants.W_OK);
  } catch (error) {
    throw new Failure((error as Error).message);
  }
  const options = { timeout: Math.ceil(waitSeconds * 1_000) };
  const database = withSqlite(path, () => new DatabaseSync(path, options));
  try {
    const fault = withSqlite(path, () => {
      database.exec(`PRAGMA synchronous = FULL; PRAGMA cache_size = -${CACHE_KIB}`);
      database.exec('PRAGMA trusted_schema = OFF');
      return faultOfSchema(database);
    });
    if (fault !== undefined) throw new Failure(`${path} ${fault}`);
    return use(database);
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Creates an empty ledger beside the path and puts it there, so that no other process sees half of it. */
async function create(path: string, { DatabaseSync }: Sqlite): Promise<void> {
  const lock = await LedgerLock.acquire(path, CREATE_SECONDS);
  const fresh = `${path}.${crypto.randomUUID()}.new`;
  try {
    removeLeftovers(path);
    if (existsSync(path)) return;
    for (const suffix of ['-wal', '-journal']) {
      if (!existsSync(path + suffix)) continue;
      throw new Problem(
        `${path} is gone, but ${path}${suffix} is there: restore both, or remove it`,
      );
    }
    closeSync(openSync(fresh, 'wx', 0o600));
    withSqlite(path, () => {
      const database = new DatabaseSync(fresh);
      try {
        createSchema(database);
      } finally {
        database.close();
      }
    });
    renameSync(fresh, path);
    syncDirectory(dirname(path));
  } finally {
    rmSync(fresh, { force: true });
    lock.release();
  }
}
