import { type Issue, issue } from '../../kernel/issue.ts';
import { isTooDeep, MOST_DEPTH } from './is-too-deep.ts';
import type { Line } from './lines.ts';
import { type ParsedJson, parseJson } from './parse-json.ts';
import { type Answered, type Rejected, type Run, reject } from './results.ts';

/** A record as it came, or why a line is none, or why the facts that it would have are not. */
export type LineRecord =
  | { readonly record: unknown }
  | { readonly fault: Issue }
  | { readonly issues: readonly Issue[] };

/** Reads the record on a line. */
export function readLine(
  text: Line,
  mostDepth: number = MOST_DEPTH,
): Exclude<LineRecord, { readonly issues: unknown }> {
  if (typeof text !== 'string') {
    return { fault: issue([], text.fault, expectedLine[text.fault], undefined) };
  }
  let parsed: ParsedJson;
  try {
    parsed = parseJson(text);
  } catch {
    return { fault: issue([], 'malformed-json', 'a record as JSON', text) };
  }
  const { value: record, repeated } = parsed;
  if (repeated !== undefined) return { fault: repeated };
  if (!isTooDeep(record, mostDepth)) return { record };
  return { fault: issue([], 'too-deep', `a record nested at most ${mostDepth} deep`, record) };
}

/** Answers the record on a line, or rejects what is no record. */
export function answerLine<A extends Answered>(
  run: Run<A>,
  read: LineRecord,
  index: number,
  line: number,
): A | Rejected {
  if ('record' in read) return run.answer(read.record, index, line);
  if ('fault' in read) return reject(index, line, read.fault);
  return { ok: false, index, line, issues: read.issues };
}

const expectedLine = {
  'not-utf-8': 'a line of UTF-8 text',
  'too-long': 'a line of at most 16 MiB',
};
