import type { Answers } from '../answer-all.ts';
import { type Line, lineBatches } from '../io/lines.ts';
import type { AnsweredShare, Share } from './answer-share.ts';
import { customerInLine, threadOf } from './customer-in-line.ts';
import type { Thread } from './thread.ts';

/** Batches for each thread that are read ahead, so that none waits for the slowest. */
const AHEAD = 4;

/**
 * Answers an input with one record a line on several threads, in the order of the lines. With `byCustomer`, one thread answers all
 * records of a customer; without it, the thread that had the fewest records answers the next batch.
 */
export async function* answersOfThreads(
  threads: readonly Thread[],
  chunks: AsyncIterable<Buffer>,
  byCustomer: boolean,
): AsyncGenerator<Answers, void, undefined> {
  const dealt = threads.map(() => 0);
  const open: Promise<Answers>[] = [];
  let line = 0;
  let index = 0;
  for await (const { lines, bytes } of lineBatches(chunks)) {
    const shares: GrowingShare[] = threads.map(() => ({ lines: [], at: [], index: [] }));
    const order: number[] = [];
    const idlest = dealt.indexOf(Math.min(...dealt));
    for (const text of lines) {
      line += 1;
      if (typeof text === 'string' && text.trim() === '') continue;
      const thread = byCustomer ? threadOf(customerInLine(text), threads.length) : idlest;
      const share = shares[thread] as GrowingShare;
      share.lines.push(text);
      share.at.push(line);
      share.index.push(index);
      order.push(thread);
      dealt[thread] = (dealt[thread] as number) + 1;
      index += 1;
    }
    const answers = answerBatch(threads, shares, order, bytes);
    // A failure is reported where the answers are awaited.
    answers.catch(() => {});
    open.push(answers);
    if (open.length > AHEAD * threads.length) yield await (open.shift() as Promise<Answers>);
  }
  for (const answers of open) yield await answers;
}

interface GrowingShare extends Share {
  readonly lines: Line[];
  readonly at: number[];
  readonly index: number[];
}

/** Answers a batch. `order` is the thread of each line. */
async function answerBatch(
  threads: readonly Thread[],
  shares: readonly Share[],
  order: readonly number[],
  bytes: number,
): Promise<Answers> {
  const answered = await Promise.all(
    threads.map((thread, at) => {
      const share = shares[at] as Share;
      return share.lines.length === 0 ? NOTHING : thread.answer(share);
    }),
  );
  return {
    text: inOrder(answered, order),
    records: order.length,
    bytes,
    isRead: answered.every(({ isRead }) => isRead),
    isRefused: false,
  };
}

const NOTHING = { bytes: new Uint8Array(), ends: new Uint32Array(), isRead: true };

function inOrder(answered: readonly AnsweredShare[], order: readonly number[]): Uint8Array {
  const text = new Uint8Array(answered.reduce((sum, { bytes }) => sum + bytes.length, 0));
  const next = answered.map(() => 0);
  let at = 0;
  for (const thread of order) {
    const { bytes, ends } = answered[thread] as AnsweredShare;
    const position = next[thread] as number;
    const row = bytes.subarray(ends[position - 1] ?? 0, ends[position]);
    text.set(row, at);
    at += row.length;
    next[thread] = position + 1;
  }
  return text;
}
