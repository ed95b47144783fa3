import { isUtf8 } from 'node:buffer';
import { randomUUID } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { RefundLedger } from '../../reservations/index.ts';
import { codeOf, Problem } from './problem.ts';
import { writeWhole } from './write-whole.ts';

const CHUNK = 1 << 16;
const NEWLINE = 10;

/** A file of ledgers, one customer a line, that is replaced as a whole or not at all. */
export class LedgerFile {
  readonly #path: string;
  /** None where there is no file yet. */
  readonly #stamp: string | undefined;
  /** Of each ledger that was read. */
  readonly #lines: number[] = [];

  /** Throws a `Problem`, or what the system says, where the file could not be replaced later. */
  constructor(path: string) {
    if (path === '') {
      throw new Problem('--ledger: expected a file of ledgers, got an empty string');
    }
    this.#path = realPath(path);
    this.#stamp = stampOf(this.#path);
    if (this.#stamp !== undefined) accessSync(this.#path, constants.R_OK | constants.W_OK);
    removeLeftovers(this.#path);
    const fresh = this.#freshPath();
    closeSync(openSync(fresh, 'wx'));
    rmSync(fresh);
  }

  /** A name beside the file that no other run takes. */
  #freshPath(): string {
    return `${this.#path}.${randomUUID()}.new`;
  }

  /** The lines as JSON values, read as they are asked for; none where there is no file yet. */
  *read(): Generator<unknown, void, undefined> {
    if (this.#stamp === undefined) return;
    if (statSync(this.#path).size === 0) {
      throw new Problem(
        `${this.#path} is empty, so it may have been cut off; if it should start empty, delete the file`,
      );
    }
    const file = openSync(this.#path, 'r');
    try {
      const chunk = Buffer.allocUnsafe(CHUNK);
      let rest: Buffer[] = [];
      let line = 1;
      for (let size = readSync(file, chunk); size > 0; size = readSync(file, chunk)) {
        const read = chunk.subarray(0, size);
        let from = 0;
        for (let end = read.indexOf(NEWLINE); end >= 0; end = read.indexOf(NEWLINE, from)) {
          rest.push(Buffer.from(read.subarray(from, end)));
          yield* this.#parse(rest, line);
          line += 1;
          rest = [];
          from = end + 1;
        }
        rest.push(Buffer.from(read.subarray(from)));
      }
      yield* this.#parse(rest, line);
    } finally {
      closeSync(file);
    }
  }

  /** Where in the file a ledger stands that was read, counted from 0; empty lines are none. */
  placeOf(position: number): string {
    return this.#place(this.#lines[position] as number);
  }

  #place(line: number): string {
    return `${this.#path}, line ${line}`;
  }

  *#parse(parts: readonly Buffer[], line: number): Generator<unknown, void, undefined> {
    const bytes = Buffer.concat(parts);
    if (!isUtf8(bytes)) throw new Problem(`${this.#place(line)}: expected UTF-8 text`);
    const text = bytes.toString().trim();
    if (text === '') return;
    let ledger: unknown;
    try {
      ledger = JSON.parse(text);
    } catch {
      throw new Problem(`${this.#place(line)}: expected a ledger as JSON`);
    }
    this.#lines.push(line);
    yield ledger;
  }

  /**
   * Writes the ledgers beside the file and puts them in its place in one step, so that a crash
   * leaves the old file whole. Refuses where somebody else has changed it since it was opened.
   */
  replace(ledgers: Iterable<RefundLedger>): void {
    const fresh = this.#freshPath();
    try {
      const file = openSync(fresh, 'wx', 0o600);
      try {
        if (this.#stamp !== undefined) openToTheSame(file, this.#path);
        for (const ledger of ledgers) writeWhole(file, `${JSON.stringify(ledger)}\n`);
        // Of no customers, too, it is not empty, so that one that was cut off is told from it.
        if (fstatSync(file).size === 0) writeWhole(file, '\n');
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
      if (stampOf(this.#path) !== this.#stamp) {
        throw new Problem(
          `${this.#path} was changed by another program in the meantime; it was not replaced`,
        );
      }
      renameSync(fresh, this.#path);
    } catch (error) {
      rmSync(fresh, { force: true });
      if (codeOf(error) === undefined) throw error;
      throw new Problem(
        `${this.#path} could not be replaced and is unchanged (${(error as Error).message})`,
      );
    }
    syncDirectory(dirname(this.#path));
  }
}

const FRESH = /^\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.new$/;

const DAY_MS = 86_400_000;

/** Removes what runs that were killed while they wrote have left beside the file, after a day. */
function removeLeftovers(path: string): void {
  const name = basename(path);
  try {
    for (const entry of readdirSync(dirname(path))) {
      if (!entry.startsWith(name) || !FRESH.test(entry.slice(name.length))) continue;
      const leftover = join(dirname(path), entry);
      // A younger one may be what another run is writing.
      if (statSync(leftover).mtimeMs < Date.now() - DAY_MS) rmSync(leftover);
    }
  } catch {
    // A folder that cannot be listed, or a file that somebody else has or removed: nothing depends on them.
  }
}

/** Lets those read and write the new file who could do so with the old one. */
function openToTheSame(file: number, old: string): void {
  const { uid, gid, mode } = statSync(old);
  try {
    // The group first: whoever may not give a file away may still set that.
    fchownSync(file, fstatSync(file).uid, gid);
    fchownSync(file, uid, gid);
  } catch {
    // Only root gives files away. Others may write the old one by its group or by its mode.
  }
  fchmodSync(file, mode & 0o777);
}

/** Where a symbolic link points, so that the link itself is not replaced. */
function realPath(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  if (lstatSync(path, { throwIfNoEntry: false }) === undefined) return path;
  throw new Problem(`expected a file of ledgers, got ${path}, a link without a target`);
}

/** Changes whenever the file is replaced or written to; none where there is no file. */
function stampOf(path: string): string | undefined {
  const stats = statSync(path, { bigint: true, throwIfNoEntry: false });
  if (stats === undefined) return undefined;
  if (!stats.isFile())
    throw new Problem(`expected a file of ledgers, got ${path}, which is not a file`);
  return `${stats.ino} ${stats.size} ${stats.mtimeNs}`;
}

/** Makes the rename itself survive a power cut, where directories can be synced. */
function syncDirectory(path: string): void {
  try {
    const directory = openSync(path, 'r');
    try {
      fsyncSync(directory);
    } finally {
      closeSync(directory);
    }
  } catch {
    // Some file systems cannot; the file itself is safe.
  }
}
