import { isUtf8 } from 'node:buffer';

const NEWLINE = 10;
const BYTE_ORDER_MARK = '\uFEFF';

/** Some whole lines, and how many bytes of input they took. `null` stands for a line that is not UTF-8. */
export interface LineBatch {
  readonly lines: readonly (string | null)[];
  readonly bytes: number;
}

/** Cuts a stream into lines, as many at a time as a chunk completes. */
export async function* lineBatches(
  chunks: AsyncIterable<Buffer>,
): AsyncGenerator<LineBatch, void, undefined> {
  let rest: Buffer[] = [];
  let isFirst = true;
  for await (const chunk of chunks) {
    const end = chunk.lastIndexOf(NEWLINE);
    rest.push(end < 0 ? chunk : chunk.subarray(0, end));
    if (end < 0) continue;
    yield batch(rest, isFirst);
    isFirst = false;
    rest = [chunk.subarray(end + 1)];
  }
  yield batch(rest, isFirst);
}

function batch(parts: readonly Buffer[], isFirst: boolean): LineBatch {
  const whole = Buffer.concat(parts);
  return {
    lines: isUtf8(whole) ? textLines(whole, isFirst) : mixedLines(whole),
    bytes: whole.length + 1,
  };
}

function textLines(whole: Buffer, isFirst: boolean): string[] {
  const text = whole.toString();
  return (isFirst && text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text).split('\n');
}

function mixedLines(whole: Buffer): (string | null)[] {
  const lines: (string | null)[] = [];
  for (let from = 0; from <= whole.length; ) {
    const newline = whole.indexOf(NEWLINE, from);
    const end = newline < 0 ? whole.length : newline;
    const line = whole.subarray(from, end);
    lines.push(isUtf8(line) ? line.toString() : null);
    from = end + 1;
  }
  return lines;
}
