import { fstatSync, fsyncSync, statSync } from 'node:fs';
import { devNull } from 'node:os';
import type { Writable } from 'node:stream';
import { codeOf, Problem } from './problem.ts';
import { writeWhole } from './write-whole.ts';

/** Standard output that waits for slow readers, and notices those that went away and disks that are full. */
export class Output {
  readonly #stream: Writable;
  /** File descriptor if the output is a file. Node's own stream would lose data if the disk is full. */
  readonly #file: number | undefined;

  constructor(stream: Writable & { readonly fd?: number }) {
    this.#stream = stream;
    this.#file = stream.fd !== undefined && fstatSync(stream.fd).isFile() ? stream.fd : undefined;
    stream.on('error', () => {
      // The write that met it reports it.
    });
  }

  /** Writes a text, and waits until it was handed over. */
  async write(text: string | Uint8Array): Promise<void> {
    try {
      if (this.#file !== undefined) writeWhole(this.#file, text);
      else await this.#hand(text);
    } catch (error) {
      throw problemOf(error);
    }
  }

  async #hand(text: string | Uint8Array): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#stream.write(text, (error) => (error ? reject(error) : resolve()));
    });
  }

  /** Waits until what was written is on the disk, where it is a file: some tell only then that they are full. */
  sync(): void {
    try {
      if (this.#file !== undefined) fsyncSync(this.#file);
    } catch (error) {
      throw problemOf(error);
    }
  }
}

/** Returns whether what is written to a stream is lost: Node opens the null device in the place of a closed output. */
export function isDiscarded({ fd }: { readonly fd?: number }): boolean {
  if (fd === undefined) return false;
  const stats = fstatSync(fd);
  const nothing = statSync(devNull, { throwIfNoEntry: false });
  return stats.isCharacterDevice() && stats.rdev === nothing?.rdev;
}

function problemOf(error: unknown): unknown {
  const code = codeOf(error);
  if (code === undefined || code === 'EPIPE') return error;
  return new Problem(`the output could not be written completely (${(error as Error).message})`);
}
