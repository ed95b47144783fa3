import { version } from '../../package.json';
import { isInputError } from '../kernel/issue.ts';
import { answerLines } from './answer-all.ts';
import type { Explained } from './commands/explanations.ts';
import type { Decided } from './commands/rules.ts';
import { openInput, openLines, type Streams } from './files.ts';
import { WrongInput } from './input/wrong-input.ts';
import { Output } from './io/output.ts';
import { codeOf, Failure, Problem } from './io/problem.ts';
import { screenOf } from './io/screen.ts';
import { ANSWERED, CLOSED_PIPE, FAILED, type Job, WRONG_COMMAND } from './job.ts';
import { prepareQuotes } from './quote-commands.ts';
import { ndjsonWriter } from './report/writers.ts';
import { type ExplainInvocation, type RuleInvocation, readArguments } from './usage/arguments.ts';

/** Runs one command line and gives its exit status. `worker` is the script of the threads of `--jobs`. */
export async function main(
  argv: readonly string[],
  streams: Streams,
  worker: URL = new URL('./worker.js', import.meta.url),
): Promise<number> {
  const output = new Output(streams.stdout);
  let isPrepared = false;
  try {
    const job = await prepare(argv, streams, worker);
    isPrepared = true;
    return await job(output);
  } catch (error) {
    if (codeOf(error) === 'EPIPE') return CLOSED_PIPE;
    streams.stderr.write(`partner-rules: ${problemIn(error)}\n`);
    if (error instanceof WrongInput) return WRONG_COMMAND;
    return isPrepared || error instanceof Failure ? FAILED : WRONG_COMMAND;
  }
}

/** Loads what only some commands need when they are asked for. */
async function prepare(argv: readonly string[], streams: Streams, worker: URL): Promise<Job> {
  const invocation = await readArguments(argv);
  switch (invocation.kind) {
    case 'version':
      return (output) => tell(`${version}\n`, output);
    case 'text':
      return (output) => tell(invocation.text, output);
    case 'quotes':
      return prepareQuotes(invocation, streams, worker);
    case 'ledger':
      return (await import('./commands/ledger.ts')).prepareLedger(invocation);
    case 'limits': {
      const { prepareLimits } = await import('./report/limits.ts');
      return prepareLimits(invocation, screenOf(streams.stdout));
    }
    case 'plan':
      return (await import('./file-commands.ts')).preparePlan(invocation, streams);
    case 'rule':
      return prepareRule(invocation, streams);
    case 'check':
      return (await import('./file-commands.ts')).prepareCheck(invocation, streams);
    case 'read':
      return (await import('./file-commands.ts')).prepareRead(invocation, streams);
    case 'explain':
      return prepareExplanations(invocation, streams);
  }
}

async function tell(text: string, output: Output): Promise<number> {
  await output.write(text);
  return ANSWERED;
}

async function prepareRule(invocation: RuleInvocation, streams: Streams): Promise<Job> {
  const { startRule } = await import('./commands/rules.ts');
  const { textWriter } = await import('./report/text-writers.ts');
  const { rule, source, format, locale, exitCode } = invocation;
  const run = startRule(rule);
  const writers = {
    ndjson: () => ndjsonWriter((result: Decided) => result),
    text: () => textWriter((result: Decided) => result.answer, streams.stderr, locale, rule.text),
  };
  const input = openInput(source, streams);
  const isNo = exitCode ? isRefused : undefined;
  return async (output) => {
    const lines = 'question' in source ? input : await openLines(input);
    return answerLines(run, writers[format](), lines, output, streams, isNo);
  };
}

function isRefused({ answer }: Decided): boolean {
  return 'allowed' in answer && answer.allowed === false;
}

async function prepareExplanations(
  { source, format, locale }: ExplainInvocation,
  streams: Streams,
): Promise<Job> {
  const { startExplanations } = await import('./commands/explanations.ts');
  const { explanationWriter } = await import('./report/text-writers.ts');
  const as = format === 'markdown' ? format : 'text';
  const run = startExplanations({ locale, as });
  const writer =
    format === 'ndjson'
      ? ndjsonWriter((result: Explained) => result)
      : explanationWriter(streams.stderr);
  const input = openInput(source, streams);
  return async (output) => answerLines(run, writer, await openLines(input), output, streams);
}

/** Returns the message for the user. Rethrows anything unforeseen, which is a bug of ours. */
function problemIn(error: unknown): string {
  if (error instanceof Problem || isInputError(error)) return error.message;
  if (codeOf(error) !== undefined) return new Problem((error as Error).message).message;
  throw error;
}
