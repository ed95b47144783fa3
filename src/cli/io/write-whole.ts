import { writeSync } from 'node:fs';

/** Writes all of a text, or throws: a disk that is almost full takes a part of it and says nothing. */
export function writeWhole(file: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
}
