import type { Writable } from 'node:stream';
import { groupThousands } from '../../amounts/group-thousands.ts';

const WIDTH = 30;

/** Formats the progress of a run; both sizes are in bytes, `total` is 0 if it is not known. */
export function progressLine(records: number, done: number, total: number): string {
  const count = `${groupThousands(String(records))} ${records === 1 ? 'record' : 'records'}`;
  if (total === 0) return count;
  const share = Math.min(1, done / total);
  const filled = Math.round(share * WIDTH);
  return `[${'#'.repeat(filled)}${' '.repeat(WIDTH - filled)}] ${Math.floor(share * 100)} % ${count}`;
}

const FIRST_SHOWN_AFTER_MS = 1_000;
const SHOWN_EVERY_MS = 200;

type Stream = Writable & { readonly isTTY?: boolean };

/** A line on the terminal about long work, where it disturbs no output. */
export class Progress {
  readonly #stderr: Writable | undefined;
  readonly #size: number;
  #bytes = 0;
  #showAt = Date.now() + FIRST_SHOWN_AFTER_MS;
  #isShown = false;

  constructor(
    { stdout, stderr }: { readonly stdout: Stream; readonly stderr: Stream },
    size: number,
  ) {
    this.#stderr = stderr.isTTY && !stdout.isTTY ? stderr : undefined;
    this.#size = size;
  }

  show(records: number, bytes: number): void {
    this.#bytes += bytes;
    if (this.#stderr === undefined || Date.now() < this.#showAt) return;
    this.#stderr.write(`\r\u001b[K${progressLine(records, this.#bytes, this.#size)}`);
    this.#isShown = true;
    this.#showAt = Date.now() + SHOWN_EVERY_MS;
  }

  clear(): void {
    if (this.#isShown) this.#stderr?.write('\r\u001b[K');
  }
}
