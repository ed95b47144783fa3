import { once } from 'node:events';

const CHUNK = 1 << 16;

/** Writes lines in larger pieces, and waits where whoever reads is slow. */
export class LineWriter {
  #stream;
  #parts = [];
  #size = 0;

  constructor(stream) {
    this.#stream = stream;
  }

  async write(line) {
    this.#parts.push(Buffer.from(line), NEWLINE);
    this.#size += line.length + 1;
    if (this.#size > CHUNK) await this.flush();
  }

  async flush() {
    const whole = Buffer.concat(this.#parts);
    this.#parts = [];
    this.#size = 0;
    if (!this.#stream.write(whole)) await once(this.#stream, 'drain');
  }
}

const NEWLINE = Buffer.from('\n');
