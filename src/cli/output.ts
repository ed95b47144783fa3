import type { Writable } from 'node:stream';

/** Standard output that waits for slow readers and notices those that went away. */
export class Output {
  readonly #stream: Writable;

  constructor(stream: Writable) {
    this.#stream = stream;
    stream.on('error', () => {
      // The write that met it reports it.
    });
  }

  /** Writes a text, and waits until it was handed over. */
  async write(text: string): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#stream.write(text, (error) => (error ? reject(error) : resolve()));
    });
  }
}
