import { Failure } from '../io/problem.ts';

/** The parts of `node:sqlite` that the store uses. */
export interface Sqlite {
  readonly DatabaseSync: new (
    path: string,
    options?: { readonly readOnly?: boolean; readonly timeout?: number },
  ) => Database;
}

export interface Database {
  exec(sql: string): void;
  prepare(sql: string): Statement;
  close(): void;
}

type Value = string | number | null;
export type Row = Readonly<Record<string, Value>>;

export interface Statement {
  run(...values: Value[]): { readonly lastInsertRowid: number | bigint };
  get(...values: Value[]): Row | undefined;
  all(...values: Value[]): Row[];
  iterate(...values: Value[]): Iterable<Row>;
}

/**
 * Loads the SQLite of Node itself, or else of the package `@photostructure/sqlite`. Both run
 * synchronously, and are loaded only when a database is asked for.
 */
export async function loadSqlite(): Promise<Sqlite> {
  const own = ownSqlite();
  if (own !== undefined && isSafe(own)) return own;
  const installed = await installedSqlite();
  if (installed !== undefined && isSafe(installed)) return installed;
  throw new Failure(
    'a ledger in a database needs SQLite 3.51.3 or later: install the package @photostructure/sqlite, or use the current release of Node 22 or later',
  );
}

function ownSqlite(): Sqlite | undefined {
  const { emitWarning } = process;
  // Some releases call it experimental on standard error, which is for the user's own problems.
  process.emitWarning = () => {};
  try {
    return process.getBuiltinModule?.('node:sqlite') as Sqlite | undefined;
  } finally {
    process.emitWarning = emitWarning;
  }
}

async function installedSqlite(): Promise<Sqlite | undefined> {
  try {
    return await import('@photostructure/sqlite');
  } catch {
    return undefined;
  }
}

/** Releases before 3.51.3, except two, may lose what two processes commit ("WAL-reset bug"). */
function isSafe({ DatabaseSync }: Sqlite): boolean {
  const database = new DatabaseSync(':memory:');
  const version = database.prepare('SELECT sqlite_version() AS version').get()?.['version'];
  database.close();
  return hasWalFix(String(version));
}

export function hasWalFix(version: string): boolean {
  const [major, minor, patch] = version.split('.').map(Number) as [number, number, number];
  const number = (major * 1_000 + minor) * 1_000 + patch;
  const isIn = (from: number, before: number) => number >= from && number < before;
  return number >= 3_051_003 || isIn(3_050_007, 3_051_000) || isIn(3_044_006, 3_045_000);
}

const BUSY = 5;

const problems: Readonly<Record<number, string>> = {
  [BUSY]: 'is locked by another program: wait longer with --wait SECONDS',
  6: 'is locked by another program: wait longer with --wait SECONDS',
  8: 'can be read only',
  10: 'could not be read or written',
  11: 'is damaged',
  13: 'could not be written, because the disk is full',
  14: 'could not be opened',
  26: 'is no SQLite database',
};

/** Runs a step on the database at a path; what SQLite reports becomes a `Failure`. */
export function withSqlite<T>(path: string, step: () => T): T {
  try {
    return step();
  } catch (error) {
    const code = (error as { readonly errcode?: unknown }).errcode;
    if (typeof code !== 'number') throw error;
    const problem = problems[code & 0xff] ?? 'could not be used';
    throw new Failure(`${path} ${problem} (SQLite: ${(error as Error).message})`);
  }
}
