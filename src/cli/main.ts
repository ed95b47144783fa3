import { version } from '../../package.json';
import { type Day, readDay } from '../kernel/day.ts';
import { InputError, type Issue, isInputError } from '../kernel/issue.ts';
import type { PolicyOptions } from '../reservations/index.ts';
import { answerAll, type Outcome, recordsOfReturns, recordsOnLines } from './answer-all.ts';
import type { Explained } from './commands/explanations.ts';
import { keepSettlement, orClose } from './commands/kept-settlement.ts';
import { policyOptionIn, readPolicyOptions } from './commands/policy-option.ts';
import { type Quoted, type QuoteRun, resultOf, startQuotes } from './commands/quotes.ts';
import type { Decided } from './commands/rules.ts';
import { startSettlement } from './commands/settlements.ts';
import {
  type Input,
  nameOf,
  noticeOn,
  openAll,
  openInput,
  openInputs,
  openLines,
  progressOf,
  type Streams,
} from './files.ts';
import { WrongInput } from './input/wrong-input.ts';
import { isDiscarded, Output } from './io/output.ts';
import { codeOf, Failure, Problem } from './io/problem.ts';
import { Progress } from './io/progress.ts';
import type { Answered, Run } from './io/results.ts';
import { screenOf } from './io/screen.ts';
import { type Origin, withOrigin } from './io/with-origin.ts';
import { policyOnDay } from './orders/policy-on-day.ts';
import { ndjsonWriter, quietWriter, type Writer } from './report/writers.ts';
import {
  type ExplainInvocation,
  type PlanInvocation,
  type QuoteInvocation,
  type RuleInvocation,
  readArguments,
} from './usage/arguments.ts';

const ANSWERED = 0;
const SOME_MALFORMED = 1;
const WRONG_COMMAND = 2;
const FAILED = 3;
const REFUSED = 4;
/** Exit status of a program that writes to a closed pipe: 128 + SIGPIPE. */
const CLOSED_PIPE = 141;

/** Runs one command line and gives its exit status. */
export async function main(argv: readonly string[], streams: Streams): Promise<number> {
  const output = new Output(streams.stdout);
  let isPrepared = false;
  try {
    const job = await prepare(argv, streams);
    isPrepared = true;
    return await job(output);
  } catch (error) {
    if (codeOf(error) === 'EPIPE') return CLOSED_PIPE;
    streams.stderr.write(`partner-rules: ${problemIn(error)}\n`);
    if (error instanceof WrongInput) return WRONG_COMMAND;
    return isPrepared || error instanceof Failure ? FAILED : WRONG_COMMAND;
  }
}

/** The rest of a run, once its arguments were checked. Returns the exit status. */
type Job = (output: Output) => Promise<number>;

/** Loads what only some commands need when they are asked for. */
async function prepare(argv: readonly string[], streams: Streams): Promise<Job> {
  const invocation = await readArguments(argv);
  switch (invocation.kind) {
    case 'version':
      return (output) => tell(`${version}\n`, output);
    case 'text':
      return (output) => tell(invocation.text, output);
    case 'quotes':
      return prepareQuotes(invocation, streams);
    case 'ledger':
      return (await import('./commands/ledger.ts')).prepareLedger(invocation);
    case 'limits': {
      const { prepareLimits } = await import('./report/limits.ts');
      return prepareLimits(invocation, screenOf(streams.stdout));
    }
    case 'plan':
      return preparePlan(invocation, streams);
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

async function prepareQuotes(invocation: QuoteInvocation, streams: Streams): Promise<Job> {
  const { ledger, quiet } = invocation;
  const options = readPolicyOptions(invocation);
  const notAfter = readNotAfter(invocation);
  if (ledger === undefined) {
    const start = () => startUnkept(invocation, options, notAfter);
    const run = withOrigin(start, originOfPolicy(invocation));
    const inputs = openInputs(invocation.source, streams);
    return async (output) => {
      const writer = await writerOf(invocation, run, options, streams);
      return answerFiles(invocation, options, run, writer, inputs, output, streams);
    };
  }

  if (!quiet && isDiscarded(streams.stdout)) {
    throw new Problem('the results would be lost: standard output is closed or null (see --quiet)');
  }
  const rules = { needsId: true, notAfter };
  const { wait } = invocation;
  const kept = await keepSettlement({ ledger, wait }, options, rules, originOfPolicy(invocation));
  const { run } = kept;
  const inputs = orClose(kept, () => openInputs(invocation.source, streams));
  return async (output) => {
    try {
      const writer = quiet
        ? quietWriter<Quoted>()
        : await writerOf(invocation, run, options, streams);
      const status = await answerFiles(invocation, options, run, writer, inputs, output, streams);
      output.sync();
      // Only now: whoever runs this again after a crash gets the same answers.
      kept.finish();
      return status;
    } finally {
      kept.close();
    }
  };
}

/** Starts a command whose ledgers, if any, end with it. */
function startUnkept(
  { command }: QuoteInvocation,
  options: PolicyOptions,
  notAfter: Day | undefined,
): QuoteRun {
  if (command !== 'settle') return startQuotes(command, options);
  return startSettlement(options, [], { needsId: false, notAfter });
}

function readNotAfter({ notAfter }: QuoteInvocation): Day | undefined {
  if (notAfter === undefined) return undefined;
  const issues: Issue[] = [];
  const day = readDay(notAfter, ['--not-after'], issues);
  if (issues.length > 0) throw new InputError(issues);
  return day;
}

/** The source of a run's policy. */
function originOfPolicy(invocation: QuoteInvocation): (issue: Issue) => Origin {
  return ({ path }) => ({ name: policyOptionIn(invocation), path: path.slice(2) });
}

async function writerOf(
  { command, format, explain, bom, locale }: QuoteInvocation,
  run: QuoteRun,
  options: PolicyOptions,
  { stdout, stderr }: Streams,
): Promise<Writer<Quoted>> {
  if (format === 'table') {
    const { tableWriter } = await import('./report/table.ts');
    return tableWriter(command, run, options, screenOf(stdout));
  }
  if (format === 'csv') return (await import('./report/csv.ts')).csvWriter(command, bom);
  if (format === 'ndjson') return ndjsonWriter((result) => resultOf(result, explain));
  const { textWriter } = await import('./report/text-writers.ts');
  return textWriter((result) => result.quote, stderr, locale);
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

async function answerLines<A extends Answered>(
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

function statusOf({ isRead, isRefused }: Outcome): number {
  if (!isRead) return SOME_MALFORMED;
  return isRefused ? REFUSED : ANSWERED;
}

/** Answers the records of files: facts with one a line, or whatever else people have. */
async function answerFiles(
  { command, as, set, source, ledger }: QuoteInvocation,
  options: PolicyOptions,
  run: QuoteRun,
  writer: Writer<Quoted>,
  inputs: readonly Input[],
  output: Output,
  streams: Streams,
): Promise<number> {
  const [input] = inputs as readonly [Input];
  if ('question' in source) return answerLines(run, writer, input, output, streams);
  const opened = await openAll(inputs, as);
  const [first] = opened;
  const isPlain = opened.length === 1 && as === undefined && Object.keys(set).length === 0;
  if (first?.lines !== undefined && isPlain) {
    const lines = { ...input, stream: first.lines };
    return answerLines(run, writer, lines, output, streams);
  }
  const notice = noticeOn(streams);
  for (const { file, about } of opened) notice(`${nameOf(file)}: ${about}`);
  const usesLimit = command === 'quote' || (command === 'settle' && ledger === undefined);
  const limit = usesLimit ? policyOnDay(options) : undefined;
  const { returnsIn } = await import('./orders/returns.ts');
  const returns = returnsIn(opened, { set, limit, settles: command === 'settle', notice });
  const progress = progressOf(inputs, streams);
  return statusOf(await answerAll(run, writer, recordsOfReturns(returns), output, progress));
}

/** The records of one file with a record a line, or the returns that people's files list. */
async function preparePlan(invocation: PlanInvocation, streams: Streams): Promise<Job> {
  const { source, as, set, format, locale, from, until, ledger, wait } = invocation;
  const { policy } = readPolicyOptions(invocation);
  for (const [name, given] of Object.entries({ '--from': from, '--until': until })) {
    const issues: Issue[] = [];
    if (given !== undefined) readDay(given, [name], issues);
    if (issues.length > 0) throw new InputError(issues);
  }
  const inputs = openInputs(source, streams);
  const { planAll } = await import('./commands/plan.ts');
  const { planNdjson, planTable, planText } = await import('./report/plan.ts');
  const report = noticeOn(streams);
  const writers = {
    ndjson: () => planNdjson,
    table: () => planTable(screenOf(streams.stdout), report),
    text: () => planText(locale, report),
  };
  return async (output) => {
    const opened = await openAll(inputs, as);
    const [input] = opened;
    const isPlain = opened.length === 1 && as === undefined && Object.keys(set).length === 0;
    const { returnsIn } = await import('./orders/returns.ts');
    // Readers of orders need a day, which is no fact of a candidate.
    const filled = { ...set, canceledOn: set['canceledOn'] ?? from };
    const options = { set: filled, limit: undefined, settles: false, notice: report };
    const batches =
      input?.lines !== undefined && isPlain
        ? recordsOnLines(input.lines, undefined)
        : recordsOfReturns(returnsIn(opened, options));
    const plans = await planAll(batches, { from, until, policy, ledger, wait });
    const write = writers[format]();
    for (const plan of plans) await output.write(write(plan));
    return plans.every(({ ok }) => ok) ? ANSWERED : SOME_MALFORMED;
  };
}

/** Returns the message for the user. Rethrows anything unforeseen, which is a bug of ours. */
function problemIn(error: unknown): string {
  if (error instanceof Problem || isInputError(error)) return error.message;
  if (codeOf(error) !== undefined) return new Problem((error as Error).message).message;
  throw error;
}
