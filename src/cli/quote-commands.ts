import { type Day, readDay } from '../kernel/day.ts';
import { InputError, type Issue } from '../kernel/issue.ts';
import type { PolicyOptions } from '../reservations/index.ts';
import { answerAll, answerLines, recordsOfReturns, statusOf } from './answer-all.ts';
import { keepSettlement, orClose } from './commands/kept-settlement.ts';
import { policyOptionIn, readPolicyOptions } from './commands/policy-option.ts';
import { type Quoted, type QuoteRun, resultOf } from './commands/quotes.ts';
import { startUnkept } from './commands/settlements.ts';
import {
  type Input,
  nameOf,
  noticeOn,
  openAll,
  openInputs,
  progressOf,
  type Streams,
} from './files.ts';
import { isDiscarded, type Output } from './io/output.ts';
import { Problem } from './io/problem.ts';
import { screenOf } from './io/screen.ts';
import { type Origin, withOrigin } from './io/with-origin.ts';
import type { Job } from './job.ts';
import { policyOnDay } from './orders/policy-on-day.ts';
import { ndjsonWriter, quietWriter, type Writer } from './report/writers.ts';
import type { QuoteInvocation } from './usage/arguments.ts';

/** Prepares quotes, settlements or exchanges. */
export async function prepareQuotes(
  invocation: QuoteInvocation,
  streams: Streams,
  worker: URL,
): Promise<Job> {
  const { ledger, quiet } = invocation;
  const options = readPolicyOptions(invocation);
  const notAfter = readNotAfter(invocation);
  if (ledger === undefined) {
    const start = () => startUnkept(invocation.command, options, notAfter);
    const run = withOrigin(start, originOfPolicy(invocation));
    if (invocation.jobs > 1) {
      const { prepareThreads } = await import('./jobs/prepare-threads.ts');
      return prepareThreads(invocation, { options, notAfter, streams, worker });
    }
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
