import type { Source } from '../commands/question.ts';
import { Problem } from '../io/problem.ts';
import type { ReadingOptions } from './reading-options.ts';
import type { Format } from './usage.ts';

const MOST_SECONDS = 86_400;
const MOST_JOBS = 64;

/** Reads `--wait`. Throws a `Problem` if it is no time. */
export function readWait(given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  const seconds = /^\d+(\.\d+)?$/.test(given) ? Number(given) : Number.NaN;
  if (seconds <= MOST_SECONDS) return seconds;
  throw new Problem(`--wait: expected seconds from 0 to ${MOST_SECONDS}, got "${given}"`);
}

/** The run that `--jobs` is to divide. */
interface Divided extends ReadingOptions {
  readonly source: Source;
  readonly format: Format;
  readonly ledger: string | undefined;
}

/** Reads `--jobs`. Throws a `Problem` if it is no count, or the run cannot be divided. */
export function readJobs(
  given: string | undefined,
  { source, set, as, format, ledger }: Divided,
): number {
  if (given === undefined) return 1;
  const jobs = /^\d{1,2}$/.test(given) ? Number(given) : 0;
  if (jobs < 1 || jobs > MOST_JOBS) {
    throw new Problem(`--jobs: expected a whole number from 1 to ${MOST_JOBS}, got "${given}"`);
  }
  if (ledger !== undefined) throw new Problem('--jobs cannot be used with --ledger');
  if (format !== 'ndjson' && format !== 'csv') {
    throw new Problem(`--jobs can be used only with --format ndjson or csv, not with ${format}`);
  }
  const isOneFile = 'file' in source && (source.others ?? []).length === 0;
  if (!isOneFile || as !== undefined || Object.keys(set).length > 0) {
    throw new Problem('--jobs can be used only with one file, and without --set and --as');
  }
  return jobs;
}
