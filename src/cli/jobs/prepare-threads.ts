import type { Day } from '../../kernel/day.ts';
import type { PolicyOptions } from '../../reservations/index.ts';
import { statusOf, writeAnswers } from '../answer-all.ts';
import { type Input, openAll, openInput, type Streams } from '../files.ts';
import type { OpenedInput } from '../input/records.ts';
import { WrongInput } from '../input/wrong-input.ts';
import { Progress } from '../io/progress.ts';
import type { Job } from '../job.ts';
import type { QuoteInvocation } from '../usage/arguments.ts';
import { type ThreadSetup, writerOfThreads } from './answer-share.ts';
import { answersOfThreads } from './answers-of-threads.ts';
import { startThread } from './thread.ts';

interface ThreadOptions {
  readonly options: PolicyOptions;
  readonly notAfter: Day | undefined;
  readonly streams: Streams;
  /** The script of the threads. */
  readonly worker: URL;
}

/** Prepares a run on several threads, for facts with one JSON record a line. */
export function prepareThreads(
  { command, source, format, explain, bom, jobs }: QuoteInvocation,
  { options, notAfter, streams, worker }: ThreadOptions,
): Job {
  const input = openInput(source, streams);
  const isCsv = format === 'csv';
  const setup: ThreadSetup = { command, options, notAfter, isCsv, explain, bom };
  return async (output) => {
    const lines = await linesOfFacts(input);
    const threads = Array.from({ length: jobs }, () => startThread(worker, setup));
    try {
      const answers = answersOfThreads(threads, lines, command === 'settle');
      const progress = new Progress(streams, input.size);
      return statusOf(await writeAnswers(writerOfThreads(setup), answers, output, progress));
    } finally {
      for (const thread of threads) thread.end();
    }
  };
}

async function linesOfFacts(input: Input): Promise<AsyncIterable<Buffer>> {
  const [opened] = (await openAll([input], undefined)) as [OpenedInput];
  if (opened.lines !== undefined) return opened.lines;
  const sentence = `is ${opened.about}; --jobs is for facts with one JSON record a line`;
  throw new WrongInput(input.file, sentence);
}
