import type { Issue } from '../kernel/issue.ts';
import type { Input, Streams } from './files.ts';
import { answerLine, type LineRecord, readLine } from './io/answer-line.ts';
import { lineBatches } from './io/lines.ts';
import type { Output } from './io/output.ts';
import { Progress } from './io/progress.ts';
import type { Answered, RecordSource, Rejected, Run } from './io/results.ts';
import { ANSWERED, REFUSED, SOME_MALFORMED } from './job.ts';
import type { ReturnBatch } from './orders/returns.ts';
import type { Writer } from './report/writers.ts';

/** A record to answer, the line or row on which it stands, and what is known of it. */
interface PlacedRecord {
  readonly at: number;
  readonly read: LineRecord;
  readonly id?: string | undefined;
  readonly source?: RecordSource;
  /** Issues about missing facts, with more detail than the rule gives. */
  readonly hints?: readonly Issue[];
}

/** Some records, and the bytes of input that they took. */
export interface PlacedBatch {
  readonly records: readonly PlacedRecord[];
  readonly bytes: number;
}

/** The records of an input with one a line. */
export async function* recordsOnLines(
  chunks: AsyncIterable<Buffer>,
  mostDepth: number | undefined,
): AsyncGenerator<PlacedBatch, void, undefined> {
  let line = 0;
  for await (const { lines, bytes } of lineBatches(chunks)) {
    const records: PlacedRecord[] = [];
    for (const text of lines) {
      line += 1;
      if (typeof text === 'string' && text.trim() === '') continue;
      records.push({ at: line, read: readLine(text, mostDepth) });
    }
    yield { records, bytes };
  }
}

/** The returns that people's files list, as records. */
export async function* recordsOfReturns(
  batches: AsyncIterable<ReturnBatch>,
): AsyncGenerator<PlacedBatch, void, undefined> {
  for await (const { records, bytes } of batches) {
    yield {
      bytes,
      records: records.map(({ source, id, facts, issues, hints }) => {
        const read = issues === undefined ? { record: facts } : { issues };
        return { at: source.row, read, source, id, ...(hints === undefined ? {} : { hints }) };
      }),
    };
  }
}

const WRITE_CHUNK = 1 << 16;

/** The outcome of a run. */
export interface Outcome {
  /** False if a record was malformed. */
  readonly isRead: boolean;
  /** True if an answer is a no. */
  readonly isRefused: boolean;
}

/** Some answers of a run, and its outcome so far. */
export interface Answers extends Outcome {
  /** Answers to write, in the order of the input; empty while they are few. */
  readonly text: string | Uint8Array;
  /** The records that were answered since the step before, and the bytes of input that they took. */
  readonly records: number;
  readonly bytes: number;
}

/** Answers the records of an input with one a line. Returns the exit status. */
export async function answerLines<A extends Answered>(
  run: Run<A>,
  writer: Writer<A>,
  input: Input,
  output: Output,
  streams: Streams,
  isNo: (answered: A) => boolean = () => false,
): Promise<number> {
  const progress = new Progress(streams, input.size);
  const records = recordsOnLines(input.stream, run.mostDepth);
  return statusOf(await answerAll(run, writer, records, output, progress, isNo));
}

/** The exit status of a run. */
export function statusOf({ isRead, isRefused }: Outcome): number {
  if (!isRead) return SOME_MALFORMED;
  return isRefused ? REFUSED : ANSWERED;
}

/** Answers every record and writes the results. */
export function answerAll<A extends Answered>(
  run: Run<A>,
  writer: Writer<A>,
  batches: AsyncIterable<PlacedBatch>,
  output: Output,
  progress: Progress,
  isNo: (answered: A) => boolean = () => false,
): Promise<Outcome> {
  return writeAnswers(writer, answersOfRun(run, writer, batches, isNo), output, progress);
}

/** Writes answers as they come, and what stands before and after them. */
export async function writeAnswers(
  writer: Pick<Writer<never>, 'header' | 'footer'>,
  answers: AsyncIterable<Answers>,
  output: Output,
  progress: Progress,
): Promise<Outcome> {
  let before = writer.header();
  let isRead = true;
  let isRefused = false;
  let records = 0;
  try {
    for await (const some of answers) {
      isRead &&= some.isRead;
      isRefused ||= some.isRefused;
      records += some.records;
      if (some.text.length > 0) {
        if (before !== '') await output.write(before);
        before = '';
        await output.write(some.text);
      }
      progress.show(records, some.bytes);
    }
    const after = before + writer.footer();
    if (after !== '') await output.write(after);
    return { isRead, isRefused };
  } finally {
    progress.clear();
  }
}

async function* answersOfRun<A extends Answered>(
  run: Run<A>,
  writer: Writer<A>,
  batches: AsyncIterable<PlacedBatch>,
  isNo: (answered: A) => boolean,
): AsyncGenerator<Answers, void, undefined> {
  let text = '';
  let isRead = true;
  let isRefused = false;
  let index = 0;
  for await (const { records, bytes } of batches) {
    const isBatch = records.length > 0;
    if (isBatch)
      run.begin?.(records.flatMap(({ read }) => ('record' in read ? [read.record] : [])));
    for (const record of records) {
      const result = answer(run, record, index);
      index += 1;
      if (!result.ok) isRead = false;
      else if (!isRefused) isRefused = isNo(result);
      text += writer.row(result, record.at);
      if (run.commit === undefined && text.length > WRITE_CHUNK) {
        yield { text, records: 0, bytes: 0, isRead, isRefused };
        text = '';
      }
    }
    const isKept = isBatch && run.commit !== undefined;
    if (isKept) run.commit?.();
    yield { text: isKept ? text : '', records: records.length, bytes, isRead, isRefused };
    if (isKept) text = '';
  }
  yield { text, records: 0, bytes: 0, isRead, isRefused };
}

function answer<A extends Answered>(
  run: Run<A>,
  { at, read, id, source, hints = [] }: PlacedRecord,
  index: number,
): A | Rejected {
  const result = answerLine(run, read, index, at);
  if (source === undefined) return result;
  if (result.ok) return { ...result, source };
  const issues = result.issues.map((one) => hints.find((hint) => isAbout(hint, one)) ?? one);
  return { ...result, id: result.id ?? id, issues, source };
}

function isAbout(hint: Issue, one: Issue): boolean {
  return hint.code === one.code && hint.path.join('.') === one.path.join('.');
}
