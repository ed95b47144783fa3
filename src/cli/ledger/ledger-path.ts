import { closeSync, existsSync, lstatSync, openSync, readSync, realpathSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { Problem } from '../io/problem.ts';

const DATABASE_EXTENSIONS = ['.db', '.sqlite', '.sqlite3'];
const DATABASE_START = Buffer.from('SQLite format 3\0');

/**
 * Returns where a ledger really is, so that a symbolic link is not replaced and every way to the
 * ledger meets the same lock.
 */
export function ledgerPath(path: string): string {
  if (path === '') {
    throw new Problem('--ledger: expected a file of ledgers, got an empty string');
  }
  if (existsSync(path)) return realpathSync(path);
  if (lstatSync(path, { throwIfNoEntry: false }) === undefined) {
    return join(realpathSync(dirname(path)), basename(path));
  }
  throw new Problem(`expected a file of ledgers, got ${path}, a link without a target`);
}

/** Returns whether a ledger is a database: by its first bytes, and one without bytes by its name. */
export function isDatabase(path: string): boolean {
  const isNamedSo = DATABASE_EXTENSIONS.includes(extname(path).toLowerCase());
  if (isNamedSo || !existsSync(path)) return isNamedSo;
  try {
    return startOf(path).equals(DATABASE_START);
  } catch {
    return false; // a directory, or a file that cannot be read: refused by those who open it
  }
}

function startOf(path: string): Buffer {
  const file = openSync(path, 'r');
  try {
    const start = Buffer.alloc(DATABASE_START.length);
    readSync(file, start);
    return start;
  } finally {
    closeSync(file);
  }
}

interface FileStats {
  isFile(): boolean;
  readonly nlink: number | bigint;
}

/** Throws a `Problem` about a directory or device, and about a file with several names. */
export function refuseOtherThanFile(path: string, stats: FileStats): void {
  if (!stats.isFile())
    throw new Problem(`expected a file of ledgers, got ${path}, which is not a file`);
  if (Number(stats.nlink) < 2) return;
  throw new Problem(
    `${path} has several names (hard links): replacing it under one would leave the others as they were`,
  );
}
