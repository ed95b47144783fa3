import { closeSync, createReadStream, fstatSync, openSync, readFileSync } from 'node:fs';
import { Readable, type Writable } from 'node:stream';
import { version } from '../../package.json';
import { isInputError, unwrap } from '../kernel/issue.ts';
import {
  type PolicyOptions,
  type PublishedRefundPolicyId,
  parseRefundPolicy,
  type RefundLedger,
  refundPolicies,
  refundPolicyAt,
} from '../reservations/index.ts';
import {
  type ExplainInvocation,
  type QuoteInvocation,
  type RuleInvocation,
  readArguments,
} from './commands/arguments.ts';
import { type Explained, startExplanations } from './commands/explanations.ts';
import { help } from './commands/help.ts';
import type { Source } from './commands/question.ts';
import { type Quoted, resultOf, startQuotes } from './commands/quotes.ts';
import { type Decided, startRule } from './commands/rules.ts';
import { answerLine } from './io/answer-line.ts';
import { LedgerFile } from './io/ledger-file.ts';
import { lineBatches, withoutMark } from './io/lines.ts';
import { Output } from './io/output.ts';
import { codeOf, Problem } from './io/problem.ts';
import { Progress } from './io/progress.ts';
import type { Answered, Run } from './io/results.ts';
import { withOrigin } from './io/with-origin.ts';
import { tableWriter } from './report/table.ts';
import { explanationWriter, ndjsonWriter, textWriter, type Writer } from './report/writers.ts';

/** The streams of the process, or others in their place. */
export interface Streams {
  readonly stdin: Readable;
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly fd?: number };
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
  const output = new Output(streams.stdout);
  let isPrepared = false;
  try {
    const job = prepare(argv, streams);
    isPrepared = true;
    return await job(output);
  } catch (error) {
    if (codeOf(error) === 'EPIPE') return CLOSED_PIPE;
    streams.stderr.write(`partner-rules: ${problemIn(error)}\n`);
    return isPrepared ? FAILED : WRONG_COMMAND;
  }
}

/** What is left to do once all that it needs was found in order; it gives the exit status. */
type Job = (output: Output) => Promise<number>;

function prepare(argv: readonly string[], streams: Streams): Job {
  const invocation = readArguments(argv);
  switch (invocation.kind) {
    case 'help':
      return (output) => tell(help, output);
    case 'version':
      return (output) => tell(`${version}\n`, output);
    case 'policies':
      return (output) => tell(invocation.text, output);
    case 'quotes':
      return prepareQuotes(invocation, streams);
    case 'rule':
      return prepareRule(invocation, streams);
    case 'explain':
      return prepareExplanations(invocation, streams);
  }
}

async function tell(text: string, output: Output): Promise<number> {
  await output.write(text);
  return ANSWERED;
}

function prepareQuotes(invocation: QuoteInvocation, streams: Streams): Job {
  const { command, source, explain, format, ledger, locale } = invocation;
  const options = readPolicyOptions(invocation);
  const ledgerFile = ledger === undefined ? undefined : new LedgerFile(ledger);
  // What the file holds is unknown until the run has checked it.
  const ledgers = (ledgerFile?.read() ?? []) as Iterable<RefundLedger>;
  const run = withOrigin(
    () => startQuotes(command, options, ledgers),
    ({ path }) =>
      path[1] === 'ledgers'
        ? { name: (ledgerFile as LedgerFile).placeOf(path[2] as number), path: path.slice(3) }
        : { name: policyOptionIn(invocation), path: path.slice(2) },
  );
  const writers = {
    ndjson: () => ndjsonWriter((result: Quoted) => resultOf(result, explain)),
    table: () => tableWriter(command, run, options),
    text: () => textWriter((result: Quoted) => result.quote, streams.stderr, locale),
  };
  const input = openInput(source, streams);
  return async (output) => {
    const status = await answerAll(run, writers[format](), input, output, streams);
    if (ledgerFile === undefined) return status;
    output.sync();
    // Only now: whoever runs this again after a crash gets the same answers.
    ledgerFile.replace(run.ledgers());
    return status;
  };
}

function prepareRule({ rule, source, format, locale }: RuleInvocation, streams: Streams): Job {
  const run = startRule(rule);
  const writers = {
    ndjson: () => ndjsonWriter((result: Decided) => result),
    text: () => textWriter((result: Decided) => result.answer, streams.stderr, locale, rule.text),
  };
  const input = openInput(source, streams);
  return (output) => answerAll(run, writers[format](), input, output, streams);
}

function readPolicyOptions(invocation: QuoteInvocation): PolicyOptions {
  const { policy, asOf } = invocation;
  const name = policyOptionIn(invocation);
  if (asOf !== undefined) {
    const read = () => refundPolicyAt('partner-center', asOf).policy;
    return { policy: withOrigin(read, () => ({ name, path: [] })) };
  }
  if (policy === undefined) return {};
  return {
    policy: withOrigin(
      () => readPolicy(policy),
      ({ path }) => ({ name, path }),
    ),
  };
}

/** The option that names the policy, as it was given. */
function policyOptionIn({ policy, asOf }: QuoteInvocation): string {
  return asOf === undefined ? `--policy ${policy}` : '--as-of';
}

function prepareExplanations({ source, format, locale }: ExplainInvocation, streams: Streams): Job {
  const as = format === 'markdown' ? format : 'text';
  const run = startExplanations({ locale, as });
  const writer =
    format === 'ndjson'
      ? ndjsonWriter((result: Explained) => result)
      : explanationWriter(streams.stderr);
  const input = openInput(source, streams);
  return (output) => answerAll(run, writer, input, output, streams);
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

function openInput(source: Source, { stdin }: Streams): Input {
  if ('question' in source) {
    return { stream: Readable.from([Buffer.from(JSON.stringify(source.question))]), size: 0 };
  }
  const { file } = source;
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

async function answerAll<A extends Answered>(
  run: Run<A>,
  writer: Writer<A>,
  input: Input,
  output: Output,
  streams: Streams,
): Promise<number> {
  const progress = new Progress(streams, input.size);
  let pending = writer.header();
  let status = ANSWERED;
  let index = 0;
  let line = 0;
  try {
    for await (const { lines, bytes } of lineBatches(input.stream)) {
      for (const text of lines) {
        line += 1;
        if (typeof text === 'string' && text.trim() === '') continue;
        const result = answerLine(run, text, index, line);
        index += 1;
        if (!result.ok) status = SOME_MALFORMED;
        pending += writer.row(result, line);
        if (pending.length > WRITE_CHUNK) {
          await output.write(pending);
          pending = '';
        }
      }
      progress.show(index, bytes);
    }
    await output.write(pending + writer.footer());
    return status;
  } finally {
    progress.clear();
  }
}

/** What to tell the user. Anything unforeseen is a bug of ours, and thrown on. */
function problemIn(error: unknown): string {
  if (error instanceof Problem || isInputError(error)) return error.message;
  if (codeOf(error) !== undefined) return new Problem((error as Error).message).message;
  throw error;
}
