import { isUtf8 } from 'node:buffer';

const NEWLINE = 10;
const BYTE_ORDER_MARK = '\uFEFF';

/** Longer than any record; a line beyond it is passed over without being kept. */
const MOST_BYTES = 16 * 1024 * 1024;

/** A line that holds no text, and why. */
interface BrokenLine {
  readonly fault: 'not-utf-8' | 'too-long';
}

export type Line = string | BrokenLine;

/** Some whole lines, and how many bytes of input they took. */
export interface LineBatch {
  readonly lines: readonly Line[];
  readonly bytes: number;
}

/** Cuts a stream into lines, as many at a time as a chunk completes. No chunk is longer than the longest line. */
export async function* lineBatches(
  chunks: AsyncIterable<Buffer>,
  most: number = MOST_BYTES,
): AsyncGenerator<LineBatch, void, undefined> {
  /** Of the line that no chunk has ended yet; `undefined` if it is too long. */
  let parts: Buffer[] | undefined = [];
  let size = 0;
  let isFirst = true;
  for await (const chunk of chunks) {
    const first = chunk.indexOf(NEWLINE);
    const part = first < 0 ? chunk : chunk.subarray(0, first);
    size += part.length;
    if (size > most) parts = undefined;
    parts?.push(part);
    if (first < 0) continue;
    const last = chunk.lastIndexOf(NEWLINE);
    const whole = first < last ? linesIn(chunk.subarray(first + 1, last)) : [];
    yield { lines: [lineOf(parts, isFirst), ...whole], bytes: size + 1 + last - first };
    isFirst = false;
    parts = [chunk.subarray(last + 1)];
    size = chunk.length - last - 1;
  }
  yield { lines: [lineOf(parts, isFirst)], bytes: size + 1 };
}

function lineOf(parts: readonly Buffer[] | undefined, isFirst: boolean): Line {
  if (parts === undefined) return { fault: 'too-long' };
  const line = textOf(Buffer.concat(parts));
  return isFirst && typeof line === 'string' ? withoutMark(line) : line;
}

/** A text without the byte order mark that some programs begin a file with. */
export function withoutMark(text: string): string {
  return text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
}

function linesIn(whole: Buffer): Line[] {
  return isUtf8(whole) ? whole.toString().split('\n') : mixedLines(whole);
}

function mixedLines(whole: Buffer): Line[] {
  const lines: Line[] = [];
  for (let from = 0; from <= whole.length; ) {
    const newline = whole.indexOf(NEWLINE, from);
    const end = newline < 0 ? whole.length : newline;
    lines.push(textOf(whole.subarray(from, end)));
    from = end + 1;
  }
  return lines;
}

function textOf(line: Buffer): Line {
  return isUtf8(line) ? line.toString() : { fault: 'not-utf-8' };
}
