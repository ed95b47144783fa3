import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { codeOf, Failure } from '../io/problem.ts';
import { writeWhole } from '../io/write-whole.ts';
import { canSeeEachOther, isDead, ownIdentity, type ProcessIdentity } from './process-identity.ts';

/** The contents of a lock file. */
interface LockText extends ProcessIdentity {
  /** Of this one lock: no other ever has it. */
  readonly token: string;
}

const POLL_MS = 100;
/** The longest time that several processes try to take over one lock before the run is refused. */
const TAKEOVER_MS = 5_000;
/** A claim that is still unreadable after this was cut off while it was written. */
const CUT_OFF_MS = 10_000;

/**
 * An exclusive lock on a ledger file, `FILE.lock`, for runs that replace the file.
 *
 * It is created by a hard link, which only one process can do. A lock whose process is dead is
 * replaced by a rename. So that two processes never do that at once, each first writes a claim with
 * a name of its own, and gives way if it then sees the claim of another process that is alive. Only
 * processes of the same host take over, so that all of them see the same folder.
 */
export class LedgerLock {
  readonly #path: string;
  readonly #token: string;

  private constructor(path: string, token: string) {
    this.#path = path;
    this.#token = token;
  }

  /** Waits for the lock of a file, at most some seconds. Throws a `Failure` if it stays taken. */
  static async acquire(file: string, waitSeconds: number): Promise<LedgerLock> {
    const path = `${file}.lock`;
    const started = Date.now();
    for (;;) {
      const attempt = tryLock(path);
      if (typeof attempt === 'string') return new LedgerLock(path, attempt);
      const { holder } = attempt;
      const waited = Date.now() - started;
      const most = Math.max(waitSeconds * 1_000, holder === 'claimed' ? TAKEOVER_MS : 0);
      if (waited >= most) throw new Failure(`${file} ${inUseBy(holder, path)}`);
      const pause = holder === 'claimed' ? 5 + Math.random() * 45 : POLL_MS;
      await setTimeout(Math.min(pause, most - waited));
    }
  }

  /** Throws a `Failure` if somebody removed the lock meanwhile. */
  check(): void {
    if (readLock(this.#path)?.token === this.#token) return;
    throw new Failure(`${this.#path} was removed while it was in use: the ledger stays as it was`);
  }

  release(): void {
    if (readLock(this.#path)?.token === this.#token) rmSync(this.#path, { force: true });
  }
}

type Holder = LockText | 'unreadable' | 'claimed';

/** The token of the lock, or who has it. */
function tryLock(path: string): string | { readonly holder: Holder } {
  const mine: LockText = { token: crypto.randomUUID(), ...ownIdentity() };
  const current = readLock(path);
  if (current !== undefined && !isDead(current, mine)) return { holder: current };
  const claim = `${path}.${mine.token}`;
  try {
    writeClaim(claim, `${JSON.stringify(mine)}\n`);
    if (hasLinked(claim, path)) return mine.token;
    const holder = readLock(path) ?? (existsSync(path) ? 'unreadable' : 'claimed');
    if (typeof holder === 'string' || !isDead(holder, mine)) return { holder };
    if (isClaimedByAnother(path, mine)) return { holder: 'claimed' };
    // Nobody else of this host replaces it now. It may have been replaced since it was read, though.
    if (readLock(path)?.token !== holder.token) return { holder: 'claimed' };
    renameSync(claim, path);
    return readLock(path)?.token === mine.token ? mine.token : { holder: 'claimed' };
  } finally {
    rmSync(claim, { force: true });
  }
}

function writeClaim(path: string, text: string): void {
  const file = openSync(path, 'wx');
  try {
    writeWhole(file, text);
    fsyncSync(file);
  } catch (error) {
    throw new Failure(`${path} could not be written completely (${(error as Error).message})`);
  } finally {
    closeSync(file);
  }
}

function hasLinked(claim: string, path: string): boolean {
  try {
    linkSync(claim, path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Returns whether another process of this host that may be alive claims the lock. Removes the claims of dead
 * ones; those of other hosts never take this host's locks.
 */
function isClaimedByAnother(path: string, mine: LockText): boolean {
  let isClaimed = false;
  for (const name of readdirSync(dirname(path))) {
    if (!name.startsWith(`${basename(path)}.`) || name.endsWith(mine.token)) continue;
    const claim = join(dirname(path), name);
    const other = readLock(claim);
    const stats = statSync(claim, { throwIfNoEntry: false });
    if (stats === undefined) continue;
    const isOver =
      other === undefined ? stats.mtimeMs < Date.now() - CUT_OFF_MS : isDead(other, mine);
    if (isOver) rmSync(claim, { force: true });
    else if (other === undefined || canSeeEachOther(other, mine)) isClaimed = true;
  }
  return isClaimed;
}

/** None if the file is gone, or no lock. */
function readLock(path: string): LockText | undefined {
  try {
    const text = JSON.parse(readFileSync(path, 'utf8')) as Partial<LockText> | null;
    const isLock =
      typeof text?.token === 'string' &&
      typeof text.host === 'string' &&
      typeof text.pid === 'number';
    return isLock ? (text as LockText) : undefined;
  } catch {
    return undefined;
  }
}

function inUseBy(holder: Holder, path: string): string {
  if (holder === 'claimed') return 'is about to be used by another run: try again';
  const remedy = `wait with --wait SECONDS, or remove ${path} if that run is over`;
  if (holder === 'unreadable') return `is in use by another run: ${remedy}`;
  const { pid, host } = holder;
  return `is in use by another run, process ${pid} on ${host}: ${remedy}`;
}
