import { closeSync, createReadStream, fstatSync, openSync } from 'node:fs';
import { Readable, type Writable } from 'node:stream';
import type { Source } from './commands/question.ts';
import { beginInput } from './input/begin-input.ts';
import { openRecords } from './input/inputs.ts';
import type { OpenedInput } from './input/records.ts';
import type { InputType } from './input/types.ts';
import { WrongInput } from './input/wrong-input.ts';
import { Problem } from './io/problem.ts';
import { Progress } from './io/progress.ts';
import type { Terminal } from './io/screen.ts';

/** The streams of the process, or others in their place. */
export interface Streams {
  readonly stdin: Readable;
  readonly stdout: Terminal & { readonly fd?: number };
  readonly stderr: Writable & { readonly isTTY?: boolean };
}

/** A file, or standard input. */
export interface Input {
  readonly file: string;
  readonly stream: AsyncIterable<Buffer>;
  /** In bytes; 0 where it is not known. */
  readonly size: number;
}

/** Opens the file of a source, or makes one of its question. */
export function openInput(source: Source, streams: Streams): Input {
  if ('question' in source) {
    const stream = Readable.from([Buffer.from(JSON.stringify(source.question))]);
    return { file: '-', stream, size: 0 };
  }
  return openFile(source.file, streams);
}

/** Opens all files of a source. */
export function openInputs(source: Source, streams: Streams): Input[] {
  const others = 'question' in source ? [] : (source.others ?? []);
  return [openInput(source, streams), ...others.map((file) => openFile(file, streams))];
}

function openFile(file: string, { stdin }: Streams): Input {
  if (file === '-') return { file, stream: stdin, size: 0 };
  const descriptor = openSync(file, 'r');
  const stats = fstatSync(descriptor);
  if (stats.isDirectory()) {
    closeSync(descriptor);
    throw new Problem(`expected a file of records, got the directory ${file}`);
  }
  const stream = createReadStream(file, { fd: descriptor, highWaterMark: READ_CHUNK });
  return { file, stream, size: stats.size };
}

const READ_CHUNK = 1 << 16;

/** Recognises files. Throws a `WrongInput` for one that cannot be read. */
export async function openAll(
  inputs: readonly Input[],
  as: InputType | undefined,
): Promise<OpenedInput[]> {
  const opened: OpenedInput[] = [];
  for (const { stream, file } of inputs) opened.push(await openRecords(stream, file, as));
  return opened;
}

const otherForms = {
  csv: 'is CSV; this command reads one JSON record a line (read, quote, settle and exchange read CSV). Convert it first, for example with mlr --icsv --ojsonl cat',
  json: 'is one JSON document; this command reads one JSON record a line. For an array, jq -c ".[]" writes them so',
};

/** Opens an input with one JSON record a line. Throws a `WrongInput` with what to do if it has another form. */
export async function openLines(input: Input): Promise<Input> {
  const { form, chunks } = await beginInput(input.stream, input.file);
  if (form.kind !== 'ndjson') throw new WrongInput(input.file, otherForms[form.kind]);
  return { ...input, stream: chunks };
}

/** Writes sentences to standard error, without characters that could trick a terminal. */
export function noticeOn({ stderr }: Streams): (sentence: string) => void {
  return (sentence) => void stderr.write(`partner-rules: ${new Problem(sentence).message}\n`);
}

/** The progress through files. */
export function progressOf(inputs: readonly Input[], streams: Streams): Progress {
  const size = inputs.reduce((sum, one) => sum + one.size, 0);
  return new Progress(streams, size);
}

/** A file's name for people. */
export function nameOf(file: string): string {
  return file === '-' ? 'standard input' : file;
}
