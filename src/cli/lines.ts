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

/** Cuts a stream into lines, as many at a time as a chunk completes. */
export async function* lineBatches(
  chunks: AsyncIterable<Buffer>,
): AsyncGenerator<LineBatch, void, undefined> {
  let rest: Buffer[] = [];
  let size = 0;
  let isFirst = true;
  let isPassedOver = false;
  for await (const chunk of chunks) {
    const end = chunk.lastIndexOf(NEWLINE);
    if (end < 0) {
      size += chunk.length;
      isPassedOver ||= size > MOST_BYTES;
      if (isPassedOver) rest = [];
      else rest.push(chunk);
      continue;
    }
    // What is left of a line that is passed over goes up to its end.
    const start = isPassedOver ? chunk.indexOf(NEWLINE) : 0;
    if (isPassedOver) yield { lines: [{ fault: 'too-long' }], bytes: size + start + 1 };
    if (!isPassedOver || start < end) {
      const from = isPassedOver ? start + 1 : 0;
      yield batch([...rest, chunk.subarray(from, end)], isFirst);
    }
    rest = [chunk.subarray(end + 1)];
    size = chunk.length - end - 1;
    isFirst = false;
    isPassedOver = false;
  }
  yield isPassedOver ? { lines: [{ fault: 'too-long' }], bytes: size } : batch(rest, isFirst);
}

function batch(parts: readonly Buffer[], isFirst: boolean): LineBatch {
  const whole = Buffer.concat(parts);
  const lines: Line[] = isUtf8(whole) ? whole.toString().split('\n') : mixedLines(whole);
  const [first] = lines;
  if (isFirst && typeof first === 'string') lines[0] = withoutMark(first);
  return { lines, bytes: whole.length + 1 };
}

/** A text without the byte order mark that some programs begin a file with. */
export function withoutMark(text: string): string {
  return text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
}

function mixedLines(whole: Buffer): Line[] {
  const lines: Line[] = [];
  for (let from = 0; from <= whole.length; ) {
    const newline = whole.indexOf(NEWLINE, from);
    const end = newline < 0 ? whole.length : newline;
    const line = whole.subarray(from, end);
    lines.push(isUtf8(line) ? line.toString() : { fault: 'not-utf-8' });
    from = end + 1;
  }
  return lines;
}
