import { writeSync } from 'node:fs';

/** Writes all of a text or its bytes, or throws: a disk that is almost full takes a part of it and says nothing. */
export function writeWhole(file: number, text: string | Uint8Array): void {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
}
