import type { Day } from '../../kernel/day.ts';
import type { PolicyOptions } from '../../reservations/index.ts';
import { type QuoteCommand, type Quoted, resultOf } from '../commands/quotes.ts';
import { startUnkept } from '../commands/settlements.ts';
import { answerLine, readLine } from '../io/answer-line.ts';
import type { Line } from '../io/lines.ts';
import { csvWriter } from '../report/csv.ts';
import { ndjsonWriter, type Writer } from '../report/writers.ts';

/** The command line of a run, as far as its threads need it. */
export interface ThreadSetup {
  readonly command: QuoteCommand;
  readonly options: PolicyOptions;
  readonly notAfter: Day | undefined;
  readonly isCsv: boolean;
  readonly explain: boolean;
  readonly bom: boolean;
}

/** The lines of a batch that one thread answers. */
export interface Share {
  readonly lines: readonly Line[];
  /** For each line, its number in the input, counted from 1. */
  readonly at: readonly number[];
  /** For each line, the position of its record, counted from 0. */
  readonly index: readonly number[];
}

/** The answers to a share. */
export interface AnsweredShare {
  /** All answers as UTF-8. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** For each line, the position in `bytes` at which its answer ends. */
  readonly ends: Uint32Array<ArrayBuffer>;
  /** False if a record was malformed. */
  readonly isRead: boolean;
}

/** The writer of all threads. */
export function writerOfThreads({ command, isCsv, explain, bom }: ThreadSetup): Writer<Quoted> {
  if (isCsv) return csvWriter(command, bom);
  return ndjsonWriter((result) => resultOf(result, explain));
}

/** Starts to answer shares, one after the other. */
export function startShares(setup: ThreadSetup): (share: Share) => AnsweredShare {
  const { command, options, notAfter } = setup;
  const run = startUnkept(command, options, notAfter);
  const writer = writerOfThreads(setup);
  return ({ lines, at, index }) => {
    let isRead = true;
    let end = 0;
    const ends = new Uint32Array(lines.length);
    const rows = lines.map((line, position) => {
      const place = at[position] as number;
      const result = answerLine(run, readLine(line), index[position] as number, place);
      if (!result.ok) isRead = false;
      const row = writer.row(result, place);
      end += Buffer.byteLength(row);
      ends[position] = end;
      return row;
    });
    const bytes = new Uint8Array(end);
    const target = Buffer.from(bytes.buffer);
    for (const [position, row] of rows.entries()) target.write(row, ends[position - 1] ?? 0);
    return { bytes, ends, isRead };
  };
}
