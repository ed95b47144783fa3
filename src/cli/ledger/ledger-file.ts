import { isUtf8 } from 'node:buffer';

import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { RefundLedger } from '../../reservations/index.ts';
import { type ParsedJson, parseJson } from '../io/parse-json.ts';
import { codeOf, Problem } from '../io/problem.ts';
import { writeWhole } from '../io/write-whole.ts';
import type { Forgotten } from './forget-entry.ts';
import { LedgerLock } from './ledger-lock.ts';
import { refuseOtherThanFile } from './ledger-path.ts';

const CHUNK = 1 << 16;
const NEWLINE = 10;

/** A file of ledgers, one customer a line, that is replaced as a whole or not at all. */
export class LedgerFile {
  readonly #path: string;
  /** None where there is no file yet. */
  readonly #stamp: string | undefined;
  /** Of each ledger that was read. */
  readonly #lines: number[] = [];
  /** None for readers. */
  #lock: LedgerLock | undefined;

  /** Opens a file to read it. Throws a `Problem` where there is something else in its place. */
  constructor(path: string) {
    this.#path = path;
    this.#stamp = stampOf(path);
  }

  /** Opens a file, which need not be there yet, for this run alone. Throws where it could not be replaced later. */
  static async openToReplace(path: string, waitSeconds: number): Promise<LedgerFile> {
    stampOf(path);
    const lock = await LedgerLock.acquire(path, waitSeconds);
    try {
      const file = new LedgerFile(path);
      file.#lock = lock;
      if (file.#stamp !== undefined) accessSync(path, constants.R_OK | constants.W_OK);
      removeLeftovers(path);
      return file;
    } catch (error) {
      lock.release();
      throw error;
    }
  }

  /** Lets other runs have the file. */
  close(): void {
    this.#lock?.release();
  }

  /** A name beside the file that no other run takes. */
  #freshPath(): string {
    return `${this.#path}.${crypto.randomUUID()}.new`;
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

  /** Names the line of a ledger; `position` counts the ledgers of the file from 0. */
  placeOf(position: number): string {
    return this.#place(this.#lines[position] as number);
  }

  /** Keeps an entry that is about to be removed, next to the file. */
  keepForgotten(forgotten: Forgotten): void {
    const file = openSync(this.#forgottenPath(), 'a', 0o600);
    try {
      writeWhole(file, `${JSON.stringify(forgotten)}\n`);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  }

  /** Returns what was removed from a customer's ledger, and why. */
  forgottenOf(customerId: string): Forgotten[] {
    const path = this.#forgottenPath();
    if (!existsSync(path)) return [];
    return readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Forgotten)
      .filter((forgotten) => forgotten.customerId === customerId);
  }

  #forgottenPath(): string {
    return `${this.#path}.forgotten`;
  }

  #place(line: number): string {
    return `${this.#path}, line ${line}`;
  }

  *#parse(parts: readonly Buffer[], line: number): Generator<unknown, void, undefined> {
    const bytes = Buffer.concat(parts);
    if (!isUtf8(bytes)) throw new Problem(`${this.#place(line)}: expected UTF-8 text`);
    const text = bytes.toString().trim();
    if (text === '') return;
    let parsed: ParsedJson;
    try {
      parsed = parseJson(text);
    } catch {
      throw new Problem(`${this.#place(line)}: expected a ledger as JSON`);
    }
    const { value, repeated } = parsed;
    if (repeated !== undefined) throw new Problem(`${this.#place(line)}: ${repeated.message}`);
    this.#lines.push(line);
    yield value;
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
      this.#lock?.check();
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

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const LEFTOVER = new RegExp(`^\\.(?:${UUID}\\.new|lock\\.${UUID})$`);

const DAY_MS = 86_400_000;

/** Removes what runs that were killed while they wrote have left beside the file, after a day. */
export function removeLeftovers(path: string): void {
  const name = basename(path);
  try {
    for (const entry of readdirSync(dirname(path))) {
      if (!entry.startsWith(name) || !LEFTOVER.test(entry.slice(name.length))) continue;
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

/** Changes whenever the file is replaced or written to; none where there is no file. */
function stampOf(path: string): string | undefined {
  const stats = statSync(path, { bigint: true, throwIfNoEntry: false });
  if (stats === undefined) return undefined;
  refuseOtherThanFile(path, stats);
  return `${stats.ino} ${stats.size} ${stats.mtimeNs}`;
}

/** Makes the rename itself survive a power cut, where directories can be synced. */
export function syncDirectory(path: string): void {
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
