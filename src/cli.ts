import { closeSync, createReadStream, fstatSync, openSync, readFileSync } from 'node:fs';
import type { Readable, Writable } from 'node:stream';
import { version } from '../package.json';
import { type Invocation, readArguments } from './cli/arguments.ts';
import { help } from './cli/help.ts';
import { LedgerFile } from './cli/ledger-file.ts';
import { type Line, lineBatches, withoutMark } from './cli/lines.ts';
import { Problem } from './cli/problem.ts';
import { progressLine } from './cli/progress.ts';
import { type Result, type Run, reject, startRun, writeResult } from './cli/results.ts';
import { startTable } from './cli/table.ts';
import { isInputError, issue, unwrap } from './kernel/parse.ts';
import {
  type PolicyOptions,
  type PublishedRefundPolicyId,
  parseRefundPolicy,
  type RefundLedger,
  refundPolicies,
} from './reservations/index.ts';

/** The streams of the process, or others in their place. */
export interface Streams {
  readonly stdin: Readable;
  readonly stdout: Writable & { readonly isTTY?: boolean };
  readonly stderr: Writable & { readonly isTTY?: boolean };
}

const ANSWERED = 0;
const SOME_MALFORMED = 1;
const WRONG_COMMAND = 2;
const FAILED = 3;
/** What a program gets that writes to a closed pipe: 128 + SIGPIPE. */
const CLOSED_PIPE = 141;

/** Runs one command line and gives its exit status. */
export async function main(argv: readonly string[], streams: Streams): Promise<number> {
  const invocation = readArguments(argv);
  const output = new Output(streams.stdout);
  try {
    switch (invocation.kind) {
      case 'help':
        await output.write(help);
        return ANSWERED;
      case 'version':
        await output.write(`${version}\n`);
        return ANSWERED;
      case 'wrong':
        complain(streams, `${invocation.problem}\nTry partner-rules --help`);
        return WRONG_COMMAND;
      case 'run':
        return await runCommand(invocation, streams, output);
    }
  } catch (error) {
    if (codeOf(error) === 'EPIPE') return CLOSED_PIPE;
    complain(streams, problemIn(error));
    return FAILED;
  }
}

function complain({ stderr }: Streams, problem: string): void {
  stderr.write(`partner-rules: ${problem}\n`);
}

type RunInvocation = Extract<Invocation, { kind: 'run' }>;

/** What a run needs, all of it found in order before the first record is answered. */
interface Prepared {
  readonly run: Run;
  readonly options: PolicyOptions;
  readonly ledgerFile: LedgerFile | undefined;
  readonly input: Input;
}

async function runCommand(
  invocation: RunInvocation,
  streams: Streams,
  output: Output,
): Promise<number> {
  let prepared: Prepared;
  try {
    prepared = prepare(invocation, streams);
  } catch (error) {
    complain(streams, problemIn(error));
    return WRONG_COMMAND;
  }
  const progress = new Progress(streams, prepared.input.size);
  try {
    return await answerAll(invocation, prepared, output, progress);
  } finally {
    progress.clear();
  }
}

function prepare({ command, file, policy, ledger }: RunInvocation, streams: Streams): Prepared {
  const options: PolicyOptions = policy === undefined ? {} : { policy: readPolicy(policy) };
  const ledgerFile = ledger === undefined ? undefined : new LedgerFile(ledger);
  // What the file holds is unknown until the run has checked it.
  const ledgers = (ledgerFile?.read() ?? []) as Iterable<RefundLedger>;
  const run = startRun(command, options, ledgers);
  return { run, options, ledgerFile, input: openInput(file, streams) };
}

function readPolicy(name: string): NonNullable<PolicyOptions['policy']> {
  if (Object.hasOwn(refundPolicies, name)) return name as PublishedRefundPolicyId;
  let text: string;
  try {
    text = withoutMark(readFileSync(name, 'utf8'));
  } catch (error) {
    const names = Object.keys(refundPolicies).join(', ');
    throw new Problem(
      `--policy: expected one of ${names} or a file (${(error as Error).message}), got "${name}"`,
    );
  }
  let policy: unknown;
  try {
    policy = JSON.parse(text);
  } catch {
    throw new Problem(`--policy: expected a policy as JSON in ${name}`);
  }
  return unwrap(parseRefundPolicy(policy));
}

interface Input {
  readonly stream: Readable;
  /** In bytes; 0 where it is not known. */
  readonly size: number;
}

function openInput(file: string, { stdin }: Streams): Input {
  if (file === '-') return { stream: stdin, size: 0 };
  const descriptor = openSync(file, 'r');
  const stats = fstatSync(descriptor);
  if (stats.isDirectory()) {
    closeSync(descriptor);
    throw new Problem(`expected a file of records, got the directory ${file}`);
  }
  const stream = createReadStream(file, { fd: descriptor, highWaterMark: READ_CHUNK });
  return { stream, size: stats.size };
}

const READ_CHUNK = 1 << 16;
const WRITE_CHUNK = 1 << 16;

async function answerAll(
  { command, explain, format }: RunInvocation,
  { run, options, ledgerFile, input }: Prepared,
  output: Output,
  progress: Progress,
): Promise<number> {
  const table = format === 'table' ? startTable(command) : undefined;
  let pending = table?.header() ?? '';
  let status = ANSWERED;
  let index = 0;
  let line = 0;
  for await (const { lines, bytes } of lineBatches(input.stream)) {
    for (const text of lines) {
      line += 1;
      if (typeof text === 'string' && text.trim() === '') continue;
      const result = answerLine(run, text, index, line);
      index += 1;
      if (!result.ok) status = SOME_MALFORMED;
      pending += table?.row(result, line) ?? `${writeResult(result, explain)}\n`;
      if (pending.length > WRITE_CHUNK) {
        await output.write(pending);
        pending = '';
      }
    }
    progress.show(index, bytes);
  }
  await output.write(pending + (table?.footer(run.ledgers(), options) ?? ''));
  // Only now: whoever runs this again after a crash gets the same answers.
  ledgerFile?.replace(run.ledgers());
  return status;
}

function answerLine(run: Run, text: Line, index: number, line: number): Result {
  if (typeof text !== 'string') {
    return reject(index, line, issue([], text.fault, expectedLine[text.fault], undefined));
  }
  let record: unknown;
  try {
    record = JSON.parse(text);
  } catch {
    return reject(index, line, issue([], 'malformed-json', 'a record as JSON', text));
  }
  if (isDeeper(record, MOST_DEPTH)) {
    const expected = `a record nested at most ${MOST_DEPTH} deep`;
    return reject(index, line, issue([], 'too-deep', expected, record));
  }
  return run.answer(record, index, line);
}

const expectedLine = {
  'not-utf-8': 'a line of UTF-8 text',
  'too-long': 'a line of at most 16 MiB',
};

/** What is nested much deeper can be read as JSON, but no longer be written. */
const MOST_DEPTH = 500;

function isDeeper(value: unknown, most: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return most === 0 || Object.values(value).some((inner) => isDeeper(inner, most - 1));
}

/** Standard output that waits for slow readers and notices those that went away. */
class Output {
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

const FIRST_SHOWN_AFTER_MS = 1_000;
const SHOWN_EVERY_MS = 200;

/** A line on the terminal about long work, where it disturbs no output. */
class Progress {
  readonly #stderr: Writable | undefined;
  readonly #size: number;
  #bytes = 0;
  #showAt = Date.now() + FIRST_SHOWN_AFTER_MS;
  #isShown = false;

  constructor({ stdout, stderr }: Streams, size: number) {
    this.#stderr = stderr.isTTY && !stdout.isTTY ? stderr : undefined;
    this.#size = size;
  }

  show(records: number, bytes: number): void {
    this.#bytes += bytes;
    if (this.#stderr === undefined || Date.now() < this.#showAt) return;
    this.#stderr.write(`\r\u001b[K${progressLine(records, this.#bytes, this.#size)}`);
    this.#isShown = true;
    this.#showAt = Date.now() + SHOWN_EVERY_MS;
  }

  clear(): void {
    if (this.#isShown) this.#stderr?.write('\r\u001b[K');
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

/** What to tell the user. Anything unforeseen is a bug of ours, and thrown on. */
function problemIn(error: unknown): string {
  if (error instanceof Problem || isInputError(error) || codeOf(error) !== undefined) {
    return (error as Error).message;
  }
  throw error;
}
