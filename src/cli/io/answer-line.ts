import { issue } from '../../kernel/issue.ts';
import { isTooDeep, MOST_DEPTH } from './is-too-deep.ts';
import type { Line } from './lines.ts';
import { type ParsedJson, parseJson } from './parse-json.ts';
import { type Answered, type Rejected, type Run, reject } from './results.ts';

/** Answers the record on a line, or rejects a line without a record. */
export function answerLine<A extends Answered>(
  run: Run<A>,
  text: Line,
  index: number,
  line: number,
): A | Rejected {
  if (typeof text !== 'string') {
    return reject(index, line, issue([], text.fault, expectedLine[text.fault], undefined));
  }
  let parsed: ParsedJson;
  try {
    parsed = parseJson(text);
  } catch {
    return reject(index, line, issue([], 'malformed-json', 'a record as JSON', text));
  }
  const { value: record, repeated } = parsed;
  if (repeated !== undefined) return reject(index, line, repeated);
  if (isTooDeep(record)) {
    const expected = `a record nested at most ${MOST_DEPTH} deep`;
    return reject(index, line, issue([], 'too-deep', expected, record));
  }
  return run.answer(record, index, line);
}

const expectedLine = {
  'not-utf-8': 'a line of UTF-8 text',
  'too-long': 'a line of at most 16 MiB',
};
